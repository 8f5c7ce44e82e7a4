// ast.c -- what each kind of node holds, in one table; making nodes, walking and printing them.
#include "driver/python/ast.h"

#include <string.h>

typedef enum FieldType {
  FIELD_END, FIELD_NODE, FIELD_LIST, FIELD_PARAMS, // have children
  FIELD_NAME, FIELD_NAMES, FIELD_OP, FIELD_OPS, FIELD_BOOL, FIELD_LEVEL, FIELD_CONVERSION,
  FIELD_INT, FIELD_FLOAT, FIELD_STR
} FieldType;

typedef struct Field {
  const char *name;
  FieldType type;
  size_t offset;
} Field;

enum { MOST_FIELDS = 8 };

typedef struct Shape {
  size_t size; // of the node
  Field fields[MOST_FIELDS + 1];
} Shape;

#define SIZE(member) (offsetof(Node, member) + sizeof((Node *)NULL)->member)
#define N(name, member) {name, FIELD_NODE, offsetof(Node, member)}
#define L(name, member) {name, FIELD_LIST, offsetof(Node, member)}
#define S(name, member) {name, FIELD_NAME, offsetof(Node, member)}
#define F(type, name, member) {name, FIELD_##type, offsetof(Node, member)}
#define VALUE {SIZE(value), {N("value", value.value)}}
#define ITEMS(name) {SIZE(sequence), {L(name, sequence.items)}}
#define NAMES {SIZE(global), {F(NAMES, "names", global.names)}}
#define IF {SIZE(if_), {N("test", if_.test), L("body", if_.body), L("orelse", if_.orelse)}}
#define COMP {SIZE(comp), {N("key", comp.key), N("elt", comp.element), L("generators", comp.loops)}}
#define PATTERNS {SIZE(match_list), {L("patterns", match_list.patterns)}}
#define TYPE_PARAM {SIZE(type_param), {S("name", type_param.name), N("bound", type_param.bound)}}

