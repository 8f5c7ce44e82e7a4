"""embed.py FOLDER OUT.c: a table of the folder's Python files, with their text, as C."""
import hashlib
import pathlib
import sys

folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
files = sorted(folder.rglob("*.py"))
# A compiler cache sees this file, but not what it embeds.
digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
text = ['// Made by embed.py.', f'// Of files with the digest {digest}.', '#include "driver/stage/library.h"', '', '#include <string.h>', '']
for i, file in enumerate(files):
    # The digest lets compiler caches that do not follow #embed see a changed file.
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:16]
    text += [f"static const char text_{i}[] = {{  // {digest}", f'#embed "{file}" suffix(,) if_empty()', "0};"]
text += ["", "const LibraryFile library_files[] = {"]
for i, file in enumerate(files):
    text.append(f'    {{"{file.relative_to(folder).as_posix()}", text_{i}, sizeof text_{i} - 1}},')
text += ["    {0}};", f"const uint32_t library_count = {len(files)};", "",
         "const LibraryFile *library_find(const char *path) {",
         "  for (uint32_t i = 0; i < library_count; i++)",
         "    if (!strcmp(library_files[i].path, path)) return &library_files[i];",
         "  return NULL;", "}", ""]
out.write_text("\n".join(text))
