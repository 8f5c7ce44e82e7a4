# modes: interp
import functools
import inspect


def f(a, b: int, /, c=1, *args, d, e: str = "x", **kw) -> float:
    """Adds.

        indented
    """
    return a


def g():
    yield 1


class C:
    """A class."""

    def __init__(self, x, y=2):
        self.x = x

    def method(self, z):
        return z

    def __call__(self, q, *, r=None):
        return q


sig = inspect.signature(f)
print(sig, list(sig.parameters), sig.return_annotation)
for p in sig.parameters.values():
    print(p.name, p.kind, p.default is inspect.Parameter.empty, p)
print(inspect.signature(C), inspect.signature(C(1).method), inspect.signature(C.method), inspect.signature(C(1)))
print(inspect.signature(functools.partial(f, 1, d=3)), inspect.signature(lambda x, *, y: x), inspect.signature(g))
b = sig.bind(1, 2, 3, 4, 5, d=6, z=7)
print(b.arguments, b.args, b.kwargs)
b = sig.bind(1, 2, d=0)
b.apply_defaults()
print(b.arguments, b)
for args, kw in (((), {}), ((1,), {"d": 1}), ((1, 2), {}), ((1, 2, 3), {"c": 1, "d": 2})):
    try:
        sig.bind(*args, **kw)
    except TypeError as e:
        print(e)
try:
    inspect.signature(lambda x: x).bind(1, 2)
except TypeError as e:
    print(e)
print(inspect.isfunction(f), inspect.isclass(C), inspect.ismethod(C(1).method), inspect.isbuiltin(len), inspect.isfunction(len))
print(inspect.isgeneratorfunction(g), inspect.isgenerator(g()), inspect.getdoc(f), inspect.getdoc(C), inspect.isroutine(f))
print(inspect.cleandoc("  a\n    b\n      c\n"), [k for k, v in inspect.getmembers(C(3)) if not k.startswith("_")])


@functools.wraps(f)
def wrapper(*args, **kwargs):
    return f(*args, **kwargs)


print(inspect.signature(wrapper) == sig, inspect.unwrap(wrapper) is f, inspect.signature(wrapper, follow_wrapped=False))
