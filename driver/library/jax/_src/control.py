"""jax.lax's control flow: while_loop, fori_loop, scan, map, cond, switch."""

from _cjax import lax as native_lax
from _cjax import transform as native
from _cjax.numpy import bool_, int32
from jax._src.axes import canonicalize_axis
from jax._src.config import config
from jax._src.core import check_results, dtype_of, leaves_of, shape_of, typematch
from jax._src.custom import grad_depth, note_custom
from jax._src.differences import check_branches, check_carry
from jax._src.refs import Watch, contents, holding, store
from jax.tree_util import tree_flatten, tree_leaves, tree_map, tree_structure


class _Carry:
    """The carry of a loop: arrays, their types and structure."""

    def __init__(self, fun, tree):
        self.leaves, self.avals, both = leaves_of(fun, (tree,), {}, named=False)
        self.arrays = [native.array(x) for x in self.leaves]
        self.tree = both.children()[0].children()[0]

    def promote(self, out_avals):
        """Takes the types of the body's results where those given are weak; whether any changed."""
        changed = False
        for i, (a, b) in enumerate(zip(self.avals, out_avals)):
            if a.weak_type and not typematch(a, b):
                dtype, weak = native.promote([a, b])
                self.avals[i] = native.make_aval(a.shape, dtype, weak)
                self.arrays[i] = native.convert(self.arrays[i], self.avals[i])
                changed = changed or self.avals[i] is not a
        return changed


def _body(fun, transform, trees, avals, origin=None, func=False):
    """fun staged as a region (a function) whose parameters are the leaves of the trees: (it, structure, result's avals)."""
    ends, n = [], 0
    for t in trees:
        ends.append((n, n + t.num_leaves))
        n += t.num_leaves

    def body(*arrays):
        result = fun(*[t.unflatten(arrays[a:b]) for t, (a, b) in zip(trees, ends)])
        leaves, tree = tree_flatten(result)
        return check_results(origin, transform, result, leaves), tree

    origin = fun if origin is None else origin
    with Watch():
        region, tree = native.stage(body, avals, "jit", transform, origin, None) if func else \
            native.region(body, avals, transform, origin, None)
    return region, tree, native.out_avals(region)


#===-- while ------------------------------------------------------------------------===#


def while_loop(cond_fun, body_fun, init_val):
    """body_fun applied to the carry as long as cond_fun gives true."""
    if not (callable(body_fun) and callable(cond_fun)):
        raise TypeError("lax.while_loop: body_fun and cond_fun arguments should be callable.")
    with Watch() as watch:
        out = native.attempt(lambda: _while_loop(cond_fun, body_fun, init_val))
    if out is None:
        return _python_while(cond_fun, body_fun, tree_map(native.array, init_val))
    out = out[0]
    return _while_refs(cond_fun, body_fun, init_val, watch.refs) if watch.refs else out


def _python_while(cond_fun, body_fun, carry):
    """The loop in Python, for callbacks that change the program's objects."""
    from _rolled_loops import while_loop as rolled
    return rolled(cond_fun, lambda c: tree_map(native.array, body_fun(c)), carry)


def _while_refs(cond_fun, body_fun, init_val, refs):
    test, step = holding(refs, cond_fun), holding(refs, body_fun)

    def body(carry):
        out, values = step(carry[1], carry[0])
        return out, values

    out, values = _while_loop(lambda carry: test(carry[1], carry[0])[0], body, (init_val, contents(refs)))
    store(refs, values)
    return out


def _while_loop(cond_fun, body_fun, init_val):
    carry = _Carry(body_fun, init_val)
    # Where reverse mode may come, functions: they are used again.
    func = grad_depth() > 0 and not native.would_catch(ValueError)
    note_custom()
    cond = _while_condition(cond_fun, carry, func)
    body, tree, out = _body(body_fun, "while_loop", [carry.tree], carry.avals, None, func)
    if tree.num_leaves != len(carry.avals):
        check_carry("while_loop body", body_fun, carry, tree, out)
    if carry.promote(out):
        native.discard(cond)
        native.discard(body)
        cond = _while_condition(cond_fun, carry, func)
        body, tree, out = _body(body_fun, "while_loop", [carry.tree], carry.avals, None, func)
    check_carry("while_loop body", body_fun, carry, tree, out)
    if func:
        from jax._src.while_reverse import reversible_while
        return tree.unflatten(reversible_while(cond, body, carry.arrays, out))
    return tree.unflatten(native.while_loop(cond, body, carry.arrays, out))


