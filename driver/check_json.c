// check_json.c -- `cjaxc check --format=json`.
//
// Lines and columns count from 1, columns in code points, the end is behind the last one; a message
// without a place has line 0.
#include "driver/check_json.h"

#include "driver/check.h"

#include <stdio.h>
#include <string.h>

void json_string(StrBuf *b, const char *s) {
  size_t n = strlen(s), size;
  strbuf_putc(b, '"');
  for (size_t i = 0; i < n; i += size) {
    uint32_t c = utf8_decode(s + i, n - i, &size);
    if (c == UTF8_BAD || (c >= 0xd800 && c < 0xe000)) strbuf_puts(b, "\\ufffd");
    else if (c == '"' || c == '\\') strbuf_printf(b, "\\%c", (int)c);
    else if (c < 0x20) strbuf_printf(b, "\\u%04x", c);
    else strbuf_put_utf8(b, c);
  }
  strbuf_putc(b, '"');
}

static void put_field(StrBuf *b, const char *name, const char *value) {
  strbuf_printf(b, "\"%s\": ", name);
  json_string(b, value);
  strbuf_puts(b, ", ");
}

static void put_place(StrBuf *b, const Finding *f) {
  put_field(b, "file", f->file);
  strbuf_printf(b, "\"line\": %u, \"column\": %u, \"end_line\": %u, \"end_column\": %u, ", f->line,
                f->col, f->end_line, f->end_col);
}

void json_findings(StrBuf *b, const Finding *f, uint32_t n) {
  strbuf_putc(b, '[');
  for (uint32_t i = 0; i < n;) {
    strbuf_puts(b, i ? ",\n  {" : "\n  {");
    put_place(b, &f[i]);
    put_field(b, "severity", f[i].kind == DIAG_WARNING ? "warning" : "error");
    put_field(b, "id", f[i].id);
    put_field(b, "type", f[i].type);
    put_field(b, "message", f[i].text);
    strbuf_puts(b, "\"notes\": [");
    for (uint32_t first = ++i; i < n && f[i].kind == DIAG_NOTE; i++) {
      strbuf_puts(b, i > first ? ", {" : "{");
      put_place(b, &f[i]);
      strbuf_puts(b, "\"message\": ");
      json_string(b, f[i].text);
      strbuf_putc(b, '}');
    }
    strbuf_puts(b, "]}");
  }
  strbuf_puts(b, n ? "\n]" : "]");
}

int check_json(Arena *a, Program *p) {
  DiagCapture c;
  StrBuf b;
  uint32_t n = 0;
  diag_capture(&c, a);
  bool ok = program_stage(a, p);
  diag_release_capture(&c);
  for (const DiagMessage *m = c.first; m; m = m->next) n++;
  Finding *f = ARENA_ARRAY(a, Finding, n ? n : 1);
  n = 0;
  for (const DiagMessage *m = c.first; m; m = m->next)
    f[n++] = (Finding){m->kind,   m->id ? m->id : "",     m->type ? m->type : "",
                       m->text,   m->at.line ? diag_file_name(m->at.file) : "",
                       m->at.line, m->at.col, m->at.end_line, m->at.end_col};
  strbuf_init(&b, a);
  json_findings(&b, f, n);
  puts(b.data);
  return !ok;
}
