# x[key]: ints, slices, None, Ellipsis, arrays, masks, and what is refused.
# jax: 0.10.2
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax.numpy as jnp

x = jnp.arange(24).reshape(2, 3, 4)
i = x[0, 0, 1]
a = jnp.array([0, 2, -1])
b = jnp.array([[1], [0]])
v = jnp.array([10.0, 11.0, 12.0, 13.0, 14.0])
m = jnp.array([True, False, True, True, False])


def t(f):
    try:
        r = f()
        print(r.dtype, r.shape, r.tolist())
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


t(lambda: x[0])
t(lambda: x[-1,1])
t(lambda: x[i])
t(lambda: x[:,i])
t(lambda: x[...,i])
t(lambda: x[i,...,i])
t(lambda: x[None])
t(lambda: x[:,None,1:3,None,::2])
t(lambda: x[0,a])
t(lambda: x[a])
t(lambda: x[:,a])
t(lambda: x[:,a,a])
t(lambda: x[0,:,a])
t(lambda: x[b,a])
t(lambda: x[b,:,a])
t(lambda: x[b,1,a])
t(lambda: x[b,None,1,a])
t(lambda: x[:,1:,a])
t(lambda: x[:,::-1,a])
t(lambda: x[:,::-2,::-1])
t(lambda: x[::-1,a,1::2])
t(lambda: x[i,1:,a])
t(lambda: x[i:i+2])
t(lambda: x[5])
t(lambda: x[0,-9,1])
t(lambda: v[m])
t(lambda: v[~m])
t(lambda: x[x>10])
t(lambda: x[:,jnp.array([True,False,True])])
t(lambda: x[jnp.array([True,False]),1])
t(lambda: v[m[:3]])
t(lambda: v[1.5])
t(lambda: v[[0,1]])
t(lambda: v['a'])
t(lambda: v[0,1])
t(lambda: v[v])
t(lambda: v[True])
t(lambda: v[()])
t(lambda: v[10:])
t(lambda: v[-3:-1])
t(lambda: v[3:1])
t(lambda: v[jnp.array(7)])
t(lambda: v[jnp.array([7,-7])])

