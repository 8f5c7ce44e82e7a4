// ast_kinds.h -- the kinds of syntax tree nodes and the operators.
#ifndef CJAX_PYTHON_AST_KINDS_H
#define CJAX_PYTHON_AST_KINDS_H

// X(member, CPython's name)
#define AST_KINDS(X)                                                                               \
  X(MODULE, Module)                                                                                \
  /* statements: NODE_FUNCTION .. NODE_CONTINUE */                                                 \
  X(FUNCTION, FunctionDef) X(CLASS, ClassDef) X(RETURN, Return) X(DELETE, Delete)                  \
  X(ASSIGN, Assign) X(AUG_ASSIGN, AugAssign) X(ANN_ASSIGN, AnnAssign) X(TYPE_ALIAS, TypeAlias)     \
  X(FOR, For) X(WHILE, While) X(IF, If) X(WITH, With) X(MATCH, Match) X(RAISE, Raise)              \
  X(TRY, Try) X(ASSERT, Assert) X(IMPORT, Import) X(IMPORT_FROM, ImportFrom) X(GLOBAL, Global)     \
  X(NONLOCAL, Nonlocal) X(EXPR, Expr) X(PASS, Pass) X(BREAK, Break) X(CONTINUE, Continue)          \
  /* expressions: NODE_BOOL_OP .. NODE_SLICE */                                                    \
  X(BOOL_OP, BoolOp) X(NAMED_EXPR, NamedExpr) X(BIN_OP, BinOp) X(UNARY_OP, UnaryOp)                \
  X(LAMBDA, Lambda) X(IF_EXP, IfExp) X(DICT, Dict) X(SET, Set) X(LIST_COMP, ListComp)              \
  X(SET_COMP, SetComp) X(DICT_COMP, DictComp) X(GENERATOR, GeneratorExp) X(AWAIT, Await)           \
  X(YIELD, Yield) X(YIELD_FROM, YieldFrom) X(COMPARE, Compare) X(CALL, Call)                       \
  X(FSTRING, JoinedStr) X(FIELD, FormattedValue) X(NONE, Constant) X(TRUE, Constant)               \
  X(FALSE, Constant) X(ELLIPSIS, Constant) X(INT, Constant) X(FLOAT, Constant)                     \
  X(IMAGINARY, Constant) X(STR, Constant) X(BYTES, Constant) X(ATTRIBUTE, Attribute)               \
  X(SUBSCRIPT, Subscript) X(STARRED, Starred) X(NAME, Name) X(LIST, List) X(TUPLE, Tuple)          \
  X(SLICE, Slice)                                                                                  \
  /* patterns: NODE_MATCH_VALUE .. NODE_MATCH_OR */                                                \
  X(MATCH_VALUE, MatchValue) X(MATCH_SINGLETON, MatchSingleton) X(MATCH_SEQUENCE, MatchSequence)   \
  X(MATCH_MAPPING, MatchMapping) X(MATCH_CLASS, MatchClass) X(MATCH_STAR, MatchStar)               \
  X(MATCH_AS, MatchAs) X(MATCH_OR, MatchOr)                                                        \
  /* parts of the above */                                                                         \
  X(PARAM, arg) X(KEYWORD, keyword) X(COMP_FOR, comprehension) X(HANDLER, ExceptHandler)           \
  X(ALIAS, alias) X(WITH_ITEM, withitem) X(CASE, match_case) X(TYPE_VAR, TypeVar)                  \
  X(TYPE_VAR_TUPLE, TypeVarTuple) X(PARAM_SPEC, ParamSpec)

typedef enum NodeKind {
#define X(member, name) NODE_##member,
  AST_KINDS(X)
#undef X
  NODE_KIND_COUNT
} NodeKind;

// X(member, CPython's name, as written).  BIN_OP and AUG_ASSIGN: AST_ADD .. AST_FLOOR_DIV;
// UNARY_OP: AST_INVERT .. AST_NEG; BOOL_OP: AST_AND, AST_OR; COMPARE: AST_EQ .. AST_NOT_IN.
#define AST_OPERATORS(X)                                                                           \
  X(ADD, Add, "+") X(SUB, Sub, "-") X(MUL, Mult, "*") X(MATMUL, MatMult, "@") X(DIV, Div, "/")     \
  X(MOD, Mod, "%") X(POW, Pow, "**") X(LSHIFT, LShift, "<<") X(RSHIFT, RShift, ">>")               \
  X(BIT_OR, BitOr, "|") X(BIT_XOR, BitXor, "^") X(BIT_AND, BitAnd, "&")                            \
  X(FLOOR_DIV, FloorDiv, "//") X(INVERT, Invert, "~") X(NOT, Not, "not") X(POS, UAdd, "+")         \
  X(NEG, USub, "-") X(AND, And, "and") X(OR, Or, "or") X(EQ, Eq, "==") X(NE, NotEq, "!=")          \
  X(LT, Lt, "<") X(LE, LtE, "<=") X(GT, Gt, ">") X(GE, GtE, ">=") X(IS, Is, "is")                  \
  X(IS_NOT, IsNot, "is not") X(IN, In, "in") X(NOT_IN, NotIn, "not in")

typedef enum AstOp {
#define X(member, name, text) AST_##member,
  AST_OPERATORS(X)
#undef X
  AST_OP_COUNT
} AstOp;

#endif
