// exception_os.c -- OSError: OSError(errno, text, filename) is of the subclass of its errno, and
// shows as "[Errno 2] text: 'filename'".
#include "driver/stage/vm_internal.h"

#include <errno.h>

static TypeIndex class_of_errno(Value v) {
  switch (v.tag == TAG_INT ? v.i : 0) {
  case ENOENT: return E_FileNotFoundError;
  case EEXIST: return E_FileExistsError;
  case EACCES:
  case EPERM: return E_PermissionError;
  case ENOTDIR: return E_NotADirectoryError;
  case EISDIR: return E_IsADirectoryError;
  case ETIMEDOUT: return E_TimeoutError;
  case EPIPE: return E_BrokenPipeError;
  case ECONNREFUSED: return E_ConnectionRefusedError;
  case ECONNRESET: return E_ConnectionResetError;
  case EAGAIN: return E_BlockingIOError;
  case ECHILD: return E_ChildProcessError;
  case EINTR: return E_InterruptedError;
  default: return E_OSError;
  }
}

// The file's name is not among args.
static void set_args(VM *vm, Exception *e, const Tuple *args) {
  bool file = args->n > 2 && args->n <= 5;
  e->args = tuple_from(vm, args->v, file ? 2 : args->n);
  if (file) e->about = args->v[2];
}

static bool os_create(VM *vm, Value *a, Value *out) {
  const Tuple *args = AS_TUPLE(a[1]);
  Class *c = AS_CLASS(a[0]);
  if (c == vm->type[E_OSError] && args->n >= 2) c = vm->type[class_of_errno(args->v[0])];
  *out = exc_new(vm, c, args->v, args->n);
  set_args(vm, (Exception *)out->o, args);
  return true;
}

// The k-th argument of one that has an errno and a text, or None.
static Value part(Value self, uint32_t k) {
  const Tuple *t = ((Exception *)self.o)->args;
  return t->n == 2 ? t->v[k] : V_NONE;
}

static bool os_init(VM *vm, Value *a, Value *out) {
  set_args(vm, (Exception *)a[0].o, AS_TUPLE(a[1]));
  *out = V_NONE;
  return true;
}

static bool os_str(VM *vm, Value *a, Value *out) {
  const Exception *e = (Exception *)a[0].o;
  const Tuple *t = e->args;
  StrBuilder b;
  strb_init(&b, vm);
  bool ok;
  if (t->n != 2) {
    ok = !t->n || strb_add_str(&b, t->n == 1 ? t->v[0] : v_obj(e->args));
  } else {
    strb_puts(&b, "[Errno ");
    ok = strb_add_str(&b, t->v[0]);
    strb_puts(&b, "] ");
    ok = ok && strb_add_str(&b, t->v[1]);
    if (ok && !v_is_none(e->about)) {
      strb_puts(&b, ": ");
      ok = strb_add_repr(&b, e->about);
    }
  }
  if (!ok) return strb_release(&b), false;
  *out = strb_finish(&b);
  return true;
}

static bool get_errno(VM *vm, Value self, Value *out) { return *out = part(self, 0), true; }
static bool get_strerror(VM *vm, Value self, Value *out) { return *out = part(self, 1), true; }
static bool get_filename(VM *vm, Value self, Value *out) {
  *out = ((Exception *)self.o)->about;
  return true;
}

static const NativeDef os_methods[] = {
    {"__new__", "cls, /, *args, **kwargs", os_create, NATIVE_STATIC},
    {"__init__", "self, /, *args", os_init},
    {"__str__", "self, /", os_str},
    {0}};
static const NativeProp os_props[] = {{"errno", get_errno, NULL},
                                      {"strerror", get_strerror, NULL},
                                      {"filename", get_filename, NULL},
                                      {0}};

void init_exception_os(VM *vm) {
  native_add_methods(vm, vm->type[E_OSError], os_methods, os_props);
}
