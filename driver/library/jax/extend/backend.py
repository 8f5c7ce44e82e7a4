"""jax.extend.backend: the one backend."""

from jax._src.api import clear_caches as clear_in_memory_compilation_cache
from jax._src.api import devices as _devices


class Backend:
    """The CPU."""

    platform, platform_version = "cpu", "cjax"

    def devices(self):
        return _devices()

    local_devices = devices

    def device_count(self):
        return 1

    local_device_count = device_count

    def process_index(self):
        return 0


_backend = Backend()


def get_backend(platform=None):
    if platform not in (None, "cpu"):
        raise RuntimeError(f"Unknown backend {platform}. Available backends are ['cpu']")
    return _backend


def backends():
    return {"cpu": _backend}


def get_default_device():
    return _devices()[0]


def clear_backends():
    """Forgets nothing: what was staged stays valid."""


def register_backend_cache(cache, name=None, util=None):
    """There are no backends to be cleared."""
    return cache
