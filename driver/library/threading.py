"""threading: what libraries keep per thread.  A program has one; starting others is refused."""


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
    """The main thread; no other can be made."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError("threading.Thread: a compiled program is one thread of Python; its loops over arrays "
                                  "use several by themselves")


class _MainThread(Thread):
    name, ident, daemon = "MainThread", 1, False

    def __init__(self):
        pass

    def is_alive(self):
        return True


_main = _MainThread()


def current_thread():
    return _main


main_thread = current_thread


def get_ident():
    return 1


def active_count():
    return 1
