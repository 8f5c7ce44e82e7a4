# modes: interp
import re

print(re.match(r"(\w+)\s(\d+)", "step 42 done").groups(), re.search(r"\d+", "a1b22").group(), re.match("x", "y"))
m = re.search(r"(?P<key>\w+)=(?P<value>[-+.\deE]+)", "lr=1e-3, n=5")
print(m.group("key"), m["value"], m.groupdict(), m.span(), m.start("value"), m.end(1), m)
print(re.findall(r"\d+", "1, 22, 333"), re.findall(r"(\w)(\d)", "a1 b2"), re.findall(r"a|b", "cab"), re.findall("", "ab"))
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(-)", "1-2-3", maxsplit=1), re.split(r"\s+", " a b "))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("a", lambda m: m.group().upper(), "banana", count=2))
print(re.subn(r"\s+", " ", "a   b \n c"), re.sub(r"(?P<x>\d)", r"<\g<x>>", "a1b2"), re.sub(r"\.", r"\\", "a.b"))
print(re.fullmatch(r"[a-f0-9]{4}", "0aF1", re.I), re.fullmatch("a+", "aab"), bool(re.fullmatch("a+b?", "aa")))
print(re.findall(r"^\w+", "one x\ntwo y", re.M), re.findall(r"\w+$", "one x\ntwo y"), re.search("a.c", "a\nc", re.S).span())
print(re.match(r"a{2,3}", "aaaa").group(), re.match(r"a{2,3}?", "aaaa").group(), re.match(r"<.+?>", "<a><b>").group())
print(re.findall(r"(?:ab)+", "ababxab"), re.findall(r"\bfoo\b", "foo food foo"), re.findall(r"foo(?=bar)", "foobar foobaz"))
print(re.findall(r"foo(?!bar)\w+", "foobar foobaz"), re.findall(r"(?<=\$)\d+", "$5 6 $77"), re.findall(r"(?<!\$)\b\d+", "$5 6 $77"))
print(re.match(r"(a)|(b)", "b").groups(), re.match(r"(a)?b", "b").group(1), re.match(r"(\w)\1", "aab").group(), re.escape("a.b*c[d]"))
p = re.compile(r"(\d+)-(\d+)")
print(p.pattern, p.groups, [m.group(1, 2) for m in p.finditer("1-2 30-40")], p.sub(r"\g<2>", "5-6"), p.search("x7-8", 1).span())
print(re.match(r"""(?x) \d+  # digits
      \s* [a-z]""", "12 x").group(), re.findall(r"(?i)abc", "ABC abc"), re.findall(r"[^\s,]+", "a b,c"), re.findall(r"[]a-c-]", "]b-d"))
print(re.match(r"^(layer|block)_(\d+)/(w|b)$", "layer_12/w").groups(), re.findall(r"\S+@\S+\.\w{2,}", "x@y.com, a@b.c"))
print(re.findall("x*", "axxb"), re.sub("x*", "-", "abxd"), re.match(".*c", "abcabc").end(), len(re.findall(r"(a|b)*c", "ababc" * 50)))
for bad in ("(", "a)", "[a", "*a", "a**", "(?P<1>x)", "\\"):
    try:
        re.compile(bad)
        print("compiled", bad)
    except re.error as e:
        print("error in", bad)
tokens = re.compile(r"\s*(?:(?P<num>\d+)|(?P<name>[a-z]+)|(.))")
print([(m.lastgroup, m.lastindex, m[m.lastindex]) for m in tokens.finditer("12 ab+3")])
