# Arrays of objects: meshes of devices, parts of different lengths, cells that are filled one by one.
import jax
import jax.numpy as jnp
import numpy as np
from jax.experimental import mesh_utils
from jax.sharding import Mesh, NamedSharding, PartitionSpec as P
from fractions import Fraction


class Item:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Item({self.n})"

    def __lt__(self, other):
        return self.n < other.n


mesh = Mesh(np.array(jax.devices()).reshape(1, 1), ("data", "model"))
print(mesh.devices, mesh.devices.shape, mesh.shape["data"], mesh.size, mesh.axis_names)
x = jax.device_put(jnp.arange(8.0).reshape(4, 2), NamedSharding(mesh, P("data", None)))
print(x.sum(), Mesh(np.array(jax.devices()), ("i",)).devices[0] is jax.devices()[0])
print(mesh_utils.create_device_mesh((1,)), jax.make_mesh((1, 1), ("a", "b")).devices.ndim)

a = np.array([Item(2), Item(0), Item(1)])
print(a, repr(a), a.dtype, repr(a.dtype), a.dtype == object, a.shape, len(a), a < Item(1))
print(a[1], a[1:], a[[0, 2]], a[a < Item(2)], a[::-1], [i.n for i in a], a.tolist())
print(np.array([None, {"k": 1}, print is None]), np.array([1, "a", 2.5, (3,)], dtype=object))
ragged = np.array([np.arange(2), np.arange(3)], dtype=object)
print(len(ragged), ragged.shape, ragged[1], [r.sum() for r in ragged], np.array([[1], [2, 3]], dtype=object))
grid = np.empty((2, 2), dtype=object)
for i in range(2):
    for j in range(2):
        grid[i, j] = [i] * j
print(grid, grid[1].tolist(), grid.T[1, 0], grid.reshape(-1).shape, np.full(2, None), np.zeros(2, object))
f = np.array([Fraction(1, 2), Fraction(1, 3)])
print(f + 1, f * f, -f, f.sum(), 1 / f, f.astype(float), f == Fraction(1, 2))
print(np.array([1, 2], dtype=object).astype(np.float32), np.array([[1, 2], [3, 4]], "O") * 2)
b = np.array([[Item(1), Item(2)], [Item(3), Item(4)]])
b[0] = None
b[1, :1] = [Item(9)]
print(b, b.size, b.ravel()[2].n, isinstance(b, np.ndarray))
try:
    jnp.array([Item(1)])
except TypeError as e:
    print(e)
