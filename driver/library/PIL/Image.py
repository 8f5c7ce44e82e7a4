"""Images of bytes that a program reads and writes: PNG, PGM and PPM."""

import numpy as np

from _cjax import npy
from _cjax.host import asarray, host

_save_as = host(npy.save_as)
_MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}


class Image:
    """An image whose pixels are an array of uint8."""

    def __init__(self, pixels, mode):
        self._pixels, self.mode = pixels, mode
        self.size = (pixels.shape[1], pixels.shape[0])
        self.width, self.height = self.size

    def __array__(self, dtype=None, copy=None):
        return self._pixels

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None

    def close(self):
        pass

    def load(self):
        pass

    def convert(self, mode=None, **params):
        """As Pillow: gray is (19595 r + 38470 g + 7471 b + 32768) >> 16."""
        if params or mode not in _MODES.values():
            raise NotImplementedError(f"Image.convert to {mode} {', '.join(params)}: L, LA, RGB and RGBA are there")
        x, here = self._pixels, self.mode
        if mode == here:
            return Image(x, mode)
        gray = x if here == "L" else x[..., 0] if here == "LA" else None
        alpha = x[..., -1:] if here in ("LA", "RGBA") else np.full((self.height, self.width, 1), 255, np.uint8)
        if mode in ("L", "LA"):
            if gray is None:
                w = x[..., :3].astype(np.uint32) * np.array([19595, 38470, 7471], np.uint32)
                gray = ((w.sum(axis=-1) + np.uint32(32768)) >> np.uint32(16)).astype(np.uint8)
            return Image(gray if mode == "L" else np.concatenate([gray[..., None], alpha], axis=-1), mode)
        colours = x[..., :3] if gray is None else np.stack([gray, gray, gray], axis=-1)
        return Image(colours if mode == "RGB" else np.concatenate([colours, alpha], axis=-1), mode)

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


def open(fp, mode="r", formats=None):
    """The image in a .png, .pgm or .ppm file: its size is read while compiling, its pixels when the program runs."""
    path = fp.__fspath__() if hasattr(fp, "__fspath__") else fp
    pixels = npy.load(path)
    if pixels.dtype.name != "uint8" or pixels.ndim not in (2, 3) or path.endswith(".npy"):
        raise OSError(f"cannot identify image file {path!r}")
    return Image(pixels, _MODES[pixels.shape[2] if pixels.ndim == 3 else 1])


def fromarray(obj, mode=None):
    """The image whose pixels are an array of uint8: (height, width), or (height, width, 3 or 4)."""
    x = asarray(obj)
    if x.dtype.name != "uint8":
        raise NotImplementedError(f"an image of {x.dtype.name}; convert it to uint8")
    if x.ndim not in (2, 3) or (x.ndim == 3 and x.shape[2] not in (3, 4)):
        raise TypeError(f"Cannot handle this data type: {x.shape}, |u1")
    return Image(x, "L" if x.ndim == 2 else "RGB" if x.shape[2] == 3 else "RGBA")