static const Shape shapes[NODE_KIND_COUNT] = {
    [NODE_MODULE] = {SIZE(module), {L("body", module.body)}},
    [NODE_FUNCTION] = {SIZE(function),
                       {S("name", function.name), F(PARAMS, "", function.params),
                        L("body", function.body), L("decorator_list", function.decorators),
                        N("returns", function.returns), L("type_params", function.type_params),
                        F(BOOL, "is_async", function.is_async)}},
    [NODE_CLASS] = {SIZE(cls),
                    {S("name", cls.name), L("bases", cls.bases), L("keywords", cls.keywords),
                     L("body", cls.body), L("decorator_list", cls.decorators),
                     L("type_params", cls.type_params)}},
    [NODE_RETURN] = VALUE,
    [NODE_DELETE] = ITEMS("targets"),
    [NODE_ASSIGN] = {SIZE(assign), {L("targets", assign.targets), N("value", assign.value)}},
    [NODE_AUG_ASSIGN] = {SIZE(aug_assign),
                         {N("target", aug_assign.target), F(OP, "op", aug_assign.op),
                          N("value", aug_assign.value)}},
    [NODE_ANN_ASSIGN] = {SIZE(ann_assign),
                         {N("target", ann_assign.target), N("annotation", ann_assign.annotation),
                          N("value", ann_assign.value), F(BOOL, "simple", ann_assign.simple)}},
    [NODE_TYPE_ALIAS] = {SIZE(type_alias),
                         {N("name", type_alias.name), L("type_params", type_alias.type_params),
                          N("value", type_alias.value)}},
    [NODE_FOR] = {SIZE(for_),
                  {N("target", for_.target), N("iter", for_.iter), L("body", for_.body),
                   L("orelse", for_.orelse), F(BOOL, "is_async", for_.is_async)}},
    [NODE_WHILE] = IF,
    [NODE_IF] = IF,
    [NODE_WITH] = {SIZE(with),
                   {L("items", with.items), L("body", with.body),
                    F(BOOL, "is_async", with.is_async)}},
    [NODE_MATCH] = {SIZE(match), {N("subject", match.subject), L("cases", match.cases)}},
    [NODE_RAISE] = {SIZE(raise), {N("exc", raise.exception), N("cause", raise.cause)}},
    [NODE_TRY] = {SIZE(try_),
                  {L("body", try_.body), L("handlers", try_.handlers), L("orelse", try_.orelse),
                   L("finalbody", try_.finally), F(BOOL, "is_star", try_.is_star)}},
    [NODE_ASSERT] = {SIZE(assert_), {N("test", assert_.test), N("msg", assert_.message)}},
    [NODE_IMPORT] = {SIZE(import), {L("names", import.names)}},
    [NODE_IMPORT_FROM] = {SIZE(import_from),
                          {S("module", import_from.module), L("names", import_from.names),
                           F(LEVEL, "level", import_from.level)}},
    [NODE_GLOBAL] = NAMES,
    [NODE_NONLOCAL] = NAMES,
    [NODE_EXPR] = VALUE,
    [NODE_PASS] = {offsetof(Node, module)},
    [NODE_BREAK] = {offsetof(Node, module)},
    [NODE_CONTINUE] = {offsetof(Node, module)},
    [NODE_BOOL_OP] = {SIZE(bool_op), {F(OP, "op", bool_op.op), L("values", bool_op.values)}},
    [NODE_NAMED_EXPR] = {SIZE(named_expr),
                         {N("target", named_expr.target), N("value", named_expr.value)}},
    [NODE_BIN_OP] = {SIZE(bin_op),
                     {N("left", bin_op.left), F(OP, "op", bin_op.op), N("right", bin_op.right)}},
    [NODE_UNARY_OP] = {SIZE(unary_op),
                       {F(OP, "op", unary_op.op), N("operand", unary_op.operand)}},
    [NODE_LAMBDA] = {SIZE(lambda), {F(PARAMS, "", lambda.params), N("body", lambda.body)}},
    [NODE_IF_EXP] = {SIZE(if_exp),
                     {N("test", if_exp.test), N("body", if_exp.body), N("orelse", if_exp.orelse)}},
    [NODE_DICT] = {SIZE(dict), {L("keys", dict.keys), L("values", dict.values)}},
    [NODE_SET] = ITEMS("elts"),
    [NODE_LIST_COMP] = COMP,
    [NODE_SET_COMP] = COMP,
    [NODE_DICT_COMP] = COMP,
    [NODE_GENERATOR] = COMP,
    [NODE_AWAIT] = VALUE,
    [NODE_YIELD] = VALUE,
    [NODE_YIELD_FROM] = VALUE,
    [NODE_COMPARE] = {SIZE(compare),
                      {N("left", compare.left), F(OPS, "ops", compare.ops),
                       L("comparators", compare.others)}},
    [NODE_CALL] = {SIZE(call),
                   {N("func", call.callee), L("args", call.args), L("keywords", call.keywords)}},
    [NODE_FSTRING] = {SIZE(fstring), {L("values", fstring.parts)}},
    [NODE_FIELD] = {SIZE(field),
                    {N("value", field.value), F(CONVERSION, "conversion", field.conversion),
                     N("format_spec", field.spec)}},
    [NODE_NONE] = {offsetof(Node, module)},
    [NODE_TRUE] = {offsetof(Node, module)},
    [NODE_FALSE] = {offsetof(Node, module)},
    [NODE_ELLIPSIS] = {offsetof(Node, module)},
    [NODE_INT] = {SIZE(int_), {F(INT, "value", int_)}},
    [NODE_FLOAT] = {SIZE(float_), {F(FLOAT, "value", float_)}},
    [NODE_IMAGINARY] = {SIZE(float_), {F(FLOAT, "value", float_)}},
    [NODE_STR] = {SIZE(str), {F(STR, "value", str)}},
    [NODE_BYTES] = {SIZE(str), {F(STR, "value", str)}},
    [NODE_ATTRIBUTE] = {SIZE(attribute),
                        {N("value", attribute.value), S("attr", attribute.name)}},
    [NODE_SUBSCRIPT] = {SIZE(subscript),
                        {N("value", subscript.value), N("slice", subscript.index)}},
    [NODE_STARRED] = VALUE,
    [NODE_NAME] = {SIZE(name), {S("id", name.id)}},
    [NODE_LIST] = ITEMS("elts"),
    [NODE_TUPLE] = ITEMS("elts"),
    [NODE_SLICE] = {SIZE(slice),
                    {N("lower", slice.lower), N("upper", slice.upper), N("step", slice.step)}},
    [NODE_MATCH_VALUE] = VALUE,
    [NODE_MATCH_SINGLETON] = VALUE,
    [NODE_MATCH_SEQUENCE] = PATTERNS,
    [NODE_MATCH_MAPPING] = {SIZE(match_mapping),
                            {L("keys", match_mapping.keys), L("patterns", match_mapping.patterns),
                             S("rest", match_mapping.rest)}},
    [NODE_MATCH_CLASS] = {SIZE(match_class),
                          {N("cls", match_class.cls), L("patterns", match_class.patterns),
                           F(NAMES, "kwd_attrs", match_class.keywords),
                           L("kwd_patterns", match_class.keyword_patterns)}},
    [NODE_MATCH_STAR] = {SIZE(match_star), {S("name", match_star.name)}},
    [NODE_MATCH_AS] = {SIZE(match_as),
                       {N("pattern", match_as.pattern), S("name", match_as.name)}},
    [NODE_MATCH_OR] = PATTERNS,
    [NODE_PARAM] = {SIZE(param),
                    {S("arg", param.name), N("annotation", param.annotation),
                     N("default", param.preset)}},
    [NODE_KEYWORD] = {SIZE(keyword), {S("arg", keyword.name), N("value", keyword.value)}},
    [NODE_COMP_FOR] = {SIZE(comp_for),
                       {N("target", comp_for.target), N("iter", comp_for.iter),
                        L("ifs", comp_for.conditions), F(BOOL, "is_async", comp_for.is_async)}},
    [NODE_HANDLER] = {SIZE(handler),
                      {N("type", handler.type), S("name", handler.name), L("body", handler.body)}},
    [NODE_ALIAS] = {SIZE(alias), {S("name", alias.name), S("asname", alias.asname)}},
    [NODE_WITH_ITEM] = {SIZE(with_item),
                        {N("context_expr", with_item.context),
                         N("optional_vars", with_item.target)}},
    [NODE_CASE] = {SIZE(case_),
                   {N("pattern", case_.pattern), N("guard", case_.guard), L("body", case_.body)}},
    [NODE_TYPE_VAR] = TYPE_PARAM,
    [NODE_TYPE_VAR_TUPLE] = TYPE_PARAM,
    [NODE_PARAM_SPEC] = TYPE_PARAM,
};

