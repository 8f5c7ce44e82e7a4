"""cjax: writes JAX functions as text of the cjax dialect, which cjaxc compiles.

    exported = cjax.export(predict, params, x, params=0)
    exported.save("model")                  # model.mlir and model.npz
    $ cjaxc model.mlir -o model && ./model x.npy
"""
from .export import Exported, export, save
from .params import save_params
from .source import ExportError

__all__ = ["Exported", "ExportError", "export", "save", "save_params"]
