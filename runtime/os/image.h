// image.h -- images as arrays of bytes.
#ifndef CJAX_RUNTIME_OS_IMAGE_H
#define CJAX_RUNTIME_OS_IMAGE_H

#include "runtime/npy.h"

// Whether a file with these first n bytes is a PNG, PGM or PPM.
bool image_is(const char *head, int64_t n);
// The pixels of such a file, which is open, as the part's bytes. Null or "Type: message".
const char *image_open(NpyPart *part);

#endif
