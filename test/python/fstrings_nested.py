# RUN: cjax-parse %s | FileCheck %s
# PEP 701: fields are ordinary expressions.

f'{f'{x}'}'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Name id=x

f'{d['a']}'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Subscript
# CHECK-NEXT: value Name id=d
# CHECK-NEXT: slice Constant str "a"

f'{x if y else z}'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value IfExp
# CHECK-NEXT: test Name id=y
# CHECK-NEXT: body Name id=x
# CHECK-NEXT: orelse Name id=z

f'{(lambda: 1)}'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Lambda
# CHECK-NEXT: body Constant int 1

f'{ {1: 2} }'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Dict
# CHECK-NEXT: keys Constant int 1
# CHECK-NEXT: values Constant int 2

f'''{
x # comment
}'''
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Name id=x

f'{x!=y}'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Compare NotEq
# CHECK-NEXT: left Name id=x
# CHECK-NEXT: comparators Name id=y

f'{a:=5}'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: format_spec JoinedStr
# CHECK-NEXT: values Constant str "=5"

f'{*a, b}'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Tuple
# CHECK-NEXT: elts Starred
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: elts Name id=b

f'\n{x}\t'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values Constant str "\n"
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Name id=x
# CHECK-NEXT: values Constant str "\x09"

rf'\n{x}\t'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values Constant str "\\n"
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Name id=x
# CHECK-NEXT: values Constant str "\\t"

f'\{x}'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values Constant str "\\"
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Name id=x

f'{x:{y}{z}}'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Name id=x
# CHECK-NEXT: format_spec JoinedStr
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Name id=y
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Name id=z
