"""Optimisers and layers of jax.example_libraries."""
# modes: interp O3
import jax
import jax.numpy as jnp
from jax import lax, random

from jax.example_libraries import optimizers, stax
x = jnp.arange(24.0).reshape(4, 6) ** 1.5
im = random.normal(random.key(0), (2, 5, 7, 3))
params = {"w": jnp.arange(6.0).reshape(2, 3), "b": jnp.ones(3)}
grads = {"w": jnp.ones((2, 3)) * 0.1, "b": jnp.arange(3.0)}
def run(opt, n=3):
    init, update, get = opt
    s = init(params)
    for i in range(n):
        s = update(i, grads, s)
    return get(s)
init_net, net = stax.serial(stax.Conv(4, (3, 3), padding="SAME"), stax.Relu, stax.MaxPool((2, 2), strides=(2, 2)), stax.BatchNorm(), stax.Flatten, stax.Dense(5), stax.LogSoftmax)
out_shape, net_params = init_net(random.PRNGKey(0), (-1, 5, 7, 3))
init2, net2 = stax.serial(stax.FanOut(2), stax.parallel(stax.Dense(3), stax.Identity), stax.FanInConcat())
s2, p2 = init2(random.PRNGKey(1), (4, 6))


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (run(optimizers.sgd(0.1)),))
show(lambda: (run(optimizers.momentum(0.1, 0.9)),))
show(lambda: (run(optimizers.nesterov(optimizers.exponential_decay(0.1, 10, 0.5), 0.9)),))
show(lambda: (run(optimizers.adagrad(0.1)), run(optimizers.rmsprop(0.1)), run(optimizers.rmsprop_momentum(0.1)),))
show(lambda: (run(optimizers.adam(0.1)), run(optimizers.adamax(0.1)), run(optimizers.sm3(0.1)),))
show(lambda: (
    optimizers.piecewise_constant([1, 2], [1.0, 0.5, 0.1])(2), optimizers.polynomial_decay(0.1, 10, 0.01, 2.0)(3), optimizers.inverse_time_decay(0.1, 2, 0.5, staircase=True)(3),))
show(lambda: (optimizers.l2_norm(grads), optimizers.clip_grads(grads, 0.5),))
show(lambda: (
    optimizers.pack_optimizer_state(optimizers.unpack_optimizer_state(optimizers.adam(0.1).init_fn(params))),))
show(lambda: (optimizers.adam(0.1).init_fn(params),))
show(lambda: (optimizers.sgd(0.1).update_fn(0, {"w": 1.0}, optimizers.sgd(0.1).init_fn(params)),))
show(lambda: (out_shape, net(net_params, im),))
show(lambda: (jax.tree.map(jnp.shape, net_params),))
show(lambda: (stax.AvgPool((2, 2), padding="SAME")[1]((), im)[0, :2, :2], stax.SumPool((2, 2))[0](None, (2, 5, 7, 3)),))
show(lambda: (s2, net2(p2, x), net2(p2, x, rng=random.PRNGKey(0)).shape,))
show(lambda: (
    stax.Dropout(0.5)[1]((), x, rng=random.PRNGKey(0)), stax.Dropout(0.5, mode="test")[1]((), x, rng=random.PRNGKey(0)),))
show(lambda: (stax.Dropout(0.5)[1]((), x),))
show(lambda: (
    lax.conv_general_permutations(("NHWC", "HWIO", "NCHW")),
    lax.reduce_window_shape_tuple((5, 6), (2, 2), (2, 1), [(0, 1), (0, 0)]),))
