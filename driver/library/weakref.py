"""weakref: references that keep nothing alive elsewhere; while compiling nothing is freed before the end."""


class WeakSet(set):
    """A set."""


class WeakKeyDictionary(dict):
    """A dict."""


class WeakValueDictionary(dict):
    """A dict."""


class ref:
    """ref(x)() is x."""

    def __init__(self, object, callback=None):
        self._object, self.__callback__ = object, callback

    def __call__(self):
        return self._object

    def __eq__(self, other):
        return isinstance(other, ref) and self._object == other._object

    def __hash__(self):
        return hash(self._object)


ReferenceType = ref


class WeakMethod(ref):
    """Of a bound method."""


def proxy(object, callback=None):
    return object
