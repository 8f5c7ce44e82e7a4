// format.h -- text of scalars and arrays, to the byte as Python, NumPy and JAX print them.
//
// No operating system, no heap, no locale, no floating-point environment: integers only, so the
// control bits that flush denormals do not change a digit. The compiler links it too.
//
// A style says which text:
//   "str"        str of a jax array (0-d: NumPy's scalar rule)   "repr"       Array(...), of a jax
//   array "repr weak"  the same with weak_type=True                    "npstr"      str of a NumPy
//   array "nprepr"     array(...), of a NumPy array                    "npscalar" np.float32(1.5),
//   np.True_ "py"         str of the Python value of a 0-d array          "tolist"     nested list
//   of Python values "key"        Array((), dtype=key<fry>) overlaying: ...       "fmt:SPEC"
//   format(value, SPEC), 0-d "pct:SPEC"   "%SPEC" % value, 0-d; SPEC is what stands between the %
//   and the conversion, and it
// "array2string" numpy.array2string's        "opt:...\nSTYLE" STYLE under print options (options.h)
// "fmt:" (empty SPEC) of an array that is not 0-d is "str". KEY arrays print as "key" in any style
// but the NumPy ones.
#ifndef CJAX_RUNTIME_FORMAT_H
#define CJAX_RUNTIME_FORMAT_H

#include "runtime/dtype.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Where text goes: `write` may be called many times with short pieces.
typedef struct Sink {
  void (*write)(void *context, const char *text, size_t n);
  void *context;
} Sink;

// A row-major contiguous array; `data` needs no alignment. rank <= FORMAT_MAX_RANK.
typedef struct ArrayView {
  const void *data;
  Dtype dtype;
  int rank;
  const int64_t *shape;
} ArrayView;

enum { FORMAT_MAX_RANK = 32 };

// Writes the text of `array`. Returns null, or "Type: message" of the Python exception that the
// format raises ("ValueError: Unknown format code 'd' for object of type 'float'"), in which case
// nothing was written. The message may live in a static buffer until the next call.
const char *format_array(const Sink *sink, const ArrayView *array, const char *style);

// The error that `style` raises for every value of this dtype and rank, or null: for the compiler,
// so that a wrong format is found while compiling. Errors that depend on the value ("%d" of a nan)
// are not found here.
const char *format_check(Dtype dtype, int rank, const char *style);

#endif
