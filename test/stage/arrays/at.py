# x.at[key]: set, add, ... get; what is out of bounds is dropped.
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


t(lambda: v.at[jnp.array([7,-7,1])].get(mode="fill"))
t(lambda: v.at[jnp.array([7,-7,1])].get(mode="clip"))
t(lambda: v.at[jnp.array([7,-7,1])].get(mode="fill", fill_value=-1))
t(lambda: x.at[jnp.array([7,-7,1])].get(mode="drop"))
t(lambda: v.at[9].get(mode="fill", fill_value=0.))
t(lambda: v.at[9].get())
t(lambda: v.at[0].set(1))
t(lambda: v.at[9].set(1))
t(lambda: v.at[-9].set(1))
t(lambda: v.at[-1].set(1))
t(lambda: v.at[i].set(1))
t(lambda: v.at[i+20].set(1))
t(lambda: v.at[1:3].set(jnp.array([7.,8.])))
t(lambda: v.at[::2].set(0))
t(lambda: v.at[::-1].set(jnp.array([1.,2.,3.,4.,5.])))
t(lambda: v.at[a].add(1))
t(lambda: v.at[jnp.array([0,0,0])].add(1))
t(lambda: v.at[jnp.array([0,0,7])].mul(2))
t(lambda: v.at[jnp.array([0,0,7])].set(jnp.array([5.,6.,7.])))
t(lambda: v.at[jnp.array([0,0,7])].min(3))
t(lambda: v.at[jnp.array([0,0,7])].max(100))
t(lambda: v.at[a].divide(2))
t(lambda: v.at[a].power(2))
t(lambda: v.at[a].subtract(2))
t(lambda: v.at[m].set(0))
t(lambda: v.at[m].add(jnp.array([1.,2.,3.])))
t(lambda: v.at[m].multiply(3))
t(lambda: x.at[:,1].set(0))
t(lambda: x.at[0,:,2].add(100))
t(lambda: x.at[:,a,1].set(-1))
t(lambda: x.at[:,a,1].set(jnp.array([1,2,3])))
t(lambda: x.at[b,a,1].set(-1))
t(lambda: x.at[b,:,a].add(1))
t(lambda: x.at[0,::2,a].set(-5))
t(lambda: x.at[None,0].set(-5))
t(lambda: x.at[0,None,1].set(jnp.array([[1,2,3,4]])))
t(lambda: x.at[i].set(jnp.array([1,2,3,4])))
t(lambda: x.at[i,1:].set(7))
t(lambda: x.at[...,0].set(7))
t(lambda: x.at[0].set(jnp.array([1,2,3])))
t(lambda: x.at[1,1].set(jnp.array([[1,2,3,4],[1,2,3,4]])))

