// lld.cpp -- lld as a function.
#include "lower/linker.h"

#include "lld/Common/Driver.h"
#include "llvm/Plugins/PassPlugin.h"
#include "llvm/Support/raw_ostream.h"

// Of link-time optimisation, which is not used here.
llvm::PassPluginLibraryInfo getPollyPluginInfo();
llvm::PassPluginLibraryInfo getPollyPluginInfo() {
  return {LLVM_PLUGIN_API_VERSION, "none", "", [](llvm::PassBuilder &) {}};
}

LLD_HAS_DRIVER(elf)
LLD_HAS_DRIVER(wasm)

int linker_main(int argc, char **argv) {
  llvm::SmallVector<const char *, 64> args(argv, argv + argc);
  lld::Result r = lld::lldMain(args, llvm::outs(), llvm::errs(),
                               {{lld::Gnu, &lld::elf::link}, {lld::Wasm, &lld::wasm::link}});
  llvm::outs().flush();
  return r.retCode;
}
