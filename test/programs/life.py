# Conway's game of life: integer arrays, roll, run-time conditions in a Python loop, tables of texts, early end.
# jax: 0.10.2
import jax.numpy as jnp

SIZE = 12
glider = jnp.array([[0, 1, 0], [0, 0, 1], [1, 1, 1]])
board = jnp.zeros((SIZE, SIZE), dtype=jnp.int32).at[1:4, 1:4].set(glider).at[8, 6:9].set(1)


def neighbours(b):
    total = -b
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            total = total + jnp.roll(b, (dy, dx), axis=(0, 1))
    return total


def evolve(b):
    n = neighbours(b)
    return ((n == 3) | ((b == 1) & (n == 2))).astype(jnp.int32)


for generation in range(12):
    board = evolve(board)
    if generation % 4 == 3:
        print("generation", generation + 1, "alive", board.sum())
for row in board:
    print("".join(".#"[v] for v in row))

steps = 0
while board.sum() > 4 and steps < 50:
    board = evolve(board)
    steps += 1
print("quiet after", steps, "more:", int(board.sum()), "cells")
