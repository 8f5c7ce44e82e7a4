"""timeit: how long calls take, by time.perf_counter."""

from time import perf_counter as default_timer

default_number, default_repeat = 1000000, 5


def _function(stmt, space):
    if callable(stmt):
        return stmt
    if not isinstance(stmt, str):
        raise ValueError("stmt is neither a string nor callable")
    return lambda: exec(stmt, space)


class Timer:
    """stmt, a function or a text, after setup; texts see the names of `globals`."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        space = {} if globals is None else globals
        self.timer, self._stmt, self._setup = timer, _function(stmt, space), _function(setup, space)

    def timeit(self, number=default_number):
        """Seconds that `number` calls of stmt take."""
        self._setup()
        start = self.timer()
        for _ in range(number):
            self._stmt()
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        """timeit as often as repeat says."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        raise NotImplementedError("timeit.Timer.autorange: how many calls there are is decided while compiling; "
                                  "use timeit(number=...)")


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """Seconds that `number` calls of stmt take, after setup."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """timeit as often as `repeat` says."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
