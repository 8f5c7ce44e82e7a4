# math of floats: values to the last digit, special cases, errors.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import math
xs = [0.0, -0.0, 1.0, -1.0, 0.5, 2.5, -3.7, 1e-10, 100.0, 710.0, 1e300, math.inf, -math.inf, math.nan]
def call(f, *a):
    try:
        return f(*a)
    except (ValueError, OverflowError, ZeroDivisionError, TypeError) as e:
        return type(e).__name__[:3] + ": " + str(e)
for name in "acos acosh asin asinh atan atanh cbrt cos cosh degrees erf erfc exp exp2 expm1 fabs gamma lgamma log log10 log1p log2 radians sin sinh sqrt tan tanh ulp ceil floor trunc isfinite isinf isnan frexp modf".split():
    print(name, *(call(getattr(math, name), x) for x in xs), sep=" ")
pairs = [(0, 0), (1, 2), (-1, 0.5), (2.5, -1), (7, 3), (-7, 3), (0.0, -1), (math.inf, 1), (1, math.inf), (math.nan, 1), (10, 400), (-8, 1 / 3), (-0.0, 0.0)]
for name in "atan2 copysign fmod pow remainder nextafter hypot dist".split():
    f = getattr(math, name)
    print(name, *(call(f, (x, y), (1, 1)) if name == "dist" else call(f, x, y) for x, y in pairs), sep=" ")
print(math.log(8, 2), math.log(100, 10), math.log(2**2000), math.log2(2**2000), math.log10(10**500), math.log(5, 5), call(math.log, 0), call(math.log, -1), call(math.log, 2, 1), call(math.log, 10, -1), call(math.log, -(2**70)))
print(math.ldexp(0.5, 3), math.ldexp(1, -1074), math.ldexp(1, -2000), call(math.ldexp, 1, 2000), math.ldexp(math.inf, 1), math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9), math.isclose(math.inf, math.inf))
print(math.hypot(), math.hypot(3), math.hypot(3, 4), math.hypot(1, 2, 3), math.hypot(1e200, 1e200), math.hypot(1e-200, 1e-200), math.hypot(0.1, 0.2, 0.3, 0.4), math.dist([1, 2], [4, 6]), math.hypot(1.3, -7.9), math.hypot(5e-324, 5e-324))
print(math.fsum([0.1] * 10), math.fsum([1e100, 1, -1e100, 1]), math.fsum([]), math.fsum([1e16, 1, 1e-16]), math.fsum([math.inf, 1]), call(math.fsum, [math.inf, -math.inf]), math.fsum([0.1, 0.2, 0.3]), math.fsum(i / 7 for i in range(50)), math.prod([1.5, 2]), math.prod([]), math.prod(range(1, 10)), math.prod([2], start=3))
print(math.pi, math.e, math.tau, math.inf, math.nan, math.floor(-2.5), math.ceil(2**70), math.trunc(-2.9), math.floor(True), math.gamma(0.5), math.gamma(10.1), math.gamma(-1.5), math.lgamma(100.5), math.lgamma(-0.5), math.gamma(171.5), math.erf(1e-5), math.gamma(25.5), math.lgamma(3))
class T:
    def __float__(self): return 4.0
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return "trunc"
print(math.sqrt(T()), math.floor(T()), math.ceil(T()), math.trunc(T()), math.sqrt(10**30), math.sin(True), call(math.sqrt, "a"), call(math.sqrt, None), call(math.sqrt, 10**400), call(math.floor, "a"), call(math.trunc, "a"), call(math.sin, 1j), call(math.pow, 2), call(math.dist, [1], [1, 2]), call(math.isnan, "x"))

