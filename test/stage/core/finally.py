# finally runs on every way out: return, raise, break, continue.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

def f(n):
    try:
        if n == 0:
            return "ret"
        if n == 1:
            raise ValueError("v")
        if n == 2:
            1 / 0
        return "end"
    except ValueError as e:
        return f"caught {e}"
    except (TypeError, ZeroDivisionError) as e:
        try:
            raise RuntimeError("again") from e
        except RuntimeError as r:
            return repr(r.__cause__)
    finally:
        print("finally", n)
print(f(0), f(1), f(2), f(3))
for i in range(5):
    try:
        if i == 1:
            continue
        if i == 3:
            break
        print("i", i)
    finally:
        print("fin", i)
else:
    print("no")

#CHECK:finally 0
#CHECK-NEXT:finally 1
#CHECK-NEXT:finally 2
#CHECK-NEXT:finally 3
#CHECK-NEXT:ret caught v ZeroDivisionError('division by zero') end
#CHECK-NEXT:i 0
#CHECK-NEXT:fin 0
#CHECK-NEXT:fin 1
#CHECK-NEXT:i 2
#CHECK-NEXT:fin 2
#CHECK-NEXT:fin 3
