// phase.h -- what the compiler is doing: for --time-passes, -v and the line of progress.
//
// Phases nest; the time of an inner one does not count for the outer one.
#ifndef CJAX_SUPPORT_PHASE_H
#define CJAX_SUPPORT_PHASE_H

#include <stdbool.h>

// group: "passes"; name: "fuse", or null for a group that is one phase.  Both outlive everything.
void phase_begin(const char *group, const char *name);
void phase_end(void);
// Of the innermost phase: that `done` of `all` are done; may be called by any thread.
void phase_count(int done, int all);
// Each phase is a line on stderr when it ends.
void phase_set_verbose(bool verbose);
// How long each one took, with its share, on stderr.
void phase_report(void);

// On a terminal, after two seconds, stderr's last line says what is being done, until
// progress_stop. What writes to stderr in between calls progress_clear first.
void progress_start(void);
void progress_stop(void);
void progress_clear(void);

#endif
