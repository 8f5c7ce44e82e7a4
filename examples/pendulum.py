# An ordinary differential equation: a swinging pendulum by Runge-Kutta steps in lax.scan, and how well energy is kept.
import jax
import jax.numpy as jnp

GRAVITY, LENGTH, DT = 9.81, 1.0, 0.01


def velocity(state):
    angle, speed = state
    return speed, -GRAVITY / LENGTH * jnp.sin(angle)


def shifted(state, rate, dt):
    return tuple(s + dt * r for s, r in zip(state, rate))


def step(state, _):
    k1 = velocity(state)
    k2 = velocity(shifted(state, k1, DT / 2))
    k3 = velocity(shifted(state, k2, DT / 2))
    k4 = velocity(shifted(state, k3, DT))
    slope = tuple((a + 2 * b + 2 * c + d) / 6 for a, b, c, d in zip(k1, k2, k3, k4))
    return shifted(state, slope, DT), state[0]


def energy(state):
    angle, speed = state
    return 0.5 * (LENGTH * speed) ** 2 + GRAVITY * LENGTH * (1 - jnp.cos(angle))


start = (jnp.array(1.0), jnp.array(0.0))
end, angles = jax.lax.scan(step, start, None, length=1000)
print("angles each second:", angles[::100].round(3))
print(f"energy at the start {energy(start):.4f}, after 10 s {energy(end):.4f}")
crossings = jnp.sum((angles[:-1] > 0) & (angles[1:] <= 0))
print("swings through the middle, left to right:", crossings)
