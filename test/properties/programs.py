"""programs.py -- random well-typed functions of cjax IR: arithmetic on small arrays, loops, branches, calls, rules.

A function is a tree of ops and blocks, which shrink.py can make smaller; text_fn gives what modules.py takes.  All that is
differentiated is smooth, or has kinks at points that random numbers miss, and stays small."""
from arrays import is_inexact, size, strides, type_text, types_text
from modules import Fn

SCALAR, INT, BOOL = ("f64", ()), ("i32", ()), ("i1", ())
SHAPES = [(), (2,), (3,), (2, 3)]


class Op:
    def __init__(self, name, operands, results, attrs="", regions=()):
        self.name, self.operands, self.results, self.attrs, self.regions = name, list(operands), list(results), attrs, list(regions)


class Block:
    def __init__(self, args):
        self.args, self.ops, self.results = list(args), [], []


class Function:
    """A body, the types of all its values, the functions that it names, and attributes."""

    def __init__(self, name, ins):
        self.name, self.ins, self.types, self.needs, self.attrs = name, list(ins), {}, [], ""
        self.body = Block([f"a{i}" for i in range(len(ins))])
        self.types.update(zip(self.body.args, ins))

    def outs(self):
        return [self.types[v] for v in self.body.results]


# ---- Text.


def refs(names):
    return ", ".join("%" + v for v in names)


def block_lines(f, block, end, indent):
    for op in block.ops:
        t = f.types
        head = f"{refs(op.results)} = " if op.results else ""
        types = f"{types_text([t[v] for v in op.operands])} -> {types_text([t[v] for v in op.results])}"
        attrs = f" {{{op.attrs}}}" if op.attrs else ""
        if not op.regions:
            yield f'{indent}{head}"{op.name}"({refs(op.operands)}){attrs} : {types}\n'
            continue
        yield f'{indent}{head}"{op.name}"({refs(op.operands)}) ({{\n'
        for k, region in enumerate(op.regions):
            args = ", ".join(f"%{v}: {type_text(t[v])}" for v in region.args)
            yield f"{indent}^bb0({args}):\n" if args else f"{indent}^bb0:\n"
            yield from block_lines(f, region, "cjax.yield", indent + "  ")
            yield f"{indent}}}, {{\n" if k + 1 < len(op.regions) else ""
        yield f"{indent}}}){attrs} : {types}\n"
    yield f'{indent}"{end}"({refs(block.results)}) : {types_text([f.types[v] for v in block.results])} -> ()\n'


class TextFn(Fn):
    def __init__(self, f):
        super().__init__(f.name, f.ins, f.outs(), "".join(block_lines(f, f.body, "func.return", "  ")), map(TextFn, f.needs))
        self.attrs = f.attrs

    def text(self):
        text = super().text()
        return text.replace(" {\n", f" attributes {{{self.attrs}}} {{\n", 1) if self.attrs else text


def has(f, name):
    """Whether the function or one that it names has this op."""
    return any(f'"cjax.{name}"' in g.body for g in TextFn(f).all().values())


# ---- Generation.


class Allowed:
    """What a program may have, which depends on how it will be transformed."""

    def __init__(self, loops_forever=True, custom_vjp=True):
        self.loops_forever, self.custom_vjp = loops_forever, custom_vjp


