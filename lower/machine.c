// machine.c -- LLVM IR, optimised for a CPU level, as text, assembly or an object.
//
// Denormals are flushed: the attribute tells LLVM what the control register, set at start, does.
// Everything but the entry and the runtime's symbols is internal, so that kernels are inlined where
// that pays and unused code goes.
#include "lower/machine.h"

#include <errno.h>
#include <llvm-c/Analysis.h>
#include <llvm-c/Core.h>
#include <llvm-c/Error.h>
#include <llvm-c/Target.h>
#include <llvm-c/TargetMachine.h>
#include <llvm-c/Transforms/PassBuilder.h>
#include <mlir-c/RegisterEverything.h>
#include <mlir-c/Target/LLVMIR.h>
#include <string.h>
#include <unistd.h>

#include "dialect/support/diag.h"
#include "lower/output.h"
#include "lower/parallel.h"

typedef struct Cpu {
  const char *name, *features, *vector_bits;
} Cpu;

static Cpu cpu_of(const char *name) {
  if (!name) name = "x86-64-v3";
  if (!strcmp(name, "native")) return (Cpu){LLVMGetHostCPUName(), LLVMGetHostCPUFeatures(), "512"};
  return (Cpu){name, "", !strcmp(name, "x86-64-v4") ? "512" : "256"};
}

static LLVMTargetMachineRef machine_create(const Cpu *cpu, int opt_level) {
  LLVMInitializeX86TargetInfo();
  LLVMInitializeX86Target();
  LLVMInitializeX86TargetMC();
  LLVMInitializeX86AsmPrinter();
  const char *triple = "x86_64-unknown-linux-musl";
  LLVMTargetRef target;
  char *error = NULL;
  if (LLVMGetTargetFromTriple(triple, &target, &error)) BUG("no target: %s", error);
  return LLVMCreateTargetMachine(target, triple, cpu->name, cpu->features,
                                 opt_level ? LLVMCodeGenLevelAggressive : LLVMCodeGenLevelNone,
                                 LLVMRelocPIC, LLVMCodeModelDefault);
}

static void function_attrs(LLVMValueRef f, const Cpu *cpu, const Library *lib) {
  LLVMContextRef ctx = LLVMGetModuleContext(LLVMGetGlobalParent(f));
  LLVMAddAttributeAtIndex(
      f, (LLVMAttributeIndex)LLVMAttributeFunctionIndex,
      LLVMCreateEnumAttribute(ctx, LLVMGetEnumAttributeKindForName("nounwind", 8), 0));
  if (LLVMIsDeclaration(f)) return;
  LLVMAddTargetDependentFunctionAttr(f, "target-cpu", cpu->name);
  if (*cpu->features) LLVMAddTargetDependentFunctionAttr(f, "target-features", cpu->features);
  LLVMAddTargetDependentFunctionAttr(f, "prefer-vector-width", cpu->vector_bits);
  LLVMAddTargetDependentFunctionAttr(f, "denormal-fp-math", "preserve-sign,preserve-sign");
  const char *name = LLVMGetValueName(f);
  bool exported = lib ? library_exports(lib, name) : !strncmp(name, "cjax_", 5);
  if (!exported) LLVMSetLinkage(f, LLVMInternalLinkage);
}

// The one level whose copies of functions the runtime is to use; native: the machine's own, asked for.
static int cpu_level(const char *name) {
  if (name && !strcmp(name, "native")) return 0;
  size_t n = name ? strlen(name) : 0;
  return !name ? 3 : name[n - 2] == 'v' ? name[n - 1] - '0' : 2;
}

static void fix_level(LLVMModuleRef lm, int level) {
  LLVMTypeRef i32 = LLVMInt32TypeInContext(LLVMGetModuleContext(lm));
  LLVMValueRef fixed = LLVMAddGlobal(lm, i32, "cjax_la_fixed");
  LLVMSetInitializer(fixed, LLVMConstInt(i32, (unsigned)level, 0));
  LLVMSetGlobalConstant(fixed, 1);
}

