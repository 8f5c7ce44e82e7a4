"""functools.update_wrapper of objects: which attributes are assigned, and which dicts are updated."""
import functools


class Handler:
    def __init__(self, fn, **settings):
        self.fn, self.settings = fn, settings
        functools.update_wrapper(self, fn, updated=[])

    def __call__(self, *args):
        return self.fn(*args)


def model(x):
    "A model."
    return x + 1


inner = Handler(model, a=1)
outer = Handler(inner, b=2)
print(outer(1), outer.fn is inner, outer.__wrapped__ is inner, outer.__name__, outer.__doc__, outer.settings)


def f():
    pass


f.tag = "f"


@functools.wraps(f)
def g():
    pass


@functools.wraps(f, assigned=("__doc__",), updated=())
def h():
    pass


print(g.__name__, g.tag, h.__name__, hasattr(h, "tag"), h.__wrapped__ is f)


class Table:
    def __init__(self, rows):
        self.rows = rows


print(functools.update_wrapper(Table({"a": 1}), Table({"b": 2}), (), ("rows",)).rows)
