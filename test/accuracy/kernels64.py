"""kernels64.py -- the functions of kernels.py with 64-bit types allowed."""
import jax
from kernels import *

jax.config.update("jax_enable_x64", True)
