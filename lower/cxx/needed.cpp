// needed.cpp -- linking a file of bitcode for the sake of what a module calls.
#include "llvm/Bitcode/BitcodeReader.h"
#include "llvm/IR/Module.h"
#include "llvm/Linker/Linker.h"
#include "llvm/Support/MemoryBuffer.h"

#include "lower/cxx/needed.h"

using namespace llvm;

bool link_needed(LLVMModuleRef ref, const char *path) {
  Module &m = *unwrap(ref);
  auto file = MemoryBuffer::getFile(path);
  if (!file) return false;
  auto lazy = getOwningLazyBitcodeModule(std::move(*file), m.getContext());
  if (!lazy) return consumeError(lazy.takeError()), false;
  (*lazy)->setTargetTriple(m.getTargetTriple());
  (*lazy)->setDataLayout(m.getDataLayout());
  return !Linker::linkModules(m, std::move(*lazy), Linker::LinkOnlyNeeded);
}
