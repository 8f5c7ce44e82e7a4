# modes: interp
from datetime import date, datetime, timedelta

d = timedelta(days=1, hours=2, seconds=3.5)
print(d, repr(d), d.total_seconds(), d.days, d.seconds, d.microseconds, -d, d * 2, d / 2, d // timedelta(hours=1))
print(timedelta(), timedelta(minutes=-1), timedelta(weeks=1) > d, d + d == 2 * d, timedelta(0.1), d % timedelta(hours=5))
print(timedelta(seconds=3661), timedelta(milliseconds=1500), abs(timedelta(-2)), bool(timedelta()), sum([d, d], timedelta()))
t = datetime(2024, 2, 28, 23, 59, 58, 123456)
print(t, repr(t), t + timedelta(seconds=2), t + timedelta(days=2), t - datetime(2023, 1, 1), t.date(), t.weekday())
print(t.strftime("%Y-%m-%d %H:%M:%S.%f %j %a %A %b %B %y %p %I %%"), f"{t:%d/%m}", t.isoformat(), t.replace(year=2023, day=1))
day = date(2000, 12, 31)
print(day, repr(day), day + timedelta(1), day - date(1999, 12, 31), day.isoweekday(), day < date(2001, 1, 1), day.toordinal())
print(date.fromordinal(730120), date.fromisoformat("2020-02-29"), datetime.fromisoformat("2011-11-04T00:05:23.25"))
print([date.fromordinal(n).isoformat() for n in (1, 365, 366, 146097, 146098, 738000)], datetime(2020, 1, 1), max(day, date(2010, 1, 1)))
for bad in (lambda: date(2023, 2, 29), lambda: date(2023, 13, 1), lambda: datetime(2023, 1, 1, 24)):
    try:
        bad()
    except ValueError as e:
        print(str(e)[:30])