def _while_condition(cond_fun, carry, func):
    region, tree, out = _body(cond_fun, "while_loop", [carry.tree], carry.avals, None, func)
    if tree.num_leaves != 1 or tree.num_nodes != 1:
        raise TypeError(f"cond_fun must return a boolean scalar, but got pytree {tree}.")
    if out[0].shape != () or out[0].dtype != bool_:
        raise TypeError(f"cond_fun must return a boolean scalar, but got output type(s) {out}.")
    return region


#===-- scan -------------------------------------------------------------------------===#


def _scan_length(xs, length):
    no_axis = [x for x in xs if native.aval(x) is None or not shape_of(x)]
    if no_axis:
        raise ValueError("scan got value with no leading axis to scan over: " + ", ".join(str(x) for x in no_axis) + ".")
    lengths = [shape_of(x)[0] for x in xs]
    if length is not None:
        length = int(length)
        if any(n != length for n in lengths):
            raise ValueError(f"scan got `length` argument of {length} which disagrees with leading axis sizes {lengths}.")
        return length
    if len(set(lengths)) > 1:
        raise ValueError(f"scan got values with different leading axis sizes: {', '.join(str(n) for n in lengths)}.")
    if not lengths:
        raise ValueError("scan got no values to scan over and `length` not provided.")
    return lengths[0]


def scan(f, init, xs=None, length=None, reverse=False, unroll=1, _split_transpose=False):
    """f(carry, x) -> (carry, y) over the leading axis of xs; gives the last carry and the stacked ys."""
    if not callable(f):
        raise TypeError("lax.scan: f argument should be a callable.")
    return _scan(f, init, xs, length, reverse, unroll, f, "scan")


def _scan(f, init, xs, length, reverse, unroll, origin, transform):
    with Watch() as watch:
        out = native.attempt(lambda: _scan_once(f, init, xs, length, reverse, unroll, origin, transform))
    if out is None:
        return _beside_scan(f, init, xs, length, reverse)
    out = out[0]
    refs = watch.refs
    if not refs:
        return out
    step = holding(refs, f)

    def body(carry, x):
        (c, y), values = step(carry[1], carry[0], x)
        return (c, values), y

    (c, values), ys = _scan_once(body, (init, contents(refs)), xs, length, reverse, unroll, origin, transform)
    store(refs, values)
    return c, ys


def _scan_once(f, init, xs, length, reverse, unroll, origin, transform):
    # origin, transform: what messages about tracers name.
    if not isinstance(unroll, bool) and (not isinstance(unroll, int) or unroll < 0):
        raise ValueError("`unroll` must be a `bool` or a non-negative `int`.")
    x_leaves, x_tree = tree_flatten(xs)
    for x in x_leaves:
        if native.aval(x) is None:
            raise TypeError(f"Argument '{x}' of type {type(x)} is not a valid JAX type")
    length = _scan_length(x_leaves, length)
    if config.jax_disable_jit:
        return _python_scan(f, init, x_leaves, x_tree, length, reverse)
    x_arrays = [native.array(x) for x in x_leaves]
    x_avals = [native.make_aval(a.shape[1:], a.dtype, a.weak_type) for a in [native.aval(x) for x in x_arrays]]
    carry = _Carry(f, init)
    region, pair, out = _scan_body(f, carry, x_tree, x_avals, origin, transform)
    n = pair[0].num_leaves
    if n != len(carry.avals):
        check_carry("scan body", f, carry, pair[0], out[:n])
    if carry.promote(out[:n]):
        native.discard(region)
        region, pair, out = _scan_body(f, carry, x_tree, x_avals, origin, transform)
    check_carry("scan body", f, carry, pair[0], out[:n])
    avals = out[:n] + [native.make_aval((length,) + a.shape, a.dtype, a.weak_type) for a in out[n:]]
    unroll = (max(length, 1) if unroll else 1) if isinstance(unroll, bool) else int(unroll)
    same = native.forwards(region)[:n]
    values = native.scan(region, carry.arrays + x_arrays, n, length, bool(reverse), max(unroll, 1), avals)
    values[:n] = [carry.leaves[i] if same[i] == i else values[i] for i in range(n)]
    return pair[0].unflatten(values[:n]), pair[1].unflatten(values[n:])


