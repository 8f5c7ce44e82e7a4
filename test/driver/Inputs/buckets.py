import jax
import jax.numpy as jnp


def predict(w, x, scale):
    """For each row of x its class and its scores."""
    scores = jnp.tanh(x @ w) * scale
    return {"class": jnp.argmax(scores, axis=1), "scores": scores}


def mean(x):
    return x.mean()


def fixed(x):
    return jnp.zeros(3)


def wide(x):
    return x.T


def checked(x):
    if x.sum() > 100:
        raise ValueError("too much")
    return x + 1
