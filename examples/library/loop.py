# A control loop: a state that is updated in place, a sensor that is a C function (docs/artifacts.md).
from typing import NamedTuple

import jax
import jax.numpy as jnp


class State(NamedTuple):
    estimate: jax.Array
    ticks: jax.Array


start = State(jnp.zeros(16), jnp.int32(0))
sensor = jax.ffi.ffi_call("read_sensor", jax.ShapeDtypeStruct((16,), jnp.float32), has_side_effect=True)


def init():
    return start


def step(state, gain):
    """One tick: the next state, and how far the estimate was off."""
    error = sensor(state.ticks) - state.estimate
    return State(state.estimate + gain * error, state.ticks + 1), jnp.max(jnp.abs(error))


if __name__ == "__main__":
    state = init()
    for _ in range(3):
        state, off = step(state, 0.5)
        print(f"tick {state.ticks}: off by {off:.3f}")
