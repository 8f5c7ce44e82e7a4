"""Exception groups and except*."""
# modes: interp
eg = ExceptionGroup("many", [ValueError("a"), TypeError("b"), ExceptionGroup("in", [KeyError("k")])])
print(eg, repr(eg), eg.message, len(eg.exceptions), eg.subgroup(ValueError), eg.split(TypeError)[1], isinstance(eg, Exception), eg.args[0])
try:
    raise eg
except* ValueError as g:
    print("VE", g.exceptions)
except* (TypeError, KeyError) as g:
    print("rest", g)
try:
    try:
        raise ExceptionGroup("x", [ValueError(1), OSError(2)])
    except* ValueError:
        print("part")
except ExceptionGroup as r:
    print("left", r.exceptions, r)
try:
    raise ValueError("plain")
except* ValueError as g:
    print(repr(g))
try:
    try:
        raise ValueError("plain")
    except* TypeError as g:
        print("no")
except ValueError as e:
    print("through", repr(e))
def f(n):
    try:
        if n:
            raise ExceptionGroup("f", [ValueError(n), TypeError(n)])
        print("none")
    except* ValueError as e:
        print("v", e.exceptions)
        try:
            raise ExceptionGroup("g", [KeyError(1)])
        except* KeyError as k:
            print("inner", k)
    except* TypeError as e:
        for i in range(3):
            if i == 1:
                break
        raise RuntimeError("new")
    else:
        print("else")
    finally:
        print("finally")
f(0)
try:
    f(1)
except (ExceptionGroup, RuntimeError) as e:
    print(repr(e))
try:
    ExceptionGroup("x", [])
except ValueError as e:
    print(e)
try:
    ExceptionGroup("x", [1])
except ValueError as e:
    print(e)
print(BaseExceptionGroup("b", [KeyboardInterrupt()]).__class__.__name__, BaseExceptionGroup("b", [ValueError()]).__class__.__name__)
class MyG(ExceptionGroup):
    def derive(self, excs):
        return MyG(self.message, excs)
try:
    raise MyG("mine", [ValueError(1), TypeError(2)])
except* ValueError as e:
    print(type(e).__name__, e)
except* TypeError as e:
    print(type(e).__name__, e)
results, errors = [], []
for job in (lambda:
    1, lambda: 1 / 0, lambda: int("q")):
    try:
        results.append(job())
    except Exception as e:
        e.add_note("job")
        errors.append(e)
try:
    if errors:
        raise ExceptionGroup("jobs failed", errors)
except* ZeroDivisionError as g:
    print([str(e) for e in g.exceptions], g.exceptions[0].__notes__)
except* ValueError as g:
    print(g.exceptions[0])
try:
    try:
        raise ExceptionGroup("q", [ValueError(1)])
    except* ValueError:
        raise
except ExceptionGroup as e:
    print(repr(e))
