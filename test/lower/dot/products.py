"""Contractions of whole numbers are exact in every shape that they are computed in, and in every type."""
# RUN: cjaxc %s -o %t.1 && %t.1 > %t.products
# RUN: cjaxc --without=products %s -o %t.2 && %t.2 | cmp %t.products -
# RUN: cjaxc --no-fusion --all-threads %s -o %t.3 && env CJAX_NUM_THREADS=3 %t.3 | cmp %t.products -
import sys

import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)
key = jax.random.key(len(sys.argv))
SIZES = dict(a=12, b=20, c=3, d=7, e=33, i=16, j=24, k=10, l=18)


def checksum(y):
    return (y.astype(float) * (jnp.arange(y.size).reshape(y.shape) % 13)).sum()


for text in ("ijk,kli,lj->ijl ab,bca->cab abc,cb->abc abcd,cbe->abde abcd,ecb->aed abc,abd->adc abcd,dcae->ebca ab,cd->acbd abc,cab->bac "
             "abcd,ce->abed ij,ji->ij abcd,abed->cabe").split():
    x = [jax.random.randint(key, [SIZES[d] for d in dims], -9, 9).astype(jnp.float32) for dims in text.split("->")[0].split(",")]
    y = jnp.einsum(text, *x)
    print(text, y.shape, checksum(y))
for dtype, result in ((jnp.int8, jnp.int32), (jnp.uint8, jnp.int32), (jnp.int8, jnp.int8), (jnp.int8, jnp.int64), (jnp.bfloat16, None),
                      (jnp.float16, jnp.float32), (jnp.uint8, jnp.uint8), (jnp.int16, jnp.int32)):
    for terms in 40, 1030:
        low = 0 if jnp.issubdtype(dtype, jnp.unsignedinteger) else -100
        x = jax.random.randint(key, (40, terms), low, 127).astype(dtype)
        y = jax.lax.dot(x, x.T[:, :35], preferred_element_type=result) if terms < 99 or jnp.issubdtype(dtype, jnp.integer) else x
        print(dtype.__name__, terms, y.dtype, checksum(y))
