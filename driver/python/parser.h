// parser.h -- the state of the parser, shared by its files.
//
// Recursive descent.  After an error the parser is `failed` and sees only TOK_STOP, so that every
// rule ends by itself and none needs to check; nodes built then are thrown away.  The statement
// loop goes on behind the statement that failed.  No rule returns null.
#ifndef CJAX_PYTHON_PARSER_H
#define CJAX_PYTHON_PARSER_H

#include "dialect/support/vec.h"
#include "driver/python/ast.h"
#include "driver/python/token.h"

#define SYNTAX_ID "CJ0001"
#define INDENT_ID "CJ0002"

enum {
  MOST_DEPTH = 1000,   // of rules in one another
  MOST_HEIGHT = 3000,  // of the tree
  MOST_ERRORS = 20     // reported in one run
};

typedef struct Parser {
  Arena *arena;
  uint32_t file;
  const char *text;
  TokenList tokens;
  uint32_t pos;
  const Token *tok;  // tokens.data[pos], or stop
  const Token *last; // the last one passed that is no layout
  Token stop;
  bool failed, quiet; // quiet: errors are only noticed
  uint32_t reached;   // the last token that a guess about an error has looked at
  int depth, errors;
  VEC(Node *) stack;  // lists being built
  // The operand of a conditional expression or of nothing that was read last: where a comma may
  // have been forgotten.
  uint32_t operand_start, operand_end;
} Parser;

typedef struct Mark {
  uint32_t line, col;
} Mark;

// parse.c: tokens
static inline bool parse_at(const Parser *p, TokenKind k) { return p->tok->kind == k; }
void parse_advance(Parser *p);
bool parse_accept(Parser *p, TokenKind k);
// Accepts k or fails with "invalid syntax".
void parse_expect(Parser *p, TokenKind k);
// Accepts k or fails with "expected 'k'".
void parse_require(Parser *p, TokenKind k);
TokenKind parse_peek(const Parser *p, uint32_t ahead);
bool parse_at_name(const Parser *p, const char *soft_keyword);
const char *parse_identifier(Parser *p);
bool parse_starts_expression(TokenKind k);
void parse_rewind(Parser *p, uint32_t pos);

// parse.c: nodes
static inline Mark parse_mark(const Parser *p) { return (Mark){p->tok->line, p->tok->col}; }
static inline Mark parse_start(const Node *n) { return (Mark){n->at.line, n->at.col}; }
Node *parse_new(Parser *p, NodeKind kind, Mark start);
// Sets where the node ends, and refuses trees that are too deep.
Node *parse_done(Parser *p, Node *n);
void parse_push(Parser *p, Node *n);
NodeList parse_pop(Parser *p, uint32_t base);
bool parse_enter(Parser *p);
void parse_leave(Parser *p);

// parse_error.c: only the first error of a statement is reported
SrcRange parse_range(const Parser *p, const Token *from, const Token *to);
SrcRange parse_range_of(const Node *from, const Node *to);
void parse_fail(Parser *p, SrcRange at, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
void parse_fail_indent(Parser *p, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
// Fails at the current token; the text says what is known about it.
void parse_fail_here(Parser *p, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
// "invalid syntax" at the current token, or something better.
void parse_invalid(Parser *p);
// Reports without failing: the parser knows how to go on.
void parse_complain(Parser *p, SrcRange at, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
// "literal", "function call", ...: as messages name an expression.
const char *parse_describe(const Node *n);

// parse_expr.c
Node *parse_expr(Parser *p);                // no `:=`
Node *parse_named_expr(Parser *p);          // x := ...
Node *parse_star_named_expr(Parser *p);     // and *x
Node *parse_star_exprs(Parser *p);          // a, *b
Node *parse_exprs_or_yield(Parser *p);
Node *parse_disjunction(Parser *p);
Node *parse_bit_or(Parser *p);              // operands of a comparison
Node *parse_primary(Parser *p);
// parse_args.c: after the opening bracket, up to and with the closing one
void parse_args(Parser *p, NodeList *args, NodeList *keywords);
Node *parse_subscripts(Parser *p);
// parse_atom.c
Node *parse_atom(Parser *p);
NodeList parse_comp_loops(Parser *p);
static inline bool parse_at_comp(const Parser *p) {
  return parse_at(p, TOK_FOR) || (parse_at(p, TOK_ASYNC) && parse_peek(p, 1) == TOK_FOR);
}
// parse_string.c
Node *parse_strings(Parser *p);
// parse_params.c: up to `end`, which is not accepted
Params parse_params(Parser *p, TokenKind end);
NodeList parse_type_params(Parser *p);
// parse_target.c
typedef enum TargetUse { TARGET_ASSIGN, TARGET_FOR, TARGET_DELETE, TARGET_WITH } TargetUse;
bool parse_check_target(Parser *p, Node *n, TargetUse use);
Node *parse_targets(Parser *p); // of for
Node *parse_target(Parser *p);  // of with
Node *parse_expr_statement(Parser *p);
NodeList parse_delete_targets(Parser *p);
// parse_simple.c, parse_block.c, parse_pattern.c
void parse_simple_line(Parser *p); // pushes statements
void parse_statement(Parser *p);   // pushes statements, recovers from errors
Node *parse_compound(Parser *p);   // or null when none starts here
NodeList parse_block(Parser *p, const char *what, uint32_t line);
Node *parse_match(Parser *p);
// literal.c
Node *literal_number(Parser *p, const Token *t);
// Decodes escapes of the text into a StrBuf.  False: an error was reported.
struct StrBuf;
bool literal_decode(Parser *p, struct StrBuf *out, const Token *t, uint32_t from, uint32_t to,
                    bool bytes);

#endif
