# modes: interp
from decimal import Decimal, getcontext, ROUND_HALF_UP, localcontext, InvalidOperation
import calendar, math
D = Decimal
print(D("0.1") + D("0.2"), D(1) / 3, D("2.50") * 2, D(3).sqrt(), D("3.14159").quantize(D("0.01")), D("2.675").quantize(D("0.01"), rounding=ROUND_HALF_UP), D(2) / 7, D(10) / 4, D(9).sqrt(), D(100) / 10, D("0.25").sqrt())
print(D("1E+3"), D("-0.00"), repr(D("1.10")), D(7) // 2, D(7) % 3, D(-7) // 2, D(-7) % 3, D("1.5") > 1, float(D("1.25")), int(D("9.9")), D(0.5), D(0.1), sum([D("0.1")] * 10), f"{D('1234.5678'):.2f}", f"{D('1234567.5'):,.2f}|{D('2.5'):>8}|{D('0.256'):.1%}|{D(3):+.1f}", round(D("2.5")), round(D("2.345"), 2), abs(D(-3)), D("1e-7"), D("123e-9"), D("0.000001"))
print(D(2) ** 10, D("1.1") ** 20, D(2) ** -2, D("1.20").normalize(), D("100").normalize(), D("1.5").as_tuple(), D("0.75").as_integer_ratio(), hash(D(3)) == hash(3), {D("1.0"): "a"}[D(1)], sorted([D("3"), D("1.5")]), max(D(1), 2), D("1.0") == 1, D("0.5") == 0.5, math.floor(D("-1.5")), D("-1.5").__ceil__())
with localcontext() as ctx:
    ctx.prec = 6
    print(D(1) / 7, D(2).sqrt(), D("123456789") + 0)
getcontext().prec = 10
print(D(1) / 7, D(22) / 7 - D("3.142857142"))
for bad in (lambda: D("abc"), lambda: D(1) / 0, lambda: D(1) + 1.5, lambda: D(-1).sqrt()):
    try:
        print(bad())
    except (InvalidOperation, ZeroDivisionError, TypeError) as e:
        print(type(e).__name__)
balance = D("1000.00")
for year in range(3):
    interest = (balance * D("0.035")).quantize(D("0.01"))
    balance += interest
    print(f"{year}: {interest:>8} {balance:>10}")
print(calendar.isleap(2024), calendar.monthrange(2024, 2) == (3, 29), calendar.month_name[3], calendar.day_abbr[0], calendar.weekday(2024, 1, 1), calendar.monthcalendar(2023, 2)[0])
print(calendar.month(2024, 5))