def _scan_body(f, carry, x_tree, x_avals, origin, transform):
    def checked(c, x):
        result = f(c, x)
        if not isinstance(result, (tuple, list)) or len(result) != 2:
            shown = tree_map(lambda v: native.aval(v), result)
            raise TypeError(f"scan body output must be a pair, got {shown}.")
        return tuple(result)

    region, tree, out = _body(checked, transform, [carry.tree, x_tree], list(carry.avals) + x_avals, origin)
    return region, tree.children(), out


def _python_scan(f, init, x_leaves, x_tree, length, reverse):
    """The loop in Python, for jax.disable_jit."""
    import jax.numpy as jnp
    if length == 0:
        raise ValueError("zero-length scan is not supported in disable_jit() mode because the output type is unknown.")
    carry, ys = init, []
    for i in reversed(range(length)) if reverse else range(length):
        carry, y = f(carry, x_tree.unflatten([x[i] for x in x_leaves]))
        ys.append(y)
    if reverse:
        ys.reverse()
    return carry, tree_map(lambda *rows: jnp.stack(rows), *ys)


def _beside_scan(f, init, xs, length, reverse):
    """The loop in Python, for callbacks that change the program's objects."""
    from _rolled_loops import scan as rolled
    import jax.numpy as jnp
    x_leaves, x_tree = tree_flatten(tree_map(native.array, xs))
    length, y_tree = _scan_length(x_leaves, length), [None]

    def step(carry, i):
        carry, y = tree_map(native.array, f(carry, x_tree.unflatten([x[i] for x in x_leaves])))
        if y_tree[0] is None:
            y_tree[0] = tree_flatten(y)[1]
        return carry, tree_leaves(y)

    carry, outs = rolled(step, tree_map(native.array, init), length - 1 if reverse else 0, length, reverse)
    ys = [jnp.stack(out[::-1] if reverse else out) for out in outs]
    return carry, y_tree[0].unflatten(ys)


