// registration.cpp -- the dialect's C++ classes, generated from CjaxOps.td, and their registration.
#include "mlir/CAPI/Registration.h"
#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/CAPI/IR.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Transforms/InliningUtils.h"

extern "C" bool cjax_verify_op(MlirOperation op);

namespace cjax {
static llvm::LogicalResult verifyOp(mlir::Operation *op) {
  return llvm::success(cjax_verify_op(wrap(op)));
}

// `T`, or `T -> U` where the result's type is another.
static mlir::ParseResult parseOneOrTwoTypes(mlir::OpAsmParser &p, mlir::Type &x, mlir::Type &y) {
  if (p.parseType(x)) return mlir::failure();
  y = x;
  return mlir::failed(p.parseOptionalArrow()) ? mlir::success() : p.parseType(y);
}

static void printOneOrTwoTypes(mlir::OpAsmPrinter &p, mlir::Operation *, mlir::Type x,
                               mlir::Type y) {
  p << x;
  if (x != y) p << " -> " << y;
}
} // namespace cjax

#include "CjaxDialect.h.inc"
#define GET_OP_CLASSES
#include "CjaxOps.h.inc"

namespace {
struct Inliner : mlir::DialectInlinerInterface {
  using DialectInlinerInterface::DialectInlinerInterface;
  bool isLegalToInline(mlir::Operation *, mlir::Region *, bool, mlir::IRMapping &) const final {
    return true;
  }
  bool isLegalToInline(mlir::Region *, mlir::Region *, bool, mlir::IRMapping &) const final {
    return true;
  }
};
} // namespace

void cjax::CjaxDialect::initialize() {
  addOperations<
#define GET_OP_LIST
#include "CjaxOps.cpp.inc"
      >();
  addInterfaces<Inliner>();
}

#include "CjaxDialect.cpp.inc"
#define GET_OP_CLASSES
#include "CjaxOps.cpp.inc"

extern "C" {
MLIR_DECLARE_CAPI_DIALECT_REGISTRATION(Cjax, cjax);
}
MLIR_DEFINE_CAPI_DIALECT_REGISTRATION(Cjax, cjax, cjax::CjaxDialect)
