# dtypes of results, weak types, and operands that are refused.
# jax: 0.10.2
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax.numpy as jnp

names = ["bool", "int8", "int16", "int32", "uint8", "uint32", "float16", "bfloat16", "float32", "complex64"]
for a in names:
    print(a, [str((jnp.ones(1, a) + jnp.ones(1, b)).dtype) for b in names])
numbers = [True, 2, 1.5, 1j, jnp.asarray(2), jnp.asarray(1.5), jnp.float32(1), jnp.int8(1)]
for a in names[:9]:
    print(a, [str((jnp.ones(1, a) * b).dtype) for b in numbers])
for p in numbers[4:]:
    print([(str((p + q).dtype), (p + q).weak_type) for q in numbers])
print([(x.dtype, x.weak_type) for x in [jnp.asarray(2), jnp.array([1, 2]), jnp.array(2.0), jnp.float32(3), jnp.asarray(2) / 2, jnp.asarray(2) < 3]])


def t(f):
    try:
        print(f().dtype)
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


t(lambda: jnp.array([1]) + 2**31)
t(lambda: 2**31 + jnp.array([1]))
t(lambda: jnp.asarray(2**31))
t(lambda: jnp.array([2**31]))
t(lambda: jnp.array([300], dtype="uint8"))
t(lambda: jnp.array(None))
t(lambda: jnp.array([1, "a"]))
t(lambda: jnp.array([[1, 2], [3]]))
t(lambda: jnp.array([jnp.ones(2), [1, 2]]))
t(lambda: jnp.ones(2) + [1])
t(lambda: jnp.ones(2) + "a")
t(lambda: jnp.ones(2) < None)
t(lambda: jnp.ones(2) & 1)
t(lambda: -jnp.ones(2, bool))
t(lambda: jnp.ones(2, bool) - jnp.ones(2, bool))
t(lambda: jnp.ones(2) + jnp.ones(3))
t(lambda: jnp.ones((2, 3)) + jnp.ones(4))
t(lambda: jnp.ones(3) @ jnp.ones(4))
t(lambda: jnp.arange(3) ** -1)
print(jnp.iinfo("int8").min, jnp.iinfo(jnp.uint32).max, jnp.finfo("float32").eps, jnp.finfo(jnp.bfloat16).max)
print(jnp.dtype("f4"), repr(jnp.dtype("int8")), jnp.float32, jnp.float32 == jnp.dtype("float32"), jnp.issubdtype(jnp.int8, jnp.integer))

