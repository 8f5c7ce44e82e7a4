#!/usr/bin/env bash
# cc_target.sh BUILD TARGET OUT FILE.c... LIB.a... -- a static program for another machine, of C
# files and archives, as a user would link a library there.
set -e
build=$1 target=$2 out=$3
shift 3
lib=$build/lib/cjax/$target include=$build/targets/$target/include triple=$target
crt=("$lib/rcrt1.o" "$lib/crti.o") end=("$lib/crtn.o")
link=(ld.lld-22 -pie -static --no-dynamic-linker)
if [ "$target" = wasm32-wasi ]; then
  include=/usr/include/wasm32-wasi triple=wasm32-wasip1
  crt=("$lib/crt1-command.o") end=() link=(wasm-ld-22)
fi
objects=()
for file; do
  case $file in
  *.c)
    clang-22 --target="$triple" -fPIE -O1 -Wall -Wextra -Werror -nostdlibinc -isystem "$include" -c "$file" -o "$file.$target.o"
    objects+=("$file.$target.o")
    ;;
  *) objects+=("$file") ;;
  esac
done
"${link[@]}" "${crt[@]}" "${objects[@]}" "$lib/libc.a" "$lib/libgcc.a" "${end[@]}" -o "$out"
