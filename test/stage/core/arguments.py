# Binding of arguments: every kind of parameter, and the errors.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

def k(a, b=2, *args, c, d=4, **kw):
    return (a, b, args, c, d, kw)
print(k(1, c=3), k(1, 2, 3, 4, c=5, e=6), k(*[1, 2], **{"c": 1, "z": 2}))
for args, kw in [((), {}), ((1,), {}), ((1,), {"c": 1, "a": 2})]:
    try:
        print(k(*args, **kw))
    except TypeError as e:
        print(e)
def p(a, /, b, *, c):
    return a, b, c
for call in [lambda: p(1, 2, 3), lambda: p(a=1, b=2, c=3), lambda: p(1, 2), lambda: p(), lambda: p(1, 2, c=3, d=4), lambda: p(1, b=2, c=3)]:
    try:
        print(call())
    except TypeError as e:
        print(e)

#CHECK:(1, 2, (), 3, 4, {}) (1, 2, (3, 4), 5, 4, {'e': 6}) (1, 2, (), 1, 4, {'z': 2})
#CHECK-NEXT:k() missing 1 required positional argument: 'a'
#CHECK-NEXT:k() missing 1 required keyword-only argument: 'c'
#CHECK-NEXT:k() got multiple values for argument 'a'
#CHECK-NEXT:p() takes 2 positional arguments but 3 were given
#CHECK-NEXT:p() got some positional-only arguments passed as keyword arguments: 'a'
#CHECK-NEXT:p() missing 1 required keyword-only argument: 'c'
#CHECK-NEXT:p() missing 2 required positional arguments: 'a' and 'b'
#CHECK-NEXT:p() got an unexpected keyword argument 'd'
#CHECK-NEXT:(1, 2, 3)
