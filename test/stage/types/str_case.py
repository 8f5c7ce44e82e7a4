# Case and classes of characters, also beyond ASCII; translate.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
for s in ["Hello World", "ÀÉÎõü ß", "they're bill's", "ǆ ǅ", "ΑΣ ΣΑΣ ς", "ﬁne İI ıi", "x_1", "ÿ µ ſ"]:
    print(s.upper(), s.lower(), s.title(), s.swapcase(), s.capitalize(), s.casefold(), sep="|")
for s in ["", "abc", "ABC", "Abc Def", "123", "१२३", "²", "½", "a1", " \t\n", "\u2003", "é", "日本", "x y", "_x", "1x", "É", "ǅ", "\x00", "class", "a\n", "Ⅷ"]:
    print(ascii(s), s.isalpha(), s.isalnum(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isspace(), s.islower(), s.isupper(), s.istitle(), s.isascii(), s.isprintable(), s.isidentifier())
print("spam".translate(str.maketrans("sp", "zq")), "spam".translate(str.maketrans("sp", "zq", "a")), "abc".translate({97: "XY", 98: None, 99: 100}), "é→".translate({0xe9: "e"}))
print(str.maketrans("ab", "cd", "e"), str.maketrans({"a": 1, 98: "x"}))
print("int('٣') =", int("٣"), float("१.५"))
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: str.maketrans("a", "bc"))
err(lambda: str.maketrans({"ab": 1}))
err(lambda: str.maketrans("ab"))
err(lambda: str.upper(5))
err(lambda: "a".upper(1))
print(list(map(str.upper, ["a", "b"])), sorted(["b", "A", "c"], key=str.lower), max("a", "B", key=str.upper))

#CHECK{LITERAL}:HELLO WORLD|hello world|Hello World|hELLO wORLD|Hello world|hello world
#CHECK-NEXT{LITERAL}:ÀÉÎÕÜ SS|àéîõü ß|Àéîõü Ss|àéîÕÜ SS|Àéîõü ß|àéîõü ss
#CHECK-NEXT{LITERAL}:THEY'RE BILL'S|they're bill's|They'Re Bill'S|THEY'RE BILL'S|They're bill's|they're bill's
#CHECK-NEXT{LITERAL}:Ǆ Ǆ|ǆ ǆ|ǅ ǅ|Ǆ ǅ|ǅ ǆ|ǆ ǆ
#CHECK-NEXT{LITERAL}:ΑΣ ΣΑΣ Σ|ας σας ς|Ας Σας Σ|ας σας Σ|Ας σας ς|ασ σασ σ
#CHECK-NEXT{LITERAL}:FINE İI II|ﬁne i̇i ıi|Fine İi Ii|FINE i̇i II|Fine i̇i ıi|fine i̇i ıi
#CHECK-NEXT{LITERAL}:X_1|x_1|X_1|X_1|X_1|x_1
#CHECK-NEXT{LITERAL}:Ÿ Μ S|ÿ µ ſ|Ÿ Μ S|Ÿ Μ S|Ÿ µ ſ|ÿ μ s
#CHECK-NEXT{LITERAL}:'' False False False False False False False False False True True False
#CHECK-NEXT{LITERAL}:'abc' True True False False False False True False False True True True
#CHECK-NEXT{LITERAL}:'ABC' True True False False False False False True False True True True
#CHECK-NEXT{LITERAL}:'Abc Def' False False False False False False False False True True True False
#CHECK-NEXT{LITERAL}:'123' False True True True True False False False False True True False
#CHECK-NEXT{LITERAL}:'\u0967\u0968\u0969' False True True True True False False False False False True False
#CHECK-NEXT{LITERAL}:'\xb2' False True True False True False False False False False True False
#CHECK-NEXT{LITERAL}:'\xbd' False True False False True False False False False False True False
#CHECK-NEXT{LITERAL}:'a1' False True False False False False True False False True True True
#CHECK-NEXT{LITERAL}:' \t\n' False False False False False True False False False True False False
#CHECK-NEXT{LITERAL}:'\u2003' False False False False False True False False False False False False
#CHECK-NEXT{LITERAL}:'\xe9' True True False False False False True False False False True True
#CHECK-NEXT{LITERAL}:'\u65e5\u672c' True True False False False False False False False False True True
#CHECK-NEXT{LITERAL}:'x y' False False False False False False True False False True True False
#CHECK-NEXT{LITERAL}:'_x' False False False False False False True False False True True True
#CHECK-NEXT{LITERAL}:'1x' False True False False False False True False False True True False
#CHECK-NEXT{LITERAL}:'\xc9' True True False False False False False True True False True True
#CHECK-NEXT{LITERAL}:'\u01c5' True True False False False False False False True False True True
#CHECK-NEXT{LITERAL}:'\x00' False False False False False False False False False True False False
#CHECK-NEXT{LITERAL}:'class' True True False False False False True False False True True True
#CHECK-NEXT{LITERAL}:'a\n' False False False False False False True False False True False False
#CHECK-NEXT{LITERAL}:'\u2167' False True False False True False False True True False True True
#CHECK-NEXT{LITERAL}:zqam zqm XYd e→
#CHECK-NEXT{LITERAL}:{97: 99, 98: 100, 101: None} {97: 1, 98: 'x'}
#CHECK-NEXT{LITERAL}:int('٣') = 3 1.5
#CHECK-NEXT{LITERAL}:ValueError: the first two maketrans arguments must have equal length
#CHECK-NEXT{LITERAL}:ValueError: string keys in translate table must be of length 1
#CHECK-NEXT{LITERAL}:TypeError: if you give only one argument to maketrans it must be a dict
#CHECK-NEXT{LITERAL}:TypeError: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
#CHECK-NEXT{LITERAL}:TypeError: str.upper() takes no arguments (1 given)
#CHECK-NEXT{LITERAL}:['A', 'B'] ['A', 'b', 'c'] B
