"""importlib.metadata: versions of what is in the folders that -I names."""

from _cjax.packages import import_module as _import, version as _version


class PackageNotFoundError(ModuleNotFoundError):
    """No such distribution."""

    def __str__(self):
        return f"No package metadata was found for {self.args[0]}"


def version(distribution_name):
    if distribution_name in ("jax", "jaxlib", "numpy"):
        return _import(distribution_name.removesuffix("lib")).__version__
    found = _version(distribution_name)
    if found is None:
        raise PackageNotFoundError(distribution_name)
    return found
