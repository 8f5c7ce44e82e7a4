"""every_op.py OPS.DEF FOLDER [STRIDE]: a program that runs every op on every dtype which its verifier admits, and its comparison.

Writes FOLDER/all.mlir: for each op and dtype one function, its call on random and special values, and the result printed behind
a line `# op dtype`; with STRIDE n for every n-th of them.  Which dtypes an op takes is found out by asking cjax-opt.  With --compare WANTED GOT: reports the
ops whose results differ, within what the dtype allows."""
import random
import re
import struct
import subprocess
import sys

INTS = ["i8", "i16", "i32", "i64", "ui8", "ui16", "ui32", "ui64"]
FLOATS = ["f16", "bf16", "f32", "f64"]
COMPLEX = ["complex<f32>", "complex<f64>"]
DTYPES = ["i1"] + INTS + FLOATS + COMPLEX
N = 18  # elements

# ---- values ----

SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, float("inf"), float("-inf"), float("nan"), 2.0, -3.0]


def bits_of(dtype, x):
    if dtype == "bf16":
        (i,) = struct.unpack("<I", struct.pack("<f", x))
        return f"0x{i >> 16:04X}"
    form, width = {"f16": ("<e", 4), "f32": ("<f", 8), "f64": ("<d", 16)}[dtype]
    return "0x" + struct.pack(form, x)[::-1].hex().upper().zfill(width)


