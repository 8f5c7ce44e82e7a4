# A module that there is not is an error where it is used.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
import jax.numpy as jnp
import matplotlib.pyplot as plt
import ctypes, jaxopt, opcode
import optax
from flax import linen as nn
from jax.experimental.nothing_known import something

try:
    import pandas
except ImportError as e:
    print("no pandas:", e)
try:
    from sklearn.cluster import minimize
except ModuleNotFoundError:
    minimize = None


def plot(x: plt.Figure):
    plt.plot(x)
    plt.show()


optimizer = optax.adam
print(jnp.arange(3), minimize)
optimizer(1e-3)
# CHECK: placeholder.py:[[@LINE-1]]:1: error: [CJ0130] ModuleNotFoundError: No module named 'optax'
# CHECK: placeholder.py:6:8: note: optax.adam is used, which needs the module imported here
