#!/usr/bin/env python3
"""quick.py -- random functions made and interpreted once, which each mutant then compiles: what mutate.py runs after the
nearest tests. The functions are those of test/fuzz/compiled.py."""
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "fuzz"))
import compiled


class Quick:
    """Modules of functions, each with the way it is compiled and what the interpreter of the unchanged compiler printed."""

    def __init__(self, tree, first=1, size=25, ways=(0, 1, 2, 3, 9)):
        compiled.LIMIT = 60
        self.folder = tempfile.TemporaryDirectory()
        self.runner = compiled.Runner(f"{tree}/build", self.folder.name)
        self.modules = []
        for k, way in enumerate(ways):
            subjects = [compiled.Subject(first + k * size + i) for i in range(size)]
            m, shown = compiled.module_of(subjects)
            text = m.text()
            want = compiled.values(m, self.runner.interpreted(text))
            self.modules.append((compiled.WAYS[way], m, shown, text, want))

    def seen(self):
        """What the first module that differs or breaks says, or None."""
        for way, m, shown, text, want in self.modules:
            try:
                got = compiled.values(m, self.runner.compiled(text, way))
            except (compiled.Died, IndexError, ValueError, KeyError) as error:
                return f"functions, {way[0]}: {str(error)[:60]!r}"
            for s, results in shown:
                if compiled.difference(s, [want[i] for i in results], [got[i] for i in results]):
                    return f"functions, {way[0]}: seed {s.seed}"
        return None