static bool machine_optimise(LLVMModuleRef lm, LLVMTargetMachineRef tm, int opt_level) {
  LLVMPassBuilderOptionsRef po = LLVMCreatePassBuilderOptions();
  LLVMPassBuilderOptionsSetLoopVectorization(po, 1);
  LLVMPassBuilderOptionsSetSLPVectorization(po, 1);
  LLVMPassBuilderOptionsSetLoopInterleaving(po, 1);
  LLVMPassBuilderOptionsSetLoopUnrolling(po, 1);
  LLVMErrorRef e = LLVMRunPasses(lm, opt_level ? "default<O3>" : "default<O0>", tm, po);
  LLVMDisposePassBuilderOptions(po);
  if (!e) return true;
  BUG("LLVM: %s", LLVMGetErrorMessage(e));
}

// Code to the file at `path`, or to *fd where that is not null.
static bool write_code(const char *path, int *fd, const void *data, size_t n) {
  if (!fd) return output_write(path, data, n);
  *fd = output_memory();
  if (*fd < 0 || output_append(*fd, data, n)) return *fd >= 0;
  diag_io("CJ0701", "cannot write a temporary file: %s", strerror(errno));
  close(*fd);
  return false;
}

static bool machine_write(LLVMModuleRef lm, LLVMTargetMachineRef tm, EmitKind kind,
                          const char *path, int *fd) {
  if (kind == EMIT_LLVM) {
    char *text = LLVMPrintModuleToString(lm);
    bool ok = output_write(path, text, strlen(text));
    LLVMDisposeMessage(text);
    return ok;
  }
  char *error = NULL;
  LLVMMemoryBufferRef code;
  LLVMCodeGenFileType type = kind == EMIT_ASM ? LLVMAssemblyFile : LLVMObjectFile;
  if (LLVMTargetMachineEmitToMemoryBuffer(tm, lm, type, &error, &code)) BUG("LLVM: %s", error);
  bool ok = write_code(path, fd, LLVMGetBufferStart(code), LLVMGetBufferSize(code));
  LLVMDisposeMemoryBuffer(code);
  return ok;
}

// Nothing that a library keeps in memory has a name outside.
static void hide_globals(LLVMModuleRef lm) {
  for (LLVMValueRef g = LLVMGetFirstGlobal(lm); g; g = LLVMGetNextGlobal(g))
    if (!LLVMIsDeclaration(g)) LLVMSetLinkage(g, LLVMInternalLinkage);
}

static bool emit(MlirModule m, const LowerOptions *o, const Library *lib, const char *path,
                 int *fd) {
  mlirRegisterAllLLVMTranslations(mlirModuleGetContext(m));
  LLVMContextRef ctx = LLVMContextCreate();
  LLVMModuleRef lm = mlirTranslateModuleToLLVMIR(mlirModuleGetOperation(m), ctx);
  if (!lm) return false;
  parallel_define(lm, lib);
  if (lib) library_define(lib, lm);
  if (o->no_dispatch && cpu_level(o->cpu)) fix_level(lm, cpu_level(o->cpu));
  Cpu cpu = cpu_of(o->cpu);
  LLVMTargetMachineRef tm = machine_create(&cpu, o->opt_level);
  LLVMTargetDataRef layout = LLVMCreateTargetDataLayout(tm);
  LLVMSetModuleDataLayout(lm, layout);
  LLVMSetTarget(lm, "x86_64-unknown-linux-musl");
  bool ok = !lib || library_link(lm, o);
  for (LLVMValueRef f = LLVMGetFirstFunction(lm); f; f = LLVMGetNextFunction(f))
    function_attrs(f, &cpu, lib);
  if (lib) hide_globals(lm);
  ok = ok && machine_optimise(lm, tm, o->opt_level) && machine_write(lm, tm, o->emit, path, fd);
  LLVMDisposeTargetData(layout);
  LLVMDisposeTargetMachine(tm);
  LLVMDisposeModule(lm);
  LLVMContextDispose(ctx);
  return ok;
}

bool machine_emit(MlirModule m, const LowerOptions *o, const char *path) {
  return emit(m, o, NULL, path, NULL);
}

int machine_object(MlirModule m, const LowerOptions *o, const Library *lib) {
  int fd = -1;
  return emit(m, o, lib, NULL, &fd) ? fd : -1;
}
