# Handwritten digits: softmax regression, then a two-layer network, trained by gradient descent on the UCI optical digits.
import os

import jax
import jax.numpy as jnp
import numpy as np

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")
images = jnp.asarray(np.load(os.path.join(folder, "digits_x.npy")), dtype=jnp.float32) / 16.0
labels = jnp.asarray(np.load(os.path.join(folder, "digits_y.npy")), dtype=jnp.int32)
train_x, train_y = images[:1440], labels[:1440]
test_x, test_y = images[1440:], labels[1440:]


def linear(params, x):
    return x @ params["w"] + params["b"]


def network(params, x):
    hidden = jax.nn.relu(x @ params["w1"] + params["b1"])
    return hidden @ params["w2"] + params["b2"]


def cross_entropy(logits, y):
    return -jnp.mean(jnp.sum(jax.nn.one_hot(y, 10) * jax.nn.log_softmax(logits), axis=1))


def accuracy(model, params, x, y):
    return jnp.mean(jnp.argmax(model(params, x), axis=1) == y)


def train(model, params, epochs, rate):
    loss_fn = lambda p: cross_entropy(model(p, train_x), train_y)

    @jax.jit
    def step(p):
        loss, grads = jax.value_and_grad(loss_fn)(p)
        return jax.tree.map(lambda v, g: v - rate * g, p, grads), loss

    for epoch in range(epochs):
        for _ in range(20):
            params, loss = step(params)
        print(f"epoch {epoch + 1:2d}  loss {loss:.3f}")
    return params


print("softmax regression")
regression = {"w": jnp.zeros((64, 10)), "b": jnp.zeros(10)}
regression = train(linear, regression, epochs=5, rate=0.5)
print(f"held-out accuracy {accuracy(linear, regression, test_x, test_y):.3f}")

print("two layers")
key1, key2 = jax.random.split(jax.random.key(0))
layers = {
    "w1": jax.random.normal(key1, (64, 64)) * 0.1,
    "b1": jnp.zeros(64),
    "w2": jax.random.normal(key2, (64, 10)) * 0.1,
    "b2": jnp.zeros(10),
}
layers = train(network, layers, epochs=10, rate=1.0)
print(f"test accuracy {accuracy(network, layers, test_x, test_y):.3f}")
