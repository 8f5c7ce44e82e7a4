// parse_params.c -- parameters of functions and lambdas, and type parameters.
#include "driver/python/parser.h"

typedef struct ParamState {
  Params params;
  TokenKind end;
  bool star, slash, preset;
} ParamState;

static void refuse_parentheses(Parser *p, const ParamState *s) {
  const Token *open = p->tok;
  parse_advance(p);
  while (parse_accept(p, TOK_NAME) && parse_accept(p, TOK_COMMA)) {}
  if (!parse_accept(p, TOK_RPAREN)) {
    if (!p->failed) parse_rewind(p, (uint32_t)(open - p->tokens.data));
    parse_invalid(p);
  } else
    parse_fail(p, parse_range(p, open, p->last), "%s parameters cannot be parenthesized",
               s->end == TOK_COLON ? "Lambda expression" : "Function");
}

// NAME [: annotation]; `starred`: the annotation may be.
static Node *parse_param_name(Parser *p, const ParamState *s, bool starred) {
  Node *n = parse_new(p, NODE_PARAM, parse_mark(p));
  if (parse_at(p, TOK_LPAREN) && !starred) refuse_parentheses(p, s);
  n->param.name = parse_identifier(p);
  if (s->end != TOK_COLON && parse_accept(p, TOK_COLON))
    n->param.annotation = starred ? parse_star_named_expr(p) : parse_expr(p);
  return parse_done(p, n);
}

static void refuse_preset(Parser *p, const char *what) {
  if (parse_at(p, TOK_ASSIGN))
    parse_fail_here(p, "%s argument cannot have default value", what);
}

static void parse_slash(Parser *p, ParamState *s, uint32_t n) {
  if (s->slash) parse_fail_here(p, "/ may appear only once");
  else if (s->star) parse_fail_here(p, "/ must be ahead of *");
  else if (!n && parse_peek(p, 1) == TOK_COMMA)
    parse_fail_here(p, "at least one argument must precede /");
  else if (!n) parse_invalid(p);
  parse_advance(p);
  s->slash = true;
  s->params.n_posonly = n;
  s->params.n_plain = 0;
}

static void parse_star(Parser *p, ParamState *s) {
  const Token *star = p->tok;
  if (s->star) parse_fail_here(p, "* argument may appear only once");
  s->star = true;
  parse_advance(p);
  if (parse_at(p, TOK_NAME) || parse_at(p, TOK_LPAREN)) {
    s->params.vararg = parse_param_name(p, s, true);
    refuse_preset(p, "var-positional");
    return;
  }
  bool named = parse_at(p, TOK_COMMA) && parse_peek(p, 1) != s->end &&
               parse_peek(p, 1) != TOK_STAR_STAR;
  if (parse_at(p, s->end) || (parse_at(p, TOK_COMMA) && !named))
    parse_fail(p, parse_range(p, star, star), "named arguments must follow bare *");
  if (!parse_at(p, TOK_COMMA)) parse_invalid(p);
}

static void parse_double_star(Parser *p, ParamState *s) {
  parse_advance(p);
  s->params.kwarg = parse_param_name(p, s, false);
  refuse_preset(p, "var-keyword");
  if (parse_at(p, TOK_COMMA) && parse_peek(p, 1) != s->end) {
    TokenKind next = parse_peek(p, 1);
    bool more = next == TOK_NAME || next == TOK_STAR || next == TOK_STAR_STAR || next == TOK_SLASH;
    parse_advance(p);
    if (more) parse_fail_here(p, "arguments cannot follow var-keyword argument");
    else parse_invalid(p);
  }
}

static void parse_plain(Parser *p, ParamState *s) {
  Node *n = parse_param_name(p, s, false);
  if (parse_accept(p, TOK_ASSIGN)) {
    if (parse_at(p, TOK_COMMA) || parse_at(p, s->end))
      parse_fail(p, parse_range(p, p->last, p->last), "expected default value expression");
    SrcRange at = n->at; // a default is no part of the parameter's place
    n->param.preset = parse_expr(p);
    n->height = 0;
    parse_done(p, n);
    n->at = at;
    s->preset = true;
  } else if (s->preset && !s->star)
    parse_fail(p, n->at, "parameter without a default follows parameter with a default");
  parse_push(p, n);
  if (s->star) s->params.n_kwonly++;
  else s->params.n_plain++;
}

Params parse_params(Parser *p, TokenKind end) {
  ParamState s = {.end = end};
  uint32_t base = p->stack.n;
  while (!parse_at(p, end) && !p->failed) {
    if (parse_at(p, TOK_SLASH)) parse_slash(p, &s, p->stack.n - base);
    else if (parse_at(p, TOK_STAR)) parse_star(p, &s);
    else if (parse_at(p, TOK_STAR_STAR)) parse_double_star(p, &s);
    else parse_plain(p, &s);
    if (!parse_accept(p, TOK_COMMA)) break;
  }
  s.params.data = parse_pop(p, base).data;
  return s.params;
}

NodeList parse_type_params(Parser *p) {
  if (!parse_accept(p, TOK_LSQUARE)) return (NodeList){0};
  uint32_t base = p->stack.n;
  do {
    if (parse_at(p, TOK_RSQUARE) && p->stack.n > base) break;
    Mark start = parse_mark(p);
    NodeKind kind = parse_accept(p, TOK_STAR)        ? NODE_TYPE_VAR_TUPLE
                    : parse_accept(p, TOK_STAR_STAR) ? NODE_PARAM_SPEC
                                                     : NODE_TYPE_VAR;
    Node *n = parse_new(p, kind, start);
    n->type_param.name = parse_identifier(p);
    if (parse_at(p, TOK_COLON) && kind != NODE_TYPE_VAR)
      parse_fail_here(p, "cannot use bound with %s", ast_kind_name(kind));
    if (parse_accept(p, TOK_COLON)) n->type_param.bound = parse_expr(p);
    parse_push(p, parse_done(p, n));
  } while (parse_accept(p, TOK_COMMA));
  parse_expect(p, TOK_RSQUARE);
  return parse_pop(p, base);
}