#CHECK:bool ['bool', 'int8', 'int16', 'int32', 'uint8', 'uint32', 'float16', 'bfloat16', 'float32', 'complex64']
#CHECK-NEXT:int8 ['int8', 'int8', 'int16', 'int32', 'int16', 'int32', 'float16', 'bfloat16', 'float32', 'complex64']
#CHECK-NEXT:int16 ['int16', 'int16', 'int16', 'int32', 'int16', 'int32', 'float16', 'bfloat16', 'float32', 'complex64']
#CHECK-NEXT:int32 ['int32', 'int32', 'int32', 'int32', 'int32', 'int32', 'float16', 'bfloat16', 'float32', 'complex64']
#CHECK-NEXT:uint8 ['uint8', 'int16', 'int16', 'int32', 'uint8', 'uint32', 'float16', 'bfloat16', 'float32', 'complex64']
#CHECK-NEXT:uint32 ['uint32', 'int32', 'int32', 'int32', 'uint32', 'uint32', 'float16', 'bfloat16', 'float32', 'complex64']
#CHECK-NEXT:float16 ['float16', 'float16', 'float16', 'float16', 'float16', 'float16', 'float16', 'float32', 'float32', 'complex64']
#CHECK-NEXT:bfloat16 ['bfloat16', 'bfloat16', 'bfloat16', 'bfloat16', 'bfloat16', 'bfloat16', 'float32', 'bfloat16', 'float32', 'complex64']
#CHECK-NEXT:float32 ['float32', 'float32', 'float32', 'float32', 'float32', 'float32', 'float32', 'float32', 'float32', 'complex64']
#CHECK-NEXT:complex64 ['complex64', 'complex64', 'complex64', 'complex64', 'complex64', 'complex64', 'complex64', 'complex64', 'complex64', 'complex64']
#CHECK-NEXT:bool ['bool', 'int32', 'float32', 'complex64', 'int32', 'float32', 'float32', 'int8']
#CHECK-NEXT:int8 ['int8', 'int8', 'float32', 'complex64', 'int8', 'float32', 'float32', 'int8']
#CHECK-NEXT:int16 ['int16', 'int16', 'float32', 'complex64', 'int16', 'float32', 'float32', 'int16']
#CHECK-NEXT:int32 ['int32', 'int32', 'float32', 'complex64', 'int32', 'float32', 'float32', 'int32']
#CHECK-NEXT:uint8 ['uint8', 'uint8', 'float32', 'complex64', 'uint8', 'float32', 'float32', 'int16']
#CHECK-NEXT:uint32 ['uint32', 'uint32', 'float32', 'complex64', 'uint32', 'float32', 'float32', 'int32']
#CHECK-NEXT:float16 ['float16', 'float16', 'float16', 'complex64', 'float16', 'float16', 'float32', 'float16']
#CHECK-NEXT:bfloat16 ['bfloat16', 'bfloat16', 'bfloat16', 'complex64', 'bfloat16', 'bfloat16', 'float32', 'bfloat16']
#CHECK-NEXT:float32 ['float32', 'float32', 'float32', 'complex64', 'float32', 'float32', 'float32', 'float32']
#CHECK-NEXT:[('int32', True), ('int32', True), ('float32', True), ('complex64', True), ('int32', True), ('float32', True), ('float32', False), ('int8', False)]
#CHECK-NEXT:[('float32', True), ('float32', True), ('float32', True), ('complex64', True), ('float32', True), ('float32', True), ('float32', False), ('float32', True)]
#CHECK-NEXT:[('float32', False), ('float32', False), ('float32', False), ('complex64', False), ('float32', False), ('float32', False), ('float32', False), ('float32', False)]
#CHECK-NEXT:[('int8', False), ('int8', False), ('float32', True), ('complex64', True), ('int8', False), ('float32', True), ('float32', False), ('int8', False)]
#CHECK-NEXT:[(dtype('int32'), True), (dtype('int32'), False), (dtype('float32'), True), (dtype('float32'), False), (dtype('float32'), True), (dtype('bool'), True)]
#CHECK-NEXT:OverflowError An overflow was encountered while parsing an argument to a jitted computation, whose argument path is y. Got <class 'int'> with value 2147483648
#CHECK-NEXT:OverflowError An overflow was encountered while parsing an argument to a jitted computation, whose argument path is x. Got <class 'int'> with value 2147483648
#CHECK-NEXT:OverflowError Python int 2147483648 too large to convert to int32
#CHECK-NEXT:OverflowError Python integer 2147483648 out of bounds for int32
#CHECK-NEXT:OverflowError Python integer 300 out of bounds for uint8
#CHECK-NEXT:ValueError None is not a valid value for jnp.array
#CHECK-NEXT:TypeError Value 'a' with dtype <U1 is not a valid JAX array type. Only arrays of numeric types are supported by JAX.
#CHECK-NEXT:ValueError setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. The detected shape was (2,) + inhomogeneous part.
#CHECK-NEXT:float32
#CHECK-NEXT:TypeError unsupported operand type(s) for +: 'ArrayImpl' and 'list'
#CHECK-NEXT:TypeError unsupported operand type(s) for +: 'jaxlib._jax.ArrayImpl' and 'str'
#CHECK-NEXT:TypeError '<' not supported between instances of 'jaxlib._jax.ArrayImpl' and 'NoneType'
#CHECK-NEXT:TypeError and does not accept dtype float32 at position 0. Accepted dtypes at position 0 are subtypes of integer, bool.
#CHECK-NEXT:TypeError neg does not accept dtype bool. Accepted dtypes are subtypes of integer, floating, complexfloating.
#CHECK-NEXT:TypeError sub does not accept dtype bool at position 0. Accepted dtypes at position 0 are subtypes of integer, floating, complexfloating.
#CHECK-NEXT:TypeError add got incompatible shapes for broadcasting: (2,), (3,).
#CHECK-NEXT:ValueError Incompatible shapes for broadcasting: shapes=[(2, 3), (4,)]
#CHECK-NEXT:TypeError dot_general requires contracting dimensions to have the same shape, got (3,) and (4,).
#CHECK-NEXT:TypeError Integers cannot be raised to negative powers, got integer_pow(int32[3], -1)
#CHECK-NEXT:-128 4294967295 1.1920929e-07 3.38953e+38
#CHECK-NEXT:float32 dtype('int8') <class 'jax.numpy.float32'> True True
