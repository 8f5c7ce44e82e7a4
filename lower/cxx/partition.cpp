// partition.cpp -- an LLVM module cut into parts that are compiled by themselves.
//
// A unit is what LLVM's inliner and its constants should see together: a function, those that it
// calls and that may be inlined, the variables that nothing else uses.  Units follow one another
// into a part until it is large enough to be worth a compilation of its own; where a part ends
// depends on what is in it, so that a unit more or less moves the ends nearby only.
#include "llvm/ADT/EquivalenceClasses.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Bitcode/BitcodeWriter.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/xxhash.h"
#include "llvm/Transforms/Utils/ValueMapper.h"

#include <cstdlib>
#include <cstring>

using namespace llvm;

extern "C" {
#include "lower/partition.h"
}

namespace {

// Instructions.  A unit takes in no function that would make it larger than MOST; a part is closed
// after ENOUGH, or before, at every fourth unit or so, after WORTH.  Constants of more than SMALL
// bytes that several units use are not copied to each.
constexpr unsigned MOST = 2000, ENOUGH = 500, WORTH = 150, SMALL = 256;

struct Unit {
  SmallVector<GlobalValue *, 2> members;
  unsigned size = 0;
  uint64_t hash = 0;
};

struct Partition {
  explicit Partition(Module &module) : m(module) {}
  Module &m;
  MapVector<GlobalValue *, SetVector<GlobalValue *>> uses; // of each definition
  DenseMap<GlobalValue *, unsigned> sizes, unitOf;
  std::vector<Unit> units;
  std::vector<std::vector<unsigned>> parts; // units
  DenseMap<GlobalValue *, unsigned> partOf;
  StringSet<> names;
};

//===-- what uses what --------------------------------------------------------------------===//

void addUses(const Value *v, SetVector<GlobalValue *> &out, SmallPtrSetImpl<const Value *> &seen) {
  if (auto *g = dyn_cast<GlobalValue>(v)) {
    out.insert(const_cast<GlobalValue *>(g));
  } else if (auto *c = dyn_cast<Constant>(v)) {
    if (!c->getNumOperands() || !seen.insert(c).second) return;
    for (const Use &u : c->operands()) addUses(u, out, seen);
  }
}

void readFunction(Partition &p, Function &f) {
  SmallPtrSet<const Value *, 16> seen;
  SetVector<GlobalValue *> &out = p.uses[&f];
  for (Instruction &i : instructions(f))
    for (Use &u : i.operands()) addUses(u, out, seen);
  p.sizes[&f] = f.getInstructionCount();
}

void readModule(Partition &p) {
  for (Function &f : p.m)
    if (!f.isDeclaration()) readFunction(p, f);
  for (GlobalVariable &g : p.m.globals()) {
    if (g.isDeclaration()) continue;
    SmallPtrSet<const Value *, 16> seen;
    addUses(g.getInitializer(), p.uses[&g], seen);
  }
}

//===-- units -----------------------------------------------------------------------------===//

uint64_t mix(uint64_t h, uint64_t x) { return (h ^ x) * 0x9e3779b97f4a7c15 + (h >> 29); }

uint64_t hashConstant(const Constant *c) {
  if (auto *i = dyn_cast<ConstantInt>(c)) return i->getValue().getRawData()[0];
  if (auto *x = dyn_cast<ConstantFP>(c)) return x->getValueAPF().bitcastToAPInt().getRawData()[0];
  if (auto *d = dyn_cast<ConstantDataSequential>(c)) return xxh3_64bits(d->getRawDataValues());
  uint64_t h = c->getValueID();
  if (auto *f = dyn_cast<Function>(c); f && f->isIntrinsic()) return mix(h, f->getIntrinsicID());
  if (isa<GlobalValue>(c)) return h;
  for (const Use &u : c->operands()) h = mix(h, hashConstant(cast<Constant>(u)));
  return h;
}

uint64_t hashFunction(const Function &f) {
  uint64_t h = f.arg_size();
  for (const Instruction &i : instructions(f)) {
    h = mix(h, i.getOpcode() << 8 | i.getType()->getTypeID());
    if (auto *c = dyn_cast<CmpInst>(&i)) h = mix(h, c->getPredicate());
    for (const Use &u : i.operands())
      if (auto *c = dyn_cast<Constant>(u)) h = mix(h, hashConstant(c));
  }
  return h;
}

// What a definition looks like by itself: its name comes of it, no decision about what it does.
uint64_t hashOf(const GlobalValue *g) {
  if (auto *f = dyn_cast<Function>(g)) return hashFunction(*f);
  return hashConstant(cast<GlobalVariable>(g)->getInitializer());
}

bool mayInline(const GlobalValue *g) {
  auto *f = dyn_cast<Function>(g);
  return f && !f->isDeclaration() && f->hasLocalLinkage() &&
         !f->hasFnAttribute(Attribute::NoInline);
}

// The variable g for each unit that uses it: constants that are small are worth a copy.
bool isCopied(const GlobalValue *g) {
  auto *v = dyn_cast<GlobalVariable>(g);
  return v && !v->isDeclaration() && v->hasLocalLinkage() && v->isConstant() &&
         v->getDataLayout().getTypeAllocSize(v->getValueType()) <= SMALL;
}

void makeUnits(Partition &p) {
  EquivalenceClasses<GlobalValue *> classes;
  DenseMap<GlobalValue *, unsigned> size; // of the class, by its leader
  auto join = [&](GlobalValue *x, GlobalValue *y) {
    GlobalValue *a = classes.getOrInsertLeaderValue(x), *b = classes.getOrInsertLeaderValue(y);
    if (a == b || size[a] + size[b] > MOST) return;
    unsigned sum = size[a] + size[b];
    size[*classes.unionSets(a, b)] = sum;
  };
  for (auto &[g, used] : p.uses) {
    classes.insert(g);
    size[g] = p.sizes.lookup(g);
  }
  for (auto &[g, used] : p.uses)
    for (GlobalValue *u : used)
      if (mayInline(u)) join(g, u);
  MapVector<GlobalValue *, SetVector<GlobalValue *>> users; // of variables: classes
  for (auto &[g, used] : p.uses)
    for (GlobalValue *u : used)
      if (isa<GlobalVariable>(u) && !u->isDeclaration()) users[u].insert(classes.getLeaderValue(g));
  for (auto &[g, by] : users)
    if (by.size() == 1 && !isCopied(g)) join(by[0], g);
  DenseMap<GlobalValue *, unsigned> number;
  for (auto &[g, used] : p.uses) {
    if (isCopied(g)) continue;
    auto [it, fresh] = number.try_emplace(classes.getLeaderValue(g), p.units.size());
    if (fresh) p.units.emplace_back();
    Unit &u = p.units[it->second];
    u.members.push_back(g);
    u.size += p.sizes.lookup(g);
    u.hash = mix(u.hash, hashOf(g));
  }
}

void makeParts(Partition &p) {
  unsigned size = 0;
  bool open = false;
  for (unsigned i = 0; i < p.units.size(); i++) {
    if (!open) p.parts.emplace_back();
    p.parts.back().push_back(i);
    for (GlobalValue *g : p.units[i].members) p.partOf[g] = p.parts.size() - 1;
    size += p.units[i].size;
    open = !(size >= ENOUGH || (size >= WORTH && p.units[i].hash >> 62 == 0));
    if (!open) size = 0;
  }
}

//===-- names -----------------------------------------------------------------------------===//

// k12_fusion.3f6a..: what a function is called does not depend on how many come before it.
void giveName(Partition &p, GlobalValue *g) {
  StringRef base = g->getName().split('.').first;
  if (base.starts_with("k") && base.size() > 1 && isdigit(base[1]))
    base = base.drop_front().drop_while([](char c) { return isdigit(c); });
  std::string name = ("cjax." + base + "." + Twine::utohexstr(hashOf(g))).str(), again = name;
  for (unsigned i = 1; !p.names.insert(again).second; i++) again = name + "." + std::to_string(i);
  g->setName(again);
  g->setLinkage(GlobalValue::ExternalLinkage);
  g->setVisibility(GlobalValue::HiddenVisibility);
}

void giveNames(Partition &p) {
  SetVector<GlobalValue *> shared;
  for (auto &[g, used] : p.uses)
    for (GlobalValue *u : used)
      if (u->hasLocalLinkage() && !isCopied(u) && p.partOf.lookup(g) != p.partOf.lookup(u))
        shared.insert(u);
  for (auto &[g, used] : p.uses)
    if (g->hasLocalLinkage() && !shared.contains(g)) g->setName("");
  for (GlobalValue *g : shared) giveName(p, g);
}

//===-- parts -----------------------------------------------------------------------------===//

// What stands for g, which is not in m, there.
GlobalValue *declare(Module &m, GlobalValue *g) {
  if (auto *f = dyn_cast<Function>(g)) {
    Function *d = Function::Create(f->getFunctionType(), GlobalValue::ExternalLinkage,
                                   f->getAddressSpace(), "", &m);
    d->copyAttributesFrom(f);
    d->setName(f->getName());
    return d;
  }
  auto *v = cast<GlobalVariable>(g);
  bool copied = isCopied(v);
  auto *d = new GlobalVariable(m, v->getValueType(), v->isConstant(), v->getLinkage(),
                               copied ? v->getInitializer() : nullptr, v->getName());
  d->copyAttributesFrom(v);
  return d;
}

void moveTo(Module &m, GlobalValue *g) {
  if (auto *f = dyn_cast<Function>(g)) {
    f->removeFromParent();
    m.getFunctionList().push_back(f);
  } else {
    auto *v = cast<GlobalVariable>(g);
    v->removeFromParent();
    m.insertGlobalVariable(v);
  }
}

std::unique_ptr<Module> makeModule(Partition &p, const std::vector<unsigned> &units) {
  auto m = std::make_unique<Module>("cjax", p.m.getContext());
  m->setDataLayout(p.m.getDataLayout());
  m->setTargetTriple(p.m.getTargetTriple());
  SmallVector<Module::ModuleFlagEntry> moduleFlags;
  p.m.getModuleFlagsMetadata(moduleFlags);
  for (Module::ModuleFlagEntry &f : moduleFlags)
    m->addModuleFlag(f.Behavior, f.Key->getString(), f.Val);
  ValueToValueMapTy map;
  std::vector<GlobalValue *> members;
  for (unsigned u : units) append_range(members, p.units[u].members);
  for (GlobalValue *g : members) moveTo(*m, g);
  for (GlobalValue *g : members)
    for (GlobalValue *u : p.uses[g])
      if (u->getParent() != m.get() && !map.count(u)) map[u] = declare(*m, u);
  RemapFlags flags = RF_NoModuleLevelChanges | RF_IgnoreMissingLocals;
  for (GlobalValue *g : members) {
    if (auto *f = dyn_cast<Function>(g)) {
      for (Instruction &i : instructions(*f)) RemapInstruction(&i, map, flags);
    } else {
      auto *v = cast<GlobalVariable>(g);
      v->setInitializer(MapValue(v->getInitializer(), map, flags));
    }
  }
  return m;
}

Part writePart(const Module &m, unsigned weight) {
  SmallString<0> text;
  raw_svector_ostream out(text);
  WriteBitcodeToFile(m, out);
  char *data = static_cast<char *>(std::malloc(text.size()));
  std::memcpy(data, text.data(), text.size());
  return {data, text.size(), weight};
}

} // namespace

int partition_make(LLVMModuleRef module, bool whole, Part **out) {
  Partition p(*unwrap(module));
  if (!whole) {
    readModule(p);
    makeUnits(p);
    makeParts(p);
    giveNames(p);
  }
  *out = static_cast<Part *>(std::malloc(sizeof(Part) * (p.parts.size() + 1)));
  if (whole) return **out = writePart(p.m, p.m.getInstructionCount()), 1;
  std::vector<std::unique_ptr<Module>> done;
  for (unsigned i = 0; i < p.parts.size(); i++) {
    unsigned weight = 0;
    for (unsigned u : p.parts[i]) weight += p.units[u].size;
    done.push_back(makeModule(p, p.parts[i]));
    (*out)[i] = writePart(*done.back(), weight);
  }
  return static_cast<int>(p.parts.size());
}

void partition_release(Part *parts, int n) {
  for (int i = 0; i < n; i++) std::free(parts[i].bitcode);
  std::free(parts);
}
