# raise from, contexts, notes, the hierarchy of exceptions and their attributes, groups.
# RUN: cjaxc run --interpret %s | diff %S/chaining.out -

def chain(e):
    while e:
        print(" ", repr(e), "cause", repr(e.__cause__), "suppress", e.__suppress_context__)
        e = e.__context__


print("== context")
try:
    try: {}["k"]
    except KeyError: int("x")
except ValueError as e: chain(e)

print("== from")
try:
    try: 1 / 0
    except ZeroDivisionError as z: raise ValueError("v") from z
except ValueError as e: chain(e)

print("== from None and from a class")
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("v") from None
except ValueError as e: chain(e)
try: raise ValueError("v") from KeyError
except ValueError as e: chain(e)
try: raise ValueError("v") from 5
except TypeError as e: print(e)

print("== context from finally and from a with block")
class M:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): raise KeyError("exit")
try:
    try: raise ValueError("body")
    finally: raise OSError("finally")
except OSError as e: chain(e)
try:
    with M(): raise ValueError("with")
except KeyError as e: chain(e)

print("== a third error in the handler of a second")
try:
    try:
        try: raise A
        except NameError: raise TypeError("two")
    except TypeError: raise ValueError("three")
except ValueError as e: chain(e)

print("== no cycle when the same error is raised again")
try:
    try: raise ValueError("a")
    except ValueError as a:
        try: raise KeyError("b")
        except KeyError: raise a
except ValueError as e: chain(e)

print("== context is gone after the handler")
try: 1 / 0
except ZeroDivisionError: pass
try: raise ValueError("alone")
except ValueError as e: chain(e)

print("== context set by hand")
e = ValueError("x")
e.__cause__ = KeyError("c")
print(e.__suppress_context__, repr(e.__context__))
try: e.__cause__ = 5
except TypeError as t: print(t)

print("== notes")
e = ValueError("x")
e.add_note("one")
e.add_note("two")
print(e.__notes__, repr(e))
try: e.add_note(5)
except TypeError as t: print(t)

print("== the hierarchy")
for c in (ZeroDivisionError, KeyError, IndexError, FileNotFoundError, UnicodeDecodeError, RecursionError,
          NotImplementedError, StopIteration, GeneratorExit, KeyboardInterrupt, ModuleNotFoundError, UnboundLocalError,
          OverflowError, IOError, TimeoutError, AssertionError, UserWarning, DeprecationWarning, BrokenPipeError):
    print(" < ".join(k.__name__ for k in c.__mro__[:-1]))

print("== str and repr")
for e in (ValueError(), ValueError("a"), ValueError("a", 2), KeyError("k"), KeyError("a", "b"), OSError(1, "no"),
          OSError(2, "no file", "name.txt"), StopIteration(5), Exception(None), Exception([1]), KeyError(KeyError("x"))):
    print(type(e).__name__, str(e), repr(e), e.args)

print("== attributes of particular errors")
try: [].nope
except AttributeError as e: print(e.name, e.obj)
try: nope
except NameError as e: print(e.name)
try: import nope_module
except ModuleNotFoundError as e: print(e.name, e)
try: next(iter([]))
except StopIteration as e: print(e.value, e.args)
try: "é".encode("ascii")
except UnicodeEncodeError as e: print(e)

print("== own exceptions")
class E1(Exception): pass
class E2(Exception):
    def __init__(self, code, *rest):
        super().__init__(f"code {code}", *rest)
        self.code = code
class E3(E2):
    def __str__(self): return f"<{self.code}>"
class E4(Exception):
    def __init__(self, a, b): self.a = a
for e in (E1("x"), E2(5), E2(5, 6), E3(7), E4(1, 2)):
    try: raise e
    except Exception as x: print(type(x).__name__, str(x), repr(x), x.args, vars(x))
try: E4(1)
except TypeError as e: print(e)

print("== errors compare by identity and hash")
a, b = ValueError("x"), ValueError("x")
print(a == b, a == a, len({a, b, a}), isinstance(a, Exception), issubclass(KeyError, (int, LookupError)))

print("== with_traceback returns the error itself")
e = ValueError("x")
print(e.with_traceback(None) is e)
try: raise e
except ValueError as g: print(g is e)