def map(f, xs, *, batch_size=None):
    """f of each element of the leading axis of xs, one after the other; batch_size of them at once."""
    if not batch_size:
        return scan(lambda _, x: ((), f(x)), (), xs)[1]
    from jax._src.vmap import vmap
    import jax.numpy as jnp
    leaves, tree = tree_flatten(xs)
    length = _scan_length(leaves, None)
    whole = length // batch_size * batch_size
    split = tree.unflatten([x[:whole].reshape((whole // batch_size, batch_size) + x.shape[1:]) for x in leaves])
    out = None
    if whole:
        out = scan(lambda _, x: ((), vmap(f)(x)), (), split)[1]
        out = tree_map(lambda y: y.reshape((whole,) + y.shape[2:]), out)
    if whole == length:
        return out
    rest = vmap(f)(tree.unflatten([x[whole:] for x in leaves]))
    return rest if out is None else tree_map(lambda a, b: jnp.concatenate([a, b]), out, rest)


#===-- fori -------------------------------------------------------------------------===#


def _loop_dtype(lower, upper):
    a, b = native.aval(lower), native.aval(upper)
    for x, aval in ((lower, a), (upper, b)):
        if aval is None:
            raise TypeError(f"Value {x!r} of type {type(x)} is not a valid JAX type")
    if a.dtype == b.dtype:
        return a.dtype
    if a.dtype.kind == "i" and b.dtype.kind == "i" and a.weak_type != b.weak_type:
        return b.dtype if a.weak_type else a.dtype
    raise TypeError(f"lower and upper arguments to fori_loop must have equal types, got {a.dtype} and {b.dtype}")


def fori_loop(lower, upper, body_fun, init_val, *, unroll=None):
    """val = body_fun(i, val) for i in lower..upper-1; a scan when both bounds are known while compiling."""
    if not callable(body_fun):
        raise TypeError("lax.fori_loop: body_fun argument should be callable.")
    dtype = _loop_dtype(lower, upper)
    if isinstance(lower, int) and isinstance(upper, int):
        def step(loop_carry, _):
            i, x = loop_carry
            return (i + 1, body_fun(i, x)), None

        init = (lower, init_val)
        return _scan(step, init, None, max(upper - lower, 0), False, unroll or 1, body_fun, "fori_loop")[0][1]
    if unroll is not None and unroll is not False and unroll != 1:
        raise ValueError("Can only use `unroll` in `fori_loop` if the loop bounds are statically known.")
    if dtype_of(lower) != dtype:
        lower = native_lax.convert_element_type(lower, dtype)
    if dtype_of(upper) != dtype:
        upper = native_lax.convert_element_type(upper, dtype)

    def body(loop_carry):
        i, upper, x = loop_carry
        return i + 1, upper, body_fun(i, x)

    def cond(loop_carry):
        return loop_carry[0] < loop_carry[1]

    return while_loop(cond, body, (lower, upper, init_val))[2]


#===-- cond and switch ------------------------------------------------------------------===#

_none = object()


def _predicate(pred):
    """pred as a bool array of rank 0."""
    if pred is None:
        raise TypeError("cond predicate is None")
    aval = native.aval(pred)
    if aval is None:
        raise TypeError(f"Pred must be a scalar, got {pred} of type {type(pred)}")
    if aval.shape != ():
        raise TypeError(f"Pred must be a scalar, got {pred} of shape {aval.shape}.")
    x = native.array(pred)
    return x if aval.dtype == bool_ else native_lax.ne(x, native_lax.full_like(x, 0))


def cond(pred, *args, operand=_none, linear=None, **kwargs):
    """true_fun(*operands) if pred, else false_fun(*operands)."""
    if "true_fun" in kwargs or "false_fun" in kwargs:
        given = list(args)
        true_fun = kwargs["true_fun"] if "true_fun" in kwargs else given.pop(0)
        false_fun = kwargs["false_fun"] if "false_fun" in kwargs else given.pop(0)
        operands = tuple(given)
    elif len(args) == 4 and callable(args[1]) and callable(args[3]):
        return _old_cond(pred, *args)
    else:
        if len(args) < 2:
            raise TypeError("cond() missing 1 required positional argument: 'false_fun'" if args else
                            "cond() missing 2 required positional arguments: 'true_fun' and 'false_fun'")
        true_fun, false_fun, *operands = args
    if not (callable(true_fun) and callable(false_fun)):
        raise TypeError("lax.cond: true_fun and false_fun arguments should be callable.")
    if operand is not _none:
        operands = (operand,)
    if config.jax_disable_jit and not native.is_staged(pred):
        return true_fun(*operands) if pred else false_fun(*operands)
    index = _predicate(pred)
    return _branches("cond", index, [false_fun, true_fun], ["false_fun", "true_fun"], tuple(operands))


def _old_cond(pred, true_operand, true_fun, false_operand, false_fun):
    return cond(pred, lambda ops: true_fun(ops[0]), lambda ops: false_fun(ops[1]), (true_operand, false_operand))


def switch(index, branches, *operands, operand=_none):
    """branches[index](*operands), the index clamped into range."""
    if not all(callable(b) for b in branches):
        raise TypeError("lax.switch: branches argument should be a sequence of callables.")
    if operand is not _none:
        operands = (operand,)
    aval = native.aval(index)
    if aval is None:
        raise TypeError(f"Index type must be an integer, got {index}.")
    if aval.shape != ():
        raise TypeError(f"Branch index must be scalar, got {index} of shape {aval.shape}.")
    if aval.dtype.kind not in "iu":
        raise TypeError(f"Index type must be an integer, got {index} as {aval.dtype}")
    branches = list(branches)
    if not branches:
        raise ValueError("Empty branch sequence")
    if len(branches) == 1:
        return branches[0](*operands)
    index = native_lax.convert_element_type(index, int32)
    names = ["branch 0"] + [f"branch{i}" for i in range(1, len(branches))]
    return _branches("switch", index, branches, names, operands)


def _branches(api, index, branches, names, operands):
    with Watch() as watch:
        out = native.attempt(lambda: _branches_once(api, index, branches, names, operands))
    if out is None:
        return _python_branches(index, branches, tree_map(native.array, operands))
    out = out[0]
    refs = watch.refs
    if not refs:
        return out
    held = [holding(refs, b) for b in branches]
    out, values = _branches_once(api, index, held, names, (contents(refs), *operands))
    store(refs, values)
    return out


def _python_branches(index, branches, operands):
    """The choice in Python, for callbacks that change the program's objects."""
    for i, branch in enumerate(branches[:-1]):
        if index <= i if i == 0 else index == i:
            return tree_map(native.array, branch(*operands))
    return tree_map(native.array, branches[-1](*operands))


def _branches_once(api, index, branches, names, operands):
    """A case over functions of the same operands, which their regions capture."""
    leaves, avals, tree = leaves_of(branches[0], operands, {}, named=False)
    arrays = [native.array(x) for x in leaves]
    staged = [_branch(f, api, tree, arrays) for f in (reversed(branches) if api == "cond" else branches)]
    if api == "cond":
        check_branches(api, names[::-1], branches[::-1], staged)
        staged.reverse()
    else:
        check_branches(api, names, branches, staged)
    avals = _joined([s[2] for s in staged])
    return staged[0][1].unflatten(native.case(index, [s[0] for s in staged], avals))


def _branch(f, api, tree, arrays):
    """The branch staged with the operands as tracers of its own."""
    def body(*_):
        operands = tree.unflatten([native.tracer(x) for x in arrays])[0]
        result = f(*operands)
        leaves, out_tree = tree_flatten(result)
        return check_results(f, api, result, leaves), out_tree

    with Watch():
        region, out_tree = native.region(body, [], api, f, None)
    return region, out_tree, native.out_avals(region)


def _joined(lists):
    """The types of a case's results: weak only where all branches are."""
    return [a if all(b.weak_type for b in column) else a.strip_weak_type() for a, *column in
            [(column[0], *column) for column in zip(*lists)]]


#===-- associative scan --------------------------------------------------------------------===#


def associative_scan(fn, elems, reverse=False, axis=0):
    """The results of combining the first i elements with an associative function, for all i."""
    if not callable(fn):
        raise TypeError("lax.associative_scan: fn argument should be callable.")
    leaves, tree = tree_flatten(elems)
    leaves = [native.array(x) for x in leaves]
    axis = canonicalize_axis(axis, leaves[0].ndim)
    if reverse:
        leaves = [native_lax.rev(x, (axis,)) for x in leaves]
    n = leaves[0].shape[axis]
    if any(x.shape[axis] != n for x in leaves[1:]):
        raise ValueError(f"Array inputs to associative_scan must have the same first dimension. (saw: "
                         f"{[x.shape for x in leaves]})")

    def combine(a, b):
        return tree_flatten(fn(tree.unflatten(a), tree.unflatten(b)))[0]

    out = _associative(combine, leaves, axis)
    if reverse:
        out = [native_lax.rev(x, (axis,)) for x in out]
    return tree.unflatten(out)


def _take(x, start, stop, axis, step=1):
    return native_lax.slice_in_dim(x, start, stop, step, axis)


def _associative(combine, xs, axis):
    # Pairs combined, the scan of those, and from it the even positions.
    n = xs[0].shape[axis]
    if n < 2:
        return xs
    pairs = combine([_take(x, 0, n - 1, axis, 2) for x in xs], [_take(x, 1, n, axis, 2) for x in xs])
    odd = _associative(combine, pairs, axis)
    even = combine([_take(x, 0, n // 2 - 1 + n % 2, axis) for x in odd], [_take(x, 2, n, axis, 2) for x in xs]) \
        if n > 2 else [_take(x, 0, 0, axis) for x in xs]
    even = [native_lax.concatenate([_take(x, 0, 1, axis), e], axis) for x, e in zip(xs, even)]
    return [_interleave(e, o, axis) for e, o in zip(even, odd)]


def _interleave(a, b, axis):
    """a0 b0 a1 b1 ...; a may have one more."""
    n, m = a.shape[axis], b.shape[axis]
    shape = a.shape[:axis] + (m, 1) + a.shape[axis + 1:]
    both = native_lax.concatenate([native_lax.reshape(_take(a, 0, m, axis), shape), native_lax.reshape(b, shape)], axis + 1)
    both = native_lax.reshape(both, a.shape[:axis] + (2 * m,) + a.shape[axis + 1:])
    return both if n == m else native_lax.concatenate([both, _take(a, m, n, axis)], axis)
