"""datetime: days, times of day and time zones.  What the clock says is known to the executable only."""

MINYEAR, MAXYEAR = 1, 9999
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class timedelta:
    """days, seconds and microseconds; the last two are not negative."""

    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        whole = ((weeks * 7 + days) * 86400 + hours * 3600 + minutes * 60 + seconds) * 10**6
        us = round(whole + milliseconds * 1000 + microseconds)
        self.days, rest = divmod(us, 86400 * 10**6)
        self.seconds, self.microseconds = divmod(rest, 10**6)

    def _us(self):
        return (self.days * 86400 + self.seconds) * 10**6 + self.microseconds

    def total_seconds(self):
        return self._us() / 10**6

    def __repr__(self):
        parts = [f"{k}={v}" for k, v in vars(self).items() if v]
        return f"datetime.timedelta({', '.join(parts) or '0'})"

    def __str__(self):
        text = f"{self.seconds // 3600}:{self.seconds // 60 % 60:02}:{self.seconds % 60:02}"
        if self.days:
            text = f"{self.days} day{'' if abs(self.days) == 1 else 's'}, {text}"
        return text + (f".{self.microseconds:06}" if self.microseconds else "")

    def __add__(self, other):
        return timedelta(0, 0, self._us() + other._us()) if isinstance(other, timedelta) else NotImplemented

    def __sub__(self, other):
        return timedelta(0, 0, self._us() - other._us()) if isinstance(other, timedelta) else NotImplemented

    def __mul__(self, k):
        return timedelta(0, 0, round(self._us() * k)) if isinstance(k, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, k):
        return self._us() / k._us() if isinstance(k, timedelta) else timedelta(0, 0, round(self._us() / k))

    def __floordiv__(self, k):
        return self._us() // k._us() if isinstance(k, timedelta) else timedelta(0, 0, self._us() // k)

    def __mod__(self, other):
        return timedelta(0, 0, self._us() % other._us())

    def __neg__(self):
        return timedelta(0, 0, -self._us())

    def __abs__(self):
        return timedelta(0, 0, abs(self._us()))

    def __bool__(self):
        return self._us() != 0

    def __eq__(self, other):
        return isinstance(other, timedelta) and self._us() == other._us()

    def __lt__(self, other):
        return self._us() < other._us()

    def __le__(self, other):
        return self._us() <= other._us()

    def __gt__(self, other):
        return self._us() > other._us()

    def __ge__(self, other):
        return self._us() >= other._us()

    def __hash__(self):
        return hash(self._us())


def _leap(y):
    return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)


def _month_days(y, m):
    return 29 if m == 2 and _leap(y) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[m - 1]


def _before(y, m):
    """Days of the year before month m."""
    return sum([_month_days(y, k) for k in range(1, m)])


def _check_time(hour, minute, second, microsecond, zone):
    for name, value, most in (("hour", hour, 23), ("minute", minute, 59), ("second", second, 59),
                              ("microsecond", microsecond, 999999)):
        if not 0 <= value <= most:
            raise ValueError(f"{name} must be in 0..{most}")
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")


def _time_text(t):
    text = f"{t.hour:02}:{t.minute:02}:{t.second:02}" + (f".{t.microsecond:06}" if t.microsecond else "")
    offset = t.utcoffset()
    return text if offset is None else text + _offset_text(offset)


def _time_parts(text):
    """Hour, minute, second, microsecond and zone of a time in ISO 8601."""
    clock, zone = text, None
    for sign in "+-Z":
        if sign in text:
            clock, _, offset = text.partition(sign)
            hours, _, minutes = (offset or "0").partition(":")
            apart = (-1 if sign == "-" else 1) * timedelta(hours=int(hours), minutes=int(minutes or 0))
            zone = timezone(apart) if apart else timezone.utc
    clock, dot, fraction = clock.partition(".")
    parts = [int(p) for p in clock.split(":")]
    return *parts, *[0] * (3 - len(parts)), int(fraction.ljust(6, "0")[:6]) if dot else 0, zone


def _kind(value):
    return f"datetime.{type(value).__name__}" if isinstance(value, (date, time)) else type(value).__name__


def _same(a, b):
    return (a.utcoffset() is None) == (b.utcoffset() is None) and a._order() == b._order()


def _orders(a, b, what):
    """The keys of two times that have an order."""
    if (a.utcoffset() is None) != (b.utcoffset() is None):
        raise TypeError(f"can't compare offset-naive and offset-aware {what}")
    return a._order(), b._order()


def _clock(name):
    def read(cls, *args):
        raise NotImplementedError(f"datetime.{cls.__name__}.{name}(): what the clock says is known to the executable "
                                  "only; time.time() gives it as a number")

    return classmethod(read)


