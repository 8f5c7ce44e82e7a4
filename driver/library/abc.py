"""abc: abstract base classes."""


def abstractmethod(funcobj):
    """Marks a method that subclasses must define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


abstractproperty = property


def _is_abstract(value):
    if getattr(value, "__isabstractmethod__", False):
        return True
    for part in ("fget", "__func__"):
        if getattr(getattr(value, part, None), "__isabstractmethod__", False):
            return True
    return False


class ABCMeta(type):
    """Refuses to make objects of classes with abstract methods left."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        left = [n for n, v in namespace.items() if _is_abstract(v)]
        for base in bases:
            for n in getattr(base, "__abstractmethods__", ()):
                if n not in left and _is_abstract(getattr(cls, n, None)):
                    left.append(n)
        cls.__abstractmethods__ = frozenset(left)
        cls._abc_registered = list(namespace.get("_known", ()))
        return cls

    def __call__(cls, *args, **kwargs):
        if cls.__abstractmethods__:
            names = sorted(cls.__abstractmethods__)
            quoted = ", ".join(f"'{n}'" for n in names)
            raise TypeError(f"Can't instantiate abstract class {cls.__name__} without an implementation for abstract "
                            f"method{'s' if len(names) > 1 else ''} {quoted}")
        return super().__call__(*args, **kwargs)

    def register(cls, subclass):
        cls._abc_registered.append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if cls in subclass.__mro__ or any(r in subclass.__mro__ for r in cls._abc_registered):
            return True
        hook = getattr(cls, "__subclasshook__", None)
        return hook is not None and hook(subclass) is True


class ABC(metaclass=ABCMeta):
    """A base class whose metaclass is ABCMeta."""
