# Methods, slices and operators of list and tuple.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
l = [3, 1, 2]
l.append(5); l.extend((4, 1)); l.insert(1, 9); l.insert(-1, 7); l.insert(100, 8); l.insert(-100, 0)
print(l, l.pop(), l.pop(0), l.pop(-2), l.index(5), l.count(1), l.index(1, 3), len(l))
l.remove(9); l.sort(); print(l); l.sort(reverse=True); l.reverse(); print(l, l.copy() is l, l.copy() == l)
words = ["banana", "Apple", "cherry", "apple"]
words.sort(); print(words); words.sort(key=str.lower); print(words); words.sort(key=len, reverse=True); print(words)
print(sorted([(1, "b"), (0, "z"), (1, "a")], key=lambda p: p[0]), sorted([3, 1, 2], reverse=True), sorted("bca"), sorted({3: 1, 1: 2}), sorted([1.5, 1, True, 0]))
stable = sorted([("a", 1), ("b", 0), ("c", 1), ("d", 0)], key=lambda t: t[1], reverse=True); print(stable)
a = list(range(10))
a[2:5] = ["x"]; print(a); a[1:1] = [7, 7]; print(a); a[::3] = [0, 0, 0, 0]; print(a); del a[::2]; print(a); del a[-1]; print(a); a[:] = []; print(a)
b = [1, 2, 3]; b += (4,); b *= 2; print(b, b[::-1], b[5:1:-2], b[-3:], b[:100], [0] * 3 + [1], 2 * [1, 2], [1] * -1)
print([1, 2] < [1, 3], [1] == [1.0], [1, 2] < [1, 2, 0], [] < [0], [[1], [2]] > [[1], [1, 5]], [1] != (1,), (1, 2) <= (1, 2), ("a",) > ("A", "z"))
t = (1, "two", 3.0, None, 1); print(t.count(1), t.index("two"), t.index(1, 1), t[1:3], t + (True,), t * 2, (), (1,), hash((1, 2)) == hash((1, 2)), 3.0 in t)
c = [1]; c.append(c); print(c, [c]); n = [[]] * 2; n[0].append(1); print(n)
c.clear(); print(c, list("ab"), list({1: 2}), list(range(3)), [*range(2), *"x"], list(reversed([1, 2, 3])), list(iter([1])))
nan = float("nan"); print(nan in [nan], [nan] == [nan], [nan].index(nan), [1, [2, [3]]] == [1, [2, [3]]])
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: [].pop())
err(lambda: [1].pop(5))
err(lambda: [1].remove(2))
err(lambda: [1].index(2))
err(lambda: (1,).index(2))
err(lambda: [1][3])
err(lambda: (1,)[3])
err(lambda: [1]["a"])
err(lambda: [1] + (2,))
err(lambda: (1,) + [2])
err(lambda: [1] < [None])
err(lambda: [3, "a"].sort())
err(lambda: [1].append())
err(lambda: [1].append(1, 2))
err(lambda: [1].sort(5))
err(lambda: [1] * 2.0)
def assign():
    x = [1, 2, 3]
    x[::2] = [1]
err(assign)
def assign2():
    x = (1, 2)
    x[0] = 1
err(assign2)
def delete():
    x = [1]
    del x[4]
err(delete)
err(lambda: {[1]: 2})

#CHECK{LITERAL}:[3, 9, 1, 2, 5, 4, 1] 8 0 7 4 2 6 7
#CHECK-NEXT{LITERAL}:[1, 1, 2, 3, 4, 5]
#CHECK-NEXT{LITERAL}:[1, 1, 2, 3, 4, 5] False True
#CHECK-NEXT{LITERAL}:['Apple', 'apple', 'banana', 'cherry']
#CHECK-NEXT{LITERAL}:['Apple', 'apple', 'banana', 'cherry']
#CHECK-NEXT{LITERAL}:['banana', 'cherry', 'Apple', 'apple']
#CHECK-NEXT{LITERAL}:[(0, 'z'), (1, 'b'), (1, 'a')] [3, 2, 1] ['a', 'b', 'c'] [1, 3] [0, 1, True, 1.5]
#CHECK-NEXT{LITERAL}:[('a', 1), ('c', 1), ('b', 0), ('d', 0)]
#CHECK-NEXT{LITERAL}:[0, 1, 'x', 5, 6, 7, 8, 9]
#CHECK-NEXT{LITERAL}:[0, 7, 7, 1, 'x', 5, 6, 7, 8, 9]
#CHECK-NEXT{LITERAL}:[0, 7, 7, 0, 'x', 5, 0, 7, 8, 0]
#CHECK-NEXT{LITERAL}:[7, 0, 5, 7, 0]
#CHECK-NEXT{LITERAL}:[7, 0, 5, 7]
#CHECK-NEXT{LITERAL}:[]
#CHECK-NEXT{LITERAL}:[1, 2, 3, 4, 1, 2, 3, 4] [4, 3, 2, 1, 4, 3, 2, 1] [2, 4] [2, 3, 4] [1, 2, 3, 4, 1, 2, 3, 4] [0, 0, 0, 1] [1, 2, 1, 2] []
#CHECK-NEXT{LITERAL}:True True True True True True True True
#CHECK-NEXT{LITERAL}:2 1 4 ('two', 3.0) (1, 'two', 3.0, None, 1, True) (1, 'two', 3.0, None, 1, 1, 'two', 3.0, None, 1) () (1,) True True
#CHECK-NEXT{LITERAL}:[1, [...]] [[1, [...]]]
#CHECK-NEXT{LITERAL}:[[1], [1]]
#CHECK-NEXT{LITERAL}:[] ['a', 'b'] [1] [0, 1, 2] [0, 1, 'x'] [3, 2, 1] [1]
#CHECK-NEXT{LITERAL}:True True 0 True
#CHECK-NEXT{LITERAL}:IndexError: pop from empty list
#CHECK-NEXT{LITERAL}:IndexError: pop index out of range
#CHECK-NEXT{LITERAL}:ValueError: list.remove(x): x not in list
#CHECK-NEXT{LITERAL}:ValueError: 2 is not in list
#CHECK-NEXT{LITERAL}:ValueError: tuple.index(x): x not in tuple
#CHECK-NEXT{LITERAL}:IndexError: list index out of range
#CHECK-NEXT{LITERAL}:IndexError: tuple index out of range
#CHECK-NEXT{LITERAL}:TypeError: list indices must be integers or slices, not str
#CHECK-NEXT{LITERAL}:TypeError: can only concatenate list (not "tuple") to list
#CHECK-NEXT{LITERAL}:TypeError: can only concatenate tuple (not "list") to tuple
#CHECK-NEXT{LITERAL}:TypeError: '<' not supported between instances of 'int' and 'NoneType'
#CHECK-NEXT{LITERAL}:TypeError: '<' not supported between instances of 'str' and 'int'
#CHECK-NEXT{LITERAL}:TypeError: list.append() takes exactly one argument (0 given)
#CHECK-NEXT{LITERAL}:TypeError: list.append() takes exactly one argument (2 given)
#CHECK-NEXT{LITERAL}:TypeError: sort() takes no positional arguments
#CHECK-NEXT{LITERAL}:TypeError: can't multiply sequence by non-int of type 'float'
#CHECK-NEXT{LITERAL}:ValueError: attempt to assign sequence of size 1 to extended slice of size 2
#CHECK-NEXT{LITERAL}:TypeError: 'tuple' object does not support item assignment
#CHECK-NEXT{LITERAL}:IndexError: list assignment index out of range
#CHECK-NEXT{LITERAL}:TypeError: unhashable type: 'list'
