# str.format: fields, attributes, items, conversions, nesting, errors.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
class P:
    x, y = 3, [7, {"k": "deep"}]
    def __repr__(self):
        return "P()"
print("{} {} {}".format(1, "b", 2.5), "{0}{1}{0}".format("x", "y"), "{name:>5}|{value:.2f}".format(name="n", value=3.14159), "{{{}}}".format(1), "{{}}".format())
print("{0.x} {0.y[0]} {0.y[1][k]} {1[a]} {2[0]}".format(P(), {"a": 1}, "str"), "{!r} {!s} {!a}".format("é", "é", "é"), "{:{}}|{:>{w}.{p}f}".format("a", 4, 3.14159, w=8, p=2))
print("{:,}".format(1234567), "{:>10}|{:<10}|{:^10}".format("r", "l", "c"), "{:05.1f} {:+d} {:x}".format(2.345, 5, 255), "{0!r:>8}".format("ab"), "{a[b c]}".format(a={"b c": 1}), "{0[-1]}".format({"-1": "neg"}))
print("{a}{b}".format_map({"a": 1, "b": 2}), "{}".format(P()), "{:}".format(5), "é{}日".format("→"), "{0}".format([1, 2]), "".format(1), "{x.real}".format(x=2.0))
class D(dict):
    def __missing__(self, key):
        return "<" + key + ">"
print("{a} {b}".format_map(D(a=1)))
def err(s, *a, **k):
    try:
        print(s.format(*a, **k))
    except Exception as e:
        print(type(e).__name__ + ":", e)
err("{}"); err("{1}", 0); err("{a}"); err("{", 1); err("}", 1); err("{0", 1); err("{0!x}", 1); err("{} {0}", 1); err("{0} {}", 1, 2); err("{0.nope}", 1)
err("{0[5]}", [1]); err("{0[k]}", {}); err("{:d}", "a"); err("{a.}", a=1); err("{0[}", [1]); err("{0[]}", [1]); err("{0[0]x}", [1]); err("{:{:{}}}", 1, 2, 3)

#CHECK{LITERAL}:1 b 2.5 xyx     n|3.14 {1} {}
#CHECK-NEXT{LITERAL}:3 7 deep 1 s 'é' é '\xe9' a   |    3.14
#CHECK-NEXT{LITERAL}:1,234,567          r|l         |    c      002.3 +5 ff     'ab' 1 neg
#CHECK-NEXT{LITERAL}:12 P() 5 é→日 [1, 2]  2.0
#CHECK-NEXT{LITERAL}:1 <b>
#CHECK-NEXT{LITERAL}:IndexError: Replacement index 0 out of range for positional args tuple
#CHECK-NEXT{LITERAL}:IndexError: Replacement index 1 out of range for positional args tuple
#CHECK-NEXT{LITERAL}:KeyError: 'a'
#CHECK-NEXT{LITERAL}:ValueError: Single '{' encountered in format string
#CHECK-NEXT{LITERAL}:ValueError: Single '}' encountered in format string
#CHECK-NEXT{LITERAL}:ValueError: expected '}' before end of string
#CHECK-NEXT{LITERAL}:ValueError: Unknown conversion specifier x
#CHECK-NEXT{LITERAL}:ValueError: cannot switch from automatic field numbering to manual field specification
#CHECK-NEXT{LITERAL}:ValueError: cannot switch from manual field specification to automatic field numbering
#CHECK-NEXT{LITERAL}:AttributeError: 'int' object has no attribute 'nope'
#CHECK-NEXT{LITERAL}:IndexError: list index out of range
#CHECK-NEXT{LITERAL}:KeyError: 'k'
#CHECK-NEXT{LITERAL}:ValueError: Unknown format code 'd' for object of type 'str'
#CHECK-NEXT{LITERAL}:ValueError: Empty attribute in format string
#CHECK-NEXT{LITERAL}:ValueError: expected '}' before end of string
#CHECK-NEXT{LITERAL}:ValueError: Empty attribute in format string
#CHECK-NEXT{LITERAL}:ValueError: Only '.' or '[' may follow ']' in format field specifier
#CHECK-NEXT{LITERAL}:ValueError: Max string recursion exceeded
