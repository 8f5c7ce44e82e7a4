"""gc: what a program does about its memory, which is planned while compiling."""

_state = [True]


def collect(generation=2):
    """Nothing is left to collect."""
    return 0


def enable():
    _state[0] = True


def disable():
    _state[0] = False


def isenabled():
    return _state[0]


def freeze():
    """Nothing is moved."""
