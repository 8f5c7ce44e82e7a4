"""Context managers for jax.config's flags.

A flag that only matters to debugging, logging, caches or other devices changes nothing; of one that would change results
only the values are taken that give what cjax computes.
"""

from jax._src.config import ALLOWED, admit


class _Flag:
    """jax.NAME(value), within a with statement."""

    def __init__(self, name, default, allowed):
        self.name, self.value = name, default
        if allowed is not None:
            ALLOWED["jax_" + name] = allowed

    def __call__(self, new_val=True):
        admit("jax_" + self.name, new_val)
        return _Within(self, new_val)


class _Within:
    def __init__(self, flag, value):
        self._flag, self._value = flag, value

    def __enter__(self):
        self._before, self._flag.value = self._flag.value, self._value

    def __exit__(self, *_):
        self._flag.value = self._before


def _flags(default, allowed, *names):
    for name in names:
        globals()[name] = _Flag(name, default, allowed)


_flags(False, None, "check_tracer_leaks", "checking_leaks", "log_compiles", "explain_cache_misses", "debug_infs",
       "debug_nans", "enable_checks", "debug_key_reuse", "jax2tf_associative_scan_reductions", "allow_f16_reductions",
       "softmax_custom_jvp", "thread_guard", "auto_pcast", "remove_size_one_mesh_axis_from_type")
_flags(None, None, "default_device", "default_matmul_precision", "array_garbage_collection_guard", "make_user_context")
_flags(False, (False,), "no_tracing", "no_execution", "enable_custom_prng")
_flags(True, None, "threefry_partitionable")
_flags("threefry2x32", None, "default_prng_impl")
_flags("allow", None, "numpy_rank_promotion")
_flags("allow", ("allow", "warn"), "legacy_prng_key")
_flags("allow", ("allow", "log"), "transfer_guard", "transfer_guard_host_to_device", "transfer_guard_device_to_device",
       "transfer_guard_device_to_host")
NAMES = tuple(name for name, value in list(globals().items()) if isinstance(value, _Flag))


def checking_leaks():
    """jax.check_tracer_leaks(True)."""
    return globals()["check_tracer_leaks"](True)


def print_environment_info(return_string=False):
    """Versions, as text."""
    from jax import __version__
    text = f"jax:    {__version__}\nnumpy:  2.4.6\ndevice info: cpu-1, 1 local devices"
    if return_string:
        return text
    print(text)
    return None
