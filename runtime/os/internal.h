// internal.h -- what the files of the runtime's OS part share.
#ifndef CJAX_RUNTIME_OS_INTERNAL_H
#define CJAX_RUNTIME_OS_INTERNAL_H

#include "runtime/cjax_rt.h"
#include "runtime/number.h"

// A sink that prints: stream 1 or 2.
Sink output_sink(int32_t stream);
// Joins the pieces, up to a null, into a buffer that lives until the next call; cut at 4 KiB.
const char *message_join(const char *const *pieces);
// `i` in decimal, in a buffer that lives until the fourth next call.
const char *message_int(int64_t i);
// Text as Python's repr shows it, in a buffer that lives until the next call.
const char *message_quote(const char *text);
// The text of errno `e` as Python shows it: "[Errno 2] No such file or directory".
const char *message_errno(int e);

#endif
