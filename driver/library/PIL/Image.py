"""Images of bytes that a program writes: PNG, PGM and PPM."""

from _cjax import npy
from _cjax.host import asarray, host

_save_as = host(npy.save_as)


class Image:
    """An image whose pixels are an array of uint8."""

    def __init__(self, pixels, mode):
        self._pixels, self.mode = pixels, mode
        self.size = (pixels.shape[1], pixels.shape[0])
        self.width, self.height = self.size

    def __array__(self, dtype=None, copy=None):
        return self._pixels

    def save(self, fp, format=None, **params):
        """Writes the file when the program runs; its kind is that of its name."""
        if params:
            raise NotImplementedError(f"Image.save with {', '.join(params)}")
        path = fp.__fspath__() if hasattr(fp, "__fspath__") else fp
        kind = (format or path.rpartition(".")[2]).lower()
        netpbm = {"L": "P5", "RGB": "P6"}.get(self.mode)
        if kind == "png":
            _save_as(path, self._pixels, "png")
        elif kind in ("pgm", "ppm", "pnm") and netpbm:
            _save_as(path, self._pixels, f"raw 0 1 {netpbm}\n{self.width} {self.height}\n255\n")
        else:
            raise NotImplementedError(f"an image of mode {self.mode} as .{kind}: .png, .pgm and .ppm are written")


def fromarray(obj, mode=None):
    """The image whose pixels are an array of uint8: (height, width), or (height, width, 3 or 4)."""
    x = asarray(obj)
    if x.dtype.name != "uint8":
        raise NotImplementedError(f"an image of {x.dtype.name}; convert it to uint8")
    if x.ndim not in (2, 3) or (x.ndim == 3 and x.shape[2] not in (3, 4)):
        raise TypeError(f"Cannot handle this data type: {x.shape}, |u1")
    return Image(x, "L" if x.ndim == 2 else "RGB" if x.shape[2] == 3 else "RGBA")
