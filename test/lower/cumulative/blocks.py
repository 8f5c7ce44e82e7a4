# Running sums and products of floats go in blocks of 16 of blocks of 16, so that many terms keep their digits: to the
# bit as jax 0.10.2 does it, whose checksums these are; from the end, up to rounding.
# RUN: cjaxc run %s | FileCheck %s
# RUN: cjaxc -O0 %s -o %t && %t | FileCheck %s
import jax
import jax.numpy as jnp


def bits(y):
    order = 2 * jnp.arange(y.size, dtype=jnp.uint32).reshape(y.shape) + 1
    return jnp.sum(jax.lax.bitcast_convert_type(y, jnp.uint32) * order)


for n in (1, 15, 16, 17, 32, 33, 255, 256, 257, 1000, 4096, 4097, 70000, 300001):
    x = jax.random.uniform(jax.random.key(n), (n,)) * 2 - 0.7
    back = jax.lax.cumsum(x, reverse=True)
    print(n, bits(jnp.cumsum(x)), bits(jnp.cumprod(x[:300] * 1.2)), jnp.allclose(back[0], jnp.cumsum(x)[-1], 1e-6))
z = jax.random.uniform(jax.random.key(5), (300, 40)) * 3 - 1
print(bits(jnp.cumsum(z, 0)), bits(jnp.cumsum(z, 1)), bits(jnp.cumprod(z, 1)))
same = 1.1742630004882812 + 0 * z[0, 0] + jnp.zeros(1 << 19)
print(jnp.cumsum(same)[-1], jax.lax.cumsum(same, reverse=True)[0], jnp.cumsum(same.astype(jnp.float16))[100])
# CHECK: 1 1043694836 1046074047 True
# CHECK-NEXT: 15 2514655084 2427263122 True
# CHECK-NEXT: 16 926325787 511544498 True
# CHECK-NEXT: 17 200034026 446613485 True
# CHECK-NEXT: 32 4283769540 2294672181 True
# CHECK-NEXT: 33 1703867113 1181240040 True
# CHECK-NEXT: 255 1681416838 370670905 True
# CHECK-NEXT: 256 530219819 3023219140 True
# CHECK-NEXT: 257 1038657466 2922585875 True
# CHECK-NEXT: 1000 263408826 59970717 True
# CHECK-NEXT: 4096 3248098454 1771439185 True
# CHECK-NEXT: 4097 188591878 891349322 True
# CHECK-NEXT: 70000 2616673933 25213340 True
# CHECK-NEXT: 300001 3533070606 2908916237 True
# CHECK-NEXT: 3955129032 3588328546 3416831334
# CHECK-NEXT: 615652.06 615652.06 {{11[78]}}.
