"""embed.py FOLDER OUT.c [SUFFIX NAME]: a table of the folder's Python files, with their text, as C: NAME_files, NAME_find."""
import hashlib
import pathlib
import sys

folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
suffix, name = sys.argv[3:5] if sys.argv[3:] else ("py", "library")
files = sorted(folder.rglob(f"*.{suffix}"))
# A compiler cache sees this file, but not what it embeds.
digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
text = ['// Made by embed.py.', f'// Of files with the digest {digest}.', '#include "driver/stage/library.h"', '', '#include <string.h>', '']
for i, file in enumerate(files):
    # The digest lets compiler caches that do not follow #embed see a changed file.
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:16]
    text += [f"static const char text_{i}[] = {{  // {digest}", f'#embed "{file}" suffix(,) if_empty()', "0};"]
text += ["", f"const LibraryFile {name}_files[] = {{"]
for i, file in enumerate(files):
    text.append(f'    {{"{file.relative_to(folder).as_posix()}", text_{i}, sizeof text_{i} - 1}},')
text += ["    {0}};", f"const uint32_t {name}_count = {len(files)};", "",
         f"const LibraryFile *{name}_find(const char *path) {{",
         f"  for (uint32_t i = 0; i < {name}_count; i++)",
         f"    if (!strcmp({name}_files[i].path, path)) return &{name}_files[i];",
         "  return NULL;", "}", ""]
out.write_text("\n".join(text))
