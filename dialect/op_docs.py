"""Writes docs/dialect.md, the reference of the dialect, from the JSON dump of CjaxOps.td."""
import json
import sys

FAMILIES = [
    ("unary", "Elementwise, one operand"), ("binary", "Elementwise, two operands"),
    ("complex", "Complex numbers"), ("select", "Choice among values"), ("convert", "Conversion"),
    ("marker", "Markers"),
    ("overflow", "Python's integers at run time"), ("create", "Creation"), ("shape", "Shape"),
    ("index", "Indexing"), ("scatter", "Scatter"), ("reduce", "Reduction"),
    ("argreduce", "Position of the extremum"), ("cumulative", "Running values"),
    ("sort", "Sorting"), ("dot", "Contraction"), ("special", "Special functions"), ("window", "Sliding windows"), ("conv", "Convolution"),
    ("factor", "Parts of factorisations"), ("linalg", "Linear algebra"), ("fft", "Fourier transforms"), ("random", "Random bits"),
    ("control", "Control flow"), ("transform", "Transformations"), ("custom", "Derivative rules of the program"),
    ("collective", "Named axes"), ("fusion", "Kernels"),
    ("effect", "Effects"),
]

HEAD = """# The cjax dialect

Generated from `dialect/CjaxOps.td` by `ninja docs`. Ops mirror JAX's lax primitives: names, attributes and meaning.
Types are tensors of static shape; unsigned elements are `ui8` to `ui64`, PRNG keys `ui32` with a trailing axis of 2.
What the passes make of them is in [passes.md](passes.md), with a module before and after each.
"""


def cell(text):
    return " ".join(text.split()).replace("|", "\\|")


def syntax(op):
    return cell(op["assemblyFormat"] or "").replace("`", "")


def main():
    records = json.load(open(sys.argv[1]))
    ops = [records[n] for n in records["!instanceof"]["Op"]]
    ops = [o for o in ops if o["opDialect"]["def"] == "Cjax_Dialect"]
    known = {family for family, _ in FAMILIES}
    missing = {o["family"] for o in ops} - known
    if missing:
        sys.exit(f"op_docs.py: families without a title: {sorted(missing)}")
    out = [HEAD]
    for family, title in FAMILIES:
        out.append(f"\n## {title}\n\n| op | meaning | after the name |\n|---|---|---|\n")
        for o in (o for o in ops if o["family"] == family):
            meaning = cell(o["summary"] + ". " + (o["description"] or ""))
            out.append(f"| `cjax.{o['opName']}` | {meaning.rstrip('. ')} | `{syntax(o)}` |\n")
    open(sys.argv[2], "w").write("".join(out))


main()
