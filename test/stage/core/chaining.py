# raise from, the name of a handler, try in loops, finally that returns.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

try:
    raise ValueError("a") from KeyError("b")
except ValueError as e:
    print(repr(e.__cause__), e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("x") from None
except ValueError as e:
    print(e.__cause__, e.__suppress_context__, type(e.__context__).__name__)
e = 5
try:
    raise KeyError("gone")
except KeyError as e:
    pass
try:
    e
except NameError as n:
    print(n)
def ff():
    for i in range(3):
        try:
            try:
                if i == 1: raise ValueError
                print("ok", i)
            except ValueError:
                print("ve", i)
                continue
            else:
                print("else", i)
        finally:
            print("fin", i)
    return "done"
print(ff())
def fin_override():
    try:
        return 1
    finally:
        return 2
print(fin_override())
def fin_swallow():
    for i in range(2):
        try:
            raise ValueError
        finally:
            break
    return "swallowed"
print(fin_swallow())

#CHECK:KeyError('b') True
#CHECK-NEXT:None True ZeroDivisionError
#CHECK-NEXT:name 'e' is not defined
#CHECK-NEXT:ok 0
#CHECK-NEXT:else 0
#CHECK-NEXT:fin 0
#CHECK-NEXT:ve 1
#CHECK-NEXT:fin 1
#CHECK-NEXT:ok 2
#CHECK-NEXT:else 2
#CHECK-NEXT:fin 2
#CHECK-NEXT:done
#CHECK-NEXT:2
#CHECK-NEXT:swallowed
