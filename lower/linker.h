// linker.h -- the linker inside a static cjaxc (CMake's CJAX_STATIC): lld.
#ifndef CJAX_LOWER_LINKER_H
#define CJAX_LOWER_LINKER_H

#ifdef __cplusplus
extern "C" {
#endif

// Links as ld.lld or wasm-ld would, by argv[0]; the status of the process.
int linker_main(int argc, char **argv);

#ifdef __cplusplus
}
#endif

#endif
