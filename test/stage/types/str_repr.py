# repr, ascii, encode, indexing, comparison and iteration of str.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
for s in ["", "a'b", 'a"b', "a'b\"c", "\\", "\n\r\t\x00\x1b\x7f", "é ñ 日本", "\x80\xa0\xad", "\u200b\u2028\ufeff", "\U0001f600", "\U000e0001", "\ue000", "tab\there"]:
    print(repr(s), ascii(s), len(s), s.encode())
s = "héllo wörld"
print(s[0], s[1], s[-1], s[1:5], s[::-1], s[::2], s[-3:], s[8:2:-2], s[100:], s[:-100], s[1:1] == "")
print("abc" < "abd", "abc" < "abcd", "Z" < "a", "é" > "z", "" < "a", "a" == "a", "日" > "é", "a" != "b", "a" <= "a")
print(list("héy"), [*"ab"], tuple("xy"), set("a"), sorted("hello"), max("hello"), min("hello"), "".join(reversed("abc")), dict(enumerate("ab")))
print("ab" * 3, 2 * "xy", "a" * 0, "a" * -1, "a" + "b" "c", "%s" % "é")
print(ord("é"), chr(233), ord("😀"), chr(0x1F600), "•", hash("a") == hash("a"), "a".__len__(), "abc".__getitem__(1), "abc".__contains__("b"), "a".__add__("b"))
print(str(b"ab"), str(b"caf\xc3\xa9", "utf-8"), b"abc".decode(), "é".encode("latin-1"), "aé".encode("ascii", "ignore"), "aé".encode("ascii", "replace"))
print(str(), str(1), str(None), str([1, "a"]), str("x"), str(1.0), str((1,)), str({"a": 1}), str(type(1)), str(len))
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: "abc"[5])
err(lambda: "abc"["a"])
err(lambda: "abc"[1.0])
err(lambda: "a" + 1)
err(lambda: 1 + "a")
err(lambda: "a" * 1.5)
err(lambda: "a" * "b")
err(lambda: "a" - "b")
err(lambda: "a" < 1)
err(lambda: "é".encode("ascii"))
err(lambda: b"\xff".decode())
err(lambda: "a".encode("nope"))
err(lambda: ord("ab"))
err(lambda: ord(1))
err(lambda: chr(-1))
err(lambda: len(5))

#CHECK{LITERAL}:'' '' 0 b''
#CHECK-NEXT{LITERAL}:"a'b" "a'b" 3 b"a'b"
#CHECK-NEXT{LITERAL}:'a"b' 'a"b' 3 b'a"b'
#CHECK-NEXT{LITERAL}:'a\'b"c' 'a\'b"c' 5 b'a\'b"c'
#CHECK-NEXT{LITERAL}:'\\' '\\' 1 b'\\'
#CHECK-NEXT{LITERAL}:'\n\r\t\x00\x1b\x7f' '\n\r\t\x00\x1b\x7f' 6 b'\n\r\t\x00\x1b\x7f'
#CHECK-NEXT{LITERAL}:'é ñ 日本' '\xe9 \xf1 \u65e5\u672c' 6 b'\xc3\xa9 \xc3\xb1 \xe6\x97\xa5\xe6\x9c\xac'
#CHECK-NEXT{LITERAL}:'\x80\xa0\xad' '\x80\xa0\xad' 3 b'\xc2\x80\xc2\xa0\xc2\xad'
#CHECK-NEXT{LITERAL}:'\u200b\u2028\ufeff' '\u200b\u2028\ufeff' 3 b'\xe2\x80\x8b\xe2\x80\xa8\xef\xbb\xbf'
#CHECK-NEXT{LITERAL}:'😀' '\U0001f600' 1 b'\xf0\x9f\x98\x80'
#CHECK-NEXT{LITERAL}:'\U000e0001' '\U000e0001' 1 b'\xf3\xa0\x80\x81'
#CHECK-NEXT{LITERAL}:'\ue000' '\ue000' 1 b'\xee\x80\x80'
#CHECK-NEXT{LITERAL}:'tab\there' 'tab\there' 8 b'tab\there'
#CHECK-NEXT{LITERAL}:h é d éllo dlröw olléh hlowrd rld rwo   True
#CHECK-NEXT{LITERAL}:True True True True True True True True True
#CHECK-NEXT{LITERAL}:['h', 'é', 'y'] ['a', 'b'] ('x', 'y') {'a'} ['e', 'h', 'l', 'l', 'o'] o e cba {0: 'a', 1: 'b'}
#CHECK-NEXT{LITERAL}:ababab xyxy   abc é
#CHECK-NEXT{LITERAL}:233 é 128512 😀 • True 1 b True ab
#CHECK-NEXT{LITERAL}:b'ab' café abc b'\xe9' b'a' b'a?'
#CHECK-NEXT{LITERAL}: 1 None [1, 'a'] x 1.0 (1,) {'a': 1} <class 'int'> <built-in function len>
#CHECK-NEXT{LITERAL}:IndexError: string index out of range
#CHECK-NEXT{LITERAL}:TypeError: string indices must be integers, not 'str'
#CHECK-NEXT{LITERAL}:TypeError: string indices must be integers, not 'float'
#CHECK-NEXT{LITERAL}:TypeError: can only concatenate str (not "int") to str
#CHECK-NEXT{LITERAL}:TypeError: unsupported operand type(s) for +: 'int' and 'str'
#CHECK-NEXT{LITERAL}:TypeError: can't multiply sequence by non-int of type 'float'
#CHECK-NEXT{LITERAL}:TypeError: can't multiply sequence by non-int of type 'str'
#CHECK-NEXT{LITERAL}:TypeError: unsupported operand type(s) for -: 'str' and 'str'
#CHECK-NEXT{LITERAL}:TypeError: '<' not supported between instances of 'str' and 'int'
#CHECK-NEXT{LITERAL}:UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
#CHECK-NEXT{LITERAL}:UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
#CHECK-NEXT{LITERAL}:LookupError: unknown encoding: nope
#CHECK-NEXT{LITERAL}:TypeError: ord() expected a character, but string of length 2 found
#CHECK-NEXT{LITERAL}:TypeError: ord() expected string of length 1, but int found
#CHECK-NEXT{LITERAL}:ValueError: chr() arg not in range(0x110000)
#CHECK-NEXT{LITERAL}:TypeError: object of type 'int' has no len()
