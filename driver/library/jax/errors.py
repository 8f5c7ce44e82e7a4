"""jax.errors: what tracing raises."""


class JAXTypeError(TypeError):
    """A TypeError of JAX's own."""


class JAXIndexError(IndexError):
    """An IndexError of JAX's own."""


class ConcretizationTypeError(JAXTypeError):
    """A traced value was used where a known one is needed."""


class TracerBoolConversionError(ConcretizationTypeError):
    """A traced value decided an `if` or `while`."""


class TracerArrayConversionError(JAXTypeError):
    """NumPy was given a traced value."""


class TracerIntegerConversionError(JAXTypeError):
    """A traced value was used as an index of a list, or in range()."""


class NonConcreteBooleanIndexError(JAXIndexError):
    """An array was indexed by a traced mask."""


class UnexpectedTracerError(JAXTypeError):
    """A traced value left the function that it belongs to."""


class JaxprTypeError(TypeError):
    """A jaxpr whose equations do not fit."""


class InconclusiveDimensionOperation(Exception):
    """A question about a symbolic dimension that has no answer."""


class KeyReuseError(RuntimeError):
    """A random key was used twice."""


class JaxRuntimeError(RuntimeError):
    """An error of the running program."""


for _cls in (JAXTypeError, JAXIndexError, ConcretizationTypeError, TracerBoolConversionError, TracerArrayConversionError,
             TracerIntegerConversionError, NonConcreteBooleanIndexError, UnexpectedTracerError, KeyReuseError, JaxprTypeError,
             InconclusiveDimensionOperation,
             JaxRuntimeError):
    _cls.__module__ = "jax.errors"
