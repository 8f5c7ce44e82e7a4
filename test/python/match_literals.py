# RUN: cjax-parse %s | FileCheck %s
# match: values.

match a:
    case 1: pass
    case -1.5 | 2 + 3j: pass
    case "x" "y": pass
    case None | True: pass
    case b.c.d: pass
    case e if f: pass
# CHECK: body Match
# CHECK-NEXT: subject Name id=a
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchValue
# CHECK-NEXT: value Constant int 1
# CHECK-NEXT: body Pass
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchOr
# CHECK-NEXT: patterns MatchValue
# CHECK-NEXT: value UnaryOp USub
# CHECK-NEXT: operand Constant float 1.5
# CHECK-NEXT: patterns MatchValue
# CHECK-NEXT: value BinOp Add
# CHECK-NEXT: left Constant int 2
# CHECK-NEXT: right Constant imaginary 3
# CHECK-NEXT: body Pass
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchValue
# CHECK-NEXT: value Constant str "xy"
# CHECK-NEXT: body Pass
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchOr
# CHECK-NEXT: patterns MatchSingleton
# CHECK-NEXT: value Constant None
# CHECK-NEXT: patterns MatchSingleton
# CHECK-NEXT: value Constant True
# CHECK-NEXT: body Pass
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchValue
# CHECK-NEXT: value Attribute attr=d
# CHECK-NEXT: value Attribute attr=c
# CHECK-NEXT: value Name id=b
# CHECK-NEXT: body Pass
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchAs name=e
# CHECK-NEXT: guard Name id=f
# CHECK-NEXT: body Pass

match a, b:
    case _: pass
# CHECK: body Match
# CHECK-NEXT: subject Tuple
# CHECK-NEXT: elts Name id=a
# CHECK-NEXT: elts Name id=b
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchAs
# CHECK-NEXT: body Pass

match (a):
    case (1): pass
# CHECK: body Match
# CHECK-NEXT: subject Name id=a
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchValue
# CHECK-NEXT: value Constant int 1
# CHECK-NEXT: body Pass

match -a:
    case 1: pass
# CHECK: body Match
# CHECK-NEXT: subject UnaryOp USub
# CHECK-NEXT: operand Name id=a
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchValue
# CHECK-NEXT: value Constant int 1
# CHECK-NEXT: body Pass

match *a, b:
    case x: pass
# CHECK: body Match
# CHECK-NEXT: subject Tuple
# CHECK-NEXT: elts Starred
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: elts Name id=b
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchAs name=x
# CHECK-NEXT: body Pass
