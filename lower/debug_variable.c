// debug_variable.c -- -g -O0: what DWARF says about the program's variables.
//
//   call @"variable:x:float32:3"(%p)   ->   store %p, %slot   ; x: float32[3], at what %slot holds
#include <llvm-c/Core.h>
#include <llvm-c/DebugInfo.h>
#include <stdlib.h>
#include <string.h>

#include "lower/machine.h"

enum { MOST_DIMS = 16, BITS_OF_POINTER = 64, DEREFERENCE = 0x06 }; // DW_OP_deref
enum { IS_BOOL = 2, IS_COMPLEX = 3, IS_FLOAT = 4, IS_SIGNED = 5, IS_UNSIGNED = 7 }; // DW_ATE_

typedef struct Debug {
  LLVMModuleRef m;
  LLVMContextRef ctx;
  LLVMDIBuilderRef di;
  LLVMBuilderRef b;
} Debug;

// bfloat16, which debuggers do not know, is its bits.
static unsigned encoding_of(const char *dtype) {
  if (!strncmp(dtype, "bool", 4)) return IS_BOOL;
  if (!strncmp(dtype, "complex", 7)) return IS_COMPLEX;
  if (!strncmp(dtype, "float", 5)) return IS_FLOAT;
  return !strncmp(dtype, "int", 3) ? IS_SIGNED : IS_UNSIGNED;
}

static uint64_t bits_of(const char *dtype) {
  const char *digits = dtype + strcspn(dtype, "0123456789");
  return *digits ? strtoull(digits, NULL, 10) : 8;
}

// "float32:3:4"
static LLVMMetadataRef type_of(Debug *d, const char *text) {
  LLVMMetadataRef dims[MOST_DIMS];
  unsigned n = 0;
  uint64_t bits = bits_of(text), count = 1;
  size_t length = strcspn(text, ":");
  LLVMMetadataRef element = LLVMDIBuilderCreateBasicType(d->di, text, length, bits,
                                                         encoding_of(text), LLVMDIFlagZero);
  for (const char *s = text + length; *s && n < MOST_DIMS; n++) {
    int64_t size = strtoll(s + 1, (char **)&s, 10);
    dims[n] = LLVMDIBuilderGetOrCreateSubrange(d->di, 0, size);
    count *= (uint64_t)size;
  }
  return n ? LLVMDIBuilderCreateArrayType(d->di, bits * count, 0, element, dims, n) : element;
}

static void declare(Debug *d, LLVMValueRef call, const char *name) {
  LLVMValueRef f = LLVMGetBasicBlockParent(LLVMGetInstructionParent(call));
  LLVMMetadataRef scope = LLVMGetSubprogram(f);
  if (!scope) return;
  const char *type = strchr(name, ':') + 1;
  unsigned line = LLVMGetDebugLocLine(call);
  LLVMMetadataRef file = LLVMDIScopeGetFile(scope);
  LLVMMetadataRef variable = LLVMDIBuilderCreateAutoVariable(
      d->di, scope, name, (size_t)(type - name) - 1, file, line, type_of(d, type), true,
      LLVMDIFlagZero, 0);
  uint64_t deref = DEREFERENCE;
  LLVMMetadataRef at = LLVMDIBuilderCreateExpression(d->di, &deref, 1);
  LLVMMetadataRef where = LLVMDIBuilderCreateDebugLocation(d->ctx, line, 0, scope, NULL);
  LLVMPositionBuilderBefore(d->b, LLVMGetFirstInstruction(LLVMGetEntryBasicBlock(f)));
  LLVMValueRef slot = LLVMBuildAlloca(d->b, LLVMPointerTypeInContext(d->ctx, 0), "");
  LLVMPositionBuilderBefore(d->b, call);
  LLVMBuildStore(d->b, LLVMGetOperand(call, 0), slot);
  LLVMDIBuilderInsertDeclareRecordBefore(d->di, slot, variable, at, where, call);
}

// The calls of a declaration go, and it with them.
static void replace_calls(Debug *d, LLVMValueRef f, const char *name) {
  for (LLVMUseRef u = LLVMGetFirstUse(f); u; u = LLVMGetFirstUse(f)) {
    LLVMValueRef call = LLVMGetUser(u);
    if (name) declare(d, call, name);
    LLVMInstructionEraseFromParent(call);
  }
  LLVMDeleteFunction(f);
}

void debug_variables(LLVMModuleRef m) {
  LLVMContextRef ctx = LLVMGetModuleContext(m);
  Debug d = {m, ctx, NULL, NULL};
  for (LLVMValueRef f = LLVMGetFirstFunction(m), next; f; f = next) {
    next = LLVMGetNextFunction(f);
    const char *name = LLVMGetValueName(f);
    bool end = !strcmp(name, "variable.end");
    if (!end && strncmp(name, "variable:", 9)) continue;
    if (!d.di) d.di = LLVMCreateDIBuilderDisallowUnresolved(m),
        d.b = LLVMCreateBuilderInContext(ctx);
    replace_calls(&d, f, end ? NULL : name + 9);
  }
  if (!d.di) return;
  LLVMDIBuilderFinalize(d.di);
  LLVMDisposeDIBuilder(d.di);
  LLVMDisposeBuilder(d.b);
}
