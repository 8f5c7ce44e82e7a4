// transform_jaxpr_shared.c -- the text of a jaxpr, with names from a on.
//
// Jaxprs inside it that are used more than once, or have more than LONG equations, stand before it,
// `let f = { lambda ; ... } in`, and `jaxpr=f` where they are used.
#include "dialect/support/vec.h"
#include "driver/stage/transform_jaxpr.h"

#include <string.h>

enum { LONG = 10 };

//===-- what is shared -----------------------------------------------------------------===//

typedef struct Use {
  const Jaxpr *jaxpr; // the first one of this body
  const char *name;
  int count;
} Use;

typedef struct Shares {
  Arena *arena;
  Use *use;
  uint32_t n, room;
} Shares;

static Use *use_of(const Shares *s, const Jaxpr *j) {
  for (uint32_t i = 0; i < s->n; i++)
    if (s->use[i].jaxpr->body == j->body) return &s->use[i];
  return NULL;
}

static void add_use(Shares *s, const Jaxpr *j, const char *name) {
  if (s->n == s->room) s->use = vec_grow(s->arena, s->use, &s->room, sizeof *s->use);
  s->use[s->n++] = (Use){j, name, 0};
}

static int equations(const Jaxpr *j) {
  int n = 0;
  for (const Eqn *e = j->first; e; e = e->next)
    n++;
  return n;
}

// The name of an equation without the brackets of <lambda>, or null.
static const char *eqn_name(Arena *a, const Eqn *e) {
  for (int i = 0; i < e->nparam; i++) {
    const char *text = e->param[i].text;
    if (strcmp(e->param[i].name, "name") || !text) continue;
    size_t n = strlen(text);
    bool angle = n > 2 && text[0] == '<' && text[n - 1] == '>';
    return angle ? arena_strndup(a, text + 1, n - 2) : text;
  }
  return NULL;
}

// Counts a level after the other, so that the order is that of JAX.
static void count_uses(Shares *all, const Jaxpr *top) {
  Shares queue = {.arena = all->arena};
  add_use(&queue, top, NULL);
  for (uint32_t at = 0; at < queue.n; at++) {
    const Jaxpr *j = queue.use[at].jaxpr;
    if (at && !use_of(all, j)) add_use(all, j, queue.use[at].name);
    if (at) use_of(all, j)->count += equations(j) > LONG ? 2 : 1;
    for (const Eqn *e = j->first; e; e = e->next) {
      const char *name = eqn_name(all->arena, e);
      for (int i = 0; i < e->nparam; i++)
        for (int k = 0; k < e->param[i].n; k++)
          add_use(&queue, e->param[i].jaxpr[k], name ? name : "jaxpr");
    }
  }
}

// Those that stand first: a name that others have too gets a number.
static Shares shares_of(Arena *a, const Jaxpr *top) {
  Shares all = {.arena = a}, shared = {.arena = a};
  count_uses(&all, top);
  for (uint32_t i = 0; i < all.n; i++) {
    if (all.use[i].count < 2) continue;
    int same = 0;
    for (uint32_t k = 0; k < i; k++)
      same += all.use[k].count > 1 && !strcmp(all.use[k].name, all.use[i].name);
    const char *name = all.use[i].name;
    add_use(&shared, all.use[i].jaxpr, same ? arena_printf(a, "%s%d", name, same) : name);
  }
  return shared;
}

//===-- names from a on --------------------------------------------------------------------===//

// The name of a variable in what is printed now, and the one that is printed.
typedef struct Renaming {
  const char *from, *to;
} Renaming;

typedef struct Renamer {
  Arena *arena;
  Renaming *name;
  uint32_t n, room;
  int count; // names so far, of all jaxprs
  const Shares *shares;
} Renamer;

static const char *next_name(Renamer *r) {
  for (;;) {
    const char *text = jaxpr_name(r->arena, r->count++);
    uint32_t i = 0;
    while (i < r->shares->n && strcmp(r->shares->use[i].name, text))
      i++;
    if (i == r->shares->n) return text;
  }
}