#CHECK:int32 (3, 4) {{\[\[}}0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]
#CHECK-NEXT:int32 (4,) [16, 17, 18, 19]
#CHECK-NEXT:int32 (3, 4) {{\[\[}}12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]
#CHECK-NEXT:int32 (2, 4) {{\[\[}}4, 5, 6, 7], [16, 17, 18, 19]]
#CHECK-NEXT:int32 (2, 3) {{\[\[}}1, 5, 9], [13, 17, 21]]
#CHECK-NEXT:int32 (3,) [13, 17, 21]
#CHECK-NEXT:int32 (1, 2, 3, 4) {{\[\[}}{{\[\[}}0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], {{\[\[}}12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]]
#CHECK-NEXT:int32 (2, 1, 2, 1, 2) {{\[\[}}{{\[\[}}[4, 6]], {{\[\[}}8, 10]]]], {{\[\[}}{{\[\[}}16, 18]], {{\[\[}}20, 22]]]]]
#CHECK-NEXT:int32 (3, 4) {{\[\[}}0, 1, 2, 3], [8, 9, 10, 11], [8, 9, 10, 11]]
#CHECK-NEXT:int32 (3, 3, 4) {{\[\[}}[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], {{\[\[}}12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]], {{\[\[}}12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]
#CHECK-NEXT:int32 (2, 3, 4) {{\[\[}}[0, 1, 2, 3], [8, 9, 10, 11], [8, 9, 10, 11]], {{\[\[}}12, 13, 14, 15], [20, 21, 22, 23], [20, 21, 22, 23]]]
#CHECK-NEXT:int32 (2, 3) {{\[\[}}0, 10, 11], [12, 22, 23]]
#CHECK-NEXT:int32 (3, 3) {{\[\[}}0, 4, 8], [2, 6, 10], [3, 7, 11]]
#CHECK-NEXT:int32 (2, 3, 4) {{\[\[}}[12, 13, 14, 15], [20, 21, 22, 23], [20, 21, 22, 23]], {{\[\[}}0, 1, 2, 3], [8, 9, 10, 11], [8, 9, 10, 11]]]
#CHECK-NEXT:int32 (2, 3, 3) {{\[\[}}[12, 16, 20], [14, 18, 22], [15, 19, 23]], {{\[\[}}0, 4, 8], [2, 6, 10], [3, 7, 11]]]
#CHECK-NEXT:int32 (2, 3) {{\[\[}}16, 18, 19], [4, 6, 7]]
#CHECK-NEXT:int32 (2, 3, 1) {{\[\[}}[16], [18], [19]], {{\[\[}}4], [6], [7]]]
#CHECK-NEXT:int32 (2, 2, 3) {{\[\[}}[4, 6, 7], [8, 10, 11]], {{\[\[}}16, 18, 19], [20, 22, 23]]]
#CHECK-NEXT:int32 (2, 3, 3) {{\[\[}}[8, 10, 11], [4, 6, 7], [0, 2, 3]], {{\[\[}}20, 22, 23], [16, 18, 19], [12, 14, 15]]]
#CHECK-NEXT:int32 (2, 2, 4) {{\[\[}}[11, 10, 9, 8], [3, 2, 1, 0]], {{\[\[}}23, 22, 21, 20], [15, 14, 13, 12]]]
#CHECK-NEXT:int32 (2, 3, 2) {{\[\[}}[13, 15], [21, 23], [21, 23]], {{\[\[}}1, 3], [9, 11], [9, 11]]]
#CHECK-NEXT:int32 (3, 2) {{\[\[}}16, 20], [18, 22], [19, 23]]
#CHECK-NEXT:int32 (1, 3, 4) {{\[\[}}[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]
#CHECK-NEXT:int32 (3, 4) {{\[\[}}12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]
#CHECK-NEXT:int32 () 1
#CHECK-NEXT:float32 (3,) [10.0, 12.0, 13.0]
#CHECK-NEXT:float32 (2,) [11.0, 14.0]
#CHECK-NEXT:int32 (13,) [11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]
#CHECK-NEXT:int32 (2, 2, 4) {{\[\[}}[0, 1, 2, 3], [8, 9, 10, 11]], {{\[\[}}12, 13, 14, 15], [20, 21, 22, 23]]]
#CHECK-NEXT:int32 (1, 4) {{\[\[}}4, 5, 6, 7]]
#CHECK-NEXT:IndexError boolean index did not match shape of indexed array in index 0: got (3,), expected [5]
#CHECK-NEXT:TypeError Indexer must have integer or boolean type, got indexer with type float64
#CHECK-NEXT:TypeError Using a non-tuple sequence for multidimensional indexing is not allowed; use `arr[array(seq)]` instead of `arr[seq]`. See https://github.com/jax-ml/jax/issues/4564 for more information.
#CHECK-NEXT:TypeError JAX does not support string indexing; got idx='a'
#CHECK-NEXT:IndexError Too many indices: array is 1-dimensional, but 2 were indexed
#CHECK-NEXT:TypeError Indexer must have integer or boolean type, got indexer with type float32
#CHECK-NEXT:float32 (1, 5) {{\[\[}}10.0, 11.0, 12.0, 13.0, 14.0]]
#CHECK-NEXT:float32 (5,) [10.0, 11.0, 12.0, 13.0, 14.0]
#CHECK-NEXT:float32 (0,) []
#CHECK-NEXT:float32 (2,) [12.0, 13.0]
#CHECK-NEXT:float32 (0,) []
#CHECK-NEXT:float32 () 14.0
#CHECK-NEXT:float32 (2,) [14.0, 10.0]
