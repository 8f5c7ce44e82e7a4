# A submodule misspelt: the nearest module that exists.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
# CHECK: submodule.py:[[@LINE+2]]:8: error: [CJ0130] ModuleNotFoundError: No module named 'jax.nmupy'
# CHECK: note: did you mean 'jax.numpy'?
import jax.nmupy as jnp
