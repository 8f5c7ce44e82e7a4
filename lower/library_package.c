// library_package.c -- how pkg-config and CMake find a static library (--package).
#include <string.h>

#include "dialect/support/strbuf.h"
#include "lower/library_internal.h"
#include "lower/output.h"

static const char pkg_config[] = "# Made by cjaxc.\n"
                                 "Name: %s\n"
                                 "Description: functions compiled by cjaxc\n"
                                 "Version: 0.1.0\n"
                                 "Cflags: -I${pcfiledir}\n"
                                 "Libs: -L${pcfiledir} -l%s\n";
static const char cmake[] =
    "# Made by cjaxc: find_package(%s CONFIG), then target_link_libraries(... %s::%s).\n"
    "if(NOT TARGET %s::%s)\n"
    "  add_library(%s::%s STATIC IMPORTED)\n"
    "  set_target_properties(%s::%s PROPERTIES\n"
    "    IMPORTED_LOCATION \"${CMAKE_CURRENT_LIST_DIR}/lib%s.a\"\n"
    "    INTERFACE_INCLUDE_DIRECTORIES \"${CMAKE_CURRENT_LIST_DIR}\")\n"
    "endif()\n";

bool library_write_package(const Library *l) {
  Arena a;
  arena_init(&a);
  const char *slash = strrchr(l->stem, '/'), *x = slash ? slash + 1 : l->stem;
  char *text = arena_printf(&a, pkg_config, x, x);
  bool ok = output_write(arena_printf(&a, "%s.pc", l->stem), text, strlen(text));
  text = arena_printf(&a, cmake, x, x, x, x, x, x, x, x, x, x);
  ok = ok && output_write(arena_printf(&a, "%sConfig.cmake", l->stem), text, strlen(text));
  arena_release(&a);
  return ok;
}
