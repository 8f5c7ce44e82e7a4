"""shrink.py -- a program that shows a failure, made smaller: ops become constants, unused ops and functions go."""
import copy

from arrays import FLOATS, type_text


def blocks_of(block):
    yield block
    for op in block.ops:
        for region in op.regions:
            yield from blocks_of(region)


def functions_of(f, seen=None):
    seen = {} if seen is None else seen
    if f.name not in seen:
        seen[f.name] = f
        for g in f.needs:
            functions_of(g, seen)
    return list(seen.values())


def uses(f):
    found = set()
    for block in blocks_of(f.body):
        found.update(block.results)
        for op in block.ops:
            found.update(op.operands)
    return found


def drop_unused(f):
    while True:
        used, gone = uses(f), 0
        for block in blocks_of(f.body):
            kept = [op for op in block.ops if used & set(op.results)]
            gone += len(block.ops) - len(kept)
            block.ops = kept
        if not gone:
            break
    named = " ".join(op.attrs for block in blocks_of(f.body) for op in block.ops) + " "
    f.needs = [g for g in f.needs if f"@{g.name}," in named or f"@{g.name} " in named]
    for g in f.needs:
        drop_unused(g)


def constant(f, op_class, v):
    dtype, _ = t = f.types[v]
    value = {"i32": "1", "i1": "true"}.get(dtype, "0.5")
    return op_class("cjax.constant", [], [v], f"value = dense<{value}> : {type_text(t)}")


def replaceable(f, op):
    return op.name != "cjax.constant" and all(f.types[v][0] in ("i32", "i1", *FLOATS) for v in op.results)


def places(f):
    """Of ops that could be constants: function, block, index; the main function first, its last op first."""
    return [(k, j, i) for k, g in enumerate(functions_of(f)) for j, block in enumerate(blocks_of(g.body))
            for i in range(len(block.ops) - 1, -1, -1) if replaceable(g, block.ops[i])]


def without_op(f, place):
    k, j, i = place
    smaller = copy.deepcopy(f)
    g = functions_of(smaller)[k]
    block = list(blocks_of(g.body))[j]
    block.ops[i:i + 1] = [constant(g, type(block.ops[i]), v) for v in block.ops[i].results]
    drop_unused(smaller)
    return smaller


def without_result(f, i):
    smaller = copy.deepcopy(f)
    del smaller.body.results[i]
    drop_unused(smaller)
    return smaller


def ops_in(f):
    return sum(len(block.ops) for g in functions_of(f) for block in blocks_of(g.body))


def sweep(f, fails):
    at = 0
    while at < len(places(f)):
        smaller = without_op(f, places(f)[at])
        if fails(smaller):
            f = smaller
        else:
            at += 1
    return f


def shrunk(f, fails):
    """A program as small as taking ops and results away one by one makes it, on which fails() still holds."""
    for i in reversed(range(len(f.body.results))):
        if len(f.body.results) > 1 and fails(without_result(f, i)):
            f = without_result(f, i)
    n = 0
    while ops_in(f) != n:
        n = ops_in(f)
        f = sweep(f, fails)
    return f
