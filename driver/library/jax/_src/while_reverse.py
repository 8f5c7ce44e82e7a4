"""Reverse mode of while_loop, which JAX refuses.

The forward loop keeps states: every one as long as there are slots for them, then, each time these are full, every
second one of those kept, so that `stride` steps lie between two.  The backward loop runs again what lies between two
kept states, in chunks whose states it keeps all, and applies the pull-back of the body from the last to the first.
Memory is bounded while compiling; up to `slots` steps nothing is computed twice but the body that is differentiated,
up to slots**2 steps once more (online checkpointing: Stumm and Walther, New Algorithms for Optimal Online
Checkpointing, 2010, in its simplest form)."""

from _cjax import transform as native
from _cjax import lax as native_lax
from _cjax.numpy import int32
from jax._src.core import is_inexact
from jax._src.custom import Depth, grad_depth, note_custom

_BYTES = 1 << 24


def _slots(avals):
    """How many states are kept: an even number."""
    n = native.max_steps()
    if not n:
        size = sum([a.size * a.dtype.itemsize for a in avals])
        n = min(max(_BYTES // max(size, 1), 16), 1024)
    return n + n % 2


class _Loop:
    """The condition and the body as functions of the values that are differentiated, whether carried or closed over."""

    def __init__(self, cond, body, carry):
        self.functions = [cond, body]
        self.captures = [native.captures(f) for f in self.functions]
        self.lifted = [[i for i, p in enumerate(native.perturbed(c)) if p] for c in self.captures]
        self.consts = [c[i] for c, at in zip(self.captures, self.lifted) for i in at]
        self.carry = carry
        self.nconst, self.ncond = len(self.consts), len(self.lifted[0])

    def call(self, which, consts, xs):
        values = list(self.captures[which])
        chosen = consts[:self.ncond] if which == 0 else consts[self.ncond:]
        for i, c in zip(self.lifted[which], chosen):
            values[i] = c
        return native.call_with(self.functions[which], list(xs), values)

    def test(self, consts, xs):
        return self.call(0, consts, xs)[0]

    def step(self, consts, xs):
        return self.call(1, consts, xs)


def _plain(loop, consts, carry, avals):
    """The loop itself."""
    types = [native.aval(x) for x in carry]
    cond, _ = native.region(lambda *xs: (loop.call(0, consts, xs), None), types, "while_loop", reversible_while, None)
    body, _ = native.region(lambda *xs: (loop.call(1, consts, xs), None), types, "while_loop", reversible_while, None)
    return native.while_loop(cond, body, carry, avals)


def reversible_while(cond, body, carry, avals):
    """The results of the loop, differentiable both ways."""
    loop = _Loop(cond, body, carry)
    note_custom()
    if not (loop.nconst or any(native.perturbed(carry))):
        return _plain(loop, [], carry, avals)
    args = loop.consts + carry
    types, n, depth = [native.aval(x) for x in args], loop.nconst, grad_depth()
    slots = _slots(types[n:])
    residuals = []

    def primal(*xs):
        return _plain(loop, xs[:n], list(xs[n:]), avals), None

    def fwd(*xs):
        with Depth(depth - 1):
            out, kept = _forward(loop, xs[:n], list(xs[n:]), slots)
            residuals.extend([native.aval(x) for x in kept])
            return out + list(xs[:n]) + kept, None

    def bwd(*xs):
        with Depth(depth - 1):
            consts, kept, cts = xs[:n], xs[n:n + len(residuals)], xs[n + len(residuals):]
            return _backward(loop, list(consts), list(kept), list(cts), slots), None

    staged = [native.stage(f, types, "grad", "while_loop", reversible_while, None)[0] for f in (primal, fwd)]
    cts = [a.strip_weak_type() for a in avals if is_inexact(a)]
    staged.append(native.stage(bwd, types[:n] + residuals + cts, "grad", "while_loop", reversible_while, None)[0])
    return native.custom_vjp(*staged, args, True)


def _while(cond, body, init):
    from jax._src.control import while_loop
    return while_loop(cond, body, init)


def _int(x):
    return native_lax.full((), x, int32)


def _room(xs, slots):
    return [native_lax.broadcast(x, (slots,)) for x in xs]


def _put(room, xs, i):
    return [native_lax.dynamic_update_index_in_dim(r, x, i, 0) for r, x in zip(room, xs)]


def _get(room, i):
    return [native_lax.dynamic_index_in_dim(r, i, 0, keepdims=False) for r in room]


#===-- forward --------------------------------------------------------------------------===#


def _forward(loop, consts, xs, slots):
    """(results, [number of steps, stride, *kept states]).  State: whether to go on, steps done, values."""
    def go_on(s):
        return s[0]

    def one(s):
        xs = loop.step(consts, s[2])
        return [loop.test(consts, xs), s[1] + 1, xs]

    def segment(s):
        # Keeps the state, goes `stride` steps.
        state, stride, room = s
        end = state[1] + stride
        room = _put(room, state[2], native_lax.div(state[1], stride))
        return [_while(lambda v: v[0] & (v[1] < end), one, state), stride, room]

    def fill(s):
        # Until the slots are full; then every second is free again.
        state, stride, room = _while(lambda v: v[0][0] & (v[0][1] < v[1] * slots), segment, s)
        return [state, stride, room] if slots < 2 else _thin(state, stride, room, slots)

    state = [loop.test(consts, xs), _int(0), xs]
    state, stride, room = _while(lambda s: go_on(s[0]), fill, [state, _int(1), _room(xs, slots)])
    return state[2], [state[1], stride] + room


def _thin(state, stride, room, slots):
    """After the slots are full and the loop goes on."""
    from jax._src.control import cond

    def halves(rooms):
        kept = [native_lax.slice_in_dim(r, 0, slots, 2, 0) for r in rooms]
        return [native_lax.concatenate([k, k], 0) for k in kept], stride * 2

    room, stride = cond(state[0], halves, lambda rooms: (list(rooms), stride), room)
    return [state, stride, room]


#===-- backward -------------------------------------------------------------------------===#


def _backward(loop, consts, kept, cts, slots):
    """Cotangents of the constants and the carry, those of floating type."""
    from jax._src.control import cond
    n, stride, room = kept[0], kept[1], kept[2:]
    pull = _PullBack(loop, consts, room)
    sums = [native.zeros(a) for a in pull.const_avals]

    def dense(s):
        return _down(n, lambda i, s: pull(_get(room, i), s), s)

    def sparse(s):
        segments = native_lax.div(n + stride - 1, stride)
        return _down(segments, lambda k, s: _segment(pull, _get(room, k), _least(stride, n - k * stride), s, slots), s)

    ct, sums = cond(native_lax.eq(stride, _int(1)), dense, sparse, [cts, sums])
    return [native.zeros(a) for a in pull.cond_avals] + sums + ct


def _least(a, b):
    return native_lax.min(a, b)


def _down(n, f, state):
    """state = f(i, state) for i = n-1 ... 0"""
    def body(s):
        return [s[0] - 1, f(s[0] - 1, s[1])]

    return _while(lambda s: s[0] > 0, body, [n, state])[1]


def _segment(pull, start, length, state, slots):
    """The steps from the state `start` on, backwards."""
    def chunk(k, state):
        first = k * slots
        xs = _times(pull, first, start)
        m = _least(_int(slots), length - first)

        def record(s):
            i, xs, room = s
            return [i + 1, pull.step(xs), _put(room, xs, i)]

        room = _while(lambda s: s[0] < m, record, [_int(0), xs, _room(xs, slots)])[2]
        return _down(m, lambda i, s: pull(_get(room, i), s), state)

    return _down(native_lax.div(length + (slots - 1), _int(slots)), chunk, state)


def _times(pull, n, xs):
    return _while(lambda s: s[0] < n, lambda s: [s[0] + 1, pull.step(s[1])], [_int(0), xs])[1]


class _PullBack:
    """The pull-back of one step."""

    def __init__(self, loop, consts, room):
        self.loop, self.consts = loop, consts
        avals = [native.aval(c) for c in consts]
        self.cond_avals = [a for a in avals[:loop.ncond] if is_inexact(a)]
        self.const_avals = [a for a in avals[loop.ncond:] if is_inexact(a)]

    def step(self, xs):
        return self.loop.step(self.consts, xs)

    def __call__(self, xs, state):
        from jax._src.autodiff import vjp
        cts, sums = state
        loop, at = self.loop, [i for i, x in enumerate(xs) if is_inexact(native.aval(x))]
        body = self.consts[loop.ncond:]

        def step(chosen, body):
            full = list(xs)
            for i, x in zip(at, chosen):
                full[i] = x
            out = loop.step(self.consts[:loop.ncond] + body, full)
            return [y for y in out if is_inexact(native.aval(y))]

        _, pull = vjp(step, [xs[i] for i in at], body)
        cts, more = pull(cts)
        return [cts, [s + m for s, m in zip(sums, more)]]