static const char *new_name(Renamer *r, const char *text, size_t n) {
  for (uint32_t i = 0; i < r->n; i++)
    if (strlen(r->name[i].from) == n && !strncmp(r->name[i].from, text, n)) return r->name[i].to;
  if (r->n == r->room) r->name = vec_grow(r->arena, r->name, &r->room, sizeof *r->name);
  const char *to = next_name(r);
  r->name[r->n++] = (Renaming){arena_strndup(r->arena, text, n), to};
  return to;
}

static size_t letters(const char *p) {
  size_t n = 0;
  while (p[n] >= 'a' && p[n] <= 'z')
    n++;
  return n;
}

// `text` with new names.  Binders are `a:f32[]`; elsewhere what stands before a colon is a number.
static const char *renamed(Renamer *r, const char *text, bool binders) {
  StrBuf b;
  strbuf_init(&b, r->arena);
  strbuf_puts(&b, "");
  for (const char *p = text; *p;) {
    bool starts = p == text || p[-1] == ' ' || p[-1] == '(';
    size_t n = starts ? letters(p) : 0;
    if (n && (p[n] == ':') == binders) {
      strbuf_puts(&b, new_name(r, p, n));
      p += n;
    } else
      strbuf_putc(&b, *p++);
  }
  return b.data;
}

static Jaxpr *renamed_jaxpr(Renamer *r, const Jaxpr *j);

// Its name alone if it stands before the others.
static Jaxpr *inner_jaxpr(Renamer *r, const Jaxpr *j) {
  const Use *use = use_of(r->shares, j);
  if (!use) return renamed_jaxpr(r, j);
  Jaxpr *named = ARENA_NEW(r->arena, Jaxpr);
  named->name = use->name;
  return named;
}

static Eqn *renamed_eqn(Renamer *r, const Eqn *e) {
  Eqn *x = ARENA_NEW(r->arena, Eqn);
  *x = *e;
  x->next = NULL;
  x->binders = renamed(r, e->binders, true);
  for (int i = 0; i < x->nparam; i++) {
    Param *p = &x->param[i];
    Jaxpr **inner = ARENA_ARRAY(r->arena, Jaxpr *, p->n + 1);
    for (int k = 0; k < p->n; k++)
      inner[k] = inner_jaxpr(r, p->jaxpr[k]);
    p->jaxpr = inner;
  }
  x->args = renamed(r, e->args, false);
  return x;
}

static Jaxpr *renamed_jaxpr(Renamer *r, const Jaxpr *j) {
  Jaxpr *x = ARENA_NEW(r->arena, Jaxpr);
  x->consts = renamed(r, j->consts, true);
  x->ins = renamed(r, j->ins, true);
  x->last = &x->first;
  for (const Eqn *e = j->first; e; e = e->next) {
    *x->last = renamed_eqn(r, e);
    x->last = &(*x->last)->next;
  }
  x->outs = renamed(r, j->outs, false);
  return x;
}

//===-- texts --------------------------------------------------------------------------===//

const char *jaxpr_text(Arena *a, const Jaxpr *j) {
  Shares shares = shares_of(a, j);
  Renamer r = {.arena = a, .shares = &shares};
  StrBuf b;
  strbuf_init(&b, a);
  for (uint32_t i = 0; i < shares.n; i++) {
    strbuf_printf(&b, "let %s = ", shares.use[i].name);
    jaxpr_print(&b, renamed_jaxpr(&r, shares.use[i].jaxpr));
    strbuf_puts(&b, " in\n");
    r.n = 0;
  }
  jaxpr_print(&b, renamed_jaxpr(&r, j));
  return b.data;
}

const char *jaxpr_eqn_text(Arena *a, const Eqn *e) {
  Shares none = {.arena = a};
  Renamer r = {.arena = a, .shares = &none};
  StrBuf b;
  strbuf_init(&b, a);
  jaxpr_print_eqn(&b, renamed_eqn(&r, e));
  return b.data;
}
