from ... import settings
from .. import parts
from . import scale


def where():
    return __name__, parts.__name__, scale(1)


def climb():
    return settings.__doc__
