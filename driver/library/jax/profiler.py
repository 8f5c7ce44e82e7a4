"""jax.profiler: names for parts of a program.  No profile is taken."""


class TraceAnnotation:
    """A name for what happens within a with statement."""

    def __init__(self, name, **kwargs):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def __call__(self, fun):
        return fun


class StepTraceAnnotation(TraceAnnotation):
    """A name for a step of training."""


def annotate_function(func, name=None, **decorator_kwargs):
    """func, under a name."""
    return func


def _refused(what):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f"jax.profiler.{what} is not supported by cjax: an executable takes no profile; see "
                                  "`cjaxc --times` and a profiler of the system")
    return refuse


start_trace, stop_trace, trace = _refused("start_trace"), _refused("stop_trace"), _refused("trace")
start_server, stop_server = _refused("start_server"), _refused("stop_server")
device_memory_profile = _refused("device_memory_profile")
save_device_memory_profile = _refused("save_device_memory_profile")
