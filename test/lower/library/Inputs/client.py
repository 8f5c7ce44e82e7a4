"""Calls a library from CPython: client.py SHARED_OBJECT WORKSPACE_BYTES."""
import ctypes
import sys

lib = ctypes.CDLL(sys.argv[1])
size = int(sys.argv[2])


class Args(ctypes.Structure):
    _fields_ = [("x", ctypes.c_void_p), ("s", ctypes.c_float), ("v", ctypes.c_void_p)]


class Results(ctypes.Structure):
    _fields_ = [("z", ctypes.c_void_p), ("t", ctypes.c_float), ("v", ctypes.c_void_p)]


x, z = (ctypes.c_float * 16)(*range(16)), (ctypes.c_float * 16)()
v, u = (ctypes.c_uint8 * 3)(1, 0, 1), (ctypes.c_uint8 * 3)()
memory = ctypes.create_string_buffer(size + 64)
at = (ctypes.addressof(memory) + 63) // 64 * 64
args = Args(ctypes.addressof(x), 1.5, ctypes.addressof(v))
results = Results(ctypes.addressof(z), 0, ctypes.addressof(u))
status = lib.model_predict(ctypes.byref(args), ctypes.byref(results), ctypes.c_void_p(at), ctypes.c_size_t(size), None)
print(status, z[1], z[15], results.t, list(u))
