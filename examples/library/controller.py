# A network and a filter as functions of a C library (docs/artifacts.md).
from typing import NamedTuple

import jax
import jax.numpy as jnp


class State(NamedTuple):
    position: jax.Array
    velocity: jax.Array


start = State(jnp.zeros(3), jnp.zeros(3))


def init(target: jax.ShapeDtypeStruct((3,), jnp.float32)):
    """The state of a tracker that stands at the target."""
    return State(target, jnp.zeros_like(target))


def step(state, measured, dt=0.1):
    """An alpha-beta filter: the next state, and how far the measurement was off."""
    predicted = state.position + dt * state.velocity
    error = measured - predicted
    return State(predicted + 0.5 * error, state.velocity + 0.2 / dt * error), jnp.linalg.norm(error)


def predict(params, x):
    """Class and probabilities of each row of x."""
    hidden = jnp.tanh(x @ params["hidden"]["w"] + params["hidden"]["b"])
    probabilities = jax.nn.softmax(hidden @ params["out"]["w"])
    return {"class": jnp.argmax(probabilities, axis=1), "probabilities": probabilities}
