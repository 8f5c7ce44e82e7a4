"""Functions that define ops: each of the op's name, of its operands and its attributes by name (dialect/define.h)."""
