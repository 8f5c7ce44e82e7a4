"""platform: that programs run as CPython 3.12 on Linux would say."""


def python_implementation():
    return "CPython"


def python_version():
    return "3.12.0"


def python_version_tuple():
    return tuple(python_version().split("."))


def system():
    return "Linux"


def machine():
    return "x86_64"


processor = machine


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    raise NotImplementedError(f"platform.{name} is not supported by cjax")
