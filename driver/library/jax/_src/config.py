"""jax.config: the flags that programs set."""

from _cjax import transform as native

# The values of a flag that give what cjax computes, where others would give something else.
ALLOWED = {"jax_threefry_partitionable": (True,), "jax_default_prng_impl": ("threefry2x32",),
           "jax_numpy_rank_promotion": ("allow", "warn"), "jax_platforms": ("cpu", None, ""),
           "jax_platform_name": ("cpu", None, "")}
# Flags that make JAX look for faults while the program runs.
CHECKS = ("jax_debug_nans", "jax_debug_infs", "jax_check_tracer_leaks")


def admit(name, value):
    """Refuses a value that would change results; says so where JAX would check what a compiled program does not."""
    if name in ALLOWED and value not in ALLOWED[name]:
        raise NotImplementedError(f"{name} = {value!r} is not supported by cjax")
    if name in CHECKS and value:
        import warnings
        warnings.warn(f"{name}: a compiled program does not check this", stacklevel=3)


class Config:
    """Flags as attributes; update(name, value) sets one."""

    def __init__(self):
        self._values = {"jax_disable_jit": False, "jax_debug_nans": False, "jax_debug_infs": False,
                        "jax_numpy_dtype_promotion": "standard", "jax_default_matmul_precision": None,
                        "jax_platforms": "cpu", "jax_platform_name": "cpu", "jax_threefry_partitionable": True,
                        "jax_default_prng_impl": "threefry2x32", "jax_numpy_rank_promotion": "allow",
                        "jax_traceback_filtering": "auto", "jax_log_compiles": False, "jax_check_tracer_leaks": False}

    def update(self, name, value):
        if name == "jax_enable_x64":
            native.set_x64(bool(value))
        elif name in self._values:
            admit(name, value)
            if name == "jax_numpy_dtype_promotion":
                if value not in ("standard", "strict"):
                    raise ValueError(f"{value!r} is not a valid NumpyDtypePromotion")
                native.set_strict_promotion(value == "strict")
            self._values[name] = value
        else:
            raise AttributeError(f"Unrecognized config option: {name}")

    def __getattr__(self, name):
        if name == "jax_enable_x64":
            return native.x64()
        values = self.__dict__.get("_values", {})
        if name in values:
            return values[name]
        raise AttributeError(f"'Config' object has no attribute '{name}'")

    def read(self, name):
        return getattr(self, name)


config = Config()


class disable_jit:
    """Context manager: within it jax.jit calls the function itself."""

    def __init__(self, disable=True):
        self._disable = disable

    def __enter__(self):
        self._before = config.jax_disable_jit
        config.update("jax_disable_jit", self._disable)

    def __exit__(self, *_):
        config.update("jax_disable_jit", self._before)


class numpy_dtype_promotion:
    """Context manager: "standard" or "strict" promotion within it."""

    def __init__(self, value):
        self._value = value

    def __enter__(self):
        self._before = config.jax_numpy_dtype_promotion
        config.update("jax_numpy_dtype_promotion", self._value)

    def __exit__(self, *_):
        config.update("jax_numpy_dtype_promotion", self._before)


class enable_x64:
    """Context manager: 64-bit types within it."""

    def __init__(self, enable=True):
        self._enable = enable

    def __enter__(self):
        self._before = native.x64()
        native.set_x64(self._enable)

    def __exit__(self, *_):
        native.set_x64(self._before)
