# difflib: what differs between lines and between characters.
import difflib
a = "one\ntwo\nthree\nfour\n".splitlines(keepends=True)
b = "ore\ntree\nfour\nemu\n".splitlines(keepends=True)
print("".join(difflib.ndiff(a, b)))
print("".join(difflib.unified_diff(a, b, "a.txt", "b.txt", n=1)))
s = difflib.SequenceMatcher(lambda x: x == " ", "private Thread currentThread;", "private volatile Thread currentThread;")
print(round(s.ratio(), 3), s.get_matching_blocks(), s.find_longest_match(0, 5, 0, 5))
for op in difflib.SequenceMatcher(None, "qabxcd", "abycdf").get_opcodes():
    print(op)
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.SequenceMatcher(a="abcd", b="bcde").quick_ratio())
print(list(difflib.restore(difflib.ndiff(a, b), 2)) == b, list(difflib.ndiff(["('a', 'b')"], ["('a', 'c')"])))
for g in difflib.SequenceMatcher(None, list(range(30)), [x for x in range(30) if x not in (5, 20)]).get_grouped_opcodes(2):
    print(g)
x = [str(i % 7) for i in range(220)]
print(difflib.SequenceMatcher(None, x, x[3:]).ratio(), list(difflib.unified_diff(x[:9], x[1:10], lineterm="")))
