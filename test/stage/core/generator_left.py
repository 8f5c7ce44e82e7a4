# A generator that only its `for` knows is closed where the loop is left.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

def gen(name):
    try:
        for i in range(5): yield i
    finally:
        print("closed", name)
def nested(name):
    for v in gen(name + " inner"):
        yield v
for x in gen("break"):
    if x == 1: break
print("after break")
def ret():
    for x in gen("return"):
        return x
print(ret())
def fails():
    for x in gen("error"):
        raise ValueError(x)
try:
    fails()
except ValueError as e:
    print("caught", e)
try:
    for x in gen("own handler"): 1 / x
except ZeroDivisionError:
    print("zero")
for x in nested("outer"): break
for x in gen("a"):
    for y in gen("b"):
        if y: break
    if x: break
kept = gen("kept")
for x in kept: break
print("still", next(kept))
for x in (v * 2 for v in gen("expression")): break
for x in gen("to its end"): pass
kept.close()
class C:
    def items(self):
        try: yield from [1, 2, 3]
        finally: print("items closed")
for x in C().items():
    if x == 2: break
else: print("never")
print("end")

#CHECK:closed break
#CHECK-NEXT:after break
#CHECK-NEXT:closed return
#CHECK-NEXT:0
#CHECK-NEXT:closed error
#CHECK-NEXT:caught 0
#CHECK-NEXT:closed own handler
#CHECK-NEXT:zero
#CHECK-NEXT:closed outer inner
#CHECK-NEXT:closed b
#CHECK-NEXT:closed b
#CHECK-NEXT:closed a
#CHECK-NEXT:still 1
#CHECK-NEXT:closed expression
#CHECK-NEXT:closed to its end
#CHECK-NEXT:closed kept
#CHECK-NEXT:items closed
#CHECK-NEXT:end