class date:
    def __init__(self, year, month, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"year {year} is out of range")
        if not 1 <= month <= 12:
            raise ValueError("month must be in 1..12")
        if not 1 <= day <= _month_days(year, month):
            raise ValueError("day is out of range for month")
        self.year, self.month, self.day = year, month, day

    today = fromtimestamp = _clock("today")

    @classmethod
    def fromordinal(cls, n):
        y = max(1, (n - 1) // 366)
        while n > (y * 365 + y // 4 - y // 100 + y // 400):
            y += 1
        z = y - 1
        rest, m = n - (z * 365 + z // 4 - z // 100 + z // 400), 1
        while rest > _month_days(y, m):
            rest, m = rest - _month_days(y, m), m + 1
        return cls(y, m, rest)

    @classmethod
    def fromisoformat(cls, text):
        return cls(*[int(p) for p in text.split("-")])

    def toordinal(self):
        y = self.year - 1
        return y * 365 + y // 4 - y // 100 + y // 400 + _before(self.year, self.month) + self.day

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isoformat(self):
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    __str__ = isoformat

    def __repr__(self):
        return f"datetime.{type(self).__name__}({', '.join([str(x) for x in self._key()])})"

    def _key(self):
        return (self.year, self.month, self.day)

    _order = _key

    def replace(self, **changes):
        return type(self)(**{**vars(self), **changes})

    def strftime(self, format):
        out, parts = [], iter(format)
        for c in parts:
            out.append(self._field(next(parts, "")) if c == "%" else c)
        return "".join(out)

    __format__ = lambda self, spec: self.strftime(spec) if spec else str(self)

    def _field(self, c):
        t = self if isinstance(self, datetime) else datetime(self.year, self.month, self.day)
        made = {"Y": f"{t.year}", "m": f"{t.month:02}", "d": f"{t.day:02}", "H": f"{t.hour:02}", "M": f"{t.minute:02}",
                "S": f"{t.second:02}", "f": f"{t.microsecond:06}", "y": f"{t.year % 100:02}", "%": "%",
                "B": _MONTHS[t.month - 1], "b": _MONTHS[t.month - 1][:3], "A": _DAYS[t.weekday()],
                "a": _DAYS[t.weekday()][:3], "I": f"{(t.hour - 1) % 12 + 1:02}", "p": "AM" if t.hour < 12 else "PM",
                "j": f"{_before(t.year, t.month) + t.day:03}", "w": f"{(t.weekday() + 1) % 7}",
                "z": "" if t.utcoffset() is None else _offset_text(t.utcoffset()).replace(":", ""), "Z": t.tzname() or ""}
        if c not in made:
            raise NotImplementedError(f"strftime: %{c} is not supported")
        return made[c]

    def __add__(self, other):
        return date.fromordinal(self.toordinal() + other.days) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return date.fromordinal(self.toordinal() - other.days)
        return timedelta(self.toordinal() - other.toordinal()) if isinstance(other, date) else NotImplemented

    def __eq__(self, other):
        return isinstance(other, date) and self._order() == other._order()

    def __lt__(self, other):
        return self._order() < other._order()

    def __le__(self, other):
        return self._order() <= other._order()

    def __gt__(self, other):
        return self._order() > other._order()

    def __ge__(self, other):
        return self._order() >= other._order()

    def __hash__(self):
        return hash(self._order())


class tzinfo:
    """A time zone; subclasses give utcoffset and tzname."""

    def utcoffset(self, when):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def tzname(self, when):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")


class timezone(tzinfo):
    """A zone with one offset from UTC."""

    def __init__(self, offset, name=None):
        if abs(offset) >= timedelta(1):
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             f"timedelta(hours=24), not {offset!r}.")
        self._offset, self._name = offset, name

    def utcoffset(self, when):
        return self._offset

    def dst(self, when):
        return None

    def tzname(self, when):
        if self._name is not None:
            return self._name
        return "UTC" + (_offset_text(self._offset) if self._offset else "")

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"datetime.timezone({self._offset!r}{name})"

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)


timezone.utc = UTC = timezone(timedelta(0))


class time:
    """A time of day."""

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None):
        _check_time(hour, minute, second, microsecond, tzinfo)
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo = hour, minute, second, microsecond, tzinfo

    def _key(self):
        return self.hour, self.minute, self.second, self.microsecond

    def _order(self):
        since = timedelta(0, (self.hour * 60 + self.minute) * 60 + self.second, self.microsecond)
        return since if self.utcoffset() is None else since - self.utcoffset()

    def isoformat(self):
        return _time_text(self)

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(None)

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(None)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(None)

    @classmethod
    def fromisoformat(cls, text):
        return cls(*_time_parts(text))

    def replace(self, **changes):
        return time(**{**vars(self), **changes})

    def strftime(self, format):
        return datetime(1900, 1, 1, *self._key(), self.tzinfo).strftime(format)

    __str__ = isoformat
    __format__ = lambda self, spec: self.strftime(spec) if spec else str(self)

    def __repr__(self):
        key = self._key()
        n = 4 if key[3] else 3 if key[2] else 2
        zone = "" if self.tzinfo is None else f", tzinfo={self.tzinfo!r}"
        return f"datetime.time({', '.join([str(x) for x in key[:n]])}{zone})"

    def __eq__(self, other):
        return _same(self, other) if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        a, b = _orders(self, other, "times")
        return a < b

    def __le__(self, other):
        a, b = _orders(self, other, "times")
        return a <= b

    def __gt__(self, other):
        a, b = _orders(self, other, "times")
        return a > b

    def __ge__(self, other):
        a, b = _orders(self, other, "times")
        return a >= b

    def __hash__(self):
        return hash(self._order())


