// report.h -- a page about a program: one HTML file without scripts.
#ifndef CJAX_DRIVER_REPORT_REPORT_H
#define CJAX_DRIVER_REPORT_REPORT_H

#include "driver/report/profile.h"

typedef struct ReportOptions {
  const char *file, *options; // the program; how it was compiled
  const Profile *profile;     // of a run, or null
} ReportOptions;

// Writes the page to `path`.
bool report_write(Arena *a, const Sites *s, const ReportOptions *o, const char *path);

#endif
