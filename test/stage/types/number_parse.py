# int(), float() and complex() of text and of other numbers.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
print(int("42"), int(" -7 "), int("+5"), int("1_000"), int("ff", 16), int("0xFF", 16), int("0b101", 0), int("0o17", 0), int("z", 36), int("111", 2), int("-0x1f", 0), int("0", 0), int("00"), int("0_0", 0))
print(int(3.99), int(-3.99), int(True), int(), int(1e20), int(b"12"), int("9" * 30), int("-" + "1" * 25), int("1" * 70, 2), int("123", base=5), int(2**70), int("\u0664\u0662"), int("\t12\n"))
print(float("1.5"), float("-1e3"), float(".5"), float("5."), float("1_0.2_5e1_0"), float(" inf "), float("-Infinity"), float("NaN"), float("+nan"), float(), float(3), float(True), float("1e400"), float("1e-400"), float(2**70), float("0x10" if False else "10"), float(b"2.5"))
print(float("1234567890123456789012345678901234567890"), float("0.1e-10"), float("4.9e-324"), float("2.2250738585072011e-308"), float("179769313486231580793e289"))
print(complex("1+2j"), complex("-j"), complex(" (3-4.5J) "), complex("1e3"), complex("2j"), complex("nan+infj"), complex(1, 2), complex(1.5), complex(), complex(1j, 1j), complex("1e2-3e-2j"), complex(real=1, imag=-2), complex("+1.5"))
def err(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(int, "abc"); err(int, ""); err(int, "1.5"); err(int, "1__0"); err(int, "_1"); err(int, "1_"); err(int, "0x"); err(int, "12", 2); err(int, "012", 0); err(int, "1", 1); err(int, "1", 37); err(int, 5, 10); err(int, None); err(int, [1]); err(int, float("nan")); err(int, float("inf")); err(int, 1j); err(int, "9" * 4301); err(int, "- 1"); err(int, "é'"); err(int, b"x")
err(float, "abc"); err(float, ""); err(float, "1e"); err(float, "1_"); err(float, "_1"); err(float, "1__0"); err(float, "."); err(float, "e5"); err(float, None); err(float, []); err(float, 1j); err(float, "infin"); err(float, "1 2"); err(float, "0x10"); err(float, "--1"); err(float, 10**400)
err(complex, "abc"); err(complex, "1+2"); err(complex, ""); err(complex, "1 + 2j"); err(complex, None); err(complex, "1", 2); err(complex, "j1")

#CHECK{LITERAL}:42 -7 5 1000 255 255 5 15 35 7 -31 0 0 0
#CHECK-NEXT{LITERAL}:3 -3 1 0 100000000000000000000 12 999999999999999999999999999999 -1111111111111111111111111 1180591620717411303423 38 1180591620717411303424 42 12
#CHECK-NEXT{LITERAL}:1.5 -1000.0 0.5 5.0 102500000000.0 inf -inf nan nan 0.0 3.0 1.0 inf 0.0 1.1805916207174113e+21 10.0 2.5
#CHECK-NEXT{LITERAL}:1.2345678901234568e+39 1e-11 5e-324 2.225073858507201e-308 inf
#CHECK-NEXT{LITERAL}:(1+2j) -1j (3-4.5j) (1000+0j) 2j (nan+infj) (1+2j) (1.5+0j) 0j (-1+1j) (100-0.03j) (1-2j) (1.5+0j)
#CHECK-NEXT{LITERAL}:ValueError: invalid literal for int() with base 10: 'abc'
#CHECK-NEXT{LITERAL}:ValueError: invalid literal for int() with base 10: ''
#CHECK-NEXT{LITERAL}:ValueError: invalid literal for int() with base 10: '1.5'
#CHECK-NEXT{LITERAL}:ValueError: invalid literal for int() with base 10: '1__0'
#CHECK-NEXT{LITERAL}:ValueError: invalid literal for int() with base 10: '_1'
#CHECK-NEXT{LITERAL}:ValueError: invalid literal for int() with base 10: '1_'
#CHECK-NEXT{LITERAL}:ValueError: invalid literal for int() with base 10: '0x'
#CHECK-NEXT{LITERAL}:ValueError: invalid literal for int() with base 2: '12'
#CHECK-NEXT{LITERAL}:ValueError: invalid literal for int() with base 0: '012'
#CHECK-NEXT{LITERAL}:ValueError: int() base must be >= 2 and <= 36, or 0
#CHECK-NEXT{LITERAL}:ValueError: int() base must be >= 2 and <= 36, or 0
#CHECK-NEXT{LITERAL}:TypeError: int() can't convert non-string with explicit base
#CHECK-NEXT{LITERAL}:TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
#CHECK-NEXT{LITERAL}:TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
#CHECK-NEXT{LITERAL}:ValueError: cannot convert float NaN to integer
#CHECK-NEXT{LITERAL}:OverflowError: cannot convert float infinity to integer
#CHECK-NEXT{LITERAL}:TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'
#CHECK-NEXT{LITERAL}:ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit
#CHECK-NEXT{LITERAL}:ValueError: invalid literal for int() with base 10: '- 1'
#CHECK-NEXT{LITERAL}:ValueError: invalid literal for int() with base 10: "é'"
#CHECK-NEXT{LITERAL}:ValueError: invalid literal for int() with base 10: b'x'
#CHECK-NEXT{LITERAL}:ValueError: could not convert string to float: 'abc'
#CHECK-NEXT{LITERAL}:ValueError: could not convert string to float: ''
#CHECK-NEXT{LITERAL}:ValueError: could not convert string to float: '1e'
#CHECK-NEXT{LITERAL}:ValueError: could not convert string to float: '1_'
#CHECK-NEXT{LITERAL}:ValueError: could not convert string to float: '_1'
#CHECK-NEXT{LITERAL}:ValueError: could not convert string to float: '1__0'
#CHECK-NEXT{LITERAL}:ValueError: could not convert string to float: '.'
#CHECK-NEXT{LITERAL}:ValueError: could not convert string to float: 'e5'
#CHECK-NEXT{LITERAL}:TypeError: float() argument must be a string or a real number, not 'NoneType'
#CHECK-NEXT{LITERAL}:TypeError: float() argument must be a string or a real number, not 'list'
#CHECK-NEXT{LITERAL}:TypeError: float() argument must be a string or a real number, not 'complex'
#CHECK-NEXT{LITERAL}:ValueError: could not convert string to float: 'infin'
#CHECK-NEXT{LITERAL}:ValueError: could not convert string to float: '1 2'
#CHECK-NEXT{LITERAL}:ValueError: could not convert string to float: '0x10'
#CHECK-NEXT{LITERAL}:ValueError: could not convert string to float: '--1'
#CHECK-NEXT{LITERAL}:OverflowError: int too large to convert to float
#CHECK-NEXT{LITERAL}:ValueError: complex() arg is a malformed string
#CHECK-NEXT{LITERAL}:ValueError: complex() arg is a malformed string
#CHECK-NEXT{LITERAL}:ValueError: complex() arg is a malformed string
#CHECK-NEXT{LITERAL}:ValueError: complex() arg is a malformed string
#CHECK-NEXT{LITERAL}:TypeError: complex() first argument must be a string or a number, not 'NoneType'
#CHECK-NEXT{LITERAL}:TypeError: complex() can't take second arg if first is a string
#CHECK-NEXT{LITERAL}:ValueError: complex() arg is a malformed string
