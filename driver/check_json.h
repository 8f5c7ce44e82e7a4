// check_json.h -- messages as JSON; shared by the files of `cjaxc check`.
#ifndef CJAX_DRIVER_CHECK_JSON_H
#define CJAX_DRIVER_CHECK_JSON_H

#include "dialect/support/diag.h"
#include "dialect/support/strbuf.h"

// A message as it is kept after its process has ended.
typedef struct Finding {
  DiagKind kind;
  const char *id, *type, *text, *file; // id, type and file may be empty
  uint32_t line, col, end_line, end_col;
} Finding;

void json_string(StrBuf *b, const char *s);
// The errors and warnings, each with the notes behind it: [{"file": ..., "line": ..., ...}, ...]
void json_findings(StrBuf *b, const Finding *f, uint32_t n);

#endif
