# The formatting mini-language: f-strings, format(), str.format, %.
# RUN: cjaxc run --interpret %s | diff %S/formatting.out -

def err(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


print("== ints")
for spec in ("", "d", "5", "<5", ">5", "^5", "05", "+", "-", " ", "+05d", ",", "_", "b", "#b", "o", "#o", "x", "X", "#x", "#X", "#010x",
             "_b", "_x", "c", "e", ".2f", "%", "n", "*^9d", "=+8", "08,", "0=10", "<08"):
    print(spec, [format(v, spec) for v in (42, 34567)], end=" ")
    print([format(v, spec) for v in (-42, 0)] if spec != "c" else "")

print("== floats")
for spec in ("", "f", ".0f", ".1f", ".10f", "e", ".2e", ".0e", "E", "g", ".3g", "G", "%", ".1%", "10.3f", "<10.2f", "^10.2f", "+.2f", " .2f",
             "010.2f", ",.2f", "_.2f", "#.0f", "#g", ".3", "10", "=+10.1f", "*>9.2f", "n", ".0", "z.0f"):
    print(spec, [format(v, spec) for v in (3.14159, -1234567.891, 0.0, 1e-7, 1e22)])

print("== inf and nan")
for spec in ("", "f", ".2f", "010", "+", "e", "%", ",", "F"):
    print(spec, [format(v, spec) for v in (float("inf"), -float("inf"), float("nan"))])

print("== strings")
for spec in ("", "s", "6", "<6", ">6", "^6", "*^7", ".2", "6.2", ">6.2s", "06"):
    print(spec, [format(v, spec) for v in ("abc", "", "é日")])

print("== bools and None and others")
print(f"{True}", f"{True:d}", f"{True:5}", f"{False:<3}|", f"{None}", f"{[1]}", f"{(1,)!s:>6}", f"{True:.1f}")
err(format, None, "5")
err(format, [1], ">5")
err(format, {}, "d")
err(format, (1,), "s")

print("== complex")
print(f"{1+2j}", f"{1+2j:.2f}", f"{1.5-2j:g}", f"{3j:>10}", f"{1j:+.1e}", f"{1e10+1j:,}")
err(format, 1j, "05")

print("== errors of specs")
for v, spec in ((1, "s"), (1.5, "d"), ("a", "d"), (1, ".2d"), (1, ",s"), ("a", "=5"), ("a", "+"), (1, "y"), (1, "5 "), (1.0, "x"), ("a", ","),
                (1, "_c"), (1, ",_"), (3, "z"), ("a", "#")):
    err(format, v, spec)

print("== nested fields")
w, p, v = 10, 3, 3.14159265
print(f"{v:{w}.{p}f}|{v:<{w}}|{v:{'>'}{w + 2}.{p}}|{'x':{'*'}^{w}}|{v!r:{w}.5}|{w:{p}}")
print("{:{}.{}f}|{0:{1}}".format(v, w, p) if False else "{:{}.{}f}".format(v, w, p), "{0:{1}}|{0:>{w}}".format("a", 5, w=4))

print("== expressions in fields")
d = {"k": [1, 2]}
print(f"{d['k'][1]} {1 + 2} {'a' if d else 'b'} {[x * 2 for x in d['k']]} {(lambda x: x + 1)(4)} {len('ab')!r} {d!r} {{literal}} {'q'!r}")
print(f"{w=} {w = } {w+1=} {v=:.2f} {d['k']=} {'s'=} {'s'=!s} {w=:>4}")
x = 5
print(f"{(x := 7)} {x:=5} {x!s:>4}", f"{x:%}", f"a{x}b" "c{x}" f"d{x}", rf"\n{x}", F"{x}")
print(f"""multi
{x:>
4}""" if False else f"""multi
{x:>4}""")

print("== conversions")
print(f"{'é'!a} {'é'!r} {'é'!s} {'é'!a:>8} {3!r:>4} {[1, 'a']!s}")

print("== str.format")
print("{} {} {}".format(1, "a", None), "{2}{0}{1}".format("a", "b", "c"), "{a}{b}{a}".format(a=1, b=2), "{0.real} {0.imag}".format(3 + 4j))
print("{0[0]} {0[1][k]} {1[x y]}".format([5, {"k": 6}], {"x y": 7}), "{:>5}|{:<5}|{:^5}".format("a", "b", "c"), "{!r} {!s} {!a}".format("é", "é", "é"))
print("{:{fill}{align}{width}}".format("x", fill="*", align="^", width=5), "{{{}}}".format(1), "{0:>{1}}".format("a", 3), "{:,}".format(1234567))
for bad in ("{", "}", "{0", "{a}", "{} {0}", "{0} {}", "{1}", "{!x}", "{:d}", "{0[}", "{0.}", "{!}"):
    err(bad.format, "v")

print("== percent")
print("%d %i %s %r %a %x %X %o %e %E %f %g %G %c %c %%" % (1, -2, "s", "r", "é", 255, 255, 8, 1.5, 1.5, 1.5, 1e-7, 1e20, 65, "B"))
print("%5d|%-5d|%05d|%+d|% d|%5.2f|%-8s|%8s|%.2s|%5.1s|%#x|%#o|%+.3e|%.0f|%s" % (1, 2, 3, 4, 5, 6.789, "l", "r", "cut", "xy", 255, 8, 1234.5, 2.5, (1,)))
print("%(a)s %(b)05.1f %(a)r" % {"a": "x", "b": 2}, "%*d|%-*d|%.*f" % (5, 1, 4, 2, 2, 3.14159), "%s" % None, "%s" % [1], "%s %s" % ("a", (1,)))
print("%d" % 3.99, "%d" % True, "%s" % 1.0, "%x" % -255, "%5s%%" % 50, "%r" % {"a": 1}, "%.3d" % 5, "%i" % -0.5, "%s" % "a%b")
for f in (lambda: "%d" % "a", lambda: "%d %d" % 1, lambda: "%d" % (1, 2), lambda: "%y" % 1, lambda: "%(a)s" % 1, lambda: "%(a)s" % {},
          lambda: "%" % (), lambda: "%c" % "ab", lambda: "%x" % 1.5, lambda: "%c" % -1, lambda: "a" % 1, lambda: "%f" % "x"):
    err(f)

print("== rounding in formats is half even on the exact value")
print([f"{x:.0f}" for x in (0.5, 1.5, 2.5, 3.5)], [f"{x:.1f}" for x in (0.25, 0.35, 0.45, 0.05)], [f"{x:.2f}" for x in (1.005, 2.675, 1.115, -0.005)])
print(f"{123456789:.3g} {0.00012345:.2g} {123456:.6g} {1234567:.6g} {1e5:g} {1e-5:g} {100000.0} {1e16} {12345678.9:.3e} {0.0:g} {-0.0:.1f}")

print("== dunder format")
class D:
    def __format__(self, spec): return f"[{spec}]"
class E(int): pass
class F(str): pass
print(f"{D()}", f"{D():x y}", "{:abc}".format(D()), f"{D()!s:.3}"[:3], f"{E(5):03}", f"{F('a'):>3}", f"{object.__format__('x', '')}")
err(lambda: object.__format__(D(), "x")[:0] or 1)
