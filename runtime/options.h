// options.h -- NumPy's print options, as a style carries them.
//
// "opt:p=3;s=1\nSTYLE" is STYLE under the options after "opt:"; others have NumPy's defaults:
//   p precision   t threshold   e edgeitems   w linewidth   s suppress (0, 1, 2)   g sign
//   m floatmode (f, u, m, e for fixed, unique, maxprec, maxprec_equal)   n nanstr   i infstr
// and for array2string also
//   x separator   h how long its prefix is   u how long its suffix is
#ifndef CJAX_RUNTIME_OPTIONS_H
#define CJAX_RUNTIME_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

enum { OPTION_TEXT = 24 };

typedef struct PrintOptions {
  int precision, edge, width;
  int64_t threshold;
  int suppress; // 1: small numbers have no exponent; 2: no number has
  char sign, mode;
  char nan[OPTION_TEXT], inf[OPTION_TEXT], separator[OPTION_TEXT];
  int hang, suffix;
} PrintOptions;

extern const PrintOptions print_defaults;
// Reads what follows "opt:"; returns the style after it.
const char *options_parse(PrintOptions *o, const char *text);

#endif
