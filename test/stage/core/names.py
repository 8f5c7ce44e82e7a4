# Names that are not bound.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

def unb():
    print(zz)
    zz = 1
try:
    unb()
except UnboundLocalError as e:
    print(e)
try:
    nope
except NameError as e:
    print(e)

#CHECK:cannot access local variable 'zz' where it is not associated with a value
#CHECK-NEXT:name 'nope' is not defined