const char *ast_kind_name(NodeKind kind) {
  static const char *const names[NODE_KIND_COUNT] = {
#define X(member, name) #name,
      AST_KINDS(X)
#undef X
  };
  return names[kind];
}

const char *ast_op_name(AstOp op) {
  static const char *const names[AST_OP_COUNT] = {
#define X(member, name, text) #name,
      AST_OPERATORS(X)
#undef X
  };
  return names[op];
}

const char *ast_op_text(AstOp op) {
  static const char *const texts[AST_OP_COUNT] = {
#define X(member, name, text) text,
      AST_OPERATORS(X)
#undef X
  };
  return texts[op];
}

Node *ast_new(Arena *a, NodeKind kind, SrcRange at) {
  Node *n = arena_alloc(a, shapes[kind].size);
  n->kind = (uint8_t)kind;
  n->at = at;
  return n;
}

#define AT(n, field, T) ((T const *)((const char *)(n) + (field)->offset))

static void each_param(const Params *p, void (*f)(Node *child, void *state), void *state) {
  uint32_t plain = p->n_posonly + p->n_plain;
  for (uint32_t i = 0; i < plain; i++) f(p->data[i], state);
  if (p->vararg) f(p->vararg, state);
  for (uint32_t i = plain; i < plain + p->n_kwonly; i++) f(p->data[i], state);
  if (p->kwarg) f(p->kwarg, state);
}

void ast_each_child(const Node *n, void (*f)(Node *child, void *state), void *state) {
  for (const Field *field = shapes[n->kind].fields; field->type; field++) {
    if (field->type == FIELD_NODE) {
      Node *child = *AT(n, field, Node *);
      if (child) f(child, state);
    } else if (field->type == FIELD_LIST) {
      const NodeList *l = AT(n, field, NodeList);
      for (uint32_t i = 0; i < l->n; i++)
        if (l->data[i]) f(l->data[i], state);
    } else if (field->type == FIELD_PARAMS) {
      each_param(AT(n, field, Params), f, state);
    }
  }
}

// Printing: `field Kind scalar=... @line:col-line:col`, then the children, two columns deeper.

typedef struct Printer {
  FILE *out;
  bool places;
} Printer;

static void print_node(Printer *p, int depth, const char *field, const Node *n);

static void print_text(FILE *out, const char *s, size_t n) {
  fputc('"', out);
  for (size_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)s[i];
    if (c == '"' || c == '\\') fprintf(out, "\\%c", c);
    else if (c == '\n') fputs("\\n", out);
    else if (c < 0x20 || c >= 0x7f) fprintf(out, "\\x%02x", c);
    else fputc(c, out);
  }
  fputc('"', out);
}

