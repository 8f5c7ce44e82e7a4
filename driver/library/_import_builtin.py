# _import_builtin.py -- the builtin function __import__, of names that are known while compiling.


def __import__(name, globals=None, locals=None, fromlist=(), level=0):
    """The module at the head of the name, or the last one where fromlist names something of it."""
    from importlib import import_module
    if level:
        package = (globals or {}).get("__package__") or (globals or {}).get("__name__", "").rpartition(".")[0]
        return import_module("." * level + name, package)
    last = import_module(name)
    return last if fromlist or "." not in name else import_module(name.partition(".")[0])
