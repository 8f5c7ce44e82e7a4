// symbols.cpp -- the functions that an object, an archive or a shared library defines.
#include "llvm/IR/LLVMContext.h"
#include "llvm/Object/Archive.h"
#include "llvm/Object/ELFObjectFile.h"
#include "llvm/Object/ObjectFile.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

#include "lower/cxx/symbols.h"

using namespace llvm;
using namespace llvm::object;

namespace {
struct Taker {
  SymbolTaker *take;
  void *data;
};
} // namespace

static Expected<bool> is_function(const BasicSymbolRef &s, uint32_t flags) {
  if (!isa<ObjectFile>(s.getObject())) return flags & SymbolRef::SF_Executable; // bitcode
  auto type = SymbolRef(s).getType();
  if (!type) return type.takeError();
  return *type == SymbolRef::ST_Function;
}

static Error take_symbol(const BasicSymbolRef &s, const Taker &t) {
  auto flags = s.getFlags();
  if (!flags) return flags.takeError();
  if (*flags & SymbolRef::SF_Undefined || !(*flags & SymbolRef::SF_Global)) return Error::success();
  auto function = is_function(s, *flags);
  if (!function) return function.takeError();
  if (!*function) return Error::success();
  std::string name;
  raw_string_ostream out(name);
  if (Error e = s.printName(out)) return e;
  t.take(t.data, name.data(), name.size());
  return Error::success();
}

// Its table for linkers: of a shared library, which may be stripped, the one that loaders read.
// Bitcode, for linkers that optimise, has one like an object's.
static Error take_object(const SymbolicFile &o, const Taker &t) {
  auto *elf = dyn_cast<ELFObjectFileBase>(&o);
  if (elf && elf->getEType() == ELF::ET_DYN) {
    for (SymbolRef s : elf->getDynamicSymbolIterators())
      if (Error e = take_symbol(s, t)) return e;
    return Error::success();
  }
  for (BasicSymbolRef s : o.symbols())
    if (Error e = take_symbol(s, t)) return e;
  return Error::success();
}

static Error take_archive(const Archive &archive, LLVMContext &context, const Taker &t) {
  Error e = Error::success();
  for (const Archive::Child &child : archive.children(e)) {
    auto member = child.getAsBinary(&context);
    if (!member) {
      consumeError(member.takeError()); // no object: linkers pass over it, too
      continue;
    }
    if (auto *o = dyn_cast<SymbolicFile>(member->get()))
      if (Error inner = take_object(*o, t)) return joinErrors(std::move(inner), std::move(e));
  }
  return e;
}

static Error take_file(MemoryBufferRef file, const Taker &t) {
  LLVMContext context;
  auto binary = createBinary(file, &context);
  if (!binary) return binary.takeError();
  if (auto *archive = dyn_cast<Archive>(binary->get())) return take_archive(*archive, context, t);
  if (auto *o = dyn_cast<SymbolicFile>(binary->get())) return take_object(*o, t);
  return createStringError("it is neither an object nor an archive");
}

const char *object_symbols(const char *path, SymbolTaker *take, void *data) {
  static std::string why;
  auto file = MemoryBuffer::getFile(path, false, false);
  why = !file ? file.getError().message() : toString(take_file(**file, {take, data}));
  return why.empty() ? nullptr : why.c_str();
}
