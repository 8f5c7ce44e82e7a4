// types.h -- the classes that C code names: vm->type[T_int], vm->type[E_TypeError].
#ifndef CJAX_STAGE_TYPES_H
#define CJAX_STAGE_TYPES_H

// clang-format off
// Builtin classes, base classes first: X(name, layout, base).
#define BUILTIN_TYPES(X) \
  X(object, O_INSTANCE, object) X(type, O_CLASS, object) X(NoneType, O_SINGLETON, object) \
  X(NotImplementedType, O_SINGLETON, object) X(ellipsis, O_SINGLETON, object) \
  X(int, O_BIGINT, object) X(bool, O_BIGINT, int) X(float, O_INSTANCE, object) \
  X(complex, O_COMPLEX, object) X(str, O_STR, object) X(bytes, O_BYTES, object) \
  X(tuple, O_TUPLE, object) X(list, O_LIST, object) X(dict, O_DICT, object) \
  X(set, O_SET, object) X(frozenset, O_SET, object) X(range, O_RANGE, object) \
  X(slice, O_SLICE, object) X(function, O_FUNCTION, object) X(method, O_METHOD, object) \
  X(builtin_function_or_method, O_NATIVE, object) X(module, O_MODULE, object) \
  X(cell, O_CELL, object) X(code, O_CODE, object) X(generator, O_GENERATOR, object) \
  X(iterator, O_ITERATOR, object) X(traceback, O_TRACEBACK, object) \
  X(property, O_PROPERTY, object) X(staticmethod, O_STATICMETHOD, object) \
  X(classmethod, O_CLASSMETHOD, object) X(super, O_SUPER, object) \
  X(dict_keys, O_DICTVIEW, object) X(dict_values, O_DICTVIEW, object) \
  X(dict_items, O_DICTVIEW, object) X(run_scalar, O_RUN_SCALAR, object) \
  X(run_str, O_RUN_STR, object) X(run_optional, O_RUN_OPTIONAL, object) \
  X(UnionType, O_TUPLE, object)

// Exceptions: X(name, base).  UnsupportedError is cjax's own, a construct that it does not compile:
// no `except Exception` catches it.
#define BUILTIN_EXCEPTIONS(X) \
  X(Exception, BaseException) X(SystemExit, BaseException) X(KeyboardInterrupt, BaseException) \
  X(GeneratorExit, BaseException) X(StopIteration, Exception) X(StopAsyncIteration, Exception) \
  X(ArithmeticError, Exception) X(FloatingPointError, ArithmeticError) \
  X(OverflowError, ArithmeticError) X(ZeroDivisionError, ArithmeticError) \
  X(AssertionError, Exception) X(AttributeError, Exception) X(BufferError, Exception) \
  X(EOFError, Exception) X(ImportError, Exception) X(ModuleNotFoundError, ImportError) \
  X(LookupError, Exception) X(IndexError, LookupError) X(KeyError, LookupError) \
  X(MemoryError, Exception) X(NameError, Exception) X(UnboundLocalError, NameError) \
  X(OSError, Exception) X(FileExistsError, OSError) X(FileNotFoundError, OSError) \
  X(PermissionError, OSError) X(NotADirectoryError, OSError) X(IsADirectoryError, OSError) \
  X(TimeoutError, OSError) X(BlockingIOError, OSError) X(ChildProcessError, OSError) \
  X(InterruptedError, OSError) X(ConnectionError, OSError) X(BrokenPipeError, ConnectionError) \
  X(ConnectionRefusedError, ConnectionError) X(ConnectionResetError, ConnectionError) \
  X(ReferenceError, Exception) X(RuntimeError, Exception) \
  X(NotImplementedError, RuntimeError) X(RecursionError, RuntimeError) \
  X(SyntaxError, Exception) X(IndentationError, SyntaxError) X(SystemError, Exception) \
  X(TypeError, Exception) X(ValueError, Exception) X(UnicodeError, ValueError) \
  X(UnicodeDecodeError, UnicodeError) X(UnicodeEncodeError, UnicodeError) X(Warning, Exception) \
  X(UserWarning, Warning) X(DeprecationWarning, Warning) X(RuntimeWarning, Warning) \
  X(FutureWarning, Warning) X(SyntaxWarning, Warning) X(ImportWarning, Warning) \
  X(PendingDeprecationWarning, Warning) X(ResourceWarning, Warning) X(UnicodeWarning, Warning) \
  X(BytesWarning, Warning) X(UnsupportedError, BaseException)

typedef enum TypeIndex {
#define X(name, layout, base) T_##name,
  BUILTIN_TYPES(X)
#undef X
  E_BaseException,
#define X(name, base) E_##name,
  BUILTIN_EXCEPTIONS(X)
#undef X
  T_Array, // set by the array modules: jax.Array, numpy.ndarray
  T_ndarray,
  T_COUNT
} TypeIndex;
// clang-format on

#endif
