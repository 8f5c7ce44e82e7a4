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
from datetime import time
for text, form in (("2020-05-06", "%Y-%m-%d"), ("6 May 2021 03:04 PM", "%d %B %Y %I:%M %p"), ("24/060 01", "%y/%j %H"),
                   ("Mon Jan  5 12:30:45.25 2015", "%a %b %d %H:%M:%S.%f %Y"), ("2020-01-01T00:00:00+0230", "%Y-%m-%dT%H:%M:%S%z")):
    print(repr(datetime.strptime(text, form)))
for text, form in (("x", "%Y"), ("2020 ", "%Y"), ("20200101", "%Q")):
    try:
        datetime.strptime(text, form)
    except ValueError as e:
        print(e)
print(time(9, 30), repr(time(9, 30, 1)), time(9) < time(9, 0, 1), t.time(), datetime.combine(day, time(8, 5)), f"{time(14, 5):%I:%M %p}")
from datetime import timezone
two, one = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))
late = time(1, 2, 3, 4, two)
print(late, repr(late), late == time(1, 2, 3, 4), late == time(0, 2, 3, 4, one), late < time(0, 2, 3, 5, one))
print(late.utcoffset(), late.tzname(), late.dst(), late.strftime("%H %z %Z|"), t.strftime("%z%Z|"), repr(late.replace(tzinfo=None)))
print(hash(late) == hash(time(0, 2, 3, 4, one)), time(1) == 3, datetime(2000, 1, 1, tzinfo=two) == datetime(2000, 1, 1),
      datetime(2000, 1, 1, tzinfo=two) > datetime(1999, 12, 31, 22, 59, tzinfo=one), datetime(2000, 1, 1) == date(2000, 1, 1))
print(repr(datetime.combine(day, late)), repr(datetime.combine(day, late, tzinfo=None)), repr(datetime.combine(day, time(1), tzinfo=two)))
print(repr(datetime(2000, 1, 1, tzinfo=two).timetz()), repr(time.fromisoformat("01:02-02:30")), repr(time.fromisoformat("01:02:03.5Z")),
      datetime.fromisoformat("2000-01-01T10:20+00:00") == datetime(2000, 1, 1, 10, 20, tzinfo=timezone.utc), timezone(timedelta(seconds=-90)))
print(datetime.strptime("3 10:11:12", "%w %X"))
for bad in (lambda: late < time(1), lambda: time(1, 2, 3, 10**6), lambda: datetime(1, 1, 1, 1, 1, 1, -1), lambda: time(1, tzinfo=3),
            lambda: datetime(1, 1, 1, tzinfo="UTC"), lambda: datetime.strptime("10:11:12", "%T"), lambda: datetime.strptime("7", "%w"),
            lambda: datetime.strptime("2000-01-01", "%F"), lambda: datetime(2000, 1, 1) < datetime(2000, 1, 1, tzinfo=two),
            lambda: datetime(2000, 1, 1) < day):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
import time as clock
print(clock.strftime("%Y-%m-%d %H:%M:%S %a %j", clock.gmtime(1700000000)), clock.gmtime(0).tm_year, clock.gmtime(86400 * 59)[7])
