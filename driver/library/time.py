"""time: clocks, read by the executable."""

from _cjax.clock import (monotonic, monotonic_ns, perf_counter, perf_counter_ns, process_time, process_time_ns, sleep,
                         time, time_ns)


def gmtime(secs=None):
    """UTC's date and time of a number of seconds that is known while compiling."""
    from collections import namedtuple
    from datetime import datetime, timedelta
    if secs is None:
        raise NotImplementedError("time.gmtime of the present is not supported by cjax: only the executable knows it")
    t = datetime(1970, 1, 1) + timedelta(seconds=int(secs))
    fields = "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst"
    return namedtuple("struct_time", fields)(t.year, t.month, t.day, t.hour, t.minute, t.second, t.weekday(),
                                             (t - datetime(t.year, 1, 1)).days + 1, 0)


def strftime(format, t=None):
    """A date and time as text; that of the present is refused."""
    from datetime import datetime
    if t is None:
        raise NotImplementedError("time.strftime of the present is not supported by cjax: only the executable knows it")
    return datetime(*t[:6]).strftime(format)
