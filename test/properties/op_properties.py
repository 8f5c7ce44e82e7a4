"""op_properties.py CJAX_OPT [FAMILY or OP]... -- the properties of checks.py for every op of the dialect.

The ops and their rules are those that `cjax-opt --list-ops` prints; op_table.py says on which types they are tried.  Prints
a line for each family, and what does not hold; the exit status is then 1."""
import argparse
import pathlib
import re
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parent.parent / "fuzz")]
import checks
import modules
from arrays import COMPLEX, PART, WIDE, element_text, result_text, type_text, types_text
from op_table import EXEMPT, LETTERS, OPS
from rng import Rng


class Rules:
    def __init__(self, line):
        self.name, self.family, *have = line.split()
        self.have = set(have)


def table(opt):
    lines = subprocess.run([opt, "--list-ops"], capture_output=True, text=True, check=True).stdout.splitlines()
    return [Rules(line) for line in lines]


# ---- Functions from cases.


def dtype_of(word, letter, dtype):
    if word == "P":
        return PART.get(dtype, dtype)
    if word == "C":
        return dtype if dtype in COMPLEX else {"f64": "c128", "f32": "c64"}[dtype]
    return dtype if word == letter else word


def types_of(words, letter, dtype):
    found = []
    for word, shape in re.findall(r"(\w+)\[([\d,]*)\]", words):
        found.append((dtype_of(word, letter, dtype), tuple(int(d) for d in shape.split(",") if d)))
    return found


def letter_of(case):
    first = [w for w in re.findall(r"(\w+)\[", case.signature) if w in LETTERS]
    return first[0] if first else None


def function(name, op, case, dtype, wide=False):
    """The op on arguments of the case, as a function."""
    letter = letter_of(case)
    ins, outs = (types_of(part, letter, dtype) for part in case.signature.split("->"))
    if wide:
        ins, outs = ([(WIDE.get(d, d), s) for d, s in ts] for ts in (ins, outs))
    element = element_text(WIDE.get(dtype, dtype) if wide else dtype) if dtype else ""
    if case.body:
        body = renamed(case.body.replace("$X", element), wide)
    else:
        attrs = f"{{{case.attrs}}} " if case.attrs else ""
        operands = ", ".join(modules.arguments(len(ins)))
        line = f'  {modules.bind("r", len(outs))}"cjax.{op}"({operands}) {attrs}: {types_text(ins)} -> {result_text(outs)}\n'
        body = line + modules.return_text(modules.names("r", len(outs)), outs)
    needs = [Helpers(renamed(case.also.replace("$X", element), wide))] if case.also else []
    return modules.Fn(name, ins, outs, body, needs)


def renamed(text, wide):
    return re.sub(r"@(\w+)", r"@wide_\1", text) if wide else text


class Helpers:
    """Functions given as text."""

    def __init__(self, text):
        self.name, self.body = text, text

    def text(self):
        return self.body

    def all(self, seen):
        seen.setdefault(self.name, self)


# ---- The checks of a case.


def derivative_checks(s, rng, refused):
    """Of a subject: both modes.  Nothing to differentiate, nothing to check."""
    if not s.fn.inexact_ins():
        return []
    found = [checks.check_jvp(s, rng, refused.get("jvp"))]
    if s.fn.inexact_outs():
        found.append(checks.check_vjp(s, rng, refused.get("vjp")))
    return found


def plain_checks(s, rng, refused):
    return derivative_checks(s, rng, refused) + [checks.check_vmap(s, rng)]


def nested_checks(s, rng, refused):
    """Of the function batched, inside a call, a loop or a branch, and of its derivatives."""
    found, choices = [], checks.vmap_choices(s.fn, 3)
    batched = checks.vmap_subject(s, *rng.choice(choices))
    found += derivative_checks(batched, rng, refused) + [checks.check_vmap(batched, rng, None, checks.vmap_choices(batched.fn, 1)[-2:])]
    for w in checks.wrapped_subjects(s):
        no_reverse = w.label.endswith("while")
        found += [c for c in derivative_checks(w, rng, refused) if not (no_reverse and c.label.endswith("vjp"))]
        found.append(checks.check_vmap(w, rng, None, checks.vmap_choices(w.fn, 1)))
    if s.fn.inexact_ins() and s.fn.inexact_outs():
        again = {"vjp": refused["vjp"]} if "vjp" in refused else {}
        if "again" in refused:
            again = {mode: refused["again"] for mode in ("jvp", "vjp")}
        for mode, make in (("jvp", checks.jvp_subject), ("vjp", checks.vjp_subject)):
            if mode in refused:
                continue
            d = make(s)
            found += derivative_checks(d, rng, again) + [checks.check_vmap(d, rng, None, checks.vmap_choices(d.fn, 3)[-3:])]
    return found


def case_checks(rules, case, k, nested):
    letter = letter_of(case)
    for dtype in LETTERS[letter] if letter else (None,):
        fn = function(f"f_{rules.name}", rules.name, case, dtype)
        label = f"{rules.name} {k} {dtype or case.signature}"
        domains = list(case.args) + ["any"] * (len(fn.ins) - len(case.args))
        s = checks.Subject(label, fn, domains, rules.name == "stop_gradient", 10 if rules.family == "linalg" else 1)
        refused = dict(case.refused)
        if "nondiff" in rules.have:
            refused = {mode: f"Differentiation rule for '{rules.name}' not implemented" for mode in ("jvp", "vjp")}
        rng = Rng(f"{label}")
        narrow = any(d in WIDE for d, _ in fn.ins + fn.outs)
        if not narrow:
            yield from plain_checks(s, rng, refused)
            if nested:
                yield from nested_checks(s, rng, refused)
            continue
        yield checks.check_vmap(s, rng)
        if fn.inexact_ins() and fn.inexact_outs() and not refused and "zero_tangent" not in rules.have:
            yield checks.check_narrow(s, function("wide", rules.name, case, dtype, True), rng)


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("opt")
    args.add_argument("which", nargs="*")
    args.add_argument("--step", action="append", default=[], help="a pass to run first")
    args.add_argument("--all", action="store_true", help="nested checks of every case, not of each op's first only")
    args.add_argument("--match", default="", help="only checks whose label has this")
    args.add_argument("--dump", action="store_true", help="print the modules of what fails")
    args = args.parse_intermixed_args()
    bad, families = 0, {}
    for rules in table(args.opt):
        if args.which and not {rules.name, rules.family} & set(args.which):
            continue
        if rules.name not in OPS and rules.name not in EXEMPT:
            print(f"{rules.name}: no entry in op_table.py")
            bad += 1
        found = [c for k, case in enumerate(OPS.get(rules.name, [])) for c in case_checks(rules, case, k, args.all or not k) if args.match in c.label]
        families.setdefault(rules.family, []).extend(found)
    for family, found in families.items():
        modules.run(args.opt, [c.module for c in found], [*args.step, "--interpret"])
        for c in found:
            failures = c.failures()
            bad += bool(failures)
            for f in failures[:3]:
                print(f"{c.label}: {f}")
            if failures and args.dump:
                print(c.module.text())
        print(f"{family}: {len(found)} checks", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
