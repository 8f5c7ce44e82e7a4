// token.h -- tokens of Python source.
#ifndef CJAX_PYTHON_TOKEN_H
#define CJAX_PYTHON_TOKEN_H

#include "dialect/support/diag.h"

// X(member, text)
#define TOKEN_KEYWORDS(X)                                                                          \
  X(FALSE, "False") X(NONE, "None") X(TRUE, "True") X(AND, "and") X(AS, "as")                      \
  X(ASSERT, "assert") X(ASYNC, "async") X(AWAIT, "await") X(BREAK, "break") X(CLASS, "class")      \
  X(CONTINUE, "continue") X(DEF, "def") X(DEL, "del") X(ELIF, "elif") X(ELSE, "else")              \
  X(EXCEPT, "except") X(FINALLY, "finally") X(FOR, "for") X(FROM, "from") X(GLOBAL, "global")      \
  X(IF, "if") X(IMPORT, "import") X(IN, "in") X(IS, "is") X(LAMBDA, "lambda")                      \
  X(NONLOCAL, "nonlocal") X(NOT, "not") X(OR, "or") X(PASS, "pass") X(RAISE, "raise")              \
  X(RETURN, "return") X(TRY, "try") X(WHILE, "while") X(WITH, "with") X(YIELD, "yield")

// The augmented assignments stand in the order of AST_ADD .. AST_FLOOR_DIV.
#define TOKEN_OPERATORS(X)                                                                         \
  X(LPAREN, "(") X(RPAREN, ")") X(LSQUARE, "[") X(RSQUARE, "]") X(LBRACE, "{") X(RBRACE, "}")      \
  X(COMMA, ",") X(COLON, ":") X(SEMI, ";") X(DOT, ".") X(DOTS, "...") X(AT, "@") X(ASSIGN, "=")    \
  X(ARROW, "->") X(WALRUS, ":=") X(BANG, "!")                                                      \
  X(PLUS, "+") X(MINUS, "-") X(STAR, "*") X(SLASH, "/") X(PERCENT, "%") X(STAR_STAR, "**")         \
  X(LSHIFT, "<<") X(RSHIFT, ">>") X(PIPE, "|") X(CARET, "^") X(AMP, "&") X(SLASH_SLASH, "//")      \
  X(TILDE, "~") X(EQ, "==") X(NE, "!=") X(LT, "<") X(LE, "<=") X(GT, ">") X(GE, ">=")              \
  X(ADD_ASSIGN, "+=") X(SUB_ASSIGN, "-=") X(MUL_ASSIGN, "*=") X(MATMUL_ASSIGN, "@=")               \
  X(DIV_ASSIGN, "/=") X(MOD_ASSIGN, "%=") X(POW_ASSIGN, "**=") X(LSHIFT_ASSIGN, "<<=")             \
  X(RSHIFT_ASSIGN, ">>=") X(OR_ASSIGN, "|=") X(XOR_ASSIGN, "^=") X(AND_ASSIGN, "&=")               \
  X(FLOOR_DIV_ASSIGN, "//=")

typedef enum TokenKind {
  TOK_STOP, // what the parser sees after an error; never in a list
  TOK_END, TOK_NEWLINE, TOK_INDENT, TOK_DEDENT,
  TOK_ERROR, // text is the message
  TOK_NAME,  // text is the interned name
  TOK_INT, TOK_FLOAT, TOK_IMAGINARY,
  TOK_STRING, // with its prefix and quotes
  TOK_FSTRING_START, TOK_FSTRING_MIDDLE, TOK_FSTRING_END,
#define X(member, text) TOK_##member,
  TOKEN_KEYWORDS(X) TOKEN_OPERATORS(X)
#undef X
  TOK_COUNT
} TokenKind;

enum { TOK_FIRST_KEYWORD = TOK_FALSE, TOK_LAST_KEYWORD = TOK_YIELD };

// Of TOK_ERROR: the exception class.
typedef enum TokenFault { FAULT_SYNTAX, FAULT_INDENTATION, FAULT_TAB } TokenFault;

typedef struct Token {
  uint8_t kind;
  uint8_t fault;          // TOK_ERROR
  bool first;             // of its line
  bool raw, triple, spec; // TOK_FSTRING_*; spec: a middle in a format specification
  uint8_t level;          // brackets open after it
  uint32_t start, end;    // bytes
  uint32_t line, col, end_line, end_col;
  const char *text;
} Token;

// A bracket that is never closed: tokens[open] is it, tokens[stop] the newline put after the
// statement it stands in.
typedef struct Unclosed {
  uint32_t open, stop;
} Unclosed;

typedef struct TokenList {
  Token *data;
  uint32_t n;
  Unclosed *unclosed; // in order
  uint32_t n_unclosed;
} TokenList;

// All tokens of the text, which starts where a statement may; the last one is TOK_END.  What is
// wrong becomes TOK_ERROR, which is not reported here.
TokenList lex_all(Arena *a, const char *text, size_t size);
// "(", "def", ...; for other kinds a description.
const char *token_kind_text(TokenKind kind);

#endif
