// parse_error.c -- what the parser says when it cannot go on, in CPython's words.
//
// What the lexer found in the rest of the line wins over the parser's complaint, and so does a
// bracket of the statement that is never closed when the complaint is about a later line.
#include "driver/python/parser.h"

#include <stdarg.h>
#include <string.h>

SrcRange parse_range(const Parser *p, const Token *from, const Token *to) {
  return (SrcRange){p->file, from->line, from->col, to->end_line, to->end_col};
}

SrcRange parse_range_of(const Node *from, const Node *to) {
  return (SrcRange){from->at.file, from->at.line, from->at.col, to->at.end_line, to->at.end_col};
}

static void stop(Parser *p) {
  p->stop = *p->tok;
  p->stop.kind = TOK_STOP;
  p->tok = &p->stop;
  p->failed = true;
}

static const Token *find_unclosed(const Parser *p) {
  const Token *t = p->tokens.data;
  uint32_t pos = p->reached > p->pos ? p->reached : p->pos;
  for (uint32_t i = 0; i < p->tokens.n_unclosed; i++) {
    Unclosed u = p->tokens.unclosed[i];
    if (u.open <= p->pos && p->pos <= u.stop)
      return pos == u.stop || t[pos].line > t[u.open].line ? &t[u.open] : NULL;
  }
  return NULL;
}

static const Token *find_lexer_error(const Parser *p) {
  for (uint32_t i = p->pos; i < p->tokens.n; i++) {
    const Token *t = &p->tokens.data[i];
    if (t->kind == TOK_ERROR) return t;
    if (t->kind == TOK_NEWLINE || t->kind == TOK_INDENT || t->kind == TOK_DEDENT) return NULL;
  }
  return NULL;
}

static void report_token(Parser *p, const Token *t) {
  static const char *const types[] = {"SyntaxError", "IndentationError", "TabError"};
  const char *id = t->fault == FAULT_SYNTAX ? SYNTAX_ID : INDENT_ID;
  diag_error(parse_range(p, t, t), id, types[t->fault], "%s", t->text);
}

// True when something else than the parser's complaint was reported.
static bool report_better(Parser *p) {
  const Token *open = find_unclosed(p), *t = find_lexer_error(p);
  if (open)
    diag_error(parse_range(p, open, open), SYNTAX_ID, "SyntaxError", "'%s' was never closed",
               token_kind_text(open->kind));
  else if (t) report_token(p, t);
  return open || t;
}

static void report(Parser *p, SrcRange at, bool indent, const char *fmt, va_list ap) {
  if (p->failed) return;
  if (!p->quiet) {
    p->errors++;
    const char *text = arena_vprintf(p->arena, fmt, ap);
    if (report_better(p)) {}
    else if (indent) diag_error(at, INDENT_ID, "IndentationError", "%s", text);
    else diag_error(at, SYNTAX_ID, "SyntaxError", "%s", text);
  }
  stop(p);
}

void parse_fail(Parser *p, SrcRange at, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  report(p, at, false, fmt, ap);
  va_end(ap);
}

void parse_fail_indent(Parser *p, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  SrcRange at = parse_range(p, p->tok, p->tok);
  size_t n;
  if (at.col == 1 && p->tok->start == p->tokens.data[p->tokens.n - 1].start && p->pos > 0) {
    diag_source_line(p->file, --at.line, &n); // the text ends with a newline
    at.end_line = at.line;
    at.col = at.end_col = (uint32_t)n + 1;
  }
  report(p, at, true, fmt, ap);
  va_end(ap);
}

void parse_fail_here(Parser *p, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  report(p, parse_range(p, p->tok, p->tok), false, fmt, ap);
  va_end(ap);
}

void parse_complain(Parser *p, SrcRange at, const char *fmt, ...) {
  if (p->failed) return;
  if (p->quiet) {
    stop(p);
    return;
  }
  va_list ap;
  va_start(ap, fmt);
  p->errors++;
  if (!report_better(p))
    diag_error(at, SYNTAX_ID, "SyntaxError", "%s", arena_vprintf(p->arena, fmt, ap));
  va_end(ap);
}

