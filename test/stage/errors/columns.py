# Columns count characters, not bytes.
# RUN: not cjaxc check %s 2>&1 | FileCheck --strict-whitespace %s
# CHECK: columns.py:[[@LINE+3]]:16: error: [CJ0110] NameError: name 'rate' is not defined
# CHECK-NEXT: {{^}}    s = "日本語"; y = rate
# CHECK-NEXT: ^~~~
s = "日本語"; y = rate
