"""functions_shape.py -- of random functions: shapes, reductions, products, indices, loops and branches."""
from arrays import size
from functions import DIMS, EPS, INTS, MOST, Elementwise, Info, i64s, is_float, lists
from programs import Block


class Shapes(Elementwise):
    def any_array(self, test=lambda t: True):
        return self.some(lambda t: len(t[1]) > 0 and test(t))

    def shape_op(self):
        x = self.any_array()
        if x is None:
            return self.elementwise()
        make = self.pick(self.transpose, self.reverse, self.cut, self.padded, self.joined, self.reshaped, self.spread, self.window,
                         self.written, self.gathered, self.scattered, self.sorted)
        return make(x, *self.type(x))

    def transpose(self, x, dtype, shape):
        order = self.rng.sample(range(len(shape)), len(shape))
        return self.exact("transpose", [x], (dtype, tuple(shape[i] for i in order)), f"permutation = {i64s(order)}")

    def reverse(self, x, dtype, shape):
        return self.exact("rev", [x], (dtype, shape), f"dimensions = {i64s([self.rng.randrange(len(shape))])}")

    def cut(self, x, dtype, shape):
        start = [self.rng.randrange(d) for d in shape]
        limit = [self.rng.randrange(s + 1, d + 1) for s, d in zip(start, shape)]
        by = [self.pick(1, 1, 2, 3) for _ in shape]
        out = tuple(-(-(e - s) // b) for s, e, b in zip(start, limit, by))
        return self.exact("slice", [x], (dtype, out), lists(start_indices=start, limit_indices=limit, strides=by))

    def padded(self, x, dtype, shape):
        low = [self.pick(0, 1, 2, -1) if d > 2 else self.pick(0, 1) for d in shape]
        high = [self.pick(0, 0, 1, 3) for _ in shape]
        inner = [self.pick(0, 0, 0, 1) for _ in shape]
        out = tuple(d + (d - 1) * k + a + b for d, k, a, b in zip(shape, inner, low, high))
        if size(out) > MOST:
            return self.reverse(x, dtype, shape)
        return self.exact("pad", [x, self.value((dtype, ()))], (dtype, out), lists(low=low, high=high, interior=inner))

    def joined(self, x, dtype, shape):
        axis, n = self.rng.randrange(len(shape)), self.pick(2, 2, 3)
        out = (*shape[:axis], n * shape[axis], *shape[axis + 1:])
        if size(out) > MOST:
            return self.reverse(x, dtype, shape)
        xs = [x] + [self.value((dtype, shape)) for _ in range(n - 1)]
        return self.exact("concatenate", xs, (dtype, out), f"dimension = {axis} : i64")

    def reshaped(self, x, dtype, shape):
        n = size(shape)
        rows = self.pick(*[k for k in (1, 2, 3, 4, 5, 7, 8) if n % k == 0])
        return self.exact("reshape", [x], (dtype, self.pick((n,), (rows, n // rows), (n // rows, rows))))

    def spread(self, x, dtype, shape):
        n = self.pick(1, 2, 3, 5)
        if size(shape) * n > MOST or len(shape) > 3:
            return self.reverse(x, dtype, shape)
        at = self.rng.randrange(len(shape) + 1)
        dims = [i + (i >= at) for i in range(len(shape))]
        return self.exact("broadcast_in_dim", [x], (dtype, (*shape[:at], n, *shape[at:])), f"broadcast_dimensions = {i64s(dims)}")

    # -- indices at run time

    def index(self):
        """An i32, often outside."""
        x = self.value(("i32", ()))
        return self.exact("rem", [x, self.constant(("i32", ()), self.pick(3, 7, 40))], ("i32", ()))

    def window(self, x, dtype, shape):
        sizes = tuple(self.rng.randrange(1, d + 1) for d in shape)
        return self.exact("dynamic_slice", [x] + [self.index() for _ in shape], (dtype, sizes), f"slice_sizes = {i64s(sizes)}")

    def written(self, x, dtype, shape):
        part = self.value((dtype, tuple(self.rng.randrange(1, d + 1) for d in shape)))
        return self.exact("dynamic_update_slice", [x, part] + [self.index() for _ in shape], (dtype, shape))

    def rows(self, n, of):
        """n row numbers, some of them outside."""
        t = ("i32", (n, 1))
        return self.exact("rem", [self.value(t), self.constant(t, of + self.pick(0, 0, 2))], t)

    def gathered(self, x, dtype, shape):
        n, rest = self.pick(1, 2, 5, 9), shape[1:]
        if n * size(rest) > MOST:
            return self.reverse(x, dtype, shape)
        mode = "clip" if is_float((dtype, ())) else self.pick("clip", "fill")
        attrs = lists(offset_dims=range(1, len(shape)), collapsed_slice_dims=[0], start_index_map=[0], operand_batching_dims=[],
                      start_indices_batching_dims=[], slice_sizes=[1, *rest])
        return self.exact("gather", [x, self.rows(n, shape[0])], (dtype, (n, *rest)), f'{attrs}, mode = "{mode}"', bound=max(self.info[x].bound, 2.0))

    def scattered(self, x, dtype, shape):
        n, t = self.pick(1, 2, 5), (dtype, shape)
        kinds = ("scatter_add", "scatter_min", "scatter_max", "scatter") if dtype != "i1" else ("scatter",)
        kind = self.pick(*kinds)
        updates = self.value((dtype, (n, *shape[1:])))
        attrs = lists(update_window_dims=range(1, len(shape)), inserted_window_dims=[0], scatter_dims_to_operand_dims=[0],
                      operand_batching_dims=[], scatter_indices_batching_dims=[])
        operands, attrs = [x, self.rows(n, shape[0]), updates], f'{attrs}, mode = "{self.pick("clip", "fill")}"'
        a, b = self.info[x], self.info[updates]
        if kind == "scatter_add" and is_float(t):
            return self.rounded(kind, operands, t, a.bound + n * b.bound, a.error + n * b.error, attrs, ulps=n)
        return self.exact(kind, operands, t, attrs)

    def sorted(self, x, dtype, shape):
        axis = self.rng.randrange(len(shape))
        attrs = f"dimension = {axis} : i64, num_keys = 1 : i64"
        if dtype == "i1" or self.rng.random() < 0.6:
            return self.exact("sort", [x], (dtype, shape), attrs) if dtype != "i1" else self.reverse(x, dtype, shape)
        key, y = self.value((dtype, shape), exact=True), self.value((self.pick(*self.dtypes), shape))
        pair = [key, y]
        return self.put("sort", pair, [self.type(v) for v in pair], [self.info[v] for v in pair], attrs)[1]

    # -- reductions and products

    def reduction(self):
        x = self.any_array()
        if x is None:
            return self.elementwise()
        (dtype, shape), info = self.type(x), self.info[x]
        axes = sorted(self.rng.sample(range(len(shape)), self.rng.randrange(1, len(shape) + 1)))
        t = (dtype, tuple(d for i, d in enumerate(shape) if i not in axes))
        n, attrs = size(shape) // max(size(t[1]), 1), f"axes = {i64s(axes)}"
        if dtype == "i1":
            return self.exact(self.pick("reduce_and", "reduce_or"), [x], t, attrs)
        if not is_float(t):
            return self.exact(self.pick("reduce_sum", "reduce_max", "reduce_min", "reduce_prod", "reduce_xor", "reduce_or"), [x], t, attrs)
        if self.rng.random() < 0.3:
            return self.exact(self.pick("reduce_max", "reduce_min"), [x], t, attrs)
        if info.exact and self.rng.random() < 0.2:
            axis = self.rng.randrange(len(shape))
            out = ("i32", (*shape[:axis], *shape[axis + 1:]))
            return self.exact(self.pick("argmax", "argmin"), [x], out, f"axis = {axis} : i64", bound=64.0)
        return self.rounded("reduce_sum", [x], t, n * info.bound, n * info.error, attrs, ulps=n)

    def cumulative(self):
        x = self.any_array(lambda t: t[0] != "i1")
        if x is None:
            return self.elementwise()
        t, info = self.type(x), self.info[x]
        axis = self.rng.randrange(len(t[1]))
        attrs, n = f"axis = {axis} : i64" + self.pick("", ", reverse"), t[1][axis]
        kind = self.pick("cumsum", "cumsum", "cummax", "cummin", "cumlogsumexp" if is_float(t) else "cumprod")
        if kind in ("cummax", "cummin") or not is_float(t):
            return self.exact(kind, [x], t, attrs)
        if kind == "cumsum":
            return self.rounded(kind, [x], t, n * info.bound, n * info.error, attrs, ulps=n)
        x = self.scaled(x, 4) if info.bound > 4 else x
        return self.rounded(kind, [x], t, 9, self.info[x].error, attrs, ulps=n + 8)

    def chosen(self):
        """The largest k and where they are, of exact values; parts of a split; cases chosen by an int; random bits."""
        x = self.any_array(lambda t: t[0] != "i1" and t[1][-1] > 1)
        kind = self.pick("top_k", "split", "select", "bits")
        if kind == "bits" or x is None:
            key = self.put("random_seed", [self.value(("i32", ()))], [("ui32", (2,))], [Info()])[0]
            t = ("ui32", self.pick(*self.shapes))
            self.scope.remove(key)
            bits = self.exact("random_bits", [key], t, f"shape = {i64s(t[1])}")
            low = self.exact("rem", [bits, self.constant(t, 64)], t)
            return self.exact("convert_element_type", [low], (self.dtypes[0], t[1]), bound=64.0)
        t = dtype, shape = self.type(x)
        if kind == "select":
            which = self.exact("clamp", [self.constant(("i32", shape), 0), self.value(("i32", shape)), self.constant(("i32", shape), 2)], ("i32", shape))
            return self.exact("select_n", [which, x, self.value(t), self.value(t)], t)
        n = shape[-1]
        if kind == "split":
            k = self.rng.randrange(1, n)
            parts = [(dtype, (*shape[:-1], m)) for m in (k, n - k)]
            return self.put("split", [x], parts, [self.info[x]] * 2, f"axis = {len(shape) - 1} : i64, sizes = {i64s([k, n - k])}")[1]
        x, k = self.value(t, exact=True), self.rng.randrange(1, n + 1)
        outs = [(dtype, (*shape[:-1], k)), ("i32", (*shape[:-1], k))]
        return self.put("top_k", [x], outs, [self.info[x], Info(float(n))], f"k = {k} : i64, axis = {len(shape) - 1} : i64")[1]

    def batched(self):
        """A product with a batch dimension."""
        x = self.any_array(lambda t: t[0] != "i1" and len(t[1]) == 2)
        if x is None:
            return self.product()
        x = self.value(self.type(x), most=4) if is_float(self.type(x)) else x
        dtype, (n, k) = self.type(x)
        m = self.pick(1, 2, 5)
        shape = self.pick((n, k), (k, n), (n, k, m), (k, n, m), (n, m, k)) if n * k * m <= MOST else (n, k)
        at = [0, 1] if shape[:2] == (n, k) and len(shape) < 3 or shape == (n, k, m) else [1, 0] if shape[:2] == (k, n) else [0, 2]
        y = self.value((dtype, shape), most=4 if is_float((dtype, ())) else None)
        attrs = lists(lhs_contracting=[1], rhs_contracting=[at[1]], lhs_batch=[0], rhs_batch=[at[0]])
        t = (dtype, (n,) if len(shape) == 2 else (n, m))
        if not is_float(t):
            return self.exact("dot_general", [x, y], t, attrs)
        a, b = self.info[x], self.info[y]
        return self.rounded("dot_general", [x, y], t, k * a.bound * b.bound, k * (a.bound * b.error + b.bound * a.error), attrs, ulps=k)

    def product(self):
        x = self.any_array(lambda t: t[0] != "i1")
        if x is None:
            return self.elementwise()
        x = self.value(self.type(x), most=4) if is_float(self.type(x)) else x
        dtype, shape = self.type(x)
        axis, n = self.rng.randrange(len(shape)), self.pick(*DIMS[:9])
        k = shape[axis]
        rest = tuple(d for i, d in enumerate(shape) if i != axis)
        if k * n > MOST or size(rest) * n > MOST:
            return self.reduction()
        other = self.pick((k,), (k, n), (n, k))
        y = self.value((dtype, other), most=4 if is_float((dtype, ())) else None)
        attrs = lists(lhs_contracting=[axis], rhs_contracting=[int(other == (n, k) and len(other) == 2)], lhs_batch=[], rhs_batch=[])
        t = (dtype, (*rest, *(() if len(other) == 1 else (n,))))
        if not is_float(t):
            return self.exact("dot_general", [x, y], t, attrs)
        a, b = self.info[x], self.info[y]
        return self.rounded("dot_general", [x, y], t, k * a.bound * b.bound, k * (a.bound * b.error + b.bound * a.error), attrs, ulps=k)

    def windows(self):
        x = self.any_array(lambda t: is_float(t) and t[1][-1] > 2)
        if x is None:
            return self.reduction()
        (dtype, shape), info = self.type(x), self.info[x]
        ones, w, s = [1] * (len(shape) - 1), self.pick(2, 3), self.pick(1, 2)
        low, high = self.pick(0, 1), self.pick(0, 1)
        t = (dtype, (*shape[:-1], (shape[-1] + low + high - w) // s + 1))
        attrs = lists(window_dimensions=[*ones, w], window_strides=[*ones, s], padding_low=[0 * d for d in ones] + [low],
                      padding_high=[0 * d for d in ones] + [high], base_dilation=[*ones, 1], window_dilation=[*ones, 1])
        if self.rng.random() < 0.5:
            return self.exact(self.pick("reduce_window_max", "reduce_window_min"), [x], t, attrs)
        return self.rounded("reduce_window_sum", [x], t, w * info.bound, w * info.error, attrs, ulps=w)

    def convolution(self):
        dtype = self.pick(*[d for d in self.dtypes if is_float((d, ()))] or ["f32"])
        n, c, o, w = self.pick(4, 9, 17), self.pick(1, 3), self.pick(1, 4), self.pick(1, 3)
        x, k = self.value((dtype, (2, n, c)), most=4), self.value((dtype, (w, c, o)), most=4)
        attrs = lists(lhs_spec=[0, 2, 1], rhs_spec=[2, 1, 0], out_spec=[0, 2, 1], window_strides=[1], padding_low=[w // 2],
                      padding_high=[w // 2], lhs_dilation=[1], rhs_dilation=[1])
        attrs += ", feature_group_count = 1 : i64, batch_group_count = 1 : i64"
        a, b, m = self.info[x], self.info[k], w * c
        return self.rounded("conv_general_dilated", [x, k], (dtype, (2, n, o)), m * a.bound * b.bound,
                            m * (a.bound * b.error + b.bound * a.error), attrs, ulps=m)


class Complex(Shapes):
    def complex_op(self):
        """Parts of a product, or of a function, of complex numbers."""
        t = (self.pick("f32", "f64"), self.pick(*self.shapes))
        parts = [self.value(t, most=2) for _ in range(4)]
        z = (("c64" if t[0] == "f32" else "c128"), t[1])
        error = max(self.info[v].error for v in parts)
        x, y = (self.put("complex", parts[k:k + 2], [z], [Info(3, error, False)])[0] for k in (0, 2))
        name = self.pick("mul", "add", "exp", "sin", "conj", "div")
        if name == "div":
            y = self.put("exp", [y], [z], [Info(7.4, error, False)])[0]
        w = self.put(name, [x, y] if name in ("mul", "add", "div") else [x], [z], [Info(8)])[0]
        self.scope = [v for v in self.scope if self.type(v) != z]
        bound, slope = (24, 40) if name == "div" else (16, 16)
        return self.rounded(self.pick("real", "imag"), [w], t, bound, slope * error)


class Control(Complex):
    """Regions see what is around them; what they carry is the result of a sine, so that it stays small."""

    def region(self, types, infos, outs, steps):
        saved = self.block, list(self.scope), self.depth
        names = []
        for t, info in zip(types, infos):
            self.count += 1
            names.append(f"v{self.count}")
            self.f.types[names[-1]], self.info[names[-1]] = t, info
        self.block, self.scope, self.depth = Block(names), self.scope + names, self.depth + 1
        for _ in range(steps):
            self.statement()
        self.block.results = [self.settled(t) for t in outs]
        made = self.block
        self.block, self.scope, self.depth = saved
        return made

    def settled(self, t):
        """A new value, or one that is there: carried, from outside, or another result."""
        there = [v for v in self.scope if self.type(v) == t and self.usable(v) and (not is_float(t) or self.info[v].bound <= 8)]
        if there and self.rng.random() < 0.45:
            return self.rng.choice(there)
        if not is_float(t):
            return self.step(t)
        x = self.value(t, most=16)
        return self.rounded("sin", [x], t, 1, self.info[x].error)

    def types_carried(self):
        """Some of them alike, so that they may change places."""
        types = [(self.pick(*self.dtypes), self.pick(*self.shapes)) for _ in range(self.rng.randrange(1, 3))]
        return types + ([types[0]] * self.rng.randrange(1, 3) if self.rng.random() < 0.4 else [])

    def first(self, t):
        """A first value: exact, or as wrong as what is carried may be."""
        return self.value(t, exact=True, most=None)

    def carried_infos(self, types):
        return [Info(8.0, 64 * EPS[t[0]], False) if is_float(t) else Info(64.0) for t in types]

    def after(self, types, body, n):
        """What n iterations make of the errors, if each multiplies them as the first does."""
        infos = []
        for t, v in zip(types, body.results):
            if not is_float(t):
                infos.append(Info(64.0))
                continue
            growth = max(1.0, max(self.info[v].error / (64 * EPS[t[0]]), 1.0))
            infos.append(Info(8.0, 64 * EPS[t[0]] * growth ** n, False))
        worst = max((i.error / i.bound / EPS[t[0]] for t, i in zip(types, infos) if is_float(t)), default=0)
        for t, i in zip(types, infos):
            i.error = worst * i.bound * EPS[t[0]] if is_float(t) else 0.0
        return infos

    def scan(self):
        carry, n = self.types_carried(), self.rng.randrange(1, 5)
        xs = [t for t in self.types_carried()[1:] if n * size(t[1]) <= MOST]
        ys = [t for t in self.types_carried()[1:] if n * size(t[1]) <= MOST]
        rows = [self.value((d, (n, *s)), exact=True) for d, s in xs]
        init = [self.first(t) for t in carry]
        body = self.region(carry + xs, self.carried_infos(carry) + [self.info[v] for v in rows], carry + ys, self.rng.randrange(1, 4))
        infos = self.after(carry + ys, body, n)
        attrs = f"num_carry = {len(carry)} : i64, length = {n} : i64" + self.pick("", ", reverse")
        self.put("scan", init + rows, carry + [(d, (n, *s)) for d, s in ys], infos, attrs, [body])

    def loop(self):
        """As often as an int says, at most three times."""
        count = ("i32", ())
        carry = [count, *self.types_carried()]
        times = self.exact("clamp", [self.constant(count, 0), self.value(count), self.constant(count, 3)], count)
        init = [times, *(self.first(t) for t in carry[1:])]
        infos = self.carried_infos(carry)
        cond = self.region(carry, infos, [], 0)
        body = self.region(carry, infos, carry, self.rng.randrange(1, 3))
        self.inside(cond, lambda: [self.exact("gt", [cond.args[0], self.constant(count, 0)], ("i1", ()))])
        self.inside(body, lambda: [self.exact("sub", [body.args[0], self.constant(count, 1)], count), *body.results[1:]])
        self.put("while", init, carry, self.after(carry, body, 3), "", [cond, body])

    def inside(self, block, results):
        saved = self.block, list(self.scope)
        self.block = block
        block.results = results()
        self.block, self.scope = saved

    def case(self):
        outs = self.types_carried()
        n = self.pick(2, 2, 3)
        which = self.value(("i1", ())) if n == 2 else self.index()
        branches = [self.region([], [], outs, self.rng.randrange(0, 3)) for _ in range(n)]
        infos = []
        for i in range(len(outs)):
            found = [self.info[b.results[i]] for b in branches]
            infos.append(Info(max(f.bound for f in found), max(f.error for f in found), all(f.exact for f in found) and not is_float(outs[i])))
        self.put("case", [which], outs, infos, "", branches)

    def statement(self):
        kinds = [self.elementwise] * 8 + [self.shape_op] * 4 + [self.complex_op] + [self.reduction] * 2 + [self.cumulative, self.product, self.windows, self.chosen, self.batched]
        if self.depth == 0:
            kinds += [self.scan, self.loop, self.case, self.convolution]
        self.pick(*kinds)()


def shape_pool(rng, long=False):
    """A scalar, a vector, and what fits beside it."""
    a, b = rng.choice((1023, 4099, 9000) if long else DIMS), rng.choice(DIMS[:8])
    most = 40000 if long else MOST
    pool = [(), (a,), (a,), (b, a) if a * b <= most else (b,), (a, b) if a * b <= most else (b,)]
    if a * b * 3 <= most and rng.random() < 0.4:
        pool.append((3, b, a))
    return pool


def random_function(rng, name, kind=Control):
    """A Function, and by name of each result the largest difference that rounding explains."""
    main = rng.choice(("f32", "f32", "f32", "f64", "bf16", "f16"))
    long = rng.random() < 0.04
    shapes, whole = shape_pool(rng, long), rng.choice(INTS)
    ins = [(main, shapes[3]), (main, shapes[1]), (whole, shapes[1]), ("i32", ()), (main, ())]
    g = kind(rng, name, ins)
    g.depth, g.shapes = 0, shapes
    g.dtypes = (main, main, main, main, whole, "i1", rng.choice(("f32", "f64", "i32")))
    for _ in range(rng.randrange(3, 10)):
        g.statement()
    g.f.body.results = results_of(g)
    return g.f, {v: g.info[v].error for v in g.f.body.results}


def results_of(g):
    """What no op takes: up to four of them, the last ones first."""
    used = {v for op in g.f.body.ops for v in op.operands}
    left = [v for v in g.scope[len(g.f.ins):] if g.usable(v) and v not in used]
    return [shortened(g, v) for v in left[-4:]] or [shortened(g, g.float_step(g.f.ins[0]))]


def shortened(g, v):
    """What print shows whole: of a long array every so many elements, and its end."""
    dtype, shape = g.type(v)
    n = size(shape)
    if n <= MOST:
        return v
    flat = g.exact("reshape", [v], (dtype, (n,)))
    by, start = n // 400, (n - 1) % (n // 400)
    return g.exact("slice", [flat], (dtype, (-(-(n - start) // by),)), lists(start_indices=[start], limit_indices=[n], strides=[by]))
