# RUN: cjax-parse %s | FileCheck %s
# match: sequences, mappings, classes.

match a:
    case [b, *c, d]: pass
    case (e, *_): pass
    case f, : pass
    case []: pass
    case (): pass
# CHECK: body Match
# CHECK-NEXT: subject Name id=a
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchSequence
# CHECK-NEXT: patterns MatchAs name=b
# CHECK-NEXT: patterns MatchStar name=c
# CHECK-NEXT: patterns MatchAs name=d
# CHECK-NEXT: body Pass
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchSequence
# CHECK-NEXT: patterns MatchAs name=e
# CHECK-NEXT: patterns MatchStar
# CHECK-NEXT: body Pass
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchSequence
# CHECK-NEXT: patterns MatchAs name=f
# CHECK-NEXT: body Pass
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchSequence
# CHECK-NEXT: body Pass
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchSequence
# CHECK-NEXT: body Pass

match a:
    case {"k": b, 1: c, x.y: d, **e}: pass
    case {}: pass
# CHECK: body Match
# CHECK-NEXT: subject Name id=a
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchMapping rest=e
# CHECK-NEXT: keys Constant str "k"
# CHECK-NEXT: keys Constant int 1
# CHECK-NEXT: keys Attribute attr=y
# CHECK-NEXT: value Name id=x
# CHECK-NEXT: patterns MatchAs name=b
# CHECK-NEXT: patterns MatchAs name=c
# CHECK-NEXT: patterns MatchAs name=d
# CHECK-NEXT: body Pass
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchMapping
# CHECK-NEXT: body Pass

match a:
    case A(): pass
    case A.B(c, d=e, f=g,): pass
    case [1, 2] as h: pass
    case (1 | 2) as i: pass
# CHECK: body Match
# CHECK-NEXT: subject Name id=a
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchClass
# CHECK-NEXT: cls Name id=A
# CHECK-NEXT: body Pass
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchClass kwd_attrs=d,f
# CHECK-NEXT: cls Attribute attr=B
# CHECK-NEXT: value Name id=A
# CHECK-NEXT: patterns MatchAs name=c
# CHECK-NEXT: kwd_patterns MatchAs name=e
# CHECK-NEXT: kwd_patterns MatchAs name=g
# CHECK-NEXT: body Pass
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchAs name=h
# CHECK-NEXT: pattern MatchSequence
# CHECK-NEXT: patterns MatchValue
# CHECK-NEXT: value Constant int 1
# CHECK-NEXT: patterns MatchValue
# CHECK-NEXT: value Constant int 2
# CHECK-NEXT: body Pass
# CHECK-NEXT: cases match_case
# CHECK-NEXT: pattern MatchAs name=i
# CHECK-NEXT: pattern MatchOr
# CHECK-NEXT: patterns MatchValue
# CHECK-NEXT: value Constant int 1
# CHECK-NEXT: patterns MatchValue
# CHECK-NEXT: value Constant int 2
# CHECK-NEXT: body Pass
