# RUN: cjax-parse %s | FileCheck %s
# Escapes are decoded, adjacent strings joined.

'a' "b" 'c'
# CHECK: body Expr
# CHECK-NEXT: value Constant str "abc"

'\n\t\\\'\x41\101\u00e9\U0001F600'
# CHECK: body Expr
# CHECK-NEXT: value Constant str "\n\x09\\'AA\xc3\xa9\xf0\x9f\x98\x80"

r'\n\d'
# CHECK: body Expr
# CHECK-NEXT: value Constant str "\\n\\d"

'\d'
# CHECK: body Expr
# CHECK-NEXT: value Constant str "\\d"

'''a
b'''
# CHECK: body Expr
# CHECK-NEXT: value Constant str "a\nb"

'a\
b'
# CHECK: body Expr
# CHECK-NEXT: value Constant str "ab"

'\ud800'
# CHECK: body Expr
# CHECK-NEXT: value Constant str "\xed\xa0\x80"

u'x'
# CHECK: body Expr
# CHECK-NEXT: value Constant str "x"

'é'
# CHECK: body Expr
# CHECK-NEXT: value Constant str "\xc3\xa9"

''
# CHECK: body Expr
# CHECK-NEXT: value Constant str ""

('a'
 'b')
# CHECK: body Expr
# CHECK-NEXT: value Constant str "ab"
