# link.sh BUILD FILE.c OUT -- a static executable from a C file that plays the compiled program.
set -e
lib=$1/lib/cjax
clang-22 --target=x86_64-linux-musl -ffreestanding -nostdlibinc -fPIE -Os -Wall -Wextra \
  -I"$(dirname "$0")/../../.." -c "$2" -o "$3.o"
ld.lld-22 -pie -static --no-dynamic-linker -z text -z relro -z now --gc-sections -s -o "$3" \
  "$lib/rcrt1.o" "$lib/crti.o" "$3.o" "$lib/libcjaxrt.a" "$lib/libc.a" "$lib/crtn.o"