// Guesses.

// Reads on from here without a word; true when `rule` succeeds.  *end is its last token.
static bool would_parse(Parser *p, Node *(*rule)(Parser *), const Token **end) {
  uint32_t pos = p->pos;
  bool quiet = p->quiet;
  p->quiet = true;
  rule(p);
  bool ok = !p->failed;
  *end = p->last;
  p->reached = p->pos;
  parse_rewind(p, pos);
  p->quiet = quiet;
  return ok;
}

static bool is_soft_keyword(const Token *t) {
  static const char *const words[] = {"match", "case", "type", "_"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (t->kind == TOK_NAME && !strcmp(t->text, words[i])) return true;
  return false;
}

static bool is_legacy(const Token *t) {
  return t->kind == TOK_NAME && (!strcmp(t->text, "print") || !strcmp(t->text, "exec"));
}

// `print x`: the words of Python 2.
static bool guess_legacy(Parser *p) {
  if (p->pos == 0 || !parse_starts_expression(p->tok->kind)) return false;
  const Token *name = p->tok - 1, *end;
  bool operand = p->operand_end == p->pos && p->operand_start == p->pos - 1;
  if (!operand || !is_legacy(name) || !would_parse(p, parse_star_exprs, &end)) return false;
  parse_fail(p, parse_range(p, name, end), "Missing parentheses in call to '%s'. Did you mean "
             "%s(...)?", name->text, name->text);
  return true;
}

static bool guess_comma(Parser *p) {
  if (p->operand_end != p->pos || !parse_starts_expression(p->tok->kind)) return false;
  const Token *a = &p->tokens.data[p->operand_start], *end;
  bool text = a[1].kind == TOK_STRING || a[1].kind == TOK_FSTRING_START;
  bool prefixed = a->kind == TOK_NAME && text;
  if (p->tok[-1].level == 0 || prefixed || is_soft_keyword(a) || is_legacy(a)) return false;
  uint32_t start = p->operand_start; // reading on changes it
  if (!would_parse(p, parse_expr, &end)) return false;
  parse_fail(p, parse_range(p, &p->tokens.data[start], end),
             "invalid syntax. Perhaps you forgot a comma?");
  return true;
}

void parse_invalid(Parser *p) {
  if (p->failed) return;
  if (p->quiet) stop(p);
  else if (parse_at(p, TOK_INDENT)) parse_fail_indent(p, "unexpected indent");
  else if (parse_at(p, TOK_DEDENT)) parse_fail_indent(p, "unexpected unindent");
  else if (!guess_legacy(p) && !guess_comma(p)) parse_fail_here(p, "invalid syntax");
}

const char *parse_describe(const Node *n) {
  static const char *const names[NODE_KIND_COUNT] = {
      [NODE_ATTRIBUTE] = "attribute", [NODE_SUBSCRIPT] = "subscript", [NODE_STARRED] = "starred",
      [NODE_NAME] = "name", [NODE_LIST] = "list", [NODE_TUPLE] = "tuple",
      [NODE_LAMBDA] = "lambda", [NODE_CALL] = "function call", [NODE_BOOL_OP] = "expression",
      [NODE_BIN_OP] = "expression", [NODE_UNARY_OP] = "expression",
      [NODE_GENERATOR] = "generator expression", [NODE_YIELD] = "yield expression",
      [NODE_YIELD_FROM] = "yield expression", [NODE_AWAIT] = "await expression",
      [NODE_LIST_COMP] = "list comprehension", [NODE_SET_COMP] = "set comprehension",
      [NODE_DICT_COMP] = "dict comprehension", [NODE_DICT] = "dict literal",
      [NODE_SET] = "set display", [NODE_FSTRING] = "f-string expression",
      [NODE_NONE] = "None", [NODE_TRUE] = "True", [NODE_FALSE] = "False",
      [NODE_ELLIPSIS] = "ellipsis", [NODE_COMPARE] = "comparison",
      [NODE_IF_EXP] = "conditional expression", [NODE_NAMED_EXPR] = "named expression"};
  return names[n->kind] ? names[n->kind] : "literal";
}
