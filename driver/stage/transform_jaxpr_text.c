// transform_jaxpr_text.c -- equations laid out in 80 columns, as JAX's pretty printer does.
//
// What fits is one line: `{ lambda ; a:f32[]. let b:f32[] = sin a in (b,) }`.  Else each equation
// has a line, and one that does not fit, or holds a jaxpr, has a line for each parameter.
#include "driver/stage/transform_jaxpr.h"

enum { WIDTH = 80 };

static void put_jaxpr(StrBuf *b, const Jaxpr *j, int indent, bool flat);

static void put_newline(StrBuf *b, int indent) {
  strbuf_putc(b, '\n');
  strbuf_fill(b, ' ', (size_t)indent);
}

static int column(const StrBuf *b) {
  size_t n = b->n;
  while (n && b->data[n - 1] != '\n')
    n--;
  return (int)(b->n - n);
}

static void put_param(StrBuf *b, const Param *p, int indent, bool flat) {
  strbuf_printf(b, "%s=", p->name);
  if (p->text) {
    strbuf_puts(b, p->text);
    return;
  }
  if (p->tuple) strbuf_putc(b, '(');
  for (int i = 0; i < p->n; i++) {
    if (p->tuple && !flat)
      put_newline(b, indent + 2);
    else if (i)
      strbuf_putc(b, ' ');
    put_jaxpr(b, p->jaxpr[i], p->tuple ? indent + 2 : indent, flat);
  }
  if (p->tuple && !flat) put_newline(b, indent);
  if (p->tuple) strbuf_putc(b, ')');
}

static void put_eqn_flat(StrBuf *b, const Eqn *e) {
  strbuf_printf(b, "%s = %s", e->binders, e->prim);
  for (int i = 0; i < e->nparam; i++) {
    strbuf_putc(b, i ? ' ' : '[');
    put_param(b, &e->param[i], 0, true);
  }
  if (e->nparam) strbuf_putc(b, ']');
  strbuf_printf(b, " %s", e->args);
}

static bool has_jaxpr(const Eqn *e) {
  for (int i = 0; i < e->nparam; i++)
    for (int k = 0; k < e->param[i].n; k++)
      if (!e->param[i].jaxpr[k]->name) return true;
  return false;
}

static void put_eqn(StrBuf *b, const Eqn *e, int indent) {
  StrBuf flat;
  strbuf_init(&flat, b->arena);
  put_eqn_flat(&flat, e);
  if ((int)flat.n + indent <= WIDTH && !has_jaxpr(e)) {
    strbuf_add(b, flat.data, flat.n);
    return;
  }
  strbuf_printf(b, "%s = %s", e->binders, e->prim);
  if (e->nparam) strbuf_putc(b, '[');
  for (int i = 0; i < e->nparam; i++) {
    put_newline(b, indent + 2);
    put_param(b, &e->param[i], indent + 2, false);
  }
  if (e->nparam) {
    put_newline(b, indent);
    strbuf_putc(b, ']');
  }
  strbuf_printf(b, " %s", e->args);
}

static void put_flat(StrBuf *b, const Jaxpr *j) {
  strbuf_printf(b, "{ lambda %s; %s. let ", j->consts, j->ins);
  for (const Eqn *e = j->first; e; e = e->next) {
    put_eqn_flat(b, e);
    if (e->next) strbuf_puts(b, "; ");
  }
  strbuf_printf(b, " in %s }", j->outs);
}

static bool any_body(const Jaxpr *j) {
  for (const Eqn *e = j->first; e; e = e->next)
    if (has_jaxpr(e)) return true;
  return false;
}

static void put_jaxpr(StrBuf *b, const Jaxpr *j, int indent, bool flat) {
  if (j->name) {
    strbuf_puts(b, j->name);
    return;
  }
  StrBuf line;
  strbuf_init(&line, b->arena);
  put_flat(&line, j);
  if (flat || (!any_body(j) && column(b) + (int)line.n <= WIDTH)) {
    strbuf_add(b, line.data, line.n);
    return;
  }
  strbuf_printf(b, "{ lambda %s; %s. let", j->consts, j->ins);
  for (const Eqn *e = j->first; e; e = e->next) {
    put_newline(b, indent + 4);
    put_eqn(b, e, indent + 4);
  }
  put_newline(b, indent + 2);
  strbuf_printf(b, "in %s }", j->outs);
}

void jaxpr_print(StrBuf *b, const Jaxpr *j) { put_jaxpr(b, j, 0, false); }
void jaxpr_print_eqn(StrBuf *b, const Eqn *e) { put_eqn(b, e, 0); }
