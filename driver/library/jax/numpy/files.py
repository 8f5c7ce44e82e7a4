"""Arrays in files of NumPy's own format, .npy."""

from jax.numpy.creation import asarray


def load(file, *args, **kwargs):
    """The jax array in the .npy file `file`, of the dtype that asarray gives it; of an .npz NumPy's own."""
    import numpy
    out = numpy.load(file, *args, **kwargs)
    return asarray(out) if isinstance(out, numpy.ndarray) else out


def save(file, arr, allow_pickle=True):
    """Writes `arr` to the .npy file `file` when the program runs."""
    import numpy
    numpy.save(file, arr, allow_pickle)


def savez(file, *args, **kwds):
    """Writes arrays to an .npz, by name, when the program runs."""
    import numpy
    numpy.savez(file, *args, **kwds)
