"""Rotations."""
# modes: interp O3
import jax
import jax.numpy as jnp
import numpy as np

from jax.scipy.spatial.transform import Rotation, Slerp
R = Rotation.from_euler("xyz", jnp.array([[0.1, 0.2, 0.3], [1.0, -0.5, 2.0]]))
v = jnp.array([1.0, 2.0, 3.0])
S = Slerp.init(jnp.array([0.0, 2.0, 3.0]), Rotation.from_rotvec(jnp.array([[0.1, 0, 0], [0.5, 0.3, 0], [0.0, 0.0, 1.0]])))


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (
    R.as_quat(), R.as_matrix(), R.as_rotvec(), R.as_mrp(), R.magnitude(), R.as_euler("xyz"), R.as_euler("ZXZ", degrees=True), R.as_quat(canonical=True, scalar_first=True),))
show(lambda: (
    R.apply(v), R.apply(v, inverse=True), R[0].apply(jnp.stack([v, -v])), (R * R.inv()).as_quat(), R.mean().as_quat(), R.mean(jnp.array([1.0, 3.0])).as_matrix(),))
show(lambda: (
    Rotation.from_matrix(R.as_matrix()).as_quat(), Rotation.from_rotvec(jnp.array([10.0, 20.0, 90.0]), degrees=True).as_euler("ZYX", degrees=True), Rotation.from_mrp(jnp.array([0.1, 0.2, -0.3])).as_quat(), Rotation.from_quat(jnp.array([1.0, 2.0, 3.0, 4.0])), Rotation.identity(),))
show(lambda: (
    Rotation.from_euler("Z", jnp.array([90.0]), degrees=True).as_matrix(), len(R), R.single, Rotation.concatenate([R, R]).quat.shape,))
show(lambda: (len(R[0]),))
show(lambda: (R[0][0],))
show(lambda: (Rotation.from_euler("xxy", v),))
show(lambda: (Rotation.from_euler("xq", v),))
show(lambda: (R.as_euler("xy"),))
show(lambda: (Rotation.from_euler("xyz", jnp.array([0.3, np.pi / 2, 0.2])).as_euler("xyz").shape,))
show(lambda: (S(jnp.array([0.5, 1.0, 2.5])).as_rotvec(), S(1.0).as_quat(),))
show(lambda: (
    jax.grad(lambda a: R[0].apply(a).sum())(v),
    jax.jit(lambda a: Rotation.from_rotvec(a).as_matrix())(v),
    jax.vmap(lambda q: Rotation(q).as_euler("xyz"))(R.quat),))