class Generator:
    def __init__(self, rng, allowed):
        self.rng, self.allowed, self.count, self.functions = rng, allowed, 0, 0

    def pick(self, *options):
        return self.rng.choice(options)

    # -- one function

    def function(self, ins, outs, ops, depth, attrs=""):
        """A function of these types around so many statements."""
        saved = getattr(self, "f", None), getattr(self, "block", None), getattr(self, "scope", None), getattr(self, "depth", 0)
        self.functions += 1
        self.f = f = Function(f"g{self.functions}", ins)
        self.block, self.scope, self.depth = f.body, list(f.body.args), depth
        f.attrs = attrs
        self.statements(ops)
        f.body.results = [self.result(t) for t in outs]
        self.f, self.block, self.scope, self.depth = saved
        if self.f:
            self.f.needs.append(f)
        return f

    def put(self, name, operands, types, attrs="", regions=()):
        results = []
        for t in types:
            self.count += 1
            results.append(f"v{self.count}")
            self.f.types[results[-1]] = t
        self.block.ops.append(Op(name if "." in name else f"cjax.{name}", operands, results, attrs, regions))
        self.scope += results
        return results

    def one(self, name, operands, t, attrs=""):
        return self.put(name, operands, [t], attrs)[0]

    def type(self, v):
        return self.f.types[v]

    def known(self, test):
        return [v for v in self.scope if test(self.type(v))]

    def real(self, shape=None):
        """A value in scope of this shape, or one made from another."""
        exact = self.known(lambda t: t[0] == "f64" and (shape is None or t[1] == shape))
        if exact and (shape is None or self.rng.random() < 0.85):
            return self.rng.choice(exact[-8:] if self.rng.random() < 0.7 else exact)
        shape = SHAPES[0] if shape is None else shape
        others = self.known(lambda t: t[0] == "f64")
        if not others:
            return self.constant(shape)
        x = self.total(self.rng.choice(others))
        return self.one("broadcast_in_dim", [x], ("f64", shape), "broadcast_dimensions = array<i64>") if shape else x

    def scaled(self, x, by):
        """Slopes stay small, so that difference quotients tell something."""
        t = self.type(x)
        k = self.one("constant", [], t, f"value = dense<{by:.4f}> : {type_text(t)}")
        return self.one("mul", [x, k], t)

    def total(self, x):
        shape = self.type(x)[1]
        axes = ", ".join(map(str, range(len(shape))))
        return self.scaled(self.one("reduce_sum", [x], SCALAR, f"axes = array<i64: {axes}>"), 1 / size(shape)) if shape else x

    def constant(self, shape):
        x = round(self.rng.random() * 2 - 1, 3)
        return self.one("constant", [], ("f64", shape), f"value = dense<{x}> : {type_text(('f64', shape))}")

    def integer(self):
        found = self.known(lambda t: t == INT)
        if found and self.rng.random() < 0.9:
            return self.rng.choice(found)
        return self.int_constant(self.rng.randrange(0, 4))

    def int_constant(self, n):
        return self.one("constant", [], INT, f"value = dense<{n}> : tensor<i32>")

    def boolean(self):
        found = self.known(lambda t: t == BOOL)
        if found and self.rng.random() < 0.6:
            return self.rng.choice(found)
        if self.rng.random() < 0.2:
            return self.one(self.pick("lt", "gt"), [self.real(()), self.real(())], BOOL)
        return self.one(self.pick("lt", "ge"), [self.integer(), self.int_constant(2)], BOOL)

    def result(self, t):
        """A value of the type, small, and no argument."""
        if t == INT:
            return self.one("add", [self.integer(), self.int_constant(1)], t)
        if t == BOOL:
            return self.one("not", [self.boolean()], t)
        return self.one(self.pick("sin", "tanh"), [self.real(t[1])], t)

    def statements(self, n):
        for _ in range(n):
            kinds = ["elementwise"] * 6 + ["shape"] * 3 + ["reduction", "product", "index", "choose", "complex", "order"]
            if self.depth > 0:
                kinds += ["scan", "scan", "scan", "case", "case", "call", "call", "rule", "mapped", "derivative", "linear"] + ["loop"] * self.allowed.loops_forever
            getattr(self, "make_" + self.rng.choice(kinds))()

    # -- statements

    def make_elementwise(self):
        x = self.real()
        t = self.type(x)
        k = self.rng.randrange(8)
        if k < 2:
            self.one(self.pick("sin", "cos", "tanh", "logistic", "neg", "atan", "erf", "asinh"), [x], t)
        elif k < 5:
            y = self.real(t[1])
            self.one(self.pick("mul", "add", "sub", "mul", "max", "min"), [self.scaled(x, 0.5), self.one("sin", [y], t)], t)
        elif k == 5:
            bottom = self.one("cosh", [self.one("tanh", [self.real(t[1])], t)], t)
            self.one("div", [x, bottom], t)
        elif k == 6:
            self.one(self.pick("exp", "expm1", "square", "abs"), [self.one("sin", [x], t)], t)
        else:
            base = self.one("cosh", [self.one("sin", [x], t)], t)
            self.one(self.pick("log", "sqrt", "rsqrt", "cbrt"), [base], t)

    def make_shape(self):
        shape = self.pick(*SHAPES[1:])
        x, k = self.real(shape), self.rng.randrange(6)
        n = size(shape)
        if k == 0:
            self.one("rev", [x], ("f64", shape), "dimensions = array<i64: 0>")
        elif k == 1 and len(shape) == 2:
            y = self.one("transpose", [x], ("f64", shape[::-1]), "permutation = array<i64: 1, 0>")
            self.one("reshape", [y], ("f64", shape))
        elif k == 2:
            y = self.real(shape)
            both = self.one("concatenate", [x, y], ("f64", (2 * shape[0], *shape[1:])), "dimension = 0 : i64")
            zeros, whole = ", ".join("0" for _ in shape), ", ".join(map(str, (2 * shape[0], *shape[1:])))
            by = ", ".join("2" if i == 0 else "1" for i in range(len(shape)))
            self.one("slice", [both], ("f64", shape), f"start_indices = array<i64: {zeros}>, limit_indices = array<i64: {whole}>, strides = array<i64: {by}>")
        elif k == 3 and shape == (2,):
            self.one("pad", [x, self.real(())], ("f64", (3,)), "low = array<i64: 0>, high = array<i64: 0>, interior = array<i64: 1>")
        elif k == 4:
            self.one("broadcast_in_dim", [self.real(())], ("f64", shape), "broadcast_dimensions = array<i64>")
        else:
            flat = self.one("reshape", [x], ("f64", (n,)))
            self.one("reshape", [self.scaled(self.one("cumsum", [flat], ("f64", (n,)), "axis = 0 : i64"), 1 / n)], ("f64", shape))

    def make_reduction(self):
        shape = self.pick(*SHAPES[1:])
        axes = self.pick(*[(i,) for i in range(len(shape))], tuple(range(len(shape))))
        rest = tuple(d for i, d in enumerate(shape) if i not in axes)
        x = self.real(shape)
        kind = self.pick("reduce_sum", "reduce_max", "reduce_prod")
        x = self.scaled(x, 0.5) if kind == "reduce_sum" else self.one("sin", [x], self.type(x))
        self.one(kind, [x], ("f64", rest), f"axes = array<i64: {', '.join(map(str, axes))}>")

    def make_product(self):
        x, y, shape, sides = self.pick(((2, 3), (3,), (2,), ("1", "0")), ((2,), (2, 3), (3,), ("0", "0")), ((3,), (3,), (), ("0", "0")))
        y = self.real(y)
        self.one("dot_general", [self.scaled(self.real(x), 0.4), self.one("tanh", [y], self.type(y))], ("f64", shape), f"lhs_contracting = array<i64: {sides[0]}>, "
                 f"rhs_contracting = array<i64: {sides[1]}>, lhs_batch = array<i64>, rhs_batch = array<i64>")

    def make_index(self):
        x, i = self.real((3,)), self.integer()
        if self.rng.random() < 0.5:
            self.one("dynamic_slice", [x, i], ("f64", (2,)), "slice_sizes = array<i64: 2>")
        else:
            self.one("dynamic_update_slice", [x, self.real((2,)), i], ("f64", (3,)))

    def make_choose(self):
        shape = self.pick(*SHAPES)
        which = self.boolean()
        if shape:
            which = self.one("broadcast_in_dim", [which], ("i1", shape), "broadcast_dimensions = array<i64>")
        self.one("select_n", [which, self.real(shape), self.real(shape)], ("f64", shape))

    # -- regions

    def region(self, args, outs, n):
        """A block of statements with these types of arguments; it sees what is around it."""
        saved = self.block, list(self.scope), self.depth
        names = []
        for t in args:
            self.count += 1
            names.append(f"v{self.count}")
            self.f.types[names[-1]] = t
        self.block, self.scope, self.depth = Block(names), self.scope + names, self.depth - 1
        self.statements(n)
        self.block.results = [self.result(t) for t in outs]
        made = self.block
        self.block, self.scope, self.depth = saved
        return made

    def some_types(self, most):
        return [("f64", self.pick(*SHAPES)) for _ in range(self.rng.randrange(1, most + 1))]

    def value(self, t):
        return self.real(t[1]) if t[0] == "f64" else self.integer() if t == INT else self.boolean()

    def make_scan(self):
        carry, length = self.some_types(2), self.rng.randrange(1, 4)
        xs, ys = self.some_types(2)[1:], self.some_types(2)[1:]
        if self.rng.random() < 0.3:
            carry.append(INT)
        stacked = []
        for t in xs:
            dims = ", ".join(str(i + 1) for i in range(len(t[1])))
            full = ("f64", (length, *t[1]))
            rows = self.one("broadcast_in_dim", [self.value(t)], full, f"broadcast_dimensions = array<i64: {dims}>" if dims else "broadcast_dimensions = array<i64>")
            stacked.append(self.scaled(self.one("cumsum", [rows], full, "axis = 0 : i64"), 1 / length))
        init = [self.value(t) for t in carry]
        body = self.region(carry + xs, carry + ys, self.rng.randrange(1, 4))
        attrs = f"num_carry = {len(carry)} : i64, length = {length} : i64" + self.pick("", ", reverse")
        n = len(self.scope)
        out = self.put("scan", init + stacked, carry + [("f64", (length, *t[1])) for t in ys], attrs, [body])
        del self.scope[n:]
        self.scope += out[:len(carry)]
        for y, t in zip(out[len(carry):], ys):
            self.scaled(self.one("reduce_sum", [y], t, "axes = array<i64: 0>"), 1 / length)

    def make_case(self):
        outs = self.some_types(2)
        n, index = (2, self.boolean()) if self.rng.random() < 0.6 else (3, self.integer())
        branches = [self.region([], outs, self.rng.randrange(0, 3)) for _ in range(n)]
        self.put("case", [index], outs, "", branches)

    def make_loop(self):
        """At most three times."""
        carry = [INT, *self.some_types(2)]
        three = self.int_constant(3)
        init = [self.one("min", [self.integer(), three], INT), *(self.value(t) for t in carry[1:])]
        saved = self.block, list(self.scope)
        cond = self.region(carry, [], 0)
        self.block, self.scope = cond, self.scope + cond.args
        cond.results = [self.one("gt", [cond.args[0], self.int_constant(0)], BOOL)]
        self.block, self.scope = saved
        body = self.region(carry, carry, self.rng.randrange(1, 3))
        self.block, self.scope = body, self.scope + body.args
        body.results[0] = self.one("sub", [body.args[0], self.int_constant(1)], INT)
        self.block, self.scope = saved
        self.put("while", init, carry, "", [cond, body])

    # -- functions

    def callee(self, attrs=""):
        ins = self.some_types(2) + [INT] * (self.rng.random() < 0.4)
        depth = self.depth - 1
        known = [f for f in self.f.needs if not has(f, "psum")]
        if known and not attrs and self.rng.random() < 0.3:
            return self.rng.choice(known)
        return self.function(ins, self.some_types(2), self.rng.randrange(1, 4), depth, attrs)

    def make_call(self):
        f = self.callee(self.pick("", "", 'cjax.checkpoint = "nothing"'))
        if any(t[0] not in ("f64", "i32", "i1") for t in f.ins):
            return
        self.put("func.call", [self.value(t) for t in f.ins], f.outs(), f"callee = @{f.name}")

    def derived(self, name, f, ins, outs, op, rest):
        """A function that is op @f, and no more."""
        g = Function(name, ins)
        results = [f"r{i}" for i in range(len(outs))]
        g.types.update(zip(results, outs))
        g.body.ops.append(Op(op, g.body.args, results, f"callee = @{f.name}, {rest}"))
        g.needs.append(f)
        return g, results

    def make_rule(self):
        """A function with a rule, which is its own derivative."""
        f = self.callee()
        wrt = [i for i, t in enumerate(f.ins) if is_inexact(t[0])]
        outs = f.outs()
        if any(not is_inexact(t[0]) for t in outs) or any(t[0] not in ("f64", "i32", "i1") for t in f.ins):
            return
        if has(f, "custom_vjp_call"):
            return
        by_vjp = self.allowed.custom_vjp and not has(f, "while") and self.rng.random() < 0.6
        floats, listed = [f.ins[i] for i in wrt], f"wrt = array<i64: {', '.join(map(str, wrt))}>"
        args = [self.value(t) for t in f.ins]
        if not by_vjp:
            rule, results = self.derived(f"{f.name}_jvp{self.count}", f, f.ins + floats, outs + outs, "cjax.jvp", listed)
            rule.body.results = results
            self.f.needs.append(rule)
            self.put("custom_jvp_call", args, outs, f"callee = @{f.name}, jvp = @{rule.name}, segments = array<i64: {len(args)}, 0, 0>")
            return
        fwd, results = self.derived(f"{f.name}_fwd{self.count}", f, f.ins, outs, "func.call", "")
        fwd.body.ops[0].attrs = f"callee = @{f.name}"
        fwd.body.results = results + fwd.body.args
        bwd, results = self.derived(f"{f.name}_bwd{self.count}", f, f.ins + outs, outs + floats, "cjax.vjp", listed)
        bwd.body.results = results[len(outs):]
        self.f.needs += [fwd, bwd]
        self.put("custom_vjp_call", args, outs, f"callee = @{f.name}, fwd = @{fwd.name}, bwd = @{bwd.name}, segments = array<i64: {len(args)}, 0, 0, 0>")

    def make_mapped(self):
        """A function mapped over an axis of one argument; it may sum over the axis."""
        f = self.callee()
        if len(f.ins[0][1]) > 1 or any(len(t[1]) > 1 for t in f.outs()) or any(t[0] not in ("f64", "i32", "i1") for t in f.ins):
            return
        name = f"axis{self.count}"
        if self.rng.random() < 0.5:
            f = self.summed(f, name)
        n, t = 2, f.ins[0]
        x = self.one("broadcast_in_dim", [self.value(t)], (t[0], (n, *t[1])), f"broadcast_dimensions = array<i64{': 1' if t[1] else ''}>")
        x = self.one("cumsum", [x], (t[0], (n, *t[1])), "axis = 0 : i64")
        x = self.scaled(x, 1 / n) if t[0] == "f64" else x
        in_axes = ", ".join(["0"] + ["-1"] * (len(f.ins) - 1))
        outs = [(t[0], (n, *t[1])) for t in f.outs()]
        k = len(self.scope)
        ys = self.put("vmap", [x, *(self.value(t) for t in f.ins[1:])], outs, f"callee = @{f.name}, in_axes = array<i64: {in_axes}>, "
                      f'out_axes = array<i64: {", ".join("0" for _ in outs)}>, axis_size = {n} : i64, axis_name = "{name}"')
        del self.scope[k - 1:]
        for y, t in zip(ys, f.outs()):
            self.one("reduce_sum", [y], t, "axes = array<i64: 0>")

    def summed(self, f, axis):
        """A function that multiplies results of f by their sums over the axis."""
        g, results = self.derived(f"{f.name}_sum{self.count}", f, f.ins, f.outs(), "func.call", "")
        g.body.ops[0].attrs = f"callee = @{f.name}"
        for k, (r, t) in enumerate(zip(results, f.outs())):
            if not is_inexact(t[0]):
                g.body.results.append(r)
                continue
            g.types[f"s{k}"] = g.types[f"p{k}"] = t
            g.types[f"t{k}"] = t
            g.body.ops.append(Op("cjax.sin", [r], [f"t{k}"]))
            g.body.ops.append(Op("cjax.psum", [f"t{k}"], [f"s{k}"], f'axis_name = "{axis}"'))
            g.body.ops.append(Op("cjax.mul", [r, f"s{k}"], [f"p{k}"]))
            g.body.results.append(f"p{k}")
        self.f.needs.append(g)
        return g

    def make_derivative(self):
        f = self.callee()
        wrt = [i for i, t in enumerate(f.ins) if is_inexact(t[0])]
        if not wrt or any(t[0] not in ("f64", "i32", "i1") for t in f.ins + f.outs()) or any(t[0] != "f64" for t in f.outs()):
            return
        args, outs = [self.value(t) for t in f.ins], f.outs()
        wrt = wrt[:self.rng.randrange(1, len(wrt) + 1)]
        floats, rest = [f.ins[i] for i in wrt], f"callee = @{f.name}, wrt = array<i64: {', '.join(map(str, wrt))}>"
        if self.rng.random() < 0.5 and not has(f, "custom_vjp_call"):
            self.put("jvp", args + [self.value(t) for t in floats], outs + outs, rest)
        elif not has(f, "while"):
            self.put("vjp", args + [self.value(t) for t in outs], outs + floats, rest)

    def make_linear(self):
        """A linear function with its transpose: x -> a x, backwards."""
        t = ("f64", (3,))
        f, g = Function(f"lin{self.count}", [t, t]), Function(f"lin_t{self.count}", [t, t])
        for h, first, second in ((f, "mul", "rev"), (g, "rev", "mul")):
            h.types.update(p=t, q=t)
            for op, result, before in ((first, "p", "a1"), (second, "q", "p")):
                operands, attrs = (["a0", before], "") if op == "mul" else ([before], "dimensions = array<i64: 0>")
                h.body.ops.append(Op(f"cjax.{op}", operands, [result], attrs))
            h.body.results = ["q"]
        self.f.needs += [f, g]
        a = self.one("sin", [self.real((3,))], t)
        self.put("linear_call", [a, self.real((3,))], [t], f"callee = @{f.name}, transpose = @{g.name}, segments = array<i64: 1, 1, 0, 0>")

    # -- other types, other orders

    def make_complex(self):
        shape = self.pick(*SHAPES)
        z, t = ("c128", shape), ("f64", shape)
        x = self.one("complex", [self.one("sin", [self.real(shape)], t) for _ in range(2)], z)
        x = self.one("mul", [self.one(self.pick("sin", "logistic", "conj", "neg", "exp"), [x], z), x], z)
        y = self.one(self.pick("real", "imag"), [x], t)
        self.scope = [v for v in self.scope if self.type(v)[0] != "c128"]
        self.one("tanh", [y], t)

    def make_order(self):
        x, t = self.real((3,)), ("f64", (3,))
        k = self.rng.randrange(4)
        if k == 0:
            self.put("sort", [x, self.real((3,))], [t, t], "dimension = 0 : i64, num_keys = 1 : i64")
        elif k == 1:
            self.one(self.pick("cumprod", "cummax", "cummin", "cumlogsumexp"), [x], t, "axis = 0 : i64" + self.pick("", ", reverse"))
        else:
            i = self.one("broadcast_in_dim", [self.integer()], ("i32", (2, 1)), "broadcast_dimensions = array<i64>")
            lists = "{} = array<i64>, {} = array<i64: 0>, {} = array<i64: 0>, operand_batching_dims = array<i64>, {} = array<i64>, "
            mode = f'mode = "{self.pick("clip", "fill")}"'
            if k == 2:
                names = ("offset_dims", "collapsed_slice_dims", "start_index_map", "start_indices_batching_dims")
                self.one("gather", [x, i], ("f64", (2,)), lists.format(*names) + f"slice_sizes = array<i64: 1>, fill_value = 0.5 : f64, {mode}")
            else:
                names = ("update_window_dims", "inserted_window_dims", "scatter_dims_to_operand_dims", "scatter_indices_batching_dims")
                self.one(self.pick("scatter", "scatter_add"), [x, i, self.real((2,))], t, lists.format(*names) + mode)


def program(rng, allowed):
    g = Generator(rng, allowed)
    ins = [("f64", g.pick(*SHAPES)) for _ in range(rng.randrange(1, 3))] + [INT, BOOL]
    outs = [("f64", g.pick(*SHAPES)) for _ in range(rng.randrange(1, 3))]
    return g.function(ins, outs, rng.randrange(3, 8), rng.randrange(1, 3))
