// parse_args.c -- what stands in the parentheses of a call and in the brackets of a subscript.
#include "driver/python/parser.h"

typedef struct Args {
  VEC(Node *) plain, keywords;
  bool has_keyword, has_double_star;
} Args;

static void push_plain(Parser *p, Args *a, Node *n) { VEC_PUSH(p->arena, a->plain, n); }

static void parse_star_arg(Parser *p, Args *a) {
  Mark start = parse_mark(p);
  if (a->has_double_star)
    parse_fail_here(p, "iterable argument unpacking follows keyword argument unpacking");
  Node *n = parse_new(p, NODE_STARRED, start);
  parse_advance(p);
  n->value.value = parse_expr(p);
  push_plain(p, a, parse_done(p, n));
}

static void parse_keyword_arg(Parser *p, Args *a) {
  Node *n = parse_new(p, NODE_KEYWORD, parse_mark(p));
  const Token *name = p->tok;
  if (parse_accept(p, TOK_STAR_STAR)) {
    a->has_double_star = true;
  } else {
    n->keyword.name = p->tok->text;
    parse_advance(p);
    parse_advance(p);
    a->has_keyword = true;
    if (parse_at(p, TOK_COMMA) || parse_at(p, TOK_RPAREN))
      parse_fail(p, parse_range(p, name, p->last), "expected argument value expression");
  }
  n->keyword.value = parse_expr(p);
  if (name->kind == TOK_NAME && parse_at_comp(p))
    parse_fail(p, parse_range(p, name, name + 1),
               "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
  parse_done(p, n);
  for (uint32_t i = 0; n->keyword.name && i < a->keywords.n; i++)
    if (a->keywords.data[i]->keyword.name == n->keyword.name)
      parse_complain(p, n->at, "keyword argument repeated: %s", n->keyword.name);
  VEC_PUSH(p->arena, a->keywords, n);
}

// A generator without its own parentheses must be the only argument; `open` is the call's.
static Node *parse_bare_generator(Parser *p, const Args *a, const Token *open, Node *element) {
  Node *n = parse_new(p, NODE_GENERATOR, (Mark){open->line, open->col});
  n->comp.element = element;
  n->comp.loops = parse_comp_loops(p);
  parse_done(p, n);
  if (a->plain.n || a->keywords.n || parse_at(p, TOK_COMMA)) {
    SrcRange at = n->at;
    at.line = element->at.line, at.col = element->at.col;
    parse_fail(p, at, "Generator expression must be parenthesized");
  }
  n->at.end_line = p->tok->end_line, n->at.end_col = p->tok->end_col;
  return n;
}

static void parse_positional(Parser *p, Args *a, const Token *open) {
  Mark start = parse_mark(p);
  const Token *first = p->tok;
  Node *n = parse_expr(p);
  if (parse_at(p, TOK_WALRUS)) {
    parse_rewind(p, (uint32_t)(first - p->tokens.data));
    n = parse_named_expr(p);
  }
  if (parse_at(p, TOK_ASSIGN)) {
    const Token *equals = p->tok;
    bool constant = first->kind == TOK_TRUE || first->kind == TOK_FALSE || first->kind == TOK_NONE;
    if (constant && equals == first + 1)
      parse_fail(p, parse_range(p, first, equals), "cannot assign to %s",
                 token_kind_text(first->kind));
    else
      parse_fail(p, parse_range(p, first, equals),
                 "expression cannot contain assignment, perhaps you meant \"==\"?");
  }
  if (parse_at_comp(p)) n = parse_bare_generator(p, a, open, n);
  if (a->has_double_star || a->has_keyword) {
    SrcRange at = {p->file, start.line, start.col, p->last->end_line, p->last->end_col};
    parse_fail(p, at, "positional argument follows keyword argument%s",
               a->has_double_star ? " unpacking" : "");
  }
  push_plain(p, a, n);
}

static NodeList take(Node **data, uint32_t n) { return (NodeList){data, n}; }

void parse_args(Parser *p, NodeList *args, NodeList *keywords) {
  const Token *open = p->last;
  Args a = {0};
  while (!parse_at(p, TOK_RPAREN) && !p->failed) {
    if (parse_at(p, TOK_STAR)) parse_star_arg(p, &a);
    else if (parse_at(p, TOK_STAR_STAR) ||
             (parse_at(p, TOK_NAME) && parse_peek(p, 1) == TOK_ASSIGN))
      parse_keyword_arg(p, &a);
    else parse_positional(p, &a, open);
    if (!parse_accept(p, TOK_COMMA)) break;
  }
  parse_expect(p, TOK_RPAREN);
  *args = take(a.plain.data, a.plain.n);
  *keywords = take(a.keywords.data, a.keywords.n);
}

// Subscripts.

static bool ends_slice_part(const Parser *p) {
  return parse_at(p, TOK_COLON) || parse_at(p, TOK_COMMA) || parse_at(p, TOK_RSQUARE);
}

static Node *parse_slice(Parser *p) {
  Mark start = parse_mark(p);
  Node *lower = parse_at(p, TOK_COLON) ? NULL : parse_star_named_expr(p);
  if (!parse_at(p, TOK_COLON)) return lower;
  if (lower && (lower->kind == NODE_STARRED || (lower->kind == NODE_NAMED_EXPR && !lower->parens)))
    parse_invalid(p);
  parse_advance(p);
  Node *n = parse_new(p, NODE_SLICE, start);
  n->slice.lower = lower;
  if (!ends_slice_part(p)) n->slice.upper = parse_expr(p);
  if (parse_accept(p, TOK_COLON) && !ends_slice_part(p)) n->slice.step = parse_expr(p);
  return parse_done(p, n);
}

Node *parse_subscripts(Parser *p) {
  Mark start = parse_mark(p);
  Node *first = parse_slice(p);
  if (!parse_at(p, TOK_COMMA) && first->kind != NODE_STARRED) {
    parse_expect(p, TOK_RSQUARE);
    return first;
  }
  uint32_t base = p->stack.n;
  parse_push(p, first);
  while (parse_accept(p, TOK_COMMA) && !parse_at(p, TOK_RSQUARE)) parse_push(p, parse_slice(p));
  Node *n = parse_new(p, NODE_TUPLE, start);
  n->sequence.items = parse_pop(p, base);
  parse_done(p, n);
  parse_expect(p, TOK_RSQUARE);
  return n;
}
