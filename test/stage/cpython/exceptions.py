# raise, try, except, else, finally: every way through them; chaining.
# RUN: cjaxc run --interpret %s | diff %S/exceptions.out -

def show(e):
    print(type(e).__name__, e.args, repr(e), str(e))


print("== all ways through one try")
def ways(how):
    try:
        print("try", how)
        if how == "raise": raise KeyError("k")
        if how == "other": raise OSError(2, "no file")
        if how == "return": return "returned"
    except KeyError as e:
        print("except", e)
        return "handled"
    else:
        print("else")
        if how == "else": return "from else"
    finally:
        print("finally")
    return "end"
for how in ("plain", "raise", "return", "else"):
    print(ways(how))
try:
    ways("other")
except OSError as e:
    print(e.errno, e.strerror, e)

print("== finally decides")
def f1():
    try: return 1
    finally: return 2
def f2():
    try: raise ValueError
    finally: return "swallowed"
def f3():
    for i in range(3):
        try: continue
        finally:
            if i == 1: break
    return i
def f4():
    x = 1
    try: return x
    finally: x = 99
def f5():
    while True:
        try: return "r"
        finally: break
    return "after loop"
print(f1(), f2(), f3(), f4(), f5())

print("== nested finally in order")
def order(fail):
    try:
        try:
            print("body")
            if fail: 1 / 0
        finally: print("inner")
    except ZeroDivisionError as e: print("caught", e)
    else: print("no error")
    finally: print("outer")
order(False)
order(True)

print("== break and continue in handlers")
for i in range(4):
    try:
        if i == 1: raise ValueError(i)
        if i == 3: break
    except ValueError as e:
        print("value", e)
        continue
    finally: print("fin", i)
    print("end", i)
else: print("never")

print("== which handler")
class A(Exception): pass
class B(A): pass
class C(B, KeyError): pass
for exc in (A("a"), B("b"), C("c"), KeyError("k"), IndexError("i")):
    try: raise exc
    except B as e: print("B", repr(e))
    except (A, ValueError) as e: print("A or Value", repr(e))
    except LookupError as e: print("Lookup", repr(e))
try: raise A
except: print("bare")

print("== a handler's expression is evaluated late")
def pick(name):
    print("pick", name)
    return ValueError
try: 1 / 0
except pick("x") if False else ZeroDivisionError: print("zero")
try:
    try: raise TypeError("t")
    except pick("y"): print("no")
except TypeError as e: show(e)
try:
    try: 1 / 0
    except "text": pass
except TypeError as e: print(e)

print("== raise")
def r(v):
    try: raise v
    except BaseException as e: show(e)
r(ValueError)
r(ValueError("x", 1))
r(KeyError("key"))
r(KeyError())
r(5)
r(None)
r(int)
r(StopIteration(3))
r(SystemExit(2))
r(KeyboardInterrupt())
try: raise
except RuntimeError as e: show(e)

print("== raise again")
def again():
    try: 1 / 0
    except ZeroDivisionError:
        print("first")
        raise
try: again()
except ZeroDivisionError as e: show(e)

print("== else is not covered by the handlers")
try:
    try: pass
    except ValueError: print("no")
    else: raise ValueError("from else")
except ValueError as e: print("outer", e)

print("== assert")
for v in (1, 0):
    try:
        assert v, f"v is {v}"
        print("held")
    except AssertionError as e: show(e)
try: assert []
except AssertionError as e: show(e)
try: assert (0 == 1), [1, 2]
except AssertionError as e: show(e)
