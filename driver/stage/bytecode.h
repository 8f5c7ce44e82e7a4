// bytecode.h -- the instructions.
//
// 32 bits each: opcode in the low 8, argument k in the high 24.  Those marked `cache` are followed
// by one word more.  Effect on the stack: [before] -> [after], the top at the right.
#ifndef CJAX_STAGE_BYTECODE_H
#define CJAX_STAGE_BYTECODE_H

// clang-format off
#define BYTECODES(X) \
  X(NOP) \
  X(STOP)         /* put over the end of a piece (vm_run_piece) */ \
  X(POP) \
  X(COPY)         /* push a copy of the k-th from the top (1: the top) */ \
  X(SWAP)         /* exchange the top with the k-th */ \
  X(CONST) \
  X(LOAD_LOCAL) X(STORE_LOCAL) X(DELETE_LOCAL) \
  X(LOAD_CELL) X(STORE_CELL) X(DELETE_CELL) \
  X(LOAD_CLASS_CELL) /* the class body's variable, else cell k; next word: the name's constant */ \
  X(LOAD_LOCAL_OWN) X(LOAD_GLOBAL_OWN) /* the first operand of `s += x`, which is stored next */ \
  X(LOAD_CLOSURE) /* pushes the Cell itself */ \
  X(LOAD_GLOBAL)  /* cache: entry number in the module's dict */ \
  X(STORE_GLOBAL) X(DELETE_GLOBAL) \
  X(LOAD_NAME) X(STORE_NAME) X(DELETE_NAME)      /* class bodies */ \
  X(LOAD_ATTR) \
  X(STORE_ATTR)   /* [v o] -> [] */ \
  X(DELETE_ATTR)  /* [o] -> [] */ \
  X(LOAD_METHOD)  /* [o] -> [function self], or [callable EMPTY] */ \
  X(CALL_METHOD)  /* k positional arguments after those two */ \
  X(SUBSCR) \
  X(STORE_SUBSCR) /* [v o key] -> [] */ \
  X(DELETE_SUBSCR) \
  X(BUILD_SLICE)  /* k: 2 or 3 */ \
  X(BINARY) X(INPLACE) X(UNARY) X(COMPARE) /* k: BinaryOp, UnaryOp, CompareOp */ \
  X(NOT) \
  X(CONTAINS) X(IS) /* k = 1: negated */ \
  X(JUMP) \
  X(LOOP)         /* jump backwards */ \
  X(JUMP_IF_FALSE) X(JUMP_IF_TRUE) /* pop */ \
  X(JUMP_IF_FALSE_OR_POP) X(JUMP_IF_TRUE_OR_POP) \
  X(JUMP_IF_NONE) /* pop */ \
  X(GET_ITER) \
  X(LEAVE_FOR)    /* [it] -> []: a generator that only this loop knows is closed */ \
  X(FOR_ITER)     /* [it] -> [it item]; at the end: pops the iterator, jumps to k */ \
  X(BUILD_TUPLE) X(BUILD_LIST) X(BUILD_SET) X(BUILD_DICT) X(BUILD_STRING) \
  X(LIST_APPEND) X(SET_ADD) X(DICT_ADD) /* to the k-th from the top, the item popped */ \
  X(LIST_EXTEND) X(SET_UPDATE) X(DICT_UPDATE) /* [c ... iterable] -> [c ...]: k-th */ \
  X(DICT_MERGE)   /* as DICT_UPDATE; a repeated key is a TypeError */ \
  X(LIST_TO_TUPLE) \
  X(FORMAT)       /* k & 3: 0 none, 1 str, 2 repr, 3 ascii; k & 4: [v spec] */ \
  X(UNPACK) \
  X(UNPACK_EX)    /* before the star | after it << 12 */ \
  X(CALL) \
  X(CALL_KW)      /* [f values... names]; k counts all values */ \
  X(CALL_EX)      /* [f list dict] */ \
  X(MAKE_FUNCTION) /* k: MAKE_ flags: [defaults kwdefaults annotations code] -> [f] */ \
  X(BUILD_CLASS)  /* pushes the class-building function */ \
  X(RETURN) X(YIELD) \
  X(YIELD_FROM)   /* [it sent] -> [it value]; at the end [result], jumps to k */ \
  X(GET_YIELD_ITER) \
  X(RAISE)        /* k: number of operands */ \
  X(RERAISE)      /* [exc] */ \
  X(PUSH_EXC)     /* [exc] -> [previous exc]; exc is now the one being handled */ \
  X(POP_EXCEPT)   /* [previous] -> [] */ \
  X(EXC_MATCH)    /* [exc type] -> [exc bool] */ \
  X(WITH_ENTER)   /* [m] -> [exit value] */ \
  X(WITH_EXIT)    /* [exit] -> []: calls exit(None, None, None) */ \
  X(WITH_EXCEPT)  /* [exit previous exc] -> [exit previous exc bool] */ \
  X(IMPORT_NAME)  /* [fromlist] -> [module]; k: name; next word: level */ \
  X(IMPORT_FROM)  /* [module] -> [module value] */ \
  X(IMPORT_STAR) \
  X(MATCH_SEQUENCE) X(MATCH_MAPPING) /* [v] -> [v bool] */ \
  X(MATCH_KEYS)   /* [v keys] -> [v keys values-or-None] */ \
  X(MATCH_CLASS)  /* [v class names] -> [tuple-or-None]; k positional patterns */ \
  X(MATCH_REST)   /* [v keys] -> [dict without the keys] */ \
  X(GET_LEN)      /* [v] -> [v len] */ \
  X(ANNOTATE)     /* [value] -> []: __annotations__[constant k] */ \
  X(ASSERT_FAIL)  /* [message] -> raises AssertionError; k = 0: no message */ \
  X(UNSUPPORTED)  /* k: constant: text of a located error */
// clang-format on

typedef enum Bytecode {
#define X(name) BC_##name,
  BYTECODES(X)
#undef X
      BC_COUNT
} Bytecode;

enum { EXTEND_CALL = 256 }; // in the argument of LIST_EXTEND: the list is of arguments, above f
enum { INPLACE_OWN = 32 }; // in the argument of INPLACE: an operand of LOAD_..._OWN
// Of NOP: `while True` begins, another while begins, an iteration of it begins.
enum { NOP_FOREVER = 1, NOP_ENTER, NOP_HEAD };
enum { MAKE_DEFAULTS = 1, MAKE_KWDEFAULTS = 2, MAKE_ANNOTATIONS = 4 };

#endif
