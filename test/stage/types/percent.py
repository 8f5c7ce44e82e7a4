# "%" formatting: every conversion, flags, widths, mappings, errors.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
print("%d|%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%i|%u" % (42, 42, 42, 42, 42, 42, 255, 255, 255, 8, 8, 7, 9))
print("%f|%.2f|%8.3f|%-8.1f|%+.1f|%08.2f|%e|%.3E|%g|%G|%.3g|%#.0f|%F" % (3.14159, 3.14159, 3.14159, 2.5, 2.5, 2.5, 12345.678, 12345.678, 1e10, 1e-10, 1234567, 3, 1.5))
print("%s|%r|%a|%10s|%-6s|%.2s|%5.1s|%c|%c|%%" % ("abc", "a'b", "é", "x", "y", "abcdef", "xyz", "z", 65))
print("%s" % 5, "%s" % (5,), "%s %s" % ([1], {2: 3}), "%s" % {"a": 1}, "%(a)s-%(b)03d %(a)r" % {"a": "left", "b": 7}, "%s" % None, "%5.1f%%" % 12.34, "no args" % {}, "no args" % ())
print("%*d|%-*d|%.*f|%*.*f" % (5, 42, 5, 42, 2, 3.14159, 8, 3, 2.5), "%d" % 3.99, "%d" % -3.99, "%d" % True, "%i" % 10**25, "%x" % 10**20, "%30d|" % -(10**20), "%s" % 10**20, "%.5d|%+.3d" % (42, 7))
print("%s %s" % ("é", "日本"), "%5s|%-5s|" % ("é", "日本"), "%f %f %f" % (float("inf"), float("-inf"), float("nan")), "%5.1f|" % float("nan"), "%d%%" % 50, "%s" % (1, )[0], "%r" % ((1, 2),), "%s" % [1.5, "x"])
class C:
    def __int__(self): return 7
    def __float__(self): return 2.5
    def __index__(self): return 9
    def __str__(self): return "C!"
print("%d %f %x %s %r" % (C(), C(), C(), C(), "q"), "%ld %hd" % (1, 2), "%(x)d %(x)s" % {"x": 5}, "%(a b)s" % {"a b": 1}, "%()s" % {"": 2})
def err(f, a):
    try:
        print(f % a)
    except Exception as e:
        print(type(e).__name__ + ":", e)
err("%d", "a"); err("%x", 1.5); err("%f", "a"); err("%d %d", 1); err("%d", (1, 2)); err("%y", 1); err("%", 1); err("%(a)s", 5); err("%(a)s", {"b": 1})
err("%c", "ab"); err("%c", 1.5); err("%*d", ("a", 1)); err("%d", None); err("%d", 1j); err("%s %s", "a"); err("abc", 1); err("%d", float("nan")); err("%d", float("inf")); err("%e", [1]); err("%(a", {}); err("%x", "z")

#CHECK{LITERAL}:42|   42|42   |00042|+42| 42|ff|FF|0xff|10|0o10|7|9
#CHECK-NEXT{LITERAL}:3.141590|3.14|   3.142|2.5     |+2.5|00002.50|1.234568e+04|1.235E+04|1e+10|1E-10|1.23e+06|3.|1.500000
#CHECK-NEXT{LITERAL}:abc|"a'b"|'\xe9'|         x|y     |ab|    x|z|A|%
#CHECK-NEXT{LITERAL}:5 5 [1] {2: 3} {'a': 1} left-007 'left' None  12.3% no args no args
#CHECK-NEXT{LITERAL}:   42|42   |3.14|   2.500 3 -3 1 10000000000000000000000000 56bc75e2d63100000         -100000000000000000000| 100000000000000000000 00042|+007
#CHECK-NEXT{LITERAL}:é 日本     é|日本   | inf -inf nan   nan| 50% 1 (1, 2) [1.5, 'x']
#CHECK-NEXT{LITERAL}:7 2.500000 9 C! 'q' 1 2 5 5 1 2
#CHECK-NEXT{LITERAL}:TypeError: %d format: a real number is required, not str
#CHECK-NEXT{LITERAL}:TypeError: %x format: an integer is required, not float
#CHECK-NEXT{LITERAL}:TypeError: must be real number, not str
#CHECK-NEXT{LITERAL}:TypeError: not enough arguments for format string
#CHECK-NEXT{LITERAL}:TypeError: not all arguments converted during string formatting
#CHECK-NEXT{LITERAL}:ValueError: unsupported format character 'y' (0x79) at index 1
#CHECK-NEXT{LITERAL}:ValueError: incomplete format
#CHECK-NEXT{LITERAL}:TypeError: format requires a mapping
#CHECK-NEXT{LITERAL}:KeyError: 'a'
#CHECK-NEXT{LITERAL}:TypeError: %c requires int or char
#CHECK-NEXT{LITERAL}:TypeError: %c requires int or char
#CHECK-NEXT{LITERAL}:TypeError: * wants int
#CHECK-NEXT{LITERAL}:TypeError: %d format: a real number is required, not NoneType
#CHECK-NEXT{LITERAL}:TypeError: %d format: a real number is required, not complex
#CHECK-NEXT{LITERAL}:TypeError: not enough arguments for format string
#CHECK-NEXT{LITERAL}:TypeError: not all arguments converted during string formatting
#CHECK-NEXT{LITERAL}:ValueError: cannot convert float NaN to integer
#CHECK-NEXT{LITERAL}:OverflowError: cannot convert float infinity to integer
#CHECK-NEXT{LITERAL}:TypeError: must be real number, not list
#CHECK-NEXT{LITERAL}:ValueError: incomplete format key
#CHECK-NEXT{LITERAL}:TypeError: %x format: an integer is required, not str
