# A local name with two letters swapped, and a submodule misspelt: the nearest name that exists.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s


def f(value):
    # CHECK: local.py:[[@LINE+1]]:12: error: [CJ0110] NameError: name 'valeu' is not defined
    return valeu + 1


# CHECK: note: did you mean 'value'?
# CHECK: local.py:[[@LINE+1]]:1: note: in the call of f
f(2)
