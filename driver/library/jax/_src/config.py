"""jax.config: the flags that programs set."""

from _cjax import argv, transform as native

# The values of a flag that give what cjax computes, where others would give something else.
ALLOWED = {"jax_threefry_partitionable": (True,), "jax_default_prng_impl": ("threefry2x32",),
           "jax_numpy_rank_promotion": ("allow", "warn"), "jax_platforms": ("cpu", None, ""),
           "jax_platform_name": ("cpu", None, ""), "jax_num_cpu_devices": (-1, 1), "jax_random_seed_offset": (0,),
           "jax_high_dynamic_range_gumbel": (False,), "jax_enable_custom_prng": (False,), "jax_no_tracing": (False,),
           "jax_no_execution": (False,), "jax_legacy_prng_key": ("allow",)}
# What concerns XLA, its caches and logs, and machines of many devices: kept and given back, and nothing else.
ELSEWHERE = {
    "jax_explain_cache_misses": False, "jax_log_checkpoint_residuals": False, "jax_logging_level": "NOTSET",
    "jax_debug_log_modules": "", "jax_compilation_cache_dir": None, "jax_enable_compilation_cache": True,
    "jax_compilation_cache_max_size": -1, "jax_compilation_cache_check_contents": False,
    "jax_compilation_cache_include_metadata_in_key": False, "jax_persistent_cache_min_compile_time_secs": 1.0,
    "jax_persistent_cache_min_entry_size_bytes": 0, "jax_raise_persistent_cache_errors": False,
    "jax_persistent_cache_enable_xla_caches": "xla_gpu_per_fusion_autotune_cache_dir",
    "jax_cpu_enable_async_dispatch": True, "jax_cpu_collectives_implementation": "gloo", "jax_default_device": None,
    "jax_disable_most_optimizations": False, "jax_optimization_level": "UNKNOWN", "jax_memory_fitting_level": "O2",
    "jax_exec_time_optimization_effort": 0.0, "jax_memory_fitting_effort": 0.0, "jax_pprint_use_color": True,
    "jax_include_full_tracebacks_in_locations": True, "jax_traceback_in_locations_limit": 100,
    "jax_tracer_error_num_traceback_frames": 5, "jax_transfer_guard": None, "jax_array_garbage_collection_guard": None,
    "jax_transfer_guard_device_to_device": None, "jax_transfer_guard_device_to_host": None,
    "jax_transfer_guard_host_to_device": None, "jax_use_shardy_partitioner": True, "jax_use_direct_linearize": True,
    "jax_allow_f16_reductions": True, "jax_enable_checks": False, "jax_softmax_custom_jvp": False,
    "jax_dump_ir_to": "", "jax_dump_ir_modes": "stablehlo", "jax_captured_constants_warn_bytes": 2000000000,
    "jax_captured_constants_report_frames": 0, "jax_remat3": False, "jax_custom_vjp3": False, "jax_scan3": False,
    "jax_mutable_array_checks": True, "jax_disable_bwd_checks": False, "jax_thread_guard": False,
    "jax_use_simplified_jaxpr_constants": False, "jax_distributed_debug": False}
# Flags that make JAX look for faults while the program runs.
CHECKS = ("jax_debug_nans", "jax_debug_infs", "jax_check_tracer_leaks", "jax_debug_key_reuse")


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
                        "jax_traceback_filtering": "auto", "jax_log_compiles": False, "jax_check_tracer_leaks": False,
                        "jax_debug_key_reuse": False, "jax_num_cpu_devices": -1, "jax_random_seed_offset": 0,
                        "jax_high_dynamic_range_gumbel": False, "jax_enable_custom_prng": False,
                        "jax_no_tracing": False, "jax_no_execution": False, "jax_legacy_prng_key": "allow", **ELSEWHERE}

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


def _of_environment(name):
    """The truth value of an environment variable of the compilation, or None."""
    text = argv.static_env(name)
    if not text:
        return None
    if text.lower() in ("y", "yes", "t", "true", "on", "1"):
        return True
    if text.lower() in ("n", "no", "f", "false", "off", "0"):
        return False
    raise ValueError(f"invalid truth value {text.lower()!r} for environment {name!r}")


if _of_environment("JAX_ENABLE_X64"):
    config.update("jax_enable_x64", True)


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
