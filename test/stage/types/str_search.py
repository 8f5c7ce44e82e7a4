# find, index, count, startswith, replace, partition of str, with bounds.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
s = "hello world, hello"
print(s.find("hello"), s.find("hello", 1), s.find("hello", 1, 10), s.rfind("hello"), s.find("zz"), s.find(""), s.rfind(""))
print(s.find("", 18), s.find("", 19), s.find("o", -5), s.find("h", -100, 3), s.index("world"), s.rindex("l"))
print(s.count("l"), s.count("hello"), s.count(""), s.count("o", 5), "aaaa".count("aa"), "".count(""), s.count("l", 100))
print(s.startswith("hello"), s.startswith(("x", "he")), s.startswith("world", 6), s.endswith("hello"), s.endswith(""), s.startswith("", 18), s.startswith("", 19))
print(s.replace("hello", "bye"), s.replace("l", "L", 2), s.replace("", "-", 3), "aaa".replace("", "."), "abc".replace("z", "y"), s.replace("o", "", -1))
print(s.partition(", "), s.partition("zz"), s.rpartition("hello"), s.rpartition("zz"))
print("prefix_x".removeprefix("prefix_"), "x".removeprefix("prefix"), "a.py".removesuffix(".py"), "a.py".removesuffix(""))
print("naïve café".find("é"), "naïve".index("v"), "日本語テキスト".find("語"), "日本語テキスト".rfind("ト"), "ééé".count("é"), "aéb".replace("", "|"))
print("b" in "abc", "" in "abc", "z" not in "abc", "é" in "café")
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: "abc".index("z"))
err(lambda: "abc".rindex("z"))
err(lambda: "abc".find(1))
err(lambda: "abc".replace(1, "x"))
err(lambda: "abc".replace("x", None))
err(lambda: "abc".startswith(5))
err(lambda: "abc".endswith(("a", 1)))
err(lambda: "abc".partition(""))
err(lambda: 1 in "abc")
err(lambda: "abc".split(""))
err(lambda: "abc".split(3))
err(lambda: "abc".removeprefix(1))
err(lambda: "abc".nosuch)

#CHECK{LITERAL}:0 13 -1 13 -1 0 18
#CHECK-NEXT{LITERAL}:18 -1 17 0 6 16
#CHECK-NEXT{LITERAL}:5 2 19 2 2 1 0
#CHECK-NEXT{LITERAL}:True True True True True True False
#CHECK-NEXT{LITERAL}:bye world, bye heLLo world, hello -h-e-llo world, hello .a.a.a. abc hell wrld, hell
#CHECK-NEXT{LITERAL}:('hello world', ', ', 'hello') ('hello world, hello', '', '') ('hello world, ', 'hello', '') ('', '', 'hello world, hello')
#CHECK-NEXT{LITERAL}:x x a a.py
#CHECK-NEXT{LITERAL}:9 3 2 6 3 |a|é|b|
#CHECK-NEXT{LITERAL}:True True True True
#CHECK-NEXT{LITERAL}:ValueError: substring not found
#CHECK-NEXT{LITERAL}:ValueError: substring not found
#CHECK-NEXT{LITERAL}:TypeError: must be str, not int
#CHECK-NEXT{LITERAL}:TypeError: replace() argument 1 must be str, not int
#CHECK-NEXT{LITERAL}:TypeError: replace() argument 2 must be str, not None
#CHECK-NEXT{LITERAL}:TypeError: startswith first arg must be str or a tuple of str, not int
#CHECK-NEXT{LITERAL}:TypeError: tuple for endswith must only contain str, not int
#CHECK-NEXT{LITERAL}:ValueError: empty separator
#CHECK-NEXT{LITERAL}:TypeError: 'in <string>' requires string as left operand, not int
#CHECK-NEXT{LITERAL}:ValueError: empty separator
#CHECK-NEXT{LITERAL}:TypeError: must be str or None, not int
#CHECK-NEXT{LITERAL}:TypeError: removeprefix() argument must be str, not int
#CHECK-NEXT{LITERAL}:AttributeError: 'str' object has no attribute 'nosuch'
