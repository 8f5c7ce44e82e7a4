# split, rsplit, splitlines, strip and join.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
print("a b  c".split(), " a b ".split(" "), "a,b,,c".split(","), "".split(), "".split(","), "   ".split(), "abc".split("bc"))
print("a b c d".split(None, 2), "a,b,c,d".split(",", 2), "  a  b  c  ".split(None, 1), "a b c".split(maxsplit=0), " x ".split(None, 0))
print("a b c d".rsplit(None, 2), "a,b,c,d".rsplit(",", 1), "  a  b  c  ".rsplit(None, 1), "a--b--c".rsplit("--", 1), " x y ".rsplit(maxsplit=0))
print("a\nb\r\nc\rd".splitlines(), "a\nb\n".splitlines(), "\n".splitlines(), "".splitlines(), "x\x0by\x0cz\x1cw\u2028v".splitlines(), "a\nb\r\n".splitlines(True))
print(repr("  pad\t\n".strip()), repr("xxhixx".strip("x")), repr("xyhixy".strip("yx")), repr("hi  ".rstrip()), repr("  hi".lstrip()), repr("abc".strip("")), repr("aaa".strip("a")))
print(repr("\u3000wide\u3000".strip()), repr("éàé".strip("é")), repr("www.x.com".strip("w.moc")), repr("  x ".strip(None)))
print(",".join(["a", "b"]), "".join("abc"), "-".join(str(i) for i in range(3)), repr(" ".join([])), "x".join(("1",)), ", ".join({"k": 1, "l": 2}))
print("tab\tstop\tx".expandtabs(4), "a\tb".expandtabs(), "a\tb\n\tc".expandtabs(3).split("\n"), "a\tb".expandtabs(0))
print("42".zfill(5), "-42".zfill(5), "+1".zfill(4), "".zfill(2), "12345".zfill(3), "--1".zfill(5))
print(repr("ab".center(7)), repr("ab".center(6, "*")), repr("abc".center(6, "*")), repr("abcd".center(7, "*")), "ab".ljust(5, ".") + "|", "ab".rjust(5, "→"), "abc".ljust(2))
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: ",".join([1, 2]))
err(lambda: ",".join(["a", None]))
err(lambda: ",".join(5))
err(lambda: "x".strip(1))
err(lambda: "x".center(5, "ab"))
err(lambda: "x".ljust(5, 1))
err(lambda: "x".center("5"))

#CHECK{LITERAL}:['a', 'b', 'c'] ['', 'a', 'b', ''] ['a', 'b', '', 'c'] [] [''] [] ['a', '']
#CHECK-NEXT{LITERAL}:['a', 'b', 'c d'] ['a', 'b', 'c,d'] ['a', 'b  c  '] ['a b c'] ['x ']
#CHECK-NEXT{LITERAL}:['a b', 'c', 'd'] ['a,b,c', 'd'] ['  a  b', 'c'] ['a--b', 'c'] [' x y']
#CHECK-NEXT{LITERAL}:['a', 'b', 'c', 'd'] ['a', 'b'] [''] [] ['x', 'y', 'z', 'w', 'v'] ['a\n', 'b\r\n']
#CHECK-NEXT{LITERAL}:'pad' 'hi' 'hi' 'hi' 'hi' 'abc' ''
#CHECK-NEXT{LITERAL}:'wide' 'à' 'x' 'x'
#CHECK-NEXT{LITERAL}:a,b abc 0-1-2 '' 1 k, l
#CHECK-NEXT{LITERAL}:tab stop    x a       b ['a  b', '   c'] ab
#CHECK-NEXT{LITERAL}:00042 -0042 +001 00 12345 -00-1
#CHECK-NEXT{LITERAL}:'   ab  ' '**ab**' '*abc**' '**abcd*' ab...| →→→ab abc
#CHECK-NEXT{LITERAL}:TypeError: sequence item 0: expected str instance, int found
#CHECK-NEXT{LITERAL}:TypeError: sequence item 1: expected str instance, NoneType found
#CHECK-NEXT{LITERAL}:TypeError: can only join an iterable
#CHECK-NEXT{LITERAL}:TypeError: strip arg must be None or str
#CHECK-NEXT{LITERAL}:TypeError: The fill character must be exactly one character long
#CHECK-NEXT{LITERAL}:TypeError: The fill character must be a unicode character, not int
#CHECK-NEXT{LITERAL}:TypeError: 'str' object cannot be interpreted as an integer
