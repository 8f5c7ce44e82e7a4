"""JAX's texts for carries and branches whose structures or types differ."""

from _cjax import transform as native
from _cjax import tree as native_tree
from jax._src.core import typematch
from jax.tree_util import keystr, tree_leaves_with_path


def _kind(tree, shown):
    kind = native_tree.level(tree)[0]
    return shown(tree) if kind == "leaf" else f"{type(tree)}"


def _structure_differences(a, b, path, shown, out):
    """(path, what a is, what b is, why they differ) for each place where the structures part."""
    ka, ca, keys_a = native_tree.level(a)
    kb, cb, keys_b = native_tree.level(b)
    if ka == "leaf" and kb == "leaf":
        return
    if ka != kb or type(a) is not type(b):
        out.append((path, _kind(a, shown), _kind(b, shown), "their Python types differ"))
        return
    if len(ca) != len(cb):
        what = {"tuple": "tuple", "list": "list", "dict": "dict"}.get(ka, "node")
        out.append((path, f"{what} of length {len(ca)}", f"{what} of length {len(cb)}", "the lengths do not match"))
        return
    if ka == "dict" and tuple(keys_a) != tuple(keys_b):
        out.append((path, f"dict with keys {list(keys_a)}", f"dict with keys {list(keys_b)}", "the keys do not match"))
        return
    steps = [f"[{k!r}]" for k in keys_a] if ka == "dict" else [f".{k}" for k in keys_a] if ka == "namedtuple" else \
        [f"[{i}]" for i in range(len(ca))]
    for step, x, y in zip(steps, ca, cb):
        _structure_differences(x, y, path + step, shown, out)


def structure_lines(a, b, path):
    """What differs in structure between what was seen and what is given now, a line for each place."""
    found = []
    _structure_differences(a, b, path, lambda x: str(type(x)), found)
    return [f"{p}, seen {x} but now given {y}, so {why}" for p, x, y, why in found]


def prefix_mismatch(prefix, full, path):
    """Where `prefix` first is no tree prefix of `full`, as a text of several lines; None where it is one."""
    kind, parts, keys = native_tree.level(prefix)
    if kind == "leaf" or prefix is None:
        return None
    _, full_parts, full_keys = native_tree.level(full)
    tree = path.split("[")[0]
    if type(prefix) is not type(full):
        return (f"pytree structure error: different types at key path\n    {path}\nAt that key path, the prefix pytree {tree} "
                f"has a subtree of type\n    {type(prefix)}\nbut at the same key path the full pytree has a subtree of "
                f"different type\n    {type(full)}.")
    if len(parts) != len(full_parts) and kind in ("tuple", "list"):
        return (f"pytree structure error: different lengths of {kind} at key path\n    {path}\nAt that key path, the prefix "
                f"pytree {tree} has a subtree of type {kind} of length {len(parts)}, but the full pytree has a subtree of the "
                f"same type but of length {len(full_parts)}.")
    if len(parts) != len(full_parts) or (kind == "dict" and tuple(keys) != tuple(full_keys)):
        return (f"pytree structure error: different numbers of pytree children at key path\n    {path}\nAt that key path, the "
                f"prefix pytree {tree} has a subtree of type\n    {type(prefix)}\nwith {len(parts)} child keys, but at the same "
                f"key path the full pytree has a subtree of the same type but with {len(full_parts)} child keys.")
    for i, (p, f) in enumerate(zip(parts, full_parts)):
        found = prefix_mismatch(p, f, path + (f"[{keys[i]!r}]" if kind == "dict" else f"[{i}]"))
        if found:
            return found
    return None


def _mismatch(a, b):
    """Why the types a and b differ."""
    if a.dtype != b.dtype and a.shape != b.shape:
        return ", so the dtypes do not match, and the shapes do not match"
    return ", so the dtypes do not match" if a.dtype != b.dtype else ", so the shapes do not match"


def _listed(differences, capitalize=True):
    if len(differences) == 1:
        text = differences[0]
        return (text[0].upper() + text[1:] if capitalize else text) + ".\n"
    return "".join(f"  * {d};\n" for d in differences[:-1]) + f"  * {differences[-1]}.\n"


def check_carry(name, fun, carry, tree, avals):
    """TypeError unless the body's results have the structure and the types of the carry."""
    info = native.parameters(fun)
    first = info[0][info[5]] if info is not None and len(info[0]) > info[5] else None

    def component(path):
        if first is None:
            return f"the input carry at path {path}" if path else "the input carry"
        return f"the input carry component {first}{path}" if path else f"the input carry {first}"

    if tree != carry.tree:
        found = []
        _structure_differences(carry.tree.unflatten(carry.avals), tree.unflatten(avals), "", lambda x: str(type(x)), found)
        if found:
            listed = _listed([f"{component(p)} is a {a} but the corresponding component of the carry output is a {b}, so {why}"
                              for p, a, b, why in found])
            raise TypeError(f"{name} function carry input and carry output must have the same pytree structure, but they "
                            f"differ:\n\n{listed}\nRevise the function so that the carry output has the same pytree "
                            "structure as the carry input.")
    paths = [keystr(p) for p, _ in tree_leaves_with_path(carry.tree.unflatten(list(range(len(carry.avals)))))]
    differences = [f"{component(p)} has type {a.str_short()} but the corresponding output carry component has type "
                   f"{b.str_short()}{_mismatch(a, b)}" for p, a, b in zip(paths, carry.avals, avals) if not typematch(a, b)]
    if differences:
        raise TypeError(f"{name} function carry input and carry output must have equal types, but they differ:\n\n"
                        f"{_listed(differences)}\nRevise the function so that all output types match the corresponding input "
                        "types.")


def _leaf_name(_):
    return "pytree leaf"


def _check_pair(api, names, funs, a, b):
    sources = "".join(f"{n} is {native.origin(f)[1]}\n" for n, f in zip(names, funs))
    if a[1] != b[1]:
        found = []
        _structure_differences(a[1].unflatten(a[2]), b[1].unflatten(b[2]), "", _leaf_name, found)
        if found:
            at = [f" at path {p}" if p else "" for p, *_ in found]
            listed = _listed([f"{names[0]} output{where} is a {x} but {names[1]} output{where} is a {y}, so {why}"
                              for where, (_, x, y, why) in zip(at, found)], False)
            raise TypeError(f"{api} branch outputs must have the same pytree structure, but they differ:\n\n{sources}\n"
                            f"{listed}\nRevise {names[0]} and/or {names[1]} so that they have the same pytree structure.")
    paths = [keystr(p) for p, _ in tree_leaves_with_path(a[1].unflatten(list(range(len(a[2])))))]
    differences = []
    for path, x, y in zip(paths, a[2], b[2]):
        if not typematch(x, y):
            where = f" at path {path}" if path else ""
            differences.append(f"the output of {names[0]}{where} has type {x.str_short()} but the corresponding output of "
                               f"{names[1]} has type {y.str_short()}{_mismatch(x, y)}")
    if differences:
        raise TypeError(f"{api} branches must have equal output types but they differ.\n\n{sources}\n{_listed(differences)}\n"
                        f"Revise {names[0]} and/or {names[1]} so that all output types match.")


def check_branches(api, names, funs, staged):
    """TypeError unless all branches give the structure and the types of the first."""
    for name, fun, s in zip(names[1:], funs[1:], staged[1:]):
        _check_pair(api, [names[0], name], [funs[0], fun], staged[0], s)
