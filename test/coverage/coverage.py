"""coverage.py ROOT FOLDER [--write] -- which names of JAX the compiler has: docs/coverage.md, made or held against it.

names.tsv      module, name, tier: the names of JAX that one device can use, tier 1 the most used
refused.tsv    module, name, state, why, probe: what is missing of them. A state is `no`, `refused` for what an executable
               cannot have, or `partly` with the missing arguments as `why`. A probe is an expression that must be refused; a name without one must not be there.
               The name `*` gives the reason for all missing names of its module, the module `x.*` that of all below x.

All is asked in one run of `cjaxc check --all` in FOLDER: a name resolves when its line has no error.
With --write docs/coverage.md is made; else the exit status is 1 when it differs from what the compiler says.
"""
import collections
import json
import os
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).parent
TIERS = "123"
STATES = ("yes", "partly", "refused", "no")
SETUP = """import jax
import jax.numpy as jnp
from jax import lax, nn, random
v = jnp.ones(4)
x = jnp.ones((4, 4))
key = random.key(0)
"""
OBJECTS = {"jax.Array": ("", "x"), "jax.Array.at[]": ("", "x.at[0]")}
HEAD = """# Coverage

Which names of JAX 0.10.2 that a program on one device can use are there, by how often programs use them: tier 1 the most. Made by
`python3 test/coverage/coverage.py . FOLDER --write`; `test/coverage/coverage.test` checks that it is true. `partly` names the arguments
that are missing; they are refused with an error, as every missing name is. `refused`: names whose meaning is a running Python, XLA, an accelerator or
several devices, none of which an executable has; the error's id (`cjaxc explain ID`) stands beside them. `no`: what could be there. Of tiers 1 and 2 all names
are there.
"""


def read(name):
    return [line.split("\t") for line in (here / name).read_text().splitlines() if line]


class Refusals:
    """refused.tsv: the state, why and probes of a name."""

    def __init__(self):
        self.rows = collections.OrderedDict()
        for row in read("refused.tsv"):
            module, name, state, why, probe = row + [""] * (5 - len(row))
            self.rows.setdefault((module, name), []).append((state, why, probe))

    def of(self, module, name):
        return self.rows.get((module, name), [])

    def reason(self, module):
        """The state of the names of a module that are missing and have no row of their own, and why."""
        parts = module.split(".")
        keys = [module] + [".".join(parts[:i]) + ".*" for i in range(len(parts), 0, -1)]
        return next((self.rows[k, "*"][0][:2] for k in keys if (k, "*") in self.rows), ("no", ""))


class Program:
    """The lines of one module's program, and which of them gave an error."""

    def __init__(self, module):
        first, self.base = OBJECTS.get(module, (f"import {module} as module_\n", "module_"))
        self.lines = (first + SETUP).splitlines()
        self.refused = {}  # line: the error's id

    def ask(self, expression):
        self.lines.append(f"_ = {expression}")
        return len(self.lines)

    def write(self, path):
        path.write_text("\n".join(self.lines) + "\n")


def ask_compiler(programs, folder):
    """Fills in which lines of the programs are refused."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {}
    for i, program in enumerate(programs):
        files[f"m{i}.py"] = program
        program.write(folder / f"m{i}.py")
    done = subprocess.run(["cjaxc", "check", "--all", "--format=json", str(folder)], capture_output=True, text=True)
    for entry in json.loads(done.stdout)["files"]:
        program = files[os.path.basename(entry["file"])]
        program.refused = {m["line"]: m["id"] for m in entry["messages"] if m["severity"] == "error" and m["id"]}
        if 1 in program.refused:  # the import: nothing of the module is there
            program.refused.update(dict.fromkeys(range(len(program.lines) + 1), program.refused[1]))


def find_states(folder):
    """{module: [(name, tier, state, why)]}, and what is wrong with refused.tsv."""
    refusals, programs, asked, wrong = Refusals(), {}, [], []
    for module, name, tier in read("names.tsv"):
        program = programs.setdefault(module, Program(module))
        # A module that is missing is refused where it is used, so that a name of it is called.
        line = program.ask(f"str({program.base}.{name})")
        rows = refusals.of(module, name)
        probes = [(program.ask(probe), state, probe) for state, _, probe in rows if probe]
        asked.append((module, name, tier, line, rows, probes))
    ask_compiler(list(programs.values()), folder)
    modules = collections.OrderedDict()
    for module, name, tier, line, rows, probes in asked:
        refused = programs[module].refused
        there = line not in refused
        state, why = ("yes", "") if there else refusals.reason(module)
        if rows:
            state, why = rows[0][0], "; ".join(row[1] for row in rows)
        if state == "refused" and why:
            why += f", {next((refused[at] for at in (line, *(at for at, _, _ in probes)) if at in refused), 'no error')}"
        wrong += [f"{module}.{name}: accepted: {probe}" for at, _, probe in probes if at not in refused]
        if there and state in ("no", "refused") and not probes:
            wrong.append(f"{module}.{name} is there: refused.tsv says that it is not")
        if not there and (state == "partly" or not why):
            wrong.append(f"{module}.{name} is missing: refused.tsv does not say why")
        modules.setdefault(module, []).append((name, tier, state, why))
    known = {(module, name) for module, name, *_ in asked}
    wrong += [f"refused.tsv: {m}.{n} is not in names.tsv" for m, n in refusals.rows if n != "*" and (m, n) not in known]
    return modules, wrong


def counts(names):
    return [sum(n[2] == state for n in names) for state in STATES]


def percent(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else ""


def row_of(title, names):
    yes, partly, refused, no = counts(names)
    return f"| {title} | {len(names)} | {yes} | {partly} | {refused} | {no} | {percent(yes + partly, len(names))} |"


def section(module, names):
    yes, partly, refused, no = counts(names)
    text = [f"\n## {module}\n", f"{yes} yes, {partly} partly, {refused} refused, {no} no.\n"]
    if yes:
        text.append("Yes: " + " ".join(f"`{n}`" for n, _, state, _ in names if state == "yes") + "\n")
    text += [f"- Partly: `{n}`: {why}" for n, _, state, why in names if state == "partly"]
    reasons = collections.OrderedDict()
    for n, _, state, why in names:
        if state in ("no", "refused"):
            reasons.setdefault((state, why), []).append(f"`{n}`")
    text += [f"- {state.capitalize()} ({why}): {' '.join(group)}" for (state, why), group in reasons.items()]
    return text


def page_of(modules):
    every = [n for names in modules.values() for n in names]
    text = [HEAD, "| | names | yes | partly | refused | no | yes or partly |", "|---|--:|--:|--:|--:|--:|--:|"]
    text += [row_of(f"tier {t}", [n for n in every if n[1] == t]) for t in TIERS]
    text.append(row_of("all", every))
    text += ["\n| module | names | yes | partly | refused | no | yes or partly |", "|---|--:|--:|--:|--:|--:|--:|"]
    text += [row_of(f"`{module}`", names) for module, names in modules.items()]
    for module, names in modules.items():
        text += section(module, names)
    return "\n".join(text).rstrip("\n") + "\n"


def main(root, folder, write):
    modules, wrong = find_states(pathlib.Path(folder))
    page = page_of(modules)
    path = pathlib.Path(root) / "docs" / "coverage.md"
    if write:
        path.write_text(page)
        print(page.split("\n\n")[2])
    elif not path.exists() or path.read_text() != page:
        wrong.append(f"docs/coverage.md differs from what cjaxc has: {sys.argv[0]} ROOT FOLDER --write makes it again")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], "--write" in sys.argv))
