"""adding.py ROOT FOLDER -- does what docs/internals/adding.md says, to a copy of the library in FOLDER.

A block is ```KIND what=PATH: `write` makes the file, `insert` adds its lines to the imports of one, `quoted` is an excerpt.
The changed library must still be embedded; the new module runs beside the test's program, whose jnp has the new name.
"""
import pathlib
import re
import shutil
import subprocess
import sys

root, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
BLOCK = re.compile(r"(?ms)^```\w+ (\w+)=(\S+)\n(.*?)^```\n")
sys.path.insert(0, str(root / "test"))


def insert(path, lines):
    """Adds import lines behind the last one of a module."""
    text = path.read_text()
    at = text.rindex("\nfrom jax.numpy.") + 1
    path.write_text(text[:at] + lines + text[at:])


def check_excerpt(path, lines):
    text = (root / path).read_text()
    return [f"{path}: does not have: {line}" for line in lines.splitlines() if line not in text]


def run_program(written):
    """The output of the test's program, the new module beside it."""
    from compare_output import difference
    module = next(p for p in written if p.startswith("driver/library/"))
    program = next(p for p in written if p.startswith("test/") and p.endswith(".py"))
    name = pathlib.Path(module).stem
    (folder / f"{name}.py").write_text(written[module])
    text = written[program].replace("import jax.numpy as jnp\n", f"import jax.numpy as jnp\nimport {name}\n")
    (folder / "program.py").write_text(text.replace(f"jnp.{name}", f"{name}.{name}"))
    done = subprocess.run(["cjaxc", "run", "--interpret", str(folder / "program.py")], capture_output=True, text=True)
    wrong = difference(written[program[:-3] + ".out"], done.stdout)
    return [f"the example prints {done.stdout}{done.stderr}: {wrong}"] if wrong or done.returncode else []


def main():
    shutil.copytree(root / "driver" / "library", folder / "driver" / "library")
    written, wrong = {}, []
    for what, path, text in BLOCK.findall((root / "docs" / "internals" / "adding.md").read_text()):
        if what == "quoted":
            wrong += check_excerpt(path, text)
        elif what == "insert":
            insert(folder / path, text)
        else:
            written[path] = text
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
    embed = root / "driver" / "stage" / "embed.py"
    subprocess.run([sys.executable, embed, folder / "driver" / "library", folder / "library.c"], check=True)
    subprocess.run(["cjax-parse", folder / "driver" / "library" / "jax" / "numpy" / "__init__.py"], check=True,
                   stdout=subprocess.DEVNULL)
    wrong += [f"the copy of the library lacks {p}" for p in written if not (folder / p).exists()]
    wrong += run_program(written)
    print("\n".join(wrong))
    return 1 if wrong else 0


sys.exit(main())
