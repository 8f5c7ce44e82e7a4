# An exception of the program's own: the calls that led to it, and its cause.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s


class UnitError(ValueError):
    pass


def convert(table, unit):
    try:
        return table[unit]
    except KeyError as e:
        raise UnitError(f"unknown unit {unit!r}") from e


def total(units):
    return sum(convert({"m": 1}, u) for u in units)


# CHECK: calls.py:13:9: error: [CJ0100] UnitError: unknown unit 'mile'
# CHECK: calls.py:17:16: note: in the call of convert
# CHECK: calls.py:[[@LINE+3]]:1: note: in the call of total
# CHECK: calls.py:11:16: note: because of KeyError: 'mile'
# CHECK-NOT: note
total(["m", "mile"])
