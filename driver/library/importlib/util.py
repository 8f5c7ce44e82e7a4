"""importlib.util: is there a module?"""

from _cjax.packages import find as _find


class ModuleSpec:
    """A module that can be imported."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"ModuleSpec(name={self.name!r})"


def find_spec(name, package=None):
    if name.startswith("."):
        raise NotImplementedError("importlib.util.find_spec of a relative name")
    return ModuleSpec(name) if _find(name) else None


def cache_from_source(path, debug_override=None, *, optimization=None):
    raise NotImplementedError("importlib.util.cache_from_source: modules are compiled into the executable")


def decode_source(source_bytes):
    raise NotImplementedError("importlib.util.decode_source: sources are not read by the executable")
