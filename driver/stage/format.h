// format.h -- the pieces that format(), % and str.format share.
#ifndef CJAX_STAGE_FORMAT_H
#define CJAX_STAGE_FORMAT_H

#include "driver/stage/vm_internal.h"

// [[fill]align][sign][z][#][0][width][, or _][.precision][type]
typedef struct FormatSpec {
  char fill[8]; // one code point
  char align;   // '<' '>' '^' '=', 0: not given
  char sign;    // '+' '-' ' ', 0: not given
  bool z, alt, zero;
  int64_t width, precision; // precision -1: not given
  char separator;           // ',' '_' or 0
  char type[8];             // the code point of the type, or empty
  bool rest;                // more follows than a type
} FormatSpec;

// False with ValueError set when a number in it is malformed.
bool format_spec_parse(VM *vm, const char *spec, size_t n, FormatSpec *out);
// `size` bytes of text with `length` code points, padded to f->width (align preset when not given).
void format_padded(StrBuilder *b, const FormatSpec *f, char align, const char *text, size_t size,
                   size_t length);
// Digits of an int of any size with sign, prefix, groups and padding; precision: minimum digits.
typedef struct IntText {
  const char *digits; // without sign
  bool negative;
  const char *prefix;
  int group; // digits between separators
  int64_t min_digits;
} IntText;
void format_int_text(StrBuilder *b, const FormatSpec *f, const IntText *t);
bool raise_runtime_error(VM *vm, const char *error); // "Type: message" of runtime/format.h

#endif