#CHECK:float32 (3,) [nan, nan, 11.0]
#CHECK-NEXT:float32 (3,) [14.0, 10.0, 11.0]
#CHECK-NEXT:float32 (3,) [-1.0, -1.0, 11.0]
#CHECK-NEXT:int32 (3, 3, 4) {{\[\[}}[-2147483648, -2147483648, -2147483648, -2147483648], [-2147483648, -2147483648, -2147483648, -2147483648], [-2147483648, -2147483648, -2147483648, -2147483648]], {{\[\[}}-2147483648, -2147483648, -2147483648, -2147483648], [-2147483648, -2147483648, -2147483648, -2147483648], [-2147483648, -2147483648, -2147483648, -2147483648]], {{\[\[}}12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]
#CHECK-NEXT:float32 () 0.0
#CHECK-NEXT:float32 () 14.0
#CHECK-NEXT:float32 (5,) [1.0, 11.0, 12.0, 13.0, 14.0]
#CHECK-NEXT:float32 (5,) [10.0, 11.0, 12.0, 13.0, 14.0]
#CHECK-NEXT:float32 (5,) [10.0, 11.0, 12.0, 13.0, 14.0]
#CHECK-NEXT:float32 (5,) [10.0, 11.0, 12.0, 13.0, 1.0]
#CHECK-NEXT:float32 (5,) [10.0, 1.0, 12.0, 13.0, 14.0]
#CHECK-NEXT:float32 (5,) [10.0, 11.0, 12.0, 13.0, 14.0]
#CHECK-NEXT:float32 (5,) [10.0, 7.0, 8.0, 13.0, 14.0]
#CHECK-NEXT:float32 (5,) [0.0, 11.0, 0.0, 13.0, 0.0]
#CHECK-NEXT:float32 (5,) [5.0, 4.0, 3.0, 2.0, 1.0]
#CHECK-NEXT:float32 (5,) [11.0, 11.0, 13.0, 13.0, 15.0]
#CHECK-NEXT:float32 (5,) [13.0, 11.0, 12.0, 13.0, 14.0]
#CHECK-NEXT:float32 (5,) [40.0, 11.0, 12.0, 13.0, 14.0]
#CHECK-NEXT:float32 (5,) [6.0, 11.0, 12.0, 13.0, 14.0]
#CHECK-NEXT:float32 (5,) [3.0, 11.0, 12.0, 13.0, 14.0]
#CHECK-NEXT:float32 (5,) [100.0, 11.0, 12.0, 13.0, 14.0]
#CHECK-NEXT:float32 (5,) [5.0, 11.0, 6.0, 13.0, 7.0]
#CHECK-NEXT:float32 (5,) [100.0, 11.0, 144.0, 13.0, 196.0]
#CHECK-NEXT:float32 (5,) [8.0, 11.0, 10.0, 13.0, 12.0]
#CHECK-NEXT:float32 (5,) [0.0, 11.0, 0.0, 0.0, 14.0]
#CHECK-NEXT:float32 (5,) [11.0, 11.0, 14.0, 16.0, 14.0]
#CHECK-NEXT:float32 (5,) [30.0, 11.0, 36.0, 39.0, 14.0]
#CHECK-NEXT:int32 (2, 3, 4) {{\[\[}}[0, 1, 2, 3], [0, 0, 0, 0], [8, 9, 10, 11]], {{\[\[}}12, 13, 14, 15], [0, 0, 0, 0], [20, 21, 22, 23]]]
#CHECK-NEXT:int32 (2, 3, 4) {{\[\[}}[0, 1, 102, 3], [4, 5, 106, 7], [8, 9, 110, 11]], {{\[\[}}12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]
#CHECK-NEXT:int32 (2, 3, 4) {{\[\[}}[0, -1, 2, 3], [4, 5, 6, 7], [8, -1, 10, 11]], {{\[\[}}12, -1, 14, 15], [16, 17, 18, 19], [20, -1, 22, 23]]]
#CHECK-NEXT:int32 (2, 3, 4) {{\[\[}}[0, 1, 2, 3], [4, 5, 6, 7], [8, 3, 10, 11]], {{\[\[}}12, 1, 14, 15], [16, 17, 18, 19], [20, 3, 22, 23]]]
#CHECK-NEXT:int32 (2, 3, 4) {{\[\[}}[0, -1, 2, 3], [4, 5, 6, 7], [8, -1, 10, 11]], {{\[\[}}12, -1, 14, 15], [16, 17, 18, 19], [20, -1, 22, 23]]]
#CHECK-NEXT:int32 (2, 3, 4) {{\[\[}}[1, 1, 3, 4], [5, 5, 7, 8], [9, 9, 11, 12]], {{\[\[}}13, 13, 15, 16], [17, 17, 19, 20], [21, 21, 23, 24]]]
#CHECK-NEXT:int32 (2, 3, 4) {{\[\[}}[-5, 1, -5, -5], [4, 5, 6, 7], [-5, 9, -5, -5]], {{\[\[}}12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]
#CHECK-NEXT:int32 (2, 3, 4) {{\[\[}}[-5, -5, -5, -5], [-5, -5, -5, -5], [-5, -5, -5, -5]], {{\[\[}}12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]
#CHECK-NEXT:int32 (2, 3, 4) {{\[\[}}[0, 1, 2, 3], [1, 2, 3, 4], [8, 9, 10, 11]], {{\[\[}}12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]
#CHECK-NEXT:int32 (2, 3, 4) {{\[\[}}[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], {{\[\[}}1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]]]
#CHECK-NEXT:int32 (2, 3, 4) {{\[\[}}[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], {{\[\[}}12, 13, 14, 15], [7, 7, 7, 7], [7, 7, 7, 7]]]
#CHECK-NEXT:int32 (2, 3, 4) {{\[\[}}[7, 1, 2, 3], [7, 5, 6, 7], [7, 9, 10, 11]], {{\[\[}}7, 13, 14, 15], [7, 17, 18, 19], [7, 21, 22, 23]]]
#CHECK-NEXT:ValueError Incompatible types for broadcasting: input type=int32[3] and requested type=int32[3,4]
#CHECK-NEXT:ValueError Cannot broadcast to shape with fewer dimensions: arr_shape=(2, 4) shape=(4,)
