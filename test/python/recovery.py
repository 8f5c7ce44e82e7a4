# RUN: not cjax-parse %s 2>&1 | FileCheck %s --strict-whitespace --implicit-check-not=error:
# One run reports independent errors, each with its line; what follows from an error is not told.

def double(x)
    return 2 * * x

class A:
    y = = 1

    def f(self):
        return 1

if x = 3:
    z = 1 +
else:
    good = 1
print("a)

# CHECK: {{.*}}recovery.py:4:14: error: [CJ0001] SyntaxError: expected ':'
# CHECK-NEXT:{{^}}    def double(x)
# CHECK-NEXT:{{^}}                 ^
# CHECK-NEXT:{{.*}}recovery.py:5:16: error: [CJ0001] SyntaxError: invalid syntax
# CHECK-NEXT:{{^}}        return 2 * * x
# CHECK-NEXT:{{^}}                   ^
# CHECK-NEXT:{{.*}}recovery.py:8:9: error: [CJ0001] SyntaxError: invalid syntax
# CHECK: {{.*}}recovery.py:13:4: error: [CJ0001] SyntaxError: invalid syntax. Maybe you meant '==' or
# CHECK-NEXT:{{^}}    if x = 3:
# CHECK-NEXT:{{^}}       ^~~~~
# CHECK-NEXT:{{.*}}recovery.py:14:12: error: [CJ0001] SyntaxError: invalid syntax
# CHECK: {{.*}}recovery.py:17:7: error: [CJ0001] SyntaxError: unterminated string literal (detected at line 17)
