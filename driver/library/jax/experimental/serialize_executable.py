"""jax.experimental.serialize_executable: compiled functions as bytes, and back, within one program."""

from jax.export import load_bytes, save_bytes


def serialize(compiled):
    """(bytes, tree of the arguments, tree of the results) of jit(f).lower(...).compile()."""
    return bytes(save_bytes("executable", compiled)), compiled.in_tree, compiled.out_tree


def deserialize_and_load(serialized, in_tree, out_tree, backend=None, execution_devices=None):
    """The function that serialize was given."""
    compiled = load_bytes("executable", serialized, "deserialize_and_load")
    if compiled.in_tree != in_tree or compiled.out_tree != out_tree:
        raise ValueError("deserialize_and_load: the trees are not those of the serialized function")
    return compiled
