"""jax.numpy: arrays without elements, weak types of reductions, checks of arguments."""
# modes: interp O3
import jax.numpy as jnp


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0][:120])


e = jnp.zeros((0,)); z = jnp.zeros((0,), int)
show(lambda: e[z])
show(lambda: jnp.zeros((0, 3))[z])
show(lambda: jnp.take(e, z))
show(lambda: e[jnp.array([], int)])
show(lambda: jnp.zeros((2, 0))[:, z])
show(lambda: e.at[z].set(1))
show(lambda: e.at[z].get(mode="fill"))
show(lambda: jnp.take_along_axis(e, z, 0))
show(lambda: jnp.gcd(jnp.zeros((2, 0), jnp.int8), jnp.zeros((2, 0), jnp.uint8)))
show(lambda: jnp.lcm(jnp.zeros((2, 0), jnp.int8), jnp.zeros((2, 0), jnp.uint8)))
values = (
    jnp.min(2),
    jnp.max(2.),
    jnp.sum(2),
    jnp.prod(2),
    jnp.mean(2),
    jnp.any(2),
    jnp.ptp(2),
    jnp.min(2, initial=3),
    jnp.std(2),
    jnp.var(2.),
    jnp.median(2),
    jnp.nanmin(2.),
    jnp.nansum(2.),
    jnp.nanmax(2),
    jnp.average(2),
    jnp.amax(3),
    jnp.max(jnp.array([1, 2])),
    jnp.clip(2, 1),
    jnp.round(2.),
    jnp.abs(-1))
for v in values:
    print(repr(v))
show(lambda: jnp.can_cast(float,'float32'))
show(lambda: jnp.can_cast(int,'int32'))
show(lambda: jnp.can_cast('int32', int))
show(lambda: jnp.can_cast(complex,'complex64'))
show(lambda: jnp.can_cast(bool,'int8'))
show(lambda: jnp.can_cast(jnp.float32,float))
show(lambda: jnp.can_cast(5,'int8'))
show(lambda: jnp.can_cast('int64',float))
show(lambda: jnp.can_cast(int,float))
show(lambda: jnp.can_cast(jnp.bfloat16,jnp.float32))
show(lambda: jnp.can_cast('f4','i4','unsafe'))
show(lambda: jnp.can_cast('f4','i4','same_kind'))
show(lambda: jnp.can_cast('i8','i4','same_kind'))
show(lambda: jnp.can_cast('f4','f4','x'))
a = jnp.arange(24.).reshape(2,3,4)
for o in (1, 2, jnp.inf, -jnp.inf, 0, 3):
    for ax in (None, 1, (0, 2), (2, 0), (0, 1, 2)):
        for k in (False, True):
            show(lambda o=o, ax=ax, k=k: jnp.linalg.vector_norm(a, ord=o, axis=ax, keepdims=k))
show(lambda: repr(jnp.linalg.vector_norm(jnp.array([5, -7], jnp.int32), ord=1)))
show(lambda: repr(jnp.linalg.vector_norm(jnp.array([5, -7], jnp.int32))))
i3 = jnp.array([[1, 2], [3, 4]])
show(lambda: repr(jnp.linalg.matrix_power(i3, 3)))
show(lambda: repr(jnp.linalg.matrix_power(i3, 0)))
show(lambda: repr(jnp.linalg.matrix_power(i3, -1)))
show(lambda: jnp.fill_diagonal(jnp.zeros((2,2)), 1, wrap=True, inplace=False))
show(lambda: jnp.insert(jnp.arange(3), [0, 1], 0))
show(lambda: jnp.insert(jnp.arange(3), slice(0, 2), 0))
show(lambda: jnp.unstack([jnp.ones(2)]))
show(lambda: jnp.partition(jnp.array([True, False]), 0))
show(lambda: jnp.argpartition(jnp.array([True, False]), 0))
show(lambda: jnp.permute_dims(a, None))
show(lambda: jnp.permute_dims(a, (2, 0, 1)).shape)
show(lambda: jnp.unique(jnp.zeros(0), size=3))
show(lambda: jnp.unique(jnp.zeros(0), size=3, fill_value=1))
show(lambda: jnp.unique(jnp.zeros(0)))
show(lambda: jnp.unique_all(jnp.zeros(0)))
show(lambda: jnp.unique_values(jnp.zeros((2, 0))))
show(lambda: jnp.setxor1d(jnp.zeros(0, jnp.int8), jnp.array([0, 1], jnp.uint8)))
show(lambda: jnp.extract(jnp.zeros((2, 0), bool), jnp.zeros((2, 0))))
show(lambda: jnp.round(jnp.array([True])))
show(lambda: repr(jnp.unwrap(jnp.zeros(0, jnp.uint8))))
show(lambda: repr(jnp.unwrap(jnp.array([0, -3, -3]), discont=1, period=2)))
show(lambda: repr(jnp.unwrap(jnp.array([0, -3, -3, 5]), period=5)))
show(lambda: repr(jnp.unwrap(jnp.array([0., 3.1, 6.3, 9.]))))
show(lambda: repr(jnp.nancumprod(-7, axis=-1)))
show(lambda: repr(jnp.nancumsum(-7, axis=0)))
show(lambda: repr(jnp.power(jnp.array([-1, 2], jnp.int8), jnp.array(5, jnp.uint8))))
show(lambda: repr(jnp.power(2.5, jnp.array(3))))
show(lambda: repr(jnp.array([2.5]) ** jnp.array(2)))
show(lambda: repr(jnp.power(jnp.array([2]), jnp.array([3], jnp.uint8))))
show(lambda: repr(jnp.array(3) ** jnp.array(2, jnp.uint8)))
show(lambda: repr(jnp.nanprod(jnp.array([-0.125], jnp.float16), dtype=bool)))
show(lambda: repr(jnp.prod(jnp.array([2, 0]), dtype=bool)))
show(lambda: repr(jnp.sum(jnp.array([2, 0]), dtype=bool)))
show(lambda: jnp.median(jnp.zeros(0)))
show(lambda: jnp.nanmedian(jnp.zeros((2,0)), axis=1))
show(lambda: jnp.swapaxes(jnp.array(3), -1, -1))
show(lambda: jnp.split(jnp.array(3.), [1], axis=0))
show(lambda: jnp.quantile(jnp.zeros(0), 0.3))
show(lambda: jnp.median(jnp.zeros((2, 0))))
show(lambda: jnp.median(jnp.zeros((2, 0)), axis=0))
show(lambda: jnp.fft.rfft(jnp.ones(4, jnp.bfloat16)))
show(lambda: jnp.fft.ihfft(jnp.ones(4, jnp.float16)))
show(lambda: repr(jnp.power(jnp.array([[2], [0], [-7]]), jnp.array([[-1]]))))
show(lambda: repr(jnp.array([3, -2, 0, 1]) ** jnp.array([5, 7, 0, 100])))
show(lambda: repr(jnp.array([3, 2], jnp.uint8) ** jnp.array([5, 7], jnp.uint8)))
show(lambda: repr(jnp.array([2, 3]) ** jnp.array([31, 20])))
show(lambda: repr(jnp.vander(jnp.array([2, 3], jnp.uint8), increasing=True)))
show(lambda: repr(jnp.vander(jnp.array([2., 3.]), 3)))
show(lambda: repr(jnp.vander(jnp.array([0., 3., -1.5]))))
show(lambda: repr(jnp.bincount(jnp.array([0, 1]), weights=jnp.array([True, False]))))
show(lambda: repr(jnp.argmax(jnp.array(2.), axis=0)))
show(lambda: repr(jnp.bitwise_count(jnp.array([True, False]))))
