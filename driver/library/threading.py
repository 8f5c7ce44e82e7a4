"""threading: threads that run to their end where they are started; waiting for another one is refused."""


class local:
    """Attributes of the one thread."""


class _Lock:
    """Nobody else ever holds it."""

    def __init__(self):
        self._held = 0

    def acquire(self, blocking=True, timeout=-1):
        if self._held and not self._again:
            if blocking and timeout < 0:
                raise RuntimeError("a lock is acquired twice by the only thread, which would wait for ever")
            return False
        self._held += 1
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held -= 1

    def locked(self):
        return self._held > 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()


class Lock(_Lock):
    _again = False


class RLock(_Lock):
    _again = True


class Thread:
    """A thread: it runs, to its end, where it is started."""

    _count = 0
    daemon, ident = False, None

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if name is None:
            Thread._count += 1
            name = f"Thread-{Thread._count}" + (f" ({target.__name__})" if hasattr(target, "__name__") else "")
        self.name, self.daemon, self._started = name, bool(daemon), False
        self._target, self._args, self._kwargs = target, args, kwargs or {}

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def start(self):
        global _now
        if self._started:
            raise RuntimeError("threads can only be started once")
        self._started, self.ident = True, Thread._count + 1
        before, _now = _now, self
        try:
            self.run()
        finally:
            _now = before

    def join(self, timeout=None):
        if not self._started:
            raise RuntimeError("cannot join thread before it is started")

    def is_alive(self):
        return False

    def getName(self):
        return self.name


class Timer(Thread):
    """A thread that waits first; here it does not."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__(None, function, None, args or (), kwargs)
        self.interval = interval

    def cancel(self):
        self._target = None


class _MainThread(Thread):
    name, ident, daemon = "MainThread", 1, False

    def __init__(self):
        self._started = True

    def is_alive(self):
        return True


_main = _now = _MainThread()


def _wait(what):
    raise NotImplementedError(f"{what} would wait for another thread: a compiled program runs a thread to its end when it is started")


class Event:
    def __init__(self):
        self._set = False

    def is_set(self):
        return self._set

    def set(self):
        self._set = True

    def clear(self):
        self._set = False

    def wait(self, timeout=None):
        if not self._set and timeout is None:
            _wait("Event.wait")
        return self._set


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not self._value:
            return _wait("Semaphore.acquire") if blocking and timeout is None else False
        self._value -= 1
        return True

    def release(self, n=1):
        self._value += n

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()


BoundedSemaphore = Semaphore


class Condition(RLock):
    def wait(self, timeout=None):
        return _wait("Condition.wait") if timeout is None else False

    def wait_for(self, predicate, timeout=None):
        return predicate() or (_wait("Condition.wait_for") if timeout is None else False)

    def notify(self, n=1):
        pass

    notify_all = notify


def current_thread():
    return _now


def main_thread():
    return _main


def get_ident():
    return _now.ident


def active_count():
    return 1 if _now is _main else 2


def enumerate():
    return [_main] if _now is _main else [_main, _now]
