# Arrays of texts: indices, comparisons, printing, functions.
# modes: interp O3
import numpy as np, sys
a = np.array(['a','bb','ccc'])
print(a); print(repr(a)); print(a.shape, a.dtype, a.size, len(a), a.ndim, repr(a.dtype))
print(a[0], repr(a[0]), a[-1], a[1:], repr(a[:1]))
print(a == 'bb', a != 'a', a[a == 'bb'], (a == 'a').sum())
s = np.array([0.3, 0.1, 0.9])
print(a[np.argmax(s)], a[np.argsort(s)], a[[0, 2]], a[np.array([1, 1])])
for n, v in zip(a, s): print(n, v)
print(np.unique(np.array(['x','y','x'])), np.unique(['x','y','x'], return_counts=True), np.unique(np.array(['b','a','b']), return_inverse=True))
m = np.array([['a','b'],['c','d']])
print(m); print(m.T, m[0], m[:, 1], m[1, 0], m.tolist(), m.reshape(-1))
print(np.where(s > 0.2, 'hi', 'lo'), repr(np.where(s > 0.2, a, 'none')))
a[0] = 'longer'; print(a)
b = a[1:]; b[0] = 'q'; print(a)
print(np.concatenate([a, ['z']]), np.char.upper(a), np.char.add(a, '_x'), np.char.str_len(a), np.strings.startswith(a, 'l'))
print('ccc' in a, np.isin(a, ['ccc', 'x']), a.tolist(), list(a), sorted(a))
print(np.array(['1.5','2']).astype(float) + 1, np.array(['3','4'], dtype='<U5'), np.array([1, 2], dtype=str), np.asarray('abc'))
print(np.array(["s%d" % i for i in range(30)])); print(repr(np.array(["s%d" % i for i in range(30)])))
print({n: i for i, n in enumerate(a)}, f"{a}", a.dtype.kind, np.sort(a), np.repeat(a, 2), np.full(2, 'k'), isinstance(a[0], str))
print(np.array_equal(a, a), (a == a).all(), np.array(['b', 'a']) < 'b', np.vstack([a, a]), np.stack([a, a], 1))
print(np.nonzero(a == 'q'), np.flatnonzero(a == 'ccc'), a[::-1], a + '!')
print(np.char.upper(a=a), np.strings.capitalize(a=b), np.char.title("ab c"), np.char.isdigit(np.array(["1", "x"])))
for wrong in (lambda: np.char.upper(a, a), lambda: np.strings.isalpha(a, b=1), lambda: np.char.lower(x=a)):
    try:
        print(wrong())
    except TypeError:
        print("TypeError")
