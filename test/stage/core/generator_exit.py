# close, throw into yield from, generators that raise StopIteration.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

def g2():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("cleanup")
z = g2(); next(z); z.close(); print(list(z))
def g3():
    r = yield from inner3()
    print("got", r)
    yield r
def inner3():
    try:
        yield "a"
    except ValueError as e:
        yield f"in {e}"
    return "ret"
z = g3(); print(next(z), z.throw(ValueError("v")), next(z))
def g4():
    return
    yield
print(list(g4()))
def g5():
    yield 1
    raise StopIteration("bad")
try:
    list(g5())
except RuntimeError as e:
    print(e)
try:
    next(iter([]))
except StopIteration as e:
    print("si", repr(e), e.value)

#CHECK:exit
#CHECK-NEXT:cleanup
#CHECK-NEXT:[]
#CHECK-NEXT:got ret
#CHECK-NEXT:a in v ret
#CHECK-NEXT:[]
#CHECK-NEXT:generator raised StopIteration
#CHECK-NEXT:si StopIteration() None