static void print_int(FILE *out, const Node *n) {
  static const char *const prefixes[] = {[2] = "0b", [8] = "0o", [10] = "", [16] = "0x"};
  if (n->int_.is_small) fprintf(out, "%lld", (long long)n->int_.small);
  else fprintf(out, "%s%.*s", prefixes[n->int_.base], (int)n->int_.n, n->int_.digits);
}

static void print_names(FILE *out, const char *field, const NameList *l) {
  if (!l->n) return;
  fprintf(out, " %s=", field);
  for (uint32_t i = 0; i < l->n; i++) fprintf(out, "%s%s", i ? "," : "", l->data[i]);
}

static void print_scalar(FILE *out, const Node *n, const Field *f) {
  switch (f->type) {
  case FIELD_NAME: {
    const char *name = *AT(n, f, char *);
    if (name) fprintf(out, " %s=%s", f->name, name);
    break;
  }
  case FIELD_NAMES: print_names(out, f->name, AT(n, f, NameList)); break;
  case FIELD_OP: fprintf(out, " %s", ast_op_name(*AT(n, f, AstOp))); break;
  case FIELD_OPS:
    for (uint32_t i = 0; i < n->compare.others.n; i++)
      fprintf(out, " %s", ast_op_name(n->compare.ops[i]));
    break;
  case FIELD_BOOL:
    if (*AT(n, f, bool)) fprintf(out, " %s", f->name);
    break;
  case FIELD_LEVEL: fprintf(out, " level=%u", *AT(n, f, uint32_t)); break;
  case FIELD_CONVERSION:
    if (*AT(n, f, int)) fprintf(out, " !%c", *AT(n, f, int));
    break;
  case FIELD_INT:
    fputs(" int ", out);
    print_int(out, n);
    break;
  case FIELD_FLOAT:
    fprintf(out, " %s %.17g", n->kind == NODE_FLOAT ? "float" : "imaginary", n->float_.value);
    break;
  case FIELD_STR:
    fputs(n->kind == NODE_STR ? " str " : " bytes ", out);
    print_text(out, n->str.data, n->str.n);
    break;
  default: break;
  }
}

static void print_params(Printer *p, int depth, const Params *l) {
  uint32_t i = 0, plain = l->n_posonly + l->n_plain;
  for (; i < l->n_posonly; i++) print_node(p, depth, "posonlyarg", l->data[i]);
  for (; i < plain; i++) print_node(p, depth, "arg", l->data[i]);
  if (l->vararg) print_node(p, depth, "vararg", l->vararg);
  for (; i < plain + l->n_kwonly; i++) print_node(p, depth, "kwonlyarg", l->data[i]);
  if (l->kwarg) print_node(p, depth, "kwarg", l->kwarg);
}

static void print_children(Printer *p, int depth, const Node *n, const Field *f) {
  if (f->type == FIELD_PARAMS) print_params(p, depth, AT(n, f, Params));
  if (f->type == FIELD_NODE && *AT(n, f, Node *)) print_node(p, depth, f->name, *AT(n, f, Node *));
  if (f->type != FIELD_LIST) return;
  const NodeList *l = AT(n, f, NodeList);
  for (uint32_t i = 0; i < l->n; i++) print_node(p, depth, f->name, l->data[i]);
}

static void print_node(Printer *p, int depth, const char *field, const Node *n) {
  fprintf(p->out, "%*s%s%s", 2 * depth, "", field, *field ? " " : "");
  if (!n) {
    fputs("null\n", p->out);
    return;
  }
  fputs(ast_kind_name(n->kind), p->out);
  if (n->kind >= NODE_NONE && n->kind <= NODE_ELLIPSIS) {
    static const char *const names[] = {"None", "True", "False", "Ellipsis"};
    fprintf(p->out, " %s", names[n->kind - NODE_NONE]);
  }
  const Field *fields = shapes[n->kind].fields;
  for (const Field *f = fields; f->type; f++) print_scalar(p->out, n, f);
  if (p->places && n->at.line)
    fprintf(p->out, " @%u:%u-%u:%u", n->at.line, n->at.col, n->at.end_line, n->at.end_col);
  fputc('\n', p->out);
  for (const Field *f = fields; f->type; f++) print_children(p, depth + 1, n, f);
}

void ast_print(FILE *out, const Node *n, bool places) {
  print_node(&(Printer){out, places}, 0, "", n);
}
