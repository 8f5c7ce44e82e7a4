# Nested handlers, bare raise, context and cause, classes of one's own.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

def nested():
    try:
        try:
            raise ValueError("a")
        finally:
            print("inner")
    except ValueError:
        print("outer")
        raise
try:
    nested()
except ValueError as e:
    print(e, e.args)
def ctx():
    try:
        raise ValueError("1")
    except ValueError:
        raise KeyError("2")
try:
    ctx()
except KeyError as e:
    print(repr(e.__context__), e.__cause__, e.__suppress_context__)
class E(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.a = a
    def __str__(self):
        return f"<{self.a}>"
try:
    raise E(1, 2)
except E as e:
    print(e, repr(e), e.args)
try:
    raise E
except TypeError as e:
    print(e)

#CHECK:inner
#CHECK-NEXT:outer
#CHECK-NEXT:a ('a',)
#CHECK-NEXT:ValueError('1') None False
#CHECK-NEXT:<1> E(1, 2) (1, 2)
#CHECK-NEXT:E.__init__() missing 2 required positional arguments: 'a' and 'b'
