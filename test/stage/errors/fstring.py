# Within an f-string, the caret stands in the field.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
a = {"x": 1}
# CHECK: fstring.py:[[@LINE+1]]:29: error: [CJ0100] KeyError: 'y'
print(f"value {a['x']} and {a['y']:.2f}")