def number(r, dtype, i, lo, hi):
    """Element i of an operand: special values first, then random ones in [lo, hi]."""
    if dtype == "i1":
        return r.choice(["true", "false"])
    if dtype in FLOATS:
        return bits_of(dtype, SPECIAL[i] if i < len(SPECIAL) else r.uniform(lo, hi))
    if dtype in COMPLEX:
        return f"({r.uniform(lo, hi):.6f}, {r.uniform(lo, hi):.6f})"
    signed, width = dtype[0] == "i", int(dtype.lstrip("ui"))
    low, high = (-(1 << width - 1), (1 << width - 1) - 1) if signed else (0, (1 << width) - 1)
    special = [0, 1, low, high, high - 1, 2, 3, high // 3, width - 1, width]
    if i < 2 * len(special):
        return str(special[i % len(special)] if r.random() < 0.7 else r.randint(low, high))
    return str(r.randint(low, high))


def constant(r, dtype, shape, lo=-3.0, hi=3.0):
    """A dense attribute; the elements of each operand are in another order, so that special values meet."""
    n = 1
    for d in shape:
        n *= d
    values = [number(r, dtype, i, lo, hi) for i in range(n)]
    r.shuffle(values)

    def nest(vs, dims):
        if not dims:
            return vs[0]
        step = len(vs) // dims[0]
        return "[" + ", ".join(nest(vs[k * step:(k + 1) * step], dims[1:]) for k in range(dims[0])) + "]"
    return f"cjax.constant dense<{nest(values, shape)}> : {tensor(shape, dtype)}"


def tensor(shape, dtype):
    return "tensor<" + "".join(f"{d}x" for d in shape) + dtype + ">"


# ---- how each op is written: (operands, attributes, result) with shapes; `t` is the dtype, `b` i1, others themselves ----

V, M = (N,), (3, 6)
POSITIVE = {"log", "sqrt", "rsqrt", "log1p", "acosh", "integer_pow"}
GATHER = ("offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, "
          "operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, slice_sizes = array<i64: 1, 6>")
SCATTER = ("update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>, "
           'operand_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, mode = "fill"')

WINDOW = ("window_dimensions = array<i64: 2, 3>, window_strides = array<i64: 1, 2>, padding_low = array<i64: 1, 0>, "
          "padding_high = array<i64: 0, 1>")
DILATED = WINDOW + ", base_dilation = array<i64: 1, 1>, window_dilation = array<i64: 1, 1>"
CONV = ("window_strides = array<i64: 1>, padding_low = array<i64: 1>, padding_high = array<i64: 1>, lhs_dilation = array<i64: 1>, "
        "rhs_dilation = array<i64: 1>, lhs_spec = array<i64: 0, 2, 1>, rhs_spec = array<i64: 2, 1, 0>, out_spec = array<i64: 0, 2, 1>, "
        "feature_group_count = 1 : i64, batch_group_count = 1 : i64")

def same(n, attrs="", shape=V):
    return [([("t", shape)] * n, attrs, [("t", shape)])]


def reduction(out="t"):
    return [([("t", M)], f"axes = array<i64: {axes}>", [(out, shape)]) for axes, shape in (("1", (3,)), ("0", (6,)), ("0, 1", ()))]


def along(attrs, out=None):
    return [([("t", M)], f"axis = {axis} : i64{extra}", [out(axis) if out else ("t", M)])
            for axis in (0, 1) for extra in attrs]


def argreduce():
    return along([""], lambda axis: ("i32", (6,) if axis == 0 else (3,)))


SPECIFIC = {
    "integer_pow": [([("t", V)], f"y = {y} : i64", [("t", V)]) for y in (0, 1, 2, 3, 7, -1, -2)],
    "round": same(1) + same(1, "to_nearest_even"),
    "is_finite": [([("t", V)], "", [("i1", V)])],
    "abs": [([("t", V)], "", [("r", V)])],
    "real": [([("t", V)], "", [("r", V)])],
    "imag": [([("t", V)], "", [("r", V)])],
    "complex": [([("t", V)] * 2, "", [("c", V)])],
    "clamp": same(3),
    "reduce_precision": [case for e, m in ((8, 7), (5, 10), (4, 3)) for case in
                         same(1, f"exponent_bits = {e} : i64, mantissa_bits = {m} : i64")],
    "name": same(1, 'name = "v"'),
    "select_n": [([("i1", V), ("t", V), ("t", V)], "", [("t", V)])],
    "iota": [([], "dimension = 1 : i64", [("t", M)])],
    "convert_element_type": [([("t", V)], "", [(to, V)]) for to in DTYPES],
    "bitcast_convert_type": [([("t", V)], "", [(to, V)]) for to in DTYPES],
    "broadcast_in_dim": [([("t", (6,))], "broadcast_dimensions = array<i64: 1>", [("t", M)]),
                         ([("t", ())], "broadcast_dimensions = array<i64>", [("t", M)])],
    "reshape": [([("t", M)], "", [("t", V)])],
    "transpose": [([("t", M)], "permutation = array<i64: 1, 0>", [("t", (6, 3))])],
    "squeeze": [([("t", (1, 6))], "dimensions = array<i64: 0>", [("t", (6,))])],
    "rev": [([("t", M)], "dimensions = array<i64: 0, 1>", [("t", M)])],
    "concatenate": [([("t", M), ("t", (3, 2))], "dimension = 1 : i64", [("t", (3, 8))])],
    "split": [([("t", M)], "sizes = array<i64: 2, 4>, axis = 1 : i64", [("t", (3, 2)), ("t", (3, 4))])],
    "pad": [([("t", M), ("t", ())], "low = array<i64: 1, -1>, high = array<i64: 0, 2>, interior = array<i64: 1, 0>", [("t", (6, 7))])],
    "slice": [([("t", M)], "start_indices = array<i64: 1, 0>, limit_indices = array<i64: 3, 6>, strides = array<i64: 1, 2>", [("t", (2, 3))])],
    "dynamic_slice": [([("t", M), ("k", ()), ("k", ())], "slice_sizes = array<i64: 2, 3>", [("t", (2, 3))])],
    "dynamic_update_slice": [([("t", M), ("t", (2, 3)), ("k", ()), ("k", ())], "", [("t", M)])],
    "gather": [([("t", M), ("k", (4, 1))], GATHER + f', mode = "{mode}"', [("t", (4, 6))]) for mode in ("clip", "fill")],
    "argmax": argreduce(), "argmin": argreduce(),
    "sort": [([("t", M)], "dimension = 1 : i64, num_keys = 1 : i64", [("t", M)]),
             ([("t", M), ("i32", M)], "dimension = 0 : i64, num_keys = 1 : i64", [("t", M), ("i32", M)])],
    "dot_general": [([("t", M), ("t", (6, 4))], "lhs_contracting = array<i64: 1>, rhs_contracting = array<i64: 0>, "
                     "lhs_batch = array<i64>, rhs_batch = array<i64>", [("t", (3, 4))]),
                    ([("t", M), ("t", M)], "lhs_contracting = array<i64: 1>, rhs_contracting = array<i64: 1>, "
                     "lhs_batch = array<i64: 0>, rhs_batch = array<i64: 0>", [("t", (3,))])],
    "reduce_window_sum": [([("t", M)], DILATED, [("t", (3, 3))])],
    "reduce_window_max": [([("t", M)], DILATED, [("t", (3, 3))])],
    "reduce_window_min": [([("t", M)], DILATED, [("t", (3, 3))])],
    "select_and_gather_add": [([("t", M)] * 2, DILATED + ', select = "ge"', [("t", (3, 3))])],
    "select_and_scatter_add": [([("t", (3, 3)), ("t", M)], WINDOW + ', select = "le"', [("t", M)])],
    "conv_general_dilated": [([("t", (2, 3, 3)), ("t", (2, 3, 4))], CONV, [("t", (2, 4, 4))])],
    "patches": [([("t", M)], "dimensions = array<i64: 1>, counts = array<i64: 2>, strides = array<i64: 2>, sizes = array<i64: 3>, "
                 "dilations = array<i64: 1>, position = 1 : i64", [("t", (3, 3, 2))])],
}
# Families that are not here are tested elsewhere: control flow, transformations, kernels, effects, random bits, ...


def cases(name, family):
    if name in SPECIFIC:
        return SPECIFIC[name]
    if family == "reduce":
        return reduction()
    if family == "cumulative":
        return along(["", ", reverse"])
    if family == "scatter":
        return [([("t", M), ("k", (4, 1)), ("t", (4, 6))], SCATTER, [("t", M)])]
    if family == "binary":
        compare = name in ("eq", "ne", "lt", "le", "gt", "ge")
        divided = [([("t", V)] * 2, a, [("t", V)]) for a in ("reciprocal", "exact")] if name == "div" else []
        return [([("t", V)] * 2, "", [("i1" if compare else "t", V)])] + divided
    if family == "overflow":
        return [([("t", V)] * 2, "", [("t", V), ("i1", V)])]
    return same(1) if family in ("unary", "marker", "complex") else []


def resolve(letter, dtype):
    part = re.sub(r"complex<(\w+)>", r"\1", dtype)
    return {"t": dtype, "r": part, "c": f"complex<{part}>", "k": "i32"}.get(letter, letter)


def function(k, name, dtype, case):
    operands, attrs, results = case
    ins = [tensor(s, resolve(d, dtype)) for d, s in operands]
    outs = [tensor(s, resolve(d, dtype)) for d, s in results]
    args = ", ".join(f"%a{i}: {t}" for i, t in enumerate(ins))
    names = ", ".join(f"%a{i}" for i in range(len(ins)))
    ys = ", ".join(f"%y#{i}" for i in range(len(outs)))
    types = ", ".join(outs)
    return (f"func.func private @f{k}({args}) -> ({types}) {{\n"
            f"  %y:{len(outs)} = \"cjax.{name}\"({names}) {{{attrs}}} : ({', '.join(ins)}) -> ({types})\n"
            f"  return {ys} : {types}\n}}\n", ins, outs)


def call(r, k, name, dtype, case, ins, outs):
    lines = []
    for i, ((d, s), t) in enumerate(zip(case[0], ins)):
        if d == "k":  # positions, some outside
            values = [r.choice([-1, 0, 1, 2, 2, 3]) for _ in range(4)]
            dense = f"dense<{values[0]}>" if not s else f"dense<[{', '.join(f'[{v}]' for v in values)}]>"
            lines.append(f"  %c{k}_{i} = cjax.constant {dense} : {t}\n")
        else:
            lo = 0.1 if name in POSITIVE or (name == "pow" and i == 0) else -3.0
            lines.append(f"  %c{k}_{i} = {constant(r, resolve(d, dtype), s, lo)}\n")
    names = ", ".join(f"%c{k}_{i}" for i in range(len(ins)))
    lines.append(f"  %r{k}:{len(outs)} = call @f{k}({names}) : ({', '.join(ins)}) -> ({', '.join(outs)})\n")
    values = ", ".join(f"%r{k}#{i}" for i in range(len(outs)))
    texts = ", ".join([f'"# {name} {dtype}\\0A"'] + ['"\\0A"'] * len(outs))
    fields = ", ".join(['"str"'] * len(outs))
    lines.append(f"  cjax.print [{texts}] with {values} : {', '.join(outs)} as [{fields}]\n")
    return "".join(lines)


def all_cases(ops_def):
    out = []
    for name, family in re.findall(r"OP\(\w+, (\w+), (\w+)\)", open(ops_def).read()):
        found = cases(name, family)
        out += [(name, dtype, case) for dtype in DTYPES for case in found]
    return out


def admitted(items, folder):
    """Those that the verifier accepts: each in a chunk of its own, refused ones are known by their lines."""
    chunks = [function(k, *item)[0] for k, item in enumerate(items)]
    path = f"{folder}/chunks.mlir"
    open(path, "w").write("// -----\n".join(chunks))
    p = subprocess.run(["cjax-opt", path], capture_output=True, text=True)
    lines, bad, at, owner = set(), set(), 1, {}
    for k, c in enumerate(chunks):
        for _ in range(c.count("\n") + 1):
            owner[at] = k
            at += 1
    for m in re.finditer(r"chunks\.mlir:(\d+):\d+: error", p.stderr):
        bad.add(owner[int(m.group(1))])
    return [item for k, item in enumerate(items) if k not in bad]


def write(ops_def, folder, stride):
    items = admitted(all_cases(ops_def), folder)
    seen = {name for name, _, _ in items}
    for name, _, _ in all_cases(ops_def):
        if name not in seen:
            sys.exit(f"every_op.py: no dtype is admitted by cjax.{name}")
    r = random.Random(7)
    functions, body = [], []
    for k, item in enumerate(items[::stride]):
        text, ins, outs = function(k, *item)
        functions.append(text)
        body.append(call(r, k, *item, ins, outs))
    with open(f"{folder}/all.mlir", "w") as out:
        out.write("".join(functions) + "func.func @main() {\n" + "".join(body) + "  return\n}\n")


# ---- comparison ----

TOLERANCE = {"f16": 2e-3, "bf16": 1.6e-2, "f32": 2e-5, "complex<f32>": 1e-4, "f64": 1e-12, "complex<f64>": 1e-11}
TOKEN = re.compile(r"[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|\.\d+|inf|nan)|True|False")


def sections(path):
    parts = open(path).read().split("# ")[1:]
    return [(p.split("\n", 1)[0], TOKEN.findall(p.split("\n", 1)[1])) for p in parts]


def close(x, y, tolerance):
    if x == y or {x, y} <= {"0.", "-0.", "0", "-0", "+0.", "0.0", "-0.0"}:
        return True
    if x in ("True", "False") or y in ("True", "False"):
        return False
    a, b = float(x), float(y)
    return (a != a and b != b) or abs(a - b) <= tolerance * (1 + abs(a))


def compare(wanted, got):
    bad = 0
    w, g = sections(wanted), sections(got)
    if len(w) != len(g):
        bad, _ = 1, print(f"{len(g)} results instead of {len(w)}")
    for (head, xs), (_, ys) in zip(w, g):
        tolerance = TOLERANCE.get(head.split()[1], 1e-5)
        wrong = [(i, x, y) for i, (x, y) in enumerate(zip(xs, ys)) if not close(x, y, tolerance)]
        if wrong or len(xs) != len(ys):
            bad += 1
            print(head, len(xs), len(ys), wrong[:4])
    return bad > 0


if sys.argv[1] == "--compare":
    sys.exit(compare(sys.argv[2], sys.argv[3]))
write(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 1)
