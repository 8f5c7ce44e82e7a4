# A name that does not exist: where, and the nearest one that does.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s

learning_rate = 0.1


def step(w):
    return w - learning_rat * w


# CHECK: name.py:[[@LINE-3]]:16: error: [CJ0110] NameError: name 'learning_rat' is not defined
# CHECK-NEXT: return w - learning_rat * w
# CHECK-NEXT: ^~~~~~~~~~~~
# CHECK-NEXT: note: did you mean 'learning_rate'?
# CHECK-NEXT: name.py:[[@LINE+2]]:7: note: in the call of step
print([i for i in range(3)])
print(step(2.0))
