"""copy: shallow and deep copies."""


class Error(Exception):
    pass


def copy(x):
    if isinstance(x, (list, dict, set)) and type(x) in (list, dict, set):
        return x.copy()
    method = getattr(type(x), "__copy__", None)
    if method is not None:
        return method(x)
    if _atomic(x):
        return x
    if isinstance(x, (list, dict, set)):
        made = x.copy()
        return made
    made = object.__new__(type(x))
    made.__dict__.update(x.__dict__)
    return made


def _atomic(x):
    return x is None or isinstance(x, (bool, int, float, complex, str, bytes, frozenset, type, range, tuple)) or \
        not hasattr(x, "__dict__") or callable(x) and hasattr(x, "__code__")


def deepcopy(x, memo=None):
    memo = {} if memo is None else memo
    if id(x) in memo:
        return memo[id(x)]
    method = getattr(type(x), "__deepcopy__", None)
    if method is not None:
        made = method(x, memo)
    elif type(x) is list:
        made = memo[id(x)] = []
        for item in x:
            made.append(deepcopy(item, memo))
    elif isinstance(x, tuple):
        items = [deepcopy(item, memo) for item in x]
        made = type(x)(*items) if hasattr(x, "_fields") else tuple(items)
    elif isinstance(x, dict):
        made = memo[id(x)] = x.copy()
        made.clear()
        for k, v in x.items():
            made[deepcopy(k, memo)] = deepcopy(v, memo)
    elif isinstance(x, set):
        made = {deepcopy(item, memo) for item in x}
    elif _atomic(x) or hasattr(x, "shape"):
        made = x
    else:
        made = memo[id(x)] = object.__new__(type(x))
        for k, v in x.__dict__.items():
            object.__setattr__(made, k, deepcopy(v, memo))
    memo[id(x)] = made
    return made


def replace(obj, /, **changes):
    return obj.__replace__(**changes)
