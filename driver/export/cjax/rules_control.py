"""rules_control.py -- calls, loops, branches, derivative rules, and printing."""
import string

from .rules import need, out_of, rule
from .source import frame_of, refuse
from .text import brackets, function_type, names, quoted, type_of, types


@rule("jit", "pjit")
def jit(walk, eqn, args):
    return walk.call(eqn.params["jaxpr"], eqn.params["name"], args)


# The function is exported after differentiation: derivative rules have had their say.
@rule("custom_jvp_call", "custom_vjp_call", "custom_vjp_call_jaxpr", "closed_call", "core_call", "eval_jaxpr", "call",
      "custom_vmap_call", "composite", "compute_on", "checkpoint", "remat", "remat2")
def call(walk, eqn, args):
    for key in ("call_jaxpr", "fun_jaxpr", "jaxpr", "call"):
        if key in eqn.params:
            inner = eqn.params[key]
            return walk.inline(getattr(inner, "jaxpr", inner), getattr(inner, "consts", ()), args)
    return refuse(eqn, "a call of nothing")


@rule("remat_opt")
def remat_opt(walk, eqn, args):
    return walk.closed(eqn.params["fwd_jaxpr"], args)


@rule("linear_call")
def linear_call(walk, eqn, args):
    return walk.closed(eqn.params["callee"], args)


@rule("custom_linear_solve")
def custom_linear_solve(walk, eqn, args):
    lengths, solve = eqn.params["const_lengths"], eqn.params["jaxprs"].solve
    first = lengths.matvec + lengths.vecmat
    consts = args[first:first + lengths.solve]
    return walk.closed(solve, [*consts, *args[sum(lengths):]])


@rule("while")
def while_(walk, eqn, args):
    p, w = eqn.params, walk.w
    nc, nb = p["cond_nconsts"], p["body_nconsts"]
    cond_consts, body_consts, init = args[:nc], args[nc:nc + nb], args[nc + nb:]
    outs = [v[1:] for v in init]
    results = w.op(f"cjax.while {names(init)} : {function_type(init, outs)} cond {{", outs, where=False)
    carry = w.open(outs)
    goes = walk.closed(p["cond_jaxpr"], [*cond_consts, *carry])[0]
    if goes.shape:
        goes = w.retyped("reduce_or", goes, ((), "i1"), f" over {brackets(range(goes.rank))}")
    w.close([goes])
    w.line("} do {")
    carry = w.open(outs)
    after = walk.closed(p["body_jaxpr"], [*body_consts, *carry])
    w.close(_where_going(walk, p["cond_jaxpr"], cond_consts, carry, after))
    w.line("}" + w.where)
    return results


def _where_going(walk, cond, consts, before, after):
    """The carry of a loop that vmap made of many: those that are at their end stay as they are."""
    if not cond.out_avals[0].shape:
        return after
    goes = walk.closed(cond, [*consts, *before])[0]
    out = []
    for x, y in zip(before, after):
        mask = goes if goes.rank == y.rank else walk.w.broadcast(goes, y.shape, range(goes.rank))
        out.append(walk.w.select(mask, x, y))
    return out


def _body(walk, closed, consts, arguments):
    inner = walk.w.open(arguments)
    walk.w.close(walk.closed(closed, [*consts, *inner]))


@rule("scan")
def scan(walk, eqn, args):
    p, w = eqn.params, walk.w
    consts, rest = args[:p["num_consts"]], args[p["num_consts"]:]
    outs = [type_of(v.aval) for v in eqn.outvars]
    direction = " reverse" if p["reverse"] else ""
    attrs = f" {{unroll = {p['unroll']} : i64}}" if p["unroll"] > 1 else ""
    head = f"cjax.scan {names(rest)} carry {p['num_carry']} length {p['length']}{direction}{attrs}"
    results = w.op(f"{head} : {function_type(rest, outs)} do {{", outs, where=False)
    _body(walk, p["jaxpr"], consts, [type_of(v.aval) for v in p["jaxpr"].jaxpr.invars[len(consts):]])
    w.line("}" + w.where)
    return results


