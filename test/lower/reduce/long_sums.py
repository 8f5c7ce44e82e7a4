# Sums of many terms keep their digits, along whatever dimensions: no more than 32 are added one after the other
# (products: 256), what a block comes to goes to a total in f64. Up to that, sums are left to right.
# RUN: cjaxc run %s | FileCheck %s
# RUN: cjaxc run --no-fusion %s | FileCheck %s
# RUN: cjaxc -O0 %s -o %t && %t | FileCheck %s
# RUN: cjaxc --emit=linalg %s -o - | FileCheck --check-prefix=IR %s
import jax
import jax.numpy as jnp

c = 1.1742630004882812  # of many bits, so that each addition rounds, and all the same way
x = c + 0 * jax.random.uniform(jax.random.key(0), (1 << 19,))  # what no compiler folds
one = x / x
a = x.reshape(128, 4096)
b = x.reshape(64, 64, 128)
wide = c + 0 * jax.random.uniform(jax.random.key(1), (200, 70000))


def worst(y, terms, value=c):
    return jnp.max(jnp.abs(y / (terms * value) - 1))


@jax.jit
def several(a):  # in one loop, with what is no sum
    return jnp.sum(a, 1), jnp.max(a, 1), jnp.sum(a * a, 1), jnp.sum(jnp.exp(a - a), 1)


s, m, q, e = several(a)
errors = {
    "all": worst(jnp.sum(x), 1 << 19),
    "mean": worst(jnp.mean(x), 1),
    "odd": worst(jnp.sum(x[:100003]), 100003),
    "rows": worst(s, 4096),
    "squares": worst(q, 4096, c * c),
    "exp": worst(e, 4096, 1),
    "columns": worst(jnp.sum(a.T, 0), 4096),
    "odd columns": worst(jnp.sum(x[:300003].reshape(100001, 3), 0), 100001),
    "many columns": worst(jnp.sum(wide, 0), 200),
    "outer": worst(jnp.sum(b, (0, 1)), 4096),
    "inner": worst(jnp.sum(b, (1, 2)), 8192),
    "around": worst(jnp.sum(b, (0, 2)), 8192),
    "middle": worst(jnp.sum(b, 1), 64),
    "short rows": worst(jnp.sum(x.reshape(-1, 4)), 1 << 19),
    "half": worst(jnp.sum(x[:2048].astype(jnp.float16)), 2048, 1.173828125),
    "dot": worst(x @ one, 1 << 19),
    "vdot": worst(x.reshape(1, -1) @ one.reshape(-1, 1), 1 << 19),
    "matrix vector": worst(a @ one[:4096], 4096),
    "tensors": worst(jnp.einsum("ij,ij->", a, a / a), 1 << 19),
}
print("max", m[0] == jnp.float32(c))
for name, error in errors.items():
    print(name, error < (1e-6 if name != "matrix vector" else 6e-6))
# CHECK: max True
# CHECK-COUNT-19: {{^[a-z ]+ True$}}
products = worst((a @ (a / a).T)[:8, :8], 4096)
print(products < 6e-6)
# CHECK: True
print(jnp.std(x) < 1e-6)
# CHECK: True
# IR: arith.extf {{.*}} : vector<32xf32> to vector<32xf64>
