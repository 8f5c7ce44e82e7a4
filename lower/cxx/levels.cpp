// levels.cpp -- copies of the kernels that matter, for newer processors.
//
// Work is counted in instructions: those of a block times the trips of the loops around it.
#include "lower/cxx/levels.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/PostOrderIterator.h>
#include <llvm/ADT/SetVector.h>
#include <llvm/Analysis/AssumptionCache.h>
#include <llvm/Analysis/LoopInfo.h>
#include <llvm/Analysis/ScalarEvolution.h>
#include <llvm/Analysis/TargetLibraryInfo.h>
#include <llvm/IR/Dominators.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/Module.h>
#include <llvm/Transforms/Utils/Cloning.h>

using namespace llvm;

namespace {

// TRIPS: of a loop whose length is not known.  PARTS: of a function that is handed on, to threads.
// LITTLE: instructions, about a millisecond, below which no copy is worth its compilation.
constexpr double TRIPS = 16, PARTS = 16, LITTLE = 4e6, SHARE = 0.01;

struct Callee {
  Function *f;
  double times;
};

struct Work {
  double own = 0, total = -1; // total: with its callees; -1: not known yet
  SmallVector<Callee, 4> callees;
};

//===-- work -----------------------------------------------------------------------------===//

struct Trips { // of the loops around a block of one function
  DominatorTree dominators;
  LoopInfo loops;
  AssumptionCache assumptions;
  TargetLibraryInfoImpl library;
  TargetLibraryInfo info;
  ScalarEvolution evolution;

  explicit Trips(Function &f)
      : dominators(f), loops(dominators), assumptions(f),
        library(f.getParent()->getTargetTriple()), info(library),
        evolution(f, info, assumptions, dominators, loops) {}

  double of(const BasicBlock &b) {
    double n = 1;
    for (const Loop *l = loops.getLoopFor(&b); l; l = l->getParentLoop()) {
      unsigned trips = evolution.getSmallConstantTripCount(l);
      n *= trips ? trips : TRIPS;
    }
    return n;
  }
};

void addCallees(Work &w, Instruction &i, double times) {
  auto *call = dyn_cast<CallBase>(&i);
  for (Value *v : i.operands()) {
    auto *f = dyn_cast<Function>(v);
    if (!f || f->isDeclaration()) continue;
    bool called = call && call->getCalledFunction() == f;
    w.callees.push_back({f, called ? times : times * PARTS});
  }
}

Work workOf(Function &f) {
  Work w;
  Trips trips(f);
  for (BasicBlock &b : f) {
    double times = trips.of(b);
    w.own += times * (double)b.size();
    for (Instruction &i : b) addCallees(w, i, times);
  }
  return w;
}

class Program {
public:
  explicit Program(Module &m) {
    for (Function &f : m)
      if (!f.isDeclaration()) work[&f] = workOf(f);
    for (Function &f : m)
      if (!f.isDeclaration() && f.getName().starts_with("cjax_")) count(f, 1);
  }

  bool matters(Function &f) {
    double all = entry, here = calls.lookup(&f) * total(f);
    return here > LITTLE && here > SHARE * all;
  }

private:
  DenseMap<Function *, Work> work;
  DenseMap<Function *, double> calls;
  double entry = 0;

  double total(Function &f) {
    Work &w = work[&f];
    if (w.total >= 0) return w.total;
    w.total = w.own; // recursion counts once
    double sum = w.own;
    for (const Callee &c : w.callees) sum += c.times * total(*c.f);
    return w.total = sum;
  }

  // How often everything is called that f calls, callers before callees.
  void count(Function &f, double times) {
    entry += total(f);
    SetVector<Function *> order; // callees before callers
    visit(f, order);
    calls[&f] += times;
    for (Function *g : llvm::reverse(order))
      for (const Callee &c : work[g].callees) calls[c.f] += calls[g] * c.times;
  }

  void visit(Function &f, SetVector<Function *> &order) {
    if (!seen.insert(&f).second) return;
    for (const Callee &c : work[&f].callees) visit(*c.f, order);
    order.insert(&f);
  }
  DenseSet<Function *> seen;
};

//===-- copies ---------------------------------------------------------------------------===//

void reach(Function &f, SetVector<Function *> &out) {
  if (f.isDeclaration() || !out.insert(&f)) return;
  for (BasicBlock &b : f)
    for (Instruction &i : b)
      for (Value *v : i.operands())
        if (auto *g = dyn_cast<Function>(v)) reach(*g, out);
}

void copyAll(const SetVector<Function *> &from, ValueToValueMapTy &map) {
  for (Function *f : from) {
    auto *g = Function::Create(f->getFunctionType(), GlobalValue::InternalLinkage,
                               f->getName() + ".v4", f->getParent());
    map[f] = g;
  }
  for (Function *f : from) {
    auto *g = cast<Function>(map[f]);
    for (auto [x, y] : zip(f->args(), g->args())) map[&x] = &y;
    SmallVector<ReturnInst *, 4> returns;
    CloneFunctionInto(g, f, map, CloneFunctionChangeType::LocalChangesOnly, returns);
    g->addFnAttr("target-cpu", "x86-64-v4");
    g->addFnAttr("prefer-vector-width", "512");
  }
}

void callIn(BasicBlock *b, Function &f, Function &caller) {
  IRBuilder<> at(b);
  SmallVector<Value *, 16> args;
  for (Argument &x : caller.args()) args.push_back(&x);
  CallInst *call = at.CreateCall(&f, args);
  AttributeSet result = f.getAttributes().getRetAttrs();
  call->setAttributes(AttributeList::get(f.getContext(), AttributeSet(), result, {}));
  call->setCallingConv(f.getCallingConv());
  call->setTailCall();
  if (f.getReturnType()->isVoidTy())
    at.CreateRetVoid();
  else
    at.CreateRet(call);
}

// f gives its name to a function that calls newer, or f, as the machine has it.
void choose(Function &f, Function &newer, GlobalVariable &level) {
  std::string name = f.getName().str();
  f.setName(name + ".v3");
  LLVMContext &ctx = f.getContext();
  auto *by = Function::Create(f.getFunctionType(), GlobalValue::InternalLinkage, name,
                              f.getParent());
  by->copyAttributesFrom(&f);
  by->removeFnAttr(Attribute::NoInline);
  by->addFnAttr(Attribute::AlwaysInline);
  f.replaceAllUsesWith(by);
  auto *entry = BasicBlock::Create(ctx, "", by), *v4 = BasicBlock::Create(ctx, "v4", by),
       *v3 = BasicBlock::Create(ctx, "v3", by);
  IRBuilder<> at(entry);
  Value *has = at.CreateLoad(at.getInt32Ty(), &level);
  at.CreateCondBr(at.CreateICmpSGE(has, at.getInt32(4)), v4, v3);
  callIn(v4, newer, *by);
  callIn(v3, f, *by);
}

} // namespace

void levels_copy(LLVMModuleRef ref) {
  Module &m = *unwrap(ref);
  Program program(m);
  SmallVector<Function *, 16> kernels;
  for (Function &f : m)
    if (f.hasFnAttribute("cjax-kernel") && program.matters(f)) kernels.push_back(&f);
  if (kernels.empty()) return;
  SetVector<Function *> all;
  for (Function *f : kernels) reach(*f, all);
  ValueToValueMapTy map;
  copyAll(all, map);
  auto *level = new GlobalVariable(m, Type::getInt32Ty(m.getContext()), false,
                                   GlobalValue::ExternalLinkage, nullptr, "cjax_rt_cpu_level");
  for (Function *f : kernels) choose(*f, *cast<Function>(map[f]), *level);
}
