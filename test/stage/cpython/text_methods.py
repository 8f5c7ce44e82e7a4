# str: every method.
# RUN: cjaxc run --interpret %s | diff %S/text_methods.out -

def err(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


print("== case")
s = "hELLO wörld ß ǆ"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
print("they're bill's".title(), "x1y2".title(), "İI".lower(), "ﬁ".upper(), "ΑΣ".lower())

print("== predicates")
for p in ("isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "isupper", "islower", "istitle", "isidentifier",
          "isprintable", "isascii"):
    print(p, [int(getattr(s, p)()) for s in ("", "abc", "ABC", "Abc", "12", "²", "½", "a1", " \t", "é", "a b", "_x", "1x", "\n", "Ab Cd")])

print("== finding")
s = "abracadabra"
print(s.find("a"), s.find("a", 1), s.find("a", 1, 3), s.find("z"), s.rfind("a"), s.rfind("a", 0, 8), s.index("cad"), s.rindex("bra"))
print(s.count("a"), s.count("abra"), s.count("a", 2), s.count("", 3), "aaa".count("aa"), s.find(""), s.find("", 20), s.rfind(""))
err(s.index, "z")
err(s.rindex, "z")
err(s.find, 5)
print(s.startswith("abra"), s.startswith(("x", "ab")), s.startswith("bra", 1), s.endswith("ra"), s.endswith(("x",)), s.endswith("abr", 0, -1))
err(s.startswith, 5)
err(s.startswith, [1])

print("== splitting")
print("a,b,,c".split(","), " a  b ".split(), "a,b,c".split(",", 1), "".split(), "".split(","), "abc".split("bc"), " a b ".split(None, 1))
print("a,b,c".rsplit(",", 1), " a b  c ".rsplit(None, 1), "a--b--c".split("--"), "x".rsplit("x"))
print("a\nb\r\nc\x0bd\x1ce".splitlines(), "a\nb\n".splitlines(True), "".splitlines(), "\n".splitlines(), "a\n\nb".splitlines())
print("k=v=w".partition("="), "k".partition("="), "k=v=w".rpartition("="), "k".rpartition("="))
err("a".split, "")
err("a".partition, "")
err("a".split, 1)

print("== joining")
print(",".join(["a", "b"]), "".join("abc"), "-".join([]), "-".join(["x"]), ", ".join(str(i) for i in range(3)), "ab".join("12"))
err(",".join, [1])
err(",".join, ["a", None])
err(",".join, 5)

print("== stripping")
print(repr("  a b\t\n".strip()), repr("xxaxx".strip("x")), repr("xyaxy".lstrip("yx")), repr("  a ".rstrip()), repr("abc".strip("")))
print("prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "x".removeprefix("y"), "aa".removesuffix(""), "\u00a0x\u2003".strip())

print("== replacing and translating")
print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("", "-", 2), "aaa".replace("aa", ""))
t = str.maketrans("abc", "xyz", "d")
print("aabbccdd".translate(t), "abc".translate({97: None, 98: "BB", ord("c"): 67}), str.maketrans({"a": 1, 98: "q"}))
err(str.maketrans, "ab", "c")

print("== padding")
print("|" + "a".center(4) + "|" + "ab".center(5, "*") + "|" + "a".ljust(3, ".") + "|" + "a".rjust(3) + "|" + "abc".center(2) + "|")
print("42".zfill(5), "-42".zfill(5), "+4".zfill(4), "abc".zfill(2), "".zfill(2), "--1".zfill(5))
print("a\tb".expandtabs(), "ab\tc\n\td".expandtabs(4), "\t".expandtabs(0), "01\t012\t0".expandtabs(4))
err("a".center, 5, "ab")
err("a".ljust, "x")

print("== indexing, slicing, iteration")
s = "héllo😀"
print(s[1], s[-1], s[1:4], s[::-1], len(s), list(s), s[100:], "h" in s, max(s), min(s), sorted("banana"), [c for c in "ab"])
err(lambda: s[10])
def assign(): s[0] = "x"
err(assign)

print("== codes")
print(ord("a"), ord("😀"), chr(97), chr(128512), [ord(c) for c in "é\n"], "\x41\u00e9\101", "a" < "b" < "é")
err(ord, "")
err(chr, 0x110000)

print("== encoding")
print("é😀".encode(), "é".encode("latin-1"), "abc".encode("ascii"), b"\xc3\xa9".decode(), b"abc".decode("ascii"), "é".encode("ascii", "ignore"))
print("é".encode("ascii", "replace"), b"a\xffb".decode("utf-8", "replace") == "a\ufffdb", b"\xff".decode("latin-1"))
err("é".encode, "ascii")
err("a".encode, "nonsense")

print("== comparison and multiplication")
print("a" * 3, 3 * "ab", "a" * 0, "a" * -1, "abc" == "abc", "abc" < "abd", "a" + "b", "Z" < "a", "" < "a", "a" != "A")

print("== raw, adjacent, triple-quoted, escapes")
print(r"\n\t", "a" 'b' """c""", '''two
lines''', "con\
tinued", "\a\b\f\v\0".encode(), "\x7f\377".encode("latin-1"), R"\\", len("\\"))

print("== formatting by methods")
print("{} {}".format(1, 2), "{0}{1}{0}".format("a", "b"), "{x}-{y[0]}-{z.real}".format(x=1, y=[2], z=3), "{{}}".format(), "{!r:>6}".format("a"))
print("{:{}}|{:{w}.{p}f}".format("x", 4, 3.14159, w=8, p=2), "%s-%d-%5.2f-%%" % ("a", 3, 2.5), "{0[k]}".format({"k": 1}))
print("{a}".format_map({"a": 5}), "{:>{n}}".format(1, n=3))
