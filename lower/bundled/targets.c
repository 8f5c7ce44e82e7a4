// targets.c -- lld initialises every processor that LLVM knows, for link-time optimisation, which
// is not used here: those that cjaxc does not compile for are nothing.
#define EMPTY(name)                                                                                \
  void name(void);                                                                                 \
  void name(void) {}
#define WITHOUT(target)                                                                            \
  EMPTY(LLVMInitialize##target##Target)                                                            \
  EMPTY(LLVMInitialize##target##TargetInfo)                                                        \
  EMPTY(LLVMInitialize##target##TargetMC)                                                          \
  EMPTY(LLVMInitialize##target##AsmPrinter)                                                        \
  EMPTY(LLVMInitialize##target##AsmParser)

WITHOUT(AMDGPU)
WITHOUT(ARM)
WITHOUT(AVR)
WITHOUT(BPF)
WITHOUT(Hexagon)
WITHOUT(Lanai)
WITHOUT(LoongArch)
WITHOUT(M68k)
WITHOUT(MSP430)
WITHOUT(Mips)
WITHOUT(NVPTX)
WITHOUT(PowerPC)
WITHOUT(SPIRV)
WITHOUT(Sparc)
WITHOUT(SystemZ)
WITHOUT(VE)
WITHOUT(XCore)
WITHOUT(Xtensa)
