# Functions of jax.lax: slices, sorting, reductions, conversions, and their errors.
# jax: 0.10.2
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax.numpy as jnp
from jax import lax

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


t(lambda: lax.dynamic_slice(v,(i,),(3,)))
t(lambda: lax.dynamic_slice(v,(4,),(3,)))
t(lambda: lax.dynamic_slice(v,(-2,),(2,)))
t(lambda: lax.dynamic_slice(x,(0,i,2),(1,2,2)))
t(lambda: lax.dynamic_slice(v,(0,),(9,)))
t(lambda: lax.dynamic_update_slice(v,jnp.array([1.,2.]),(i,)))
t(lambda: lax.dynamic_update_slice(v,jnp.array([1.,2.]),(9,)))
t(lambda: lax.dynamic_update_slice_in_dim(x,x[:,:1],2,1))
t(lambda: lax.dynamic_index_in_dim(x,i,1,keepdims=False))
t(lambda: lax.dynamic_slice_in_dim(x,i,2,2))
t(lambda: lax.slice_in_dim(x,1,3,axis=1))
t(lambda: lax.index_in_dim(x,-1,1))
t(lambda: lax.slice(x,(0,1,0),(2,3,4),(1,1,2)))
t(lambda: lax.slice(v,(0,),(9,)))
t(lambda: lax.pad(v,0.,((1,2,1),)))
t(lambda: lax.pad(v,0.,((-1,-1,0),)))
t(lambda: lax.sort(jnp.array([3,1,2])))
t(lambda: lax.sort((jnp.array([3,1,2]),jnp.array([1.,2.,3.])),num_keys=1)[1])
t(lambda: lax.concatenate([v,v],0))
t(lambda: lax.rev(x,(0,2))[0,0])
t(lambda: lax.cumsum(v))
t(lambda: lax.cummax(v,reverse=True))
t(lambda: lax.argmax(v,0,jnp.int32))
t(lambda: lax.reduce_max(x,(0,2)))
t(lambda: lax.clamp(0.,v,12.))
t(lambda: lax.select(m,v,-v))
t(lambda: lax.transpose(x,(2,0,1))[0])
t(lambda: lax.expand_dims(v,(0,2)))
t(lambda: lax.squeeze(x[:1],(0,)))
t(lambda: lax.squeeze(x,(0,)))
t(lambda: lax.full((2,),3))
t(lambda: lax.full((2,),3.,jnp.int32))
t(lambda: lax.broadcast_in_dim(v,(2,5),(1,)))
t(lambda: lax.bitcast_convert_type(v,jnp.int32))
t(lambda: lax.convert_element_type(v,jnp.int32))
t(lambda: lax.integer_pow(v,-2))
t(lambda: lax.pow(v,2))
t(lambda: lax.max(x,3)[0,0])

#CHECK:float32 (3,) [11.0, 12.0, 13.0]
#CHECK-NEXT:float32 (3,) [12.0, 13.0, 14.0]
#CHECK-NEXT:float32 (2,) [13.0, 14.0]
#CHECK-NEXT:int32 (1, 2, 2) {{\[\[}}[6, 7], [10, 11]]]
#CHECK-NEXT:TypeError slice slice_sizes must be less than or equal to operand shape, got slice_sizes (9,) for operand shape (5,).
#CHECK-NEXT:float32 (5,) [10.0, 1.0, 2.0, 13.0, 14.0]
#CHECK-NEXT:float32 (5,) [10.0, 11.0, 12.0, 1.0, 2.0]
#CHECK-NEXT:int32 (2, 3, 4) {{\[\[}}[0, 1, 2, 3], [4, 5, 6, 7], [0, 1, 2, 3]], {{\[\[}}12, 13, 14, 15], [16, 17, 18, 19], [12, 13, 14, 15]]]
#CHECK-NEXT:int32 (2, 4) {{\[\[}}4, 5, 6, 7], [16, 17, 18, 19]]
#CHECK-NEXT:int32 (2, 3, 2) {{\[\[}}[1, 2], [5, 6], [9, 10]], {{\[\[}}13, 14], [17, 18], [21, 22]]]
#CHECK-NEXT:int32 (2, 2, 4) {{\[\[}}[4, 5, 6, 7], [8, 9, 10, 11]], {{\[\[}}16, 17, 18, 19], [20, 21, 22, 23]]]
#CHECK-NEXT:int32 (2, 1, 4) {{\[\[}}[8, 9, 10, 11]], {{\[\[}}20, 21, 22, 23]]]
#CHECK-NEXT:int32 (2, 2, 2) {{\[\[}}[4, 6], [8, 10]], {{\[\[}}16, 18], [20, 22]]]
#CHECK-NEXT:TypeError slice slice_sizes must be less than or equal to operand shape, got slice_sizes (np.int64(9),) for operand shape (5,).
#CHECK-NEXT:float32 (12,) [0.0, 10.0, 0.0, 11.0, 0.0, 12.0, 0.0, 13.0, 0.0, 14.0, 0.0, 0.0]
#CHECK-NEXT:float32 (3,) [11.0, 12.0, 13.0]
#CHECK-NEXT:int32 (3,) [1, 2, 3]
#CHECK-NEXT:float32 (3,) [2.0, 3.0, 1.0]
#CHECK-NEXT:float32 (10,) [10.0, 11.0, 12.0, 13.0, 14.0, 10.0, 11.0, 12.0, 13.0, 14.0]
#CHECK-NEXT:int32 (4,) [15, 14, 13, 12]
#CHECK-NEXT:float32 (5,) [10.0, 21.0, 33.0, 46.0, 60.0]
#CHECK-NEXT:float32 (5,) [14.0, 14.0, 14.0, 14.0, 14.0]
#CHECK-NEXT:int32 () 4
#CHECK-NEXT:int32 (3,) [15, 19, 23]
#CHECK-NEXT:float32 (5,) [10.0, 11.0, 12.0, 12.0, 12.0]
#CHECK-NEXT:float32 (5,) [10.0, -11.0, 12.0, 13.0, -14.0]
#CHECK-NEXT:int32 (2, 3) {{\[\[}}0, 4, 8], [12, 16, 20]]
#CHECK-NEXT:float32 (1, 5, 1) {{\[\[}}[10.0], [11.0], [12.0], [13.0], [14.0]]]
#CHECK-NEXT:int32 (3, 4) {{\[\[}}0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]
#CHECK-NEXT:ValueError cannot select an axis to squeeze out which has size not equal to one, got shape=(2, 3, 4) and dimensions=(0,)
#CHECK-NEXT:int32 (2,) [3, 3]
#CHECK-NEXT:int32 (2,) [3, 3]
#CHECK-NEXT:float32 (2, 5) {{\[\[}}10.0, 11.0, 12.0, 13.0, 14.0], [10.0, 11.0, 12.0, 13.0, 14.0]]
#CHECK-NEXT:int32 (5,) [1092616192, 1093664768, 1094713344, 1095761920, 1096810496]
#CHECK-NEXT:int32 (5,) [10, 11, 12, 13, 14]
#CHECK-NEXT:float32 (5,) [0.009999999776482582, 0.00826446246355772, 0.0069444444961845875, 0.005917159840464592, 0.005102040711790323]
#CHECK-NEXT:float32 (5,) [100.0, 121.0, 144.0, 169.0, 196.0]
#CHECK-NEXT:int32 (4,) [3, 3, 3, 3]
