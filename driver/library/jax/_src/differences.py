"""JAX's texts for carries and branches whose structures or types differ."""

from _cjax import transform as native
from _cjax import tree as native_tree
from jax._src.core import typematch
from jax.tree_util import keystr, tree_leaves_with_path


def _kind(tree, shown):
    kind = native_tree.level(tree)[0]
    return shown(tree) if kind == "leaf" else f"{type(tree)}"


def _metadata(tree):
    kind, _, keys = native_tree.level(tree)
    found = native_tree.metadata(tree)
    return tuple(keys) if kind == "dict" and found is None else found


def _keys(tree):
    """The steps of the path to each child; of a named tuple all are its first field, as in JAX's messages."""
    steps = [path[0] for path, _ in tree_leaves_with_path(tree, is_leaf=lambda x: x is not tree)]
    return steps[:1] * len(steps) if native_tree.level(tree)[0] == "namedtuple" else steps


def _unshared(a, b):
    """The keys that one of two trees has; none where they are no keys of dicts."""
    return [k.key for k in [k for k in a if k not in b] + [k for k in b if k not in a] if hasattr(k, "key")]


def _structure_differences(a, b, path, shown, out):
    """(path, what a is, what b is, why they differ) for each place where the structures part."""
    ka, ca, _ = native_tree.level(a)
    kb, cb, _ = native_tree.level(b)
    if ka == "leaf" and kb == "leaf":
        return
    if ka != kb or type(a) is not type(b):
        out.append((path, _kind(a, shown), _kind(b, shown), "their Python types differ"))
        return
    if len(ca) != len(cb) and isinstance(a, (list, tuple)):
        name = type(a).__name__
        out.append((path, f"{name} of length {len(ca)}", f"{name} of length {len(cb)}", "the lengths do not match"))
        return
    if len(ca) != len(cb):
        only = " ".join([repr(k) for k in _unshared(_keys(a), _keys(b))])
        out.append((path, *[f"{type(a)} with {len(c)} child{'ren' if len(c) > 1 else ''}" for c in (ca, cb)],
                    "the numbers of children do not match" + (only and f", with the symmetric difference of key sets: {{{only}}}")))
        return
    if _metadata(a) != _metadata(b):
        out.append((path, *[f"{type(a)} with pytree metadata {_metadata(t)}" for t in (a, b)],
                    "the pytree node metadata does not match"))
        return
    for step, x, y in zip(_keys(a), ca, cb):
        _structure_differences(x, y, path + str(step), shown, out)


def structure_lines(a, b, path):
    """What differs in structure between what was seen and what is given now, a line for each place."""
    found = []
    _structure_differences(a, b, path, lambda x: str(type(x)), found)
    return [f"{p}, seen {x} but now given {y}, so {why}" for p, x, y, why in found]


def prefix_errors(name, prefix, full, is_leaf=None, path=""):
    """Texts of several lines about the places where `prefix` is no tree prefix of `full`."""
    kind, parts, _ = native_tree.level(prefix)
    if kind == "leaf" or is_leaf is not None and is_leaf(prefix):
        return
    where = f" at key path\n    {name}{path}\nAt that key path, the prefix pytree {name} has a subtree of type"
    of_type = f"{where}\n    {type(prefix)}\n"
    if type(prefix) is not type(full):
        yield (f"pytree structure error: different types{of_type}but at the same key path the full pytree has a subtree of "
               f"different type\n    {type(full)}.")
        return
    full_parts, same = native_tree.level(full)[1], "the full pytree has a subtree of the same type but"
    if len(parts) != len(full_parts) and isinstance(prefix, (list, tuple)):
        kind = type(prefix).__name__
        yield (f"pytree structure error: different lengths of {kind}{where} {kind} of length {len(parts)}, but {same} of length "
               f"{len(full_parts)}.")
    elif len(parts) != len(full_parts):
        keys, full_keys = _keys(prefix), _keys(full)
        a, b, only = [" ".join([str(k) for k in ks]) for ks in (_unshared(keys, []), _unshared(full_keys, []),
                                                                _unshared(keys, full_keys))]
        yield (f"pytree structure error: different numbers of pytree children{of_type}with {len(parts)} child keys\n    {a}\nbut "
               f"at the same key path {same} with {len(full_parts)} child keys\n    {b}\nso the symmetric difference on key "
               f"sets is\n    {only}")
    elif _metadata(prefix) != _metadata(full):
        yield _metadata_error(of_type, same, str(_metadata(prefix)), str(_metadata(full)))
    else:
        for step, p, f in zip(_keys(prefix), parts, full_parts):
            yield from prefix_errors(name, p, f, None, path + str(step))


def _metadata_error(of_type, same, a, b):
    import difflib
    import textwrap
    lines = "\n".join(difflib.ndiff(a.splitlines(), b.splitlines()))
    return (f"pytree structure error: different pytree metadata{of_type}with metadata\n    {a}\nbut at the same key path {same} "
            f"with metadata\n    {b}\nso the diff in the metadata at these pytree nodes is\n{textwrap.indent(lines, '    ')}")


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