time.min, time.max = time(), time(23, 59, 59, 999999)


def _offset_text(offset):
    sign, apart = "-" if offset < timedelta(0) else "+", abs(offset)
    text = f"{sign}{apart.seconds // 3600:02}:{apart.seconds // 60 % 60:02}"
    text += f":{apart.seconds % 60:02}" if apart.seconds % 60 or apart.microseconds else ""
    return text + (f".{apart.microseconds:06}" if apart.microseconds else "")


class datetime(date):
    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None):
        self.tzinfo = tzinfo
        date.__init__(self, year, month, day)
        _check_time(hour, minute, second, microsecond, tzinfo)
        self.hour, self.minute, self.second, self.microsecond = hour, minute, second, microsecond

    now, utcnow, today, fromtimestamp = _clock("now"), _clock("utcnow"), _clock("today"), _clock("fromtimestamp")

    @classmethod
    def fromisoformat(cls, text):
        day, clock = [int(p) for p in text[:10].split("-")], text[11:]
        return cls(*day, *_time_parts(clock)) if clock else cls(*day)

    @classmethod
    def strptime(cls, date_string, format):
        from _strptime import parse
        t = parse(date_string, format)
        zone = None if t["offset"] is None else timezone(timedelta(minutes=t["offset"])) if t["offset"] else timezone.utc
        made = cls(t["year"], t["month"], t["day"], t["hour"], t["minute"], t["second"], t["microsecond"], zone)
        return made if t["yearday"] is None else made.replace(month=1, day=1) + timedelta(t["yearday"] - 1)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date.year, date.month, date.day, *time._key(), time.tzinfo if tzinfo is True else tzinfo)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond)

    def timetz(self):
        return self.time().replace(tzinfo=self.tzinfo)

    def date(self):
        return date(self.year, self.month, self.day)

    def _key(self):
        key = (self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond)
        return key

    def _order(self):
        return self._key() if self.utcoffset() is None else (self.replace(tzinfo=None) - self.utcoffset())._key()

    def __eq__(self, other):
        return _same(self, other) if isinstance(other, datetime) else NotImplemented

    def __lt__(self, other):
        a, b = self._orders(other)
        return a < b

    def __le__(self, other):
        a, b = self._orders(other)
        return a <= b

    def __gt__(self, other):
        a, b = self._orders(other)
        return a > b

    def __ge__(self, other):
        a, b = self._orders(other)
        return a >= b

    def __hash__(self):
        return hash(self._order())

    def _orders(self, other):
        if not isinstance(other, datetime):
            raise TypeError(f"can't compare datetime.datetime to {_kind(other)}")
        return _orders(self, other, "datetimes")

    def __repr__(self):
        key = self._key()
        n = 7 if key[6] else 6 if key[5] else 5
        zone = "" if self.tzinfo is None else f", tzinfo={self.tzinfo!r}"
        return f"datetime.datetime({', '.join([str(x) for x in key[:n]])}{zone})"

    def isoformat(self, sep="T"):
        return f"{date.isoformat(self)}{sep}{_time_text(self)}"

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(self)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def astimezone(self, tz):
        if self.tzinfo is None:
            raise NotImplementedError("astimezone of a time without a zone, which would ask for the machine's")
        moved = self - self.utcoffset() + tz.utcoffset(self)
        return moved.replace(tzinfo=tz)

    def __str__(self):
        return self.isoformat(" ")

    def _us(self):
        return ((self.toordinal() * 24 + self.hour) * 60 + self.minute) * 60 * 10**6 + self.second * 10**6 + \
            self.microsecond

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        seconds, us = divmod(self._us() + other._us(), 10**6)
        days, seconds = divmod(seconds, 86400)
        day = date.fromordinal(days)
        return datetime(day.year, day.month, day.day, seconds // 3600, seconds // 60 % 60, seconds % 60, us, self.tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.tzinfo is None) != (other.tzinfo is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        apart = timedelta(0, 0, self._us() - other._us())
        return apart if self.tzinfo is None else apart - self.utcoffset() + other.utcoffset()
