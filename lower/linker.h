// linker.h -- the linker inside cjaxc-static: lld.
#ifndef CJAX_LOWER_LINKER_H
#define CJAX_LOWER_LINKER_H

#ifdef __cplusplus
extern "C" {
#endif

// Links as ld.lld or wasm-ld would, by argv[0]; the status of the process.  Null elsewhere.
int linker_main(int argc, char **argv) __attribute__((weak));

#ifdef __cplusplus
}
#endif

#endif
