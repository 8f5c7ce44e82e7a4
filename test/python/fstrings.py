# RUN: cjax-parse %s | FileCheck %s
# F-strings are lists of text and fields.

f''
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr

f'a{x}b'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values Constant str "a"
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Name id=x
# CHECK-NEXT: values Constant str "b"

f'{x!r}'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values FormattedValue !r
# CHECK-NEXT: value Name id=x

f'{x:>10.3f}'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Name id=x
# CHECK-NEXT: format_spec JoinedStr
# CHECK-NEXT: values Constant str ">10.3f"

f'{x!s:{w}.{p}}'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values FormattedValue !s
# CHECK-NEXT: value Name id=x
# CHECK-NEXT: format_spec JoinedStr
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Name id=w
# CHECK-NEXT: values Constant str "."
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Name id=p

f'{{{x}}}'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values Constant str "{"
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Name id=x
# CHECK-NEXT: values Constant str "}"

f'{x=}'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values Constant str "x="
# CHECK-NEXT: values FormattedValue !r
# CHECK-NEXT: value Name id=x

f'{x = }'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values Constant str "x = "
# CHECK-NEXT: values FormattedValue !r
# CHECK-NEXT: value Name id=x

f'{x=!s}'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values Constant str "x="
# CHECK-NEXT: values FormattedValue !s
# CHECK-NEXT: value Name id=x

f'{x=:3}'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values Constant str "x="
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Name id=x
# CHECK-NEXT: format_spec JoinedStr
# CHECK-NEXT: values Constant str "3"

'a' f'{x}' 'b'
# CHECK: body Expr
# CHECK-NEXT: value JoinedStr
# CHECK-NEXT: values Constant str "a"
# CHECK-NEXT: values FormattedValue
# CHECK-NEXT: value Name id=x
# CHECK-NEXT: values Constant str "b"
