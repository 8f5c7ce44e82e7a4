"""rules_index.py -- slices, gather and scatter."""
from .rules import fill_value, keyed, need, out_of, rule
from .text import brackets, names, quoted

MODES = {"CLIP": "clip", "FILL_OR_DROP": "fill", "PROMISE_IN_BOUNDS": "promise_in_bounds"}
UPDATES = {"scatter": None, "scatter-add": "add", "scatter-sub": "sub", "scatter-mul": "mul",
           "scatter-min": "min", "scatter-max": "max"}


@rule("slice")
def slice_(walk, eqn, args):
    p, x, key = eqn.params, args[0], keyed(eqn)
    start, limit = list(p["start_indices"]), list(p["limit_indices"])
    strides = list(p["strides"] or [1] * len(start))
    return [walk.w.slice(x, start + [0] * key, limit + [2] * key, strides + [1] * key)]


def _starts(walk, args, key):
    """Start indices, of one type; keys start at 0 in their last axis."""
    widest = max((s.element for s in args), key=lambda e: int(e.lstrip("ui")), default="i32")
    starts = [walk.w.convert(s, widest) for s in args]
    return starts + [walk.scalar(0, widest)] * key


@rule("dynamic_slice")
def dynamic_slice(walk, eqn, args):
    key = keyed(eqn)
    starts = _starts(walk, args[1:], key)
    sizes = [*eqn.params["slice_sizes"], *[2] * key]
    text = f"cjax.dynamic_slice {args[0].name}[{names(starts)}] sizes {brackets(sizes)} : "
    return _indexed(walk, text, [args[0], *starts], out_of(eqn))


@rule("dynamic_update_slice")
def dynamic_update_slice(walk, eqn, args):
    starts = _starts(walk, args[2:], keyed(eqn))
    text = f"cjax.dynamic_update_slice {args[0].name}, {args[1].name}[{names(starts)}] : "
    return _indexed(walk, text, [*args[:2], *starts], out_of(eqn))


def _indexed(walk, text, operands, out):
    kinds = ", ".join(v.type for v in operands)
    shape = "".join(f"{d}x" for d in out[0])
    return walk.w.op(f"{text}({kinds}) -> tensor<{shape}{out[1]}>", [out])


def _mode(eqn):
    mode = getattr(eqn.params["mode"], "name", "FILL_OR_DROP")     # None drops, too
    need(eqn, mode in MODES, f"with mode {mode} there is none")
    return quoted(MODES[mode])


@rule("gather")
def gather(walk, eqn, args):
    p, d = eqn.params, eqn.params["dimension_numbers"]
    shape, element = out_of(eqn)
    offset, sizes = list(d.offset_dims), list(p["slice_sizes"])
    if keyed(eqn):
        offset, sizes = offset + [len(shape) - 1], sizes + [2]
    attrs = walk.w.dictionary(
        offset_dims=offset, collapsed_slice_dims=d.collapsed_slice_dims, start_index_map=d.start_index_map,
        operand_batching_dims=d.operand_batching_dims, start_indices_batching_dims=d.start_indices_batching_dims,
        slice_sizes=sizes, mode=_mode(eqn), fill_value=fill_value(eqn, element) if not keyed(eqn) else None,
        unique_indices=bool(p["unique_indices"]), indices_are_sorted=bool(p["indices_are_sorted"]))
    return walk.w.function("gather", args, [(shape, element)], attrs=attrs)


@rule(*UPDATES)
def scatter(walk, eqn, args):
    p, d = eqn.params, eqn.params["dimension_numbers"]
    need(eqn, not keyed(eqn), "not of keys")
    body, wanted = p["update_jaxpr"], UPDATES[eqn.primitive.name]
    if wanted is None and body is not None:
        plain = not body.eqns and body.outvars[0] is body.invars[1]
        need(eqn, plain, "by a function (scatter_apply) there is none")
    attrs = walk.w.dictionary(
        update_window_dims=d.update_window_dims, inserted_window_dims=d.inserted_window_dims,
        scatter_dims_to_operand_dims=d.scatter_dims_to_operand_dims, operand_batching_dims=d.operand_batching_dims,
        scatter_indices_batching_dims=d.scatter_indices_batching_dims, mode=_mode(eqn),
        unique_indices=bool(p["unique_indices"]), indices_are_sorted=bool(p["indices_are_sorted"]))
    return walk.w.function(eqn.primitive.name.replace("-", "_"), args, [out_of(eqn)], attrs=attrs)
