"""importlib.abc: bases of import hooks, which never run: imports happen while compiling."""


class MetaPathFinder:
    """What finds modules."""


class Loader:
    """What loads modules."""
