// ucd.h -- what methods of str need of Unicode: classes and case of code points.
#ifndef CJAX_STAGE_UCD_H
#define CJAX_STAGE_UCD_H

#include "dialect/support/strbuf.h"

#include <stdbool.h>
#include <stdint.h>

enum {
  UCD_ALPHA = 1,
  UCD_LOWER = 2,
  UCD_UPPER = 4,
  UCD_SPACE = 8,
  UCD_DIGIT = 16,
  UCD_NUMERIC = 32,
  UCD_DECIMAL = 64,
  UCD_TITLE = 128
};

unsigned ucd_class(uint32_t c);
static inline bool ucd_is_space(uint32_t c) { return ucd_class(c) & UCD_SPACE; }
int ucd_decimal(uint32_t c); // the value of a decimal digit, or -1
uint32_t ucd_lower_one(uint32_t c);
// The case mappings, which may be several code points.
void ucd_add_lower(StrBuf *b, uint32_t c);
void ucd_add_upper(StrBuf *b, uint32_t c);
void ucd_add_title(StrBuf *b, uint32_t c);

#endif
