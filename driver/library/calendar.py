"""calendar: days of months and years."""

from datetime import date as _date

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
day_name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
day_abbr = [d[:3] for d in day_name]
month_name = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
              "December"]
month_abbr = [m[:3] for m in month_name]


class IllegalMonthError(ValueError):
    pass


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    return sum(1 for y in range(y1, y2) if isleap(y))


def weekday(year, month, day):
    return _date(year, month, day).weekday()


def monthrange(year, month):
    """The weekday of the first day, and the number of days."""
    if not 1 <= month <= 12:
        raise IllegalMonthError(f"bad month number {month}; must be 1-12")
    days = [31, 29 if isleap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return weekday(year, month, 1), days


def monthcalendar(year, month):
    """Weeks of day numbers; 0 for days of other months."""
    first, days = monthrange(year, month)
    cells = [0] * first + list(range(1, days + 1))
    cells += [0] * (-len(cells) % 7)
    return [cells[i:i + 7] for i in range(0, len(cells), 7)]


def month(theyear, themonth, w=0, l=0):
    """The month as a text of lines."""
    width = max(2, w)
    title = f"{month_name[themonth]} {theyear}".center(7 * (width + 1) - 1).rstrip()
    lines = [title, " ".join(d[:width].center(width) for d in day_abbr).rstrip()]
    for week in monthcalendar(theyear, themonth):
        lines.append(" ".join((str(d) if d else "").rjust(2).center(width) for d in week).rstrip())
    return ("\n" * max(1, l)).join(lines) + "\n"
