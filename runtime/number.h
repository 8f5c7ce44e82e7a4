// number.h -- a number as text in parts, and how parts are padded and grouped.
//
// What every format makes; number_write puts it out: padding, sign, prefix, digits in groups,
// point, fraction, suffix. Nothing is copied, so a million digits cost no memory.
#ifndef CJAX_RUNTIME_NUMBER_H
#define CJAX_RUNTIME_NUMBER_H

#include "runtime/decimal.h"
#include "runtime/format.h"

typedef struct Number {
  char sign;           // '-', '+', ' ' or 0
  const char *prefix;  // "0x", or ""
  int whole, fraction; // how many digits before and after the point
  bool point;          // write the point although no digit follows
  const char *word;    // "inf", "nan": instead of digits; or null
  char suffix[8];      // "e+05", "%"
  Decimal digits;      // characters, also hexadecimal ones
} Number;

// How wide, and filled with what. align: '<' '>' '^' '='; separator 0: no groups.
typedef struct Padding {
  int64_t width;
  char align;
  char separator;
  int group;
  int fill_size;
  char fill[4]; // one code point in UTF-8
} Padding;

void sink_write(const Sink *sink, const char *text, size_t n);
void sink_text(const Sink *sink, const char *text);
void sink_char(const Sink *sink, char c);
void sink_fill(const Sink *sink, const Padding *p, int64_t n);
// A sink that counts code points into *count, and one that passes on the first *count of them.
Sink sink_counting(int64_t *count);
typedef struct SinkLimit {
  const Sink *sink;
  int64_t left;
} SinkLimit;
Sink sink_limited(SinkLimit *limit);

// A sink into memory; what does not fit is dropped.
typedef struct TextBuffer {
  int size;
  char text[412]; // a double in full has 326 digits after the point
} TextBuffer;
Sink sink_buffer(TextBuffer *buffer);

void number_write(const Sink *sink, const Number *n, const Padding *p);
// Unpadded.
void number_put(const Sink *sink, const Number *n);
void number_from_int(Number *n, bool negative, uint64_t magnitude, int base, bool upper);
// Parts of x whose digits are in n->digits: positional, or with an exponent of at least
// `exponent_digits` digits ('e' or 'E'). fraction: how many digits follow the point.
void number_positional(Number *n, int fraction);
void number_scientific(Number *n, int fraction, char e, int exponent_digits);
// The word and sign of an infinity or a nan; false for a finite number.
bool number_special(Number *n, const Float *x);

#endif
