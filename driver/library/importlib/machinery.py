"""importlib.machinery: see importlib.abc."""

from importlib.abc import Loader
from importlib.util import ModuleSpec  # noqa: F401


class SourceFileLoader(Loader):
    """What loads modules from sources."""