#CHECK{LITERAL}:acos 1.5707963267948966 1.5707963267948966 0.0 3.141592653589793 1.0471975511965979 Val: math domain error Val: math domain error 1.5707963266948965 Val: math domain error Val: math domain error Val: math domain error Val: math domain error Val: math domain error nan
#CHECK-NEXT{LITERAL}:acosh Val: math domain error Val: math domain error 0.0 Val: math domain error Val: math domain error 1.566799236972411 Val: math domain error Val: math domain error 5.298292365610484 7.258411654661591 691.4686750787736 inf Val: math domain error nan
#CHECK-NEXT{LITERAL}:asin 0.0 -0.0 1.5707963267948966 -1.5707963267948966 0.5235987755982989 Val: math domain error Val: math domain error 1e-10 Val: math domain error Val: math domain error Val: math domain error Val: math domain error Val: math domain error nan
#CHECK-NEXT{LITERAL}:asinh 0.0 -0.0 0.881373587019543 -0.881373587019543 0.48121182505960347 1.6472311463710958 -2.0192606561549606 1e-10 5.298342365610589 7.258412646528284 691.4686750787736 inf -inf nan
#CHECK-NEXT{LITERAL}:atan 0.0 -0.0 0.7853981633974483 -0.7853981633974483 0.4636476090008061 1.1902899496825317 -1.3068326031691921 1e-10 1.5607966601082315 1.5693878770220004 1.5707963267948966 1.5707963267948966 -1.5707963267948966 nan
#CHECK-NEXT{LITERAL}:atanh 0.0 -0.0 Val: math domain error Val: math domain error 0.5493061443340548 Val: math domain error Val: math domain error 1e-10 Val: math domain error Val: math domain error Val: math domain error Val: math domain error Val: math domain error nan
#CHECK-NEXT{LITERAL}:cbrt 0.0 -0.0 1.0 -1.0 0.7937005259840998 1.3572088082974532 -1.5466803737720356 0.0004641588833612778 4.641588833612778 8.921121404456347 1e+100 inf -inf nan
#CHECK-NEXT{LITERAL}:cos 1.0 1.0 0.5403023058681398 0.5403023058681398 0.8775825618903728 -0.8011436155469337 -0.848100031710408 1.0 0.8623188722876839 0.999999998182636 -0.5753861119575491 Val: math domain error Val: math domain error nan
#CHECK-NEXT{LITERAL}:cosh 1.0 1.0 1.5430806348152437 1.5430806348152437 1.1276259652063807 6.132289479663686 20.23601394326887 1.0 1.3440585709080678e+43 1.1169973830808557e+308 Ove: math range error inf inf nan
#CHECK-NEXT{LITERAL}:degrees 0.0 -0.0 57.29577951308232 -57.29577951308232 28.64788975654116 143.2394487827058 -211.99438419840462 5.729577951308233e-09 5729.5779513082325 40680.003454288446 5.729577951308233e+301 inf -inf nan
#CHECK-NEXT{LITERAL}:erf 0.0 -0.0 0.8427007929497149 -0.8427007929497149 0.5204998778130465 0.999593047982555 -0.9999998328489421 1.1283791670955126e-10 1.0 1.0 1.0 1.0 -1.0 nan
#CHECK-NEXT{LITERAL}:erfc 1.0 1.0 0.15729920705028513 1.842700792949715 0.4795001221869535 0.0004069520174449589 1.9999998328489421 0.999999999887162 0.0 0.0 0.0 0.0 2.0 nan
#CHECK-NEXT{LITERAL}:exp 1.0 1.0 2.718281828459045 0.36787944117144233 1.6487212707001282 12.182493960703473 0.024723526470339388 1.0000000001 2.6881171418161356e+43 Ove: math range error Ove: math range error inf 0.0 nan
#CHECK-NEXT{LITERAL}:exp2 1.0 1.0 2.0 0.5 1.4142135623730951 5.656854249492381 0.07694652583405726 1.0000000000693148 1.2676506002282294e+30 5.386379163185535e+213 Ove: math range error inf 0.0 nan
#CHECK-NEXT{LITERAL}:expm1 0.0 -0.0 1.718281828459045 -0.6321205588285577 0.6487212707001282 11.182493960703473 -0.9752764735296606 1.00000000005e-10 2.6881171418161356e+43 Ove: math range error Ove: math range error inf -1.0 nan
#CHECK-NEXT{LITERAL}:fabs 0.0 0.0 1.0 1.0 0.5 2.5 3.7 1e-10 100.0 710.0 1e+300 inf inf nan
#CHECK-NEXT{LITERAL}:gamma Val: math domain error Val: math domain error 1.0 Val: math domain error 1.7724538509055159 1.3293403881791372 0.25164399590242265 9999999999.422785 9.332621544394415e+155 Ove: math range error Ove: math range error inf Val: math domain error nan
#CHECK-NEXT{LITERAL}:lgamma Val: math domain error Val: math domain error 0.0 Val: math domain error 0.5723649429247004 0.2846828704729196 -1.3797399049658248 23.025850929882736 359.1342053695754 3948.9745521441773 6.897755278982137e+302 inf inf nan
#CHECK-NEXT{LITERAL}:log Val: math domain error Val: math domain error 0.0 Val: math domain error -0.6931471805599453 0.9162907318741551 Val: math domain error -23.025850929940457 4.605170185988092 6.565264970035361 690.7755278982137 inf Val: math domain error nan
#CHECK-NEXT{LITERAL}:log10 Val: math domain error Val: math domain error 0.0 Val: math domain error -0.3010299956639812 0.3979400086720376 Val: math domain error -10.0 2.0 2.8512583487190755 300.0 inf Val: math domain error nan
#CHECK-NEXT{LITERAL}:log1p 0.0 -0.0 0.6931471805599453 Val: math domain error 0.4054651081081644 1.252762968495368 Val: math domain error 9.999999999500001e-11 4.61512051684126 6.566672429803241 690.7755278982137 inf Val: math domain error nan
#CHECK-NEXT{LITERAL}:log2 Val: math domain error Val: math domain error 0.0 Val: math domain error -1.0 1.3219280948873624 Val: math domain error -33.219280948873624 6.643856189774724 9.471675214392045 996.5784284662087 inf Val: math domain error nan
#CHECK-NEXT{LITERAL}:radians 0.0 -0.0 0.017453292519943295 -0.017453292519943295 0.008726646259971648 0.04363323129985824 -0.0645771823237902 1.7453292519943296e-12 1.7453292519943295 12.39183768915974 1.7453292519943297e+298 inf -inf nan
#CHECK-NEXT{LITERAL}:sin 0.0 -0.0 0.8414709848078965 -0.8414709848078965 0.479425538604203 0.5984721441039565 0.5298361409084934 1e-10 -0.5063656411097588 6.0288706691585265e-05 -0.8178819121159085 Val: math domain error Val: math domain error nan
#CHECK-NEXT{LITERAL}:sinh 0.0 -0.0 1.1752011936438014 -1.1752011936438014 0.5210953054937474 6.0502044810397875 -20.21129041679853 1e-10 1.3440585709080678e+43 1.1169973830808557e+308 Ove: math range error inf -inf nan
#CHECK-NEXT{LITERAL}:sqrt 0.0 -0.0 1.0 Val: math domain error 0.7071067811865476 1.5811388300841898 Val: math domain error 1e-05 10.0 26.645825188948457 1e+150 inf Val: math domain error nan
#CHECK-NEXT{LITERAL}:tan 0.0 -0.0 1.5574077246549023 -1.5574077246549023 0.5463024898437905 -0.7470222972386603 -0.6247330752245639 1e-10 -0.5872139151569291 6.0288706801151796e-05 1.4214488238747245 Val: math domain error Val: math domain error nan
#CHECK-NEXT{LITERAL}:tanh 0.0 -0.0 0.7615941559557649 -0.7615941559557649 0.46211715726000974 0.9866142981514303 -0.9987782412811312 1e-10 1.0 1.0 1.0 1.0 -1.0 nan
#CHECK-NEXT{LITERAL}:ulp 5e-324 5e-324 2.220446049250313e-16 2.220446049250313e-16 1.1102230246251565e-16 4.440892098500626e-16 4.440892098500626e-16 1.2924697071141057e-26 1.4210854715202004e-14 1.1368683772161603e-13 1.487016908477783e+284 inf inf nan
#CHECK-NEXT{LITERAL}:ceil 0 0 1 -1 1 3 -3 1 100 710 1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160 Ove: cannot convert float infinity to integer Ove: cannot convert float infinity to integer Val: cannot convert float NaN to integer
#CHECK-NEXT{LITERAL}:floor 0 0 1 -1 0 2 -4 0 100 710 1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160 Ove: cannot convert float infinity to integer Ove: cannot convert float infinity to integer Val: cannot convert float NaN to integer
#CHECK-NEXT{LITERAL}:trunc 0 0 1 -1 0 2 -3 0 100 710 1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160 Ove: cannot convert float infinity to integer Ove: cannot convert float infinity to integer Val: cannot convert float NaN to integer
#CHECK-NEXT{LITERAL}:isfinite True True True True True True True True True True True False False False
#CHECK-NEXT{LITERAL}:isinf False False False False False False False False False False False True True False
#CHECK-NEXT{LITERAL}:isnan False False False False False False False False False False False False False True
#CHECK-NEXT{LITERAL}:frexp (0.0, 0) (-0.0, 0) (0.5, 1) (-0.5, 1) (0.5, 0) (0.625, 2) (-0.925, 2) (0.8589934592, -33) (0.78125, 7) (0.693359375, 10) (0.7466108948025751, 997) (inf, 0) (-inf, 0) (nan, 0)
#CHECK-NEXT{LITERAL}:modf (0.0, 0.0) (-0.0, -0.0) (0.0, 1.0) (-0.0, -1.0) (0.5, 0.0) (0.5, 2.0) (-0.7000000000000002, -3.0) (1e-10, 0.0) (0.0, 100.0) (0.0, 710.0) (0.0, 1e+300) (0.0, inf) (-0.0, -inf) (nan, nan)
#CHECK-NEXT{LITERAL}:atan2 0.0 0.4636476090008061 -1.1071487177940904 1.9513027039072615 1.1659045405098132 -1.1659045405098132 3.141592653589793 1.5707963267948966 0.0 nan 0.02499479361892016 -1.5291537476963082 -0.0
#CHECK-NEXT{LITERAL}:copysign 0.0 1.0 1.0 -2.5 7.0 7.0 -0.0 inf 1.0 nan 10.0 8.0 0.0
#CHECK-NEXT{LITERAL}:fmod Val: math domain error 1.0 -0.0 0.5 1.0 -1.0 0.0 Val: math domain error 1.0 nan 10.0 -4.440892098500626e-16 Val: math domain error
#CHECK-NEXT{LITERAL}:pow 1.0 1.0 Val: math domain error 0.4 343.0 -343.0 Val: math domain error inf 1.0 nan Ove: math range error Val: math domain error 1.0
#CHECK-NEXT{LITERAL}:remainder Val: math domain error 1.0 -0.0 0.5 1.0 -1.0 0.0 Val: math domain error 1.0 nan 10.0 -4.440892098500626e-16 Val: math domain error
#CHECK-NEXT{LITERAL}:nextafter 0.0 1.0000000000000002 -0.9999999999999999 2.4999999999999996 6.999999999999999 -6.999999999999999 -5e-324 1.7976931348623157e+308 1.0000000000000002 nan 10.000000000000002 -7.999999999999999 0.0
#CHECK-NEXT{LITERAL}:hypot 0.0 2.23606797749979 1.118033988749895 2.692582403567252 7.615773105863909 7.615773105863909 1.0 inf inf nan 400.12498047485116 8.006941432976209 0.0
#CHECK-NEXT{LITERAL}:dist 1.4142135623730951 1.0 2.0615528128088303 2.5 6.324555320336759 8.246211251235321 2.23606797749979 inf inf nan 399.1014908516379 9.024657580453923 1.4142135623730951
#CHECK-NEXT{LITERAL}:3.0 2.0 1386.2943611198907 2000.0 500.0 1.0 Val: math domain error Val: math domain error Zer: float division by zero Val: math domain error Val: math domain error
#CHECK-NEXT{LITERAL}:4.0 5e-324 0.0 Ove: math range error inf True True False True True
#CHECK-NEXT{LITERAL}:0.0 3.0 5.0 3.7416573867739413 1.414213562373095e+200 1.414213562373095e-200 0.5477225575051661 5.0 8.006247560499238 5e-324
#CHECK-NEXT{LITERAL}:1.0 2.0 0.0 1.0000000000000002e+16 inf Val: -inf + inf in fsum 0.6 175.0 3.0 1 362880 6
#CHECK-NEXT{LITERAL}:3.141592653589793 2.718281828459045 6.283185307179586 inf nan -3 1180591620717411303424 -2 1 1.7724538509055159 454760.7514415857 2.3632718012073544 361.4355404677776 1.265512123484645 9.483367566824801e+307 1.1283791670579e-05 3.0867705405286966e+24 0.693147180559945
#CHECK-NEXT{LITERAL}:2.0 floor ceil trunc 1000000000000000.0 0.8414709848078965 Typ: must be real number, not str Typ: must be real number, not NoneType Ove: int too large to convert to float Typ: must be real number, not str Typ: type str doesn't define __trunc__ method Typ: must be real number, not complex Typ: pow expected 2 arguments, got 1 Val: both points must have the same number of dimensions Typ: must be real number, not str
