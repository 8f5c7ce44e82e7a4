"""ziggurat.py OUT.inc: the tables of the ziggurat method (Marsaglia and Tsang 2000) with 256 layers.

For a decreasing density f with tail beyond r, all layers have the area v = r f(r) + tail.  Layer i has the right edge
x[i]: x[255] = r and f(x[i-1]) = f(x[i]) + v / x[i].  With B random bits: w[i] = x[i] / 2^B scales them, k[i] =
2^B x[i-1] / x[i] is where the layer below is left, and layer 0 stands for the tail: x[0] = v / f(r).

NumPy's streams depend on the last bit of w and f.  Its tables for the normal density were made in double arithmetic,
with a rounded area; its exponential of layer 38 is rounded up.
"""
import math
import sys
from decimal import Decimal as D
from decimal import getcontext

getcontext().prec = 60
NORMAL_R = 3.6541528853610087963519472518
NORMAL_AREA = float.fromhex("0x1.43016a5a4372ep-8")
EXP_R = D("7.6971174701310497140446280481")


def normal_edges():
    """x and f of the layers, in doubles."""
    x, f = [0.0] * 256, [1.0] * 256
    x[255] = NORMAL_R
    for i in range(255, 0, -1):
        if i < 255:
            x[i] = math.sqrt(-2.0 * float(D(NORMAL_AREA / x[i + 1] + f[i + 1]).ln()))
        f[i] = float(D(-0.5 * x[i] * x[i]).exp())
        if i == 38:
            f[i] += math.ulp(f[i])
    x[0] = NORMAL_AREA / f[255]
    return [D(t) for t in x], [D(t) for t in f]


def exponential_edges():
    x, f = [D(0)] * 256, [D(1)] * 256
    v = (EXP_R + 1) * (-EXP_R).exp()
    x[255], f[255] = EXP_R, (-EXP_R).exp()
    for i in range(254, 0, -1):
        f[i] = f[i + 1] + v / x[i + 1]
        x[i] = -f[i].ln()
    x[0] = v / f[255]
    return x, f


def rows(values):
    return "".join("    " + ", ".join(values[i:i + 3]) + ",\n" for i in range(0, len(values), 3))


def emit(out, name, edges, bits, types):
    x, f = edges
    integer, number, suffix = types
    scale = D(2) ** bits
    k = [round(x[255] / x[0] * scale), 0] + [round(x[i - 1] / x[i] * scale) for i in range(2, 256)]
    out.write(f"static const {integer} {name}_k_{suffix}[256] = {{\n{rows([hex(n) + 'u' for n in k])}}};\n")
    for letter, values in (("w", [t / scale for t in x]), ("f", f)):
        texts = [format(t, ".25e") + ("f" if number == "float" else "") for t in values]
        out.write(f"static const {number} {name}_{letter}_{suffix}[256] = {{\n{rows(texts)}}};\n")


with open(sys.argv[1], "w") as out:
    out.write("// Made by ziggurat.py.\n")
    emit(out, "normal", normal_edges(), 52, ("uint64_t", "double", "f64"))
    emit(out, "normal", normal_edges(), 23, ("uint32_t", "float", "f32"))
    emit(out, "exponential", exponential_edges(), 53, ("uint64_t", "double", "f64"))
    emit(out, "exponential", exponential_edges(), 23, ("uint32_t", "float", "f32"))
