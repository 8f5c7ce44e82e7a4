# What reverse mode keeps: print_saved_residuals, with and without checkpoint.
# RUN: cjaxc run --interpret %s | FileCheck %s
import jax
import jax.numpy as jnp
from jax.ad_checkpoint import checkpoint_name, print_saved_residuals


def f(w, x):
    y = checkpoint_name(jnp.dot(w, x), "a")
    return jnp.sin(jnp.sin(y)).sum()


w, x = jnp.ones((3, 3)), jnp.ones(3)
# CHECK:      f32[3,3] from the argument w
# CHECK-NEXT: f32[3] from the argument x
# CHECK-NEXT: f32[3] output of cos from {{.*}}saved_residuals.py:10:19 (f)
# CHECK-NEXT: f32[3] output of cos from {{.*}}saved_residuals.py:10:11 (f)
print_saved_residuals(f, w, x)
print("-")
# CHECK-NEXT: -
# CHECK-NEXT: f32[3,3] from the argument w
# CHECK-NEXT: f32[3] from the argument x
# CHECK-NOT: f32
print_saved_residuals(jax.checkpoint(f), w, x)
print("-")
# CHECK: -
# CHECK-NEXT: f32[3,3] from the argument w
# CHECK-NEXT: f32[3] from the argument x
# CHECK-NEXT: f32[3] named 'a' from {{.*}}saved_residuals.py:9:8 (f)
print_saved_residuals(jax.checkpoint(f, policy=jax.checkpoint_policies.save_only_these_names("a")), w, x)
