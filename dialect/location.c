// location.c -- MLIR's locations to and from source ranges, and MLIR's messages as ours.
#include "dialect/location.h"

#include "dialect/support/arena.h"
#include "dialect/support/strbuf.h"

#include <mlir-c/BuiltinAttributes.h>
#include <mlir-c/Diagnostics.h>
#include <string.h>

static SrcRange range_of_file_loc(MlirLocation loc) {
  MlirStringRef name = mlirIdentifierStr(mlirLocationFileLineColRangeGetFilename(loc));
  static Arena names;
  Arena scratch;
  arena_init(&scratch);
  uint32_t file = diag_find_file(arena_strndup(&scratch, name.data, name.length));
  arena_release(&scratch);
  if (!file) file = diag_add_file(arena_strndup(&names, name.data, name.length), "", 0);
  return (SrcRange){file, (uint32_t)mlirLocationFileLineColRangeGetStartLine(loc),
                    (uint32_t)mlirLocationFileLineColRangeGetStartColumn(loc),
                    (uint32_t)mlirLocationFileLineColRangeGetEndLine(loc),
                    (uint32_t)mlirLocationFileLineColRangeGetEndColumn(loc)};
}

SrcRange loc_range(MlirLocation loc) {
  if (mlirLocationIsAFileLineColRange(loc)) return range_of_file_loc(loc);
  if (mlirLocationIsACallSite(loc)) return loc_range(mlirLocationCallSiteGetCallee(loc));
  if (mlirLocationIsAName(loc)) return loc_range(mlirLocationNameGetChildLoc(loc));
  if (!mlirLocationIsAFused(loc)) return (SrcRange){0};
  MlirLocation part[16];
  unsigned n = mlirLocationFusedGetNumLocations(loc);
  if (n > 16) return (SrcRange){0};
  mlirLocationFusedGetLocations(loc, part);
  for (unsigned i = 0; i < n; i++) {
    SrcRange at = loc_range(part[i]);
    if (at.line) return at;
  }
  return (SrcRange){0};
}

MlirLocation loc_of_range(MlirContext ctx, SrcRange at) {
  if (!at.line) return mlirLocationUnknownGet(ctx);
  MlirStringRef name = mlirStringRefCreateFromCString(diag_file_name(at.file));
  if (!at.end_line) return mlirLocationFileLineColGet(ctx, name, at.line, at.col);
  return mlirLocationFileLineColRangeGet(ctx, name, at.line, at.col, at.end_line, at.end_col);
}

static void add_text(MlirStringRef s, void *buf) { strbuf_add(buf, s.data, s.length); }

// The note that prints the whole op says nothing a user wrote.
static bool is_noise(const char *text) { return !strncmp(text, "see current operation", 21); }

static void report(MlirDiagnostic d, bool is_note) {
  Arena a;
  arena_init(&a);
  StrBuf text;
  strbuf_init(&text, &a);
  mlirDiagnosticPrint(d, add_text, &text);
  SrcRange at = loc_range(mlirDiagnosticGetLocation(d));
  MlirDiagnosticSeverity severity = mlirDiagnosticGetSeverity(d);
  if (is_note || severity == MlirDiagnosticNote || severity == MlirDiagnosticRemark) {
    if (!is_noise(text.data)) diag_note(at, "%s", text.data);
  } else if (severity == MlirDiagnosticWarning) diag_warning(at, NULL, "%s", text.data);
  else diag_error(at, NULL, NULL, "%s", text.data);
  for (intptr_t i = 0; i < mlirDiagnosticGetNumNotes(d); i++)
    report(mlirDiagnosticGetNote(d, i), true);
  arena_release(&a);
}

static MlirLogicalResult handle(MlirDiagnostic d, void *unused) {
  report(d, false);
  return mlirLogicalResultSuccess();
}

void loc_attach_diagnostics(MlirContext ctx) {
  mlirContextAttachDiagnosticHandler(ctx, handle, NULL, NULL);
}
