"""concurrent.futures: executors that run what is submitted at once, in order."""

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"


class CancelledError(Exception):
    pass


class InvalidStateError(Exception):
    pass


class Future:
    """What a call gave, or the exception that it raised."""

    def __init__(self):
        self._done, self._value, self._error, self._callbacks = False, None, None, []

    def _run(self, fn, args, kwargs):
        try:
            self.set_result(fn(*args, **kwargs))
        except Exception as e:
            self.set_exception(e)

    def set_result(self, result):
        self._value = result
        self._finish()

    def set_exception(self, exception):
        self._error = exception
        self._finish()

    def _finish(self):
        self._done = True
        for f in self._callbacks:
            f(self)

    def _check(self):
        if not self._done:
            raise NotImplementedError("Future.result of a future that nobody sets would wait for ever")

    def result(self, timeout=None):
        self._check()
        if self._error is not None:
            raise self._error
        return self._value

    def exception(self, timeout=None):
        self._check()
        return self._error

    def done(self):
        return self._done

    def running(self):
        return False

    def cancel(self):
        return False

    def cancelled(self):
        return False

    def add_done_callback(self, fn):
        if self._done:
            fn(self)
        else:
            self._callbacks.append(fn)


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        if self._shut:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = Future()
        future._run(fn, args, kwargs)
        return future

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return (f.result() for f in futures)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shut = True

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()
        return False


class ThreadPoolExecutor(Executor):
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._shut = False
        if initializer is not None:
            initializer(*initargs)


class ProcessPoolExecutor(Executor):
    def __init__(self, *args, **kwargs):
        raise NotImplementedError("concurrent.futures.ProcessPoolExecutor: a compiled program is one process; ThreadPoolExecutor "
                                  "runs what is submitted in order")


class _DoneAndNotDone(tuple):
    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    return _DoneAndNotDone(({f for f in fs if f.done()}, {f for f in fs if not f.done()}))


def as_completed(fs, timeout=None):
    """The futures, in the order in which they were submitted."""
    return iter(list(dict.fromkeys(fs)))