@rule("cond")
def cond(walk, eqn, args):
    p, w = eqn.params, walk.w
    outs = [type_of(v.aval) for v in eqn.outvars]
    if p.get("branches_platforms") is not None:
        return walk.closed(_cpu_branch(eqn), args[1:])
    index = args[0] if args[0].element == "i1" else w.convert(args[0], "i32")
    results = w.op(f"cjax.case {index.name} : {function_type([index], outs)} {{", outs, where=False)
    for i, branch in enumerate(p["branches"]):
        if i:
            w.line("}, {")
        w.open()
        w.close(walk.closed(branch, args[1:]))
    w.line("}" + w.where)
    return results


def _cpu_branch(eqn):
    for branch, platforms in zip(eqn.params["branches"], eqn.params["branches_platforms"]):
        if platforms is None or "cpu" in platforms:
            return branch
    return refuse(eqn, "no branch for the CPU")


@rule("platform_index")
def platform_index(walk, eqn, args):
    for i, platforms in enumerate(eqn.params["platforms"]):
        if platforms is None or "cpu" in platforms:
            return [walk.scalar(i, out_of(eqn)[1])]
    return refuse(eqn, "no branch for the CPU")


# ---- Printing.

@rule("debug_print")
def debug_print(walk, eqn, args):
    p = eqn.params
    need(eqn, p.get("has_placeholders", True) and p["logging_record"] is None and not p["static_args"],
         "with static arguments or as a log record there is none")
    positional, named = p["in_tree"].unflatten(range(len(args)))
    pieces, values, fields, position = [""], [], [], 0
    for literal, name, spec, conversion in string.Formatter().parse(p["fmt"]):
        pieces[-1] += literal
        if name is None:
            continue
        if name == "":
            name, position = str(position), position + 1
        item = positional[int(name)] if name.isdigit() and int(name) < len(positional) else named.get(name)
        need(eqn, isinstance(item, int) and not conversion, f"the field {{{name}}} is no array")
        values.append(args[item])
        fields.append(f"fmt:{spec}" if spec else "str")
        pieces.append("")
    pieces[-1] += "\n"
    shown = f" with {names(values)} : {types(values)}" if values else ""
    texts = ", ".join(map(quoted, pieces))
    walk.w.op(f"cjax.print [{texts}]{shown} as [{', '.join(map(quoted, fields))}]", [])
    return []


@rule("debug_callback", "buffer_callback")
def callback(walk, eqn, args):
    refuse(eqn, "a compiled program cannot call back into Python")


@rule("pure_callback", "io_callback")
def named_callback(walk, eqn, args):
    """A call of the C function of the callback's name."""
    function = eqn.params["callback"]
    name = getattr(getattr(function, "callback_func", function), "__name__", "")
    need(eqn, name in walk.module.c_functions,
         "a compiled program cannot call back into Python; c_functions=[NAME] says that it is a C function, given by --link")
    return c_call(walk, eqn, name, args)


@rule("ffi_call")
def ffi_call(walk, eqn, args):
    p = eqn.params
    need(eqn, not p["attributes"], "C functions have no attributes: give them as arrays")
    need(eqn, not p["input_output_aliases"], "C functions have no input_output_aliases: results are memory of their own")
    need(eqn, p.get("legacy_backend_config") is None, "C functions have no legacy_backend_config")
    for what, avals in (("input_layouts", [v.aval for v in eqn.invars]), ("output_layouts", [v.aval for v in eqn.outvars])):
        row_major = [tuple(reversed(range(a.ndim))) for a in avals]
        need(eqn, all(given in (None, m) for given, m in zip(p[what], row_major)), f"{what}: the arrays of C functions are row-major")
    return c_call(walk, eqn, eqn.params["target_name"], args)


def c_call(walk, eqn, name, args):
    need(eqn, eqn.params.get("vmap_method") in (None, "sequential", "sequential_unrolled"),
         f"with vmap_method {eqn.params.get('vmap_method')!r} a call may be one of a whole batch, and C functions are told no sizes: "
         "give 'sequential'")
    outs = [type_of(v.aval) for v in eqn.outvars]
    at = frame_of(eqn)
    where = f"{at[0]}:{at[1]}:{at[2]}: error: [CJ0100] " if at else ""
    return walk.w.op(f"cjax.ffi_call {quoted(name)} ({names(args)}) {quoted(where + chr(0) * 2)} : {function_type(args, outs)}", outs)
