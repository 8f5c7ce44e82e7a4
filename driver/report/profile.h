// profile.h -- what a program compiled with --profile has written about a run.
#ifndef CJAX_DRIVER_REPORT_PROFILE_H
#define CJAX_DRIVER_REPORT_PROFILE_H

#include "lower/sites.h"

typedef struct ProfileSite {
  double calls, ns, least, most; // ns of all calls; of the shortest and the longest
} ProfileSite;

enum { PROFILE_THREADS = 64 };

typedef struct Profile {
  double wall;         // ns
  int threads;         // that loops could use
  double flops, bytes; // what the machine does at most in a second; 0: not measured
  bool is_whole;       // the last line is there
  ProfileSite *sites;  // by Site.id
  int nworkers;
  struct {
    double parts, ns;
  } workers[PROFILE_THREADS];
} Profile;

// False after an error was reported: no such file, or one of another program.
bool profile_read(Arena *a, const Sites *s, const char *path, Profile *p);

#endif
