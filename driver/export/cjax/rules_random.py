"""rules_random.py -- keys and random bits (threefry2x32)."""
import math

from jax.extend.random import threefry2x32_p

from . import bits
from .rules import need, out_of, rule
from .text import brackets


def _threefry(eqn):
    impl = eqn.params.get("impl")
    need(eqn, impl is None or "fry" in str(impl), "keys are threefry2x32 only")


@rule("random_seed")
def random_seed(walk, eqn, args):
    _threefry(eqn)
    return [walk.w.retyped("random_seed", args[0], out_of(eqn))]


@rule("random_split")
def random_split(walk, eqn, args):
    return [walk.w.retyped("random_split", args[0], out_of(eqn), f" shape {brackets(eqn.params['shape'])}")]


@rule("random_bits")
def random_bits(walk, eqn, args):
    return [walk.w.retyped("random_bits", args[0], out_of(eqn), f" shape {brackets(eqn.params['shape'])}")]


@rule("random_fold_in")
def random_fold_in(walk, eqn, args):
    keys, data = args
    shape = out_of(eqn)[0]
    keys = walk.w.broadcast(keys, shape, [len(shape) - 1]) if keys.rank == 1 and len(shape) > 1 else keys
    data = walk.w.fit(walk.w.convert(data, "ui32"), shape[:-1])
    return walk.w.function("random_fold_in", [keys, data], [out_of(eqn)])


@rule("threefry2x32")
def threefry2x32(walk, eqn, args):
    shape = out_of(eqn)[0]
    args = [walk.w.fit(x, shape) for x in args]
    return walk.w.function("threefry2x32", args, [out_of(eqn), out_of(eqn, 1)])


@rule("iota_2x32_shape")
def iota_2x32_shape(walk, eqn, args):
    shape = out_of(eqn)[0]
    count = math.prod(shape)
    need(eqn, count < 2**32, "of more than 2^32 elements there is none")
    flat = walk.w.iota((count,), "ui32", 0)
    return [walk.w.fit(walk.scalar(0, "ui32"), shape), walk.w.reshape(flat, shape)]


@rule("rng_bit_generator")
def rng_bit_generator(walk, eqn, args):
    shape, element = out_of(eqn, 1)
    cipher = threefry2x32_p.bind if "THREE_FRY" in str(eqn.params["algorithm"]) else None
    need(eqn, args[0][1:] == ((4,), "ui32") and element in ("ui8", "ui16", "ui32"), "of such types there is none")
    state, words = walk.expand(eqn, lambda key: bits.random_bits(key, shape, int(element[2:]), cipher), args)
    return [state, walk.w.convert(words, element)]
