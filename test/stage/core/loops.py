# while, for, else, break and continue.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

x = 10
while x:
    x -= 1
    if x == 5:
        continue
    if x < 3:
        break
else:
    print("nobreak")
print(x)
def loop_else():
    for i in []:
        pass
    else:
        return "else"
print(loop_else())
try:
    try:
        raise ValueError(1)
    except TypeError:
        pass
    else:
        print("no")
except ValueError as e:
    print("got", e)
try:
    assert 1 == 2, "msg"
except AssertionError as e:
    print(e)

#CHECK:2
#CHECK-NEXT:else
#CHECK-NEXT:got 1
#CHECK-NEXT:msg
