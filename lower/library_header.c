// library_header.c -- the C header of a library, and its manifest: what it holds, as JSON.
#include <ctype.h>
#include <string.h>

#include "dialect/support/strbuf.h"
#include "lower/emit.h"
#include "lower/host/host.h"
#include "lower/library_internal.h"
#include "lower/output.h"
#include "lower/platform.h"
#include "runtime/library/library.h"

const char *library_c_type(MlirType e) {
  static const char *const ints[] = {"int8_t", "int16_t", "int32_t", "int64_t"};
  static const char *const unsigneds[] = {"uint8_t", "uint16_t", "uint32_t", "uint64_t"};
  int bits = element_bits(e);
  if (element_is_bool(e)) return "uint8_t";
  if (element_is_complex(e)) return bits == 64 ? "float" : "double";
  if (element_is_float(e) && bits >= 32) return bits == 64 ? "double" : "float";
  if (element_is_float(e)) return bits == 16 ? "uint16_t" : "uint8_t";
  int k = bits == 8 ? 0 : bits == 16 ? 1 : bits == 32 ? 2 : 3;
  return element_is_unsigned(e) ? unsigneds[k] : ints[k];
}

// Names that C and C++ leave for fields: a keyword gets an underscore, a name that was there a
// number.
static const char *field_name(Arena *a, const char *name) {
  static const char *const words[] = {
      "auto", "break", "case", "char", "class", "const", "continue", "default", "delete", "do",
      "double", "else", "enum", "explicit", "export", "extern", "false", "float", "for", "friend",
      "goto", "if", "inline", "int", "long", "mutable", "namespace", "new", "operator", "private",
      "protected", "public", "register", "restrict", "return", "short", "signed", "sizeof",
      "static", "struct", "switch", "template", "this", "throw", "true", "try", "typedef",
      "typename", "union", "unsigned", "using", "virtual", "void", "volatile", "while", "bool",
      "and", "or", "not", "xor", "requires", "concept", "asm", "catch", "typeof", "nullptr"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (!strcmp(words[i], name)) return arena_printf(a, "%s_", name);
  return name;
}

static const char **field_names(Arena *a, int n, const char **names) {
  const char **out = ARENA_ARRAY(a, const char *, n + 1);
  for (int i = 0; i < n; i++) {
    const char *first = out[i] = field_name(a, names[i]);
    for (int k = 0, number = 1; k < i; k++) {
      if (strcmp(out[k], out[i])) continue;
      out[i] = arena_printf(a, "%s_%d", first, number++);
      k = -1;
    }
  }
  return out;
}

typedef struct Fields {
  int n;
  const MlirType *types;
  const char **names, **arguments; // arguments: names of those whose memory results may take
  const int *places;               // null: arguments
  const Entry *chooser;            // null: an entry of one size
} Fields;

static const char *field_note(Arena *a, const Fields *f, int i) {
  if (f->chooser && entry_batched(f->chooser, f->places, i))
    return arena_printf(a, "; `rows` of its rows");
  if (!f->places || f->places[i] < 0) return "";
  return arena_printf(a, "; may be the memory of %s", f->arguments[f->places[i]]);
}

static void header_struct(StrBuf *s, const char *full, const char *what, const Fields *f) {
  int n = f->n;
  const MlirType *types = f->types;
  const char **names = f->names, *qualifier = f->places ? "" : "const ";
  strbuf_printf(s, "typedef struct %s_%s {\n", full, what);
  if (f->chooser && !f->places)
    strbuf_printf(s, "  int64_t rows; // 1 to %lld\n",
                  (long long)f->chooser->choices[f->chooser->nchoices - 1]->rows);
  for (int i = 0; i < n; i++) {
    MlirType e = type_element(types[i]);
    const char *pair = element_is_complex(e) ? "[2]" : "";
    if (type_rank(types[i]))
      strbuf_printf(s, "  %s%s *%s; // %s%s\n", qualifier, library_c_type(e), names[i],
                    type_text(types[i]), field_note(s->arena, f, i));
    else
      strbuf_printf(s, "  %s %s%s; // %s\n", library_c_type(e), names[i], pair,
                    type_text(types[i]));
  }
  if (!n) strbuf_puts(s, "  char none;\n");
  strbuf_printf(s, "} %s_%s;\n\n", full, what);
}

static const char *upper(Arena *a, const char *s) {
  char *u = arena_strdup(a, s);
  for (char *c = u; *c; c++)
    *c = (char)toupper((unsigned char)*c);
  return u;
}

static void header_entry(StrBuf *s, const Library *l, const Entry *e, Arena *a) {
  const char *full = arena_printf(a, "%s%s", l->prefix, e->name);
  const Entry *chooser = e->choices ? e : NULL;
  const char **in = field_names(a, e->nin, e->in_names);
  const char **out = field_names(a, e->nout, e->out_names);
  header_struct(s, full, "args", &(Fields){e->nin, e->in, in, NULL, NULL, chooser});
  header_struct(s, full, "results", &(Fields){e->nout, e->out, out, in, e->places, chooser});
  strbuf_printf(s, "// Bytes of workspace, to be aligned to %d.\n", WORKSPACE_ALIGN);
  strbuf_printf(s, "#define %s_WORKSPACE %lld\n\n", upper(a, full), (long long)e->workspace);
  strbuf_puts(
      s, "// Keeps no state; may run in several threads at once, each with its own workspace.\n");
  strbuf_printf(s,
                "int %s(const %s_args *args, %s_results *results,\n    void *workspace, "
                "size_t size, const cjax_call *call);\n\n",
                full, full, full);
}

// What a caller may give to a call; the same in the headers of all libraries.
static const char call_type[] =
    "#ifndef CJAX_CALL\n#define CJAX_CALL\n"
    "// What the caller of a function may give; each part may be null, and so may all of it.\n"
    "typedef struct cjax_call {\n"
    "  // Calls body(data, begin, end) on ranges that cover 0..n-1, of `grain` or more each, on\n"
    "  // any threads, and returns when all are done.  Null: the program runs on one thread.\n"
    "  void *pool;\n"
    "  void (*parallel_for)(void *pool, void (*body)(void *data, int64_t begin, int64_t end),\n"
    "                       void *data, int64_t n, int64_t grain);\n"
    "  // Takes what the program prints, a line or a part of one at a time; stream: 1 is\n"
    "  // stdout, 2 stderr.  Null: nobody does.\n"
    "  void *sink;\n"
    "  void (*print)(void *sink, int stream, const char *text, size_t size);\n"
    "  // Where the text of a failed check goes, cut to message_size - 1 characters.\n"
    "  char *message;\n"
    "  size_t message_size;\n"
    "} cjax_call;\n#endif\n\n";

static void header_text(StrBuf *s, const Library *l, Arena *a) {
  const char *slash = strrchr(l->stem, '/'), *up = upper(a, l->prefix);
  strbuf_printf(s, "// %s.h -- made by cjaxc.  Arrays are row-major; a bool is one byte, 0 or 1.\n",
                slash ? slash + 1 : l->stem);
  strbuf_printf(s, "#ifndef %sH\n#define %sH\n\n#include <stddef.h>\n#include <stdint.h>\n\n", up,
                up);
  strbuf_puts(s, "#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n");
  strbuf_puts(s, call_type);
  library_print_calls(s, l);
  strbuf_puts(s, "// What the functions return.\n");
  strbuf_printf(s, "enum {\n  %sOK = 0,\n  %sNULL_POINTER = %d,\n  %sWORKSPACE_TOO_SMALL = %d,\n",
                up, up, ERROR_NULL, up, ERROR_SMALL);
  strbuf_printf(s, "  %sWORKSPACE_NOT_ALIGNED = %d,\n  %sCHECK_FAILED = %d,\n", up, ERROR_ALIGN, up,
                STATUS_CHECK);
  strbuf_printf(s, "  %sEXITED = %d,\n  %sROWS_OUT_OF_RANGE = %d\n};\n\n", up, STATUS_EXIT, up,
                STATUS_ROWS);
  strbuf_printf(s, "static inline const char *%serror(int code) {\n", l->prefix);
  strbuf_puts(s, "  return code == 0   ? \"no error\"\n"
                 "         : code == 1 ? \"a pointer is null\"\n"
                 "         : code == 2 ? \"the workspace is too small\"\n"
                 "         : code == 3 ? \"the workspace is not aligned to 64 bytes\"\n"
                 "         : code == 4 ? \"a check of the program failed\"\n"
                 "         : code == 5 ? \"the program called exit\"\n"
                 "         : code == 6 ? \"there are no rows, or more than the most\"\n"
                 "                     : \"unknown error\";\n}\n\n");
  for (int i = 0; i < l->n; i++) header_entry(s, l, &l->entries[i], a);
  strbuf_printf(s, "// What %slibrary_abi() says of the library that this header belongs to.\n"
                "#define %sLIBRARY_ABI UINT64_C(0x%016llx)\nuint64_t %slibrary_abi(void);\n\n",
                l->prefix, up, (unsigned long long)l->abi, l->prefix);
  strbuf_puts(s, "#ifdef __cplusplus\n}\n#endif\n\n#endif\n");
}

//===-- the manifest ------------------------------------------------------------------------===//

static void manifest_values(StrBuf *s, Arena *a, const Entry *e, bool result) {
  const int n = result ? e->nout : e->nin, *places = result ? e->places : NULL;
  const MlirType *types = result ? e->out : e->in;
  const char **fields = field_names(a, n, result ? e->out_names : e->in_names);
  const char *what = result ? "results" : "arguments";
  strbuf_printf(s, "      \"%s\": [", what);
  for (int i = 0; i < n; i++) {
    Dims d = type_dims(types[i]);
    strbuf_printf(s, "%s\n        {\"name\": \"%s\", \"dtype\": \"%s\", \"shape\": [", i ? "," : "",
                  fields[i], dtype_name(element_dtype(type_element(types[i]))));
    bool batched = e->choices && entry_batched(e, result, i);
    if (batched) strbuf_puts(s, "null");
    for (int k = batched; k < d.n; k++)
      strbuf_printf(s, "%s%lld", k ? ", " : "", (long long)d.d[k]);
    strbuf_puts(s, "]");
    if (places && places[i] >= 0) strbuf_printf(s, ", \"in_place\": %d", places[i]);
    strbuf_puts(s, "}");
  }
  strbuf_puts(s, "],\n");
}

static void manifest_entry(StrBuf *s, Arena *a, const Library *l, const Entry *e) {
  strbuf_printf(s, "    {\n      \"name\": \"%s\",\n      \"symbol\": \"%s%s\",\n", e->name,
                l->prefix, e->name);
  strbuf_printf(s, "      \"workspace\": %lld,\n", (long long)e->workspace);
  for (int i = 0; i < e->nchoices; i++)
    strbuf_printf(s, "%s%lld%s", i ? ", " : "      \"rows\": [", (long long)e->choices[i]->rows,
                  i + 1 < e->nchoices ? "" : "],\n");
  manifest_values(s, a, e, false);
  manifest_values(s, a, e, true);
  strbuf_printf(s, "      \"trees\": %s\n    }", e->trees ? e->trees : "null");
}

void library_entries(StrBuf *s, Arena *a, const Library *l) {
  strbuf_printf(s, "  \"prefix\": \"%s\",\n  \"alignment\": %d,\n  \"entries\": [\n", l->prefix,
                WORKSPACE_ALIGN);
  for (int i = 0; i < l->n; i++) {
    manifest_entry(s, a, l, &l->entries[i]);
    strbuf_puts(s, i + 1 < l->n ? ",\n" : "\n");
  }
  strbuf_puts(s, "  ]\n");
}

static void manifest_text(StrBuf *s, const Library *l, Arena *a) {
  strbuf_printf(s, "{\n  \"format\": 1,\n  \"compiler\": \"cjaxc 0.1.0\",\n");
  strbuf_printf(s, "  \"target\": \"%s\",\n", l->platform->name);
  strbuf_printf(s, "  \"cpu\": \"%s\",\n  \"abi\": \"%016llx\",\n", l->cpu,
                (unsigned long long)l->abi);
  library_list_calls(s, l);
  library_entries(s, a, l);
  strbuf_puts(s, "}\n");
}

//===-- files -------------------------------------------------------------------------------===//

typedef void TextFn(StrBuf *s, const Library *l, Arena *a);

// STEM.SUFFIX with that text.
static bool write_file(const Library *l, const char *suffix, TextFn *text) {
  Arena a;
  arena_init(&a);
  StrBuf s;
  strbuf_init(&s, &a);
  text(&s, l, &a);
  bool ok = output_write(arena_printf(&a, "%s.%s", l->stem, suffix), s.data, s.n);
  return arena_release(&a), ok;
}

bool library_write_header(const Library *l) { return write_file(l, "h", header_text); }
bool library_write_manifest(const Library *l) { return write_file(l, "json", manifest_text); }
