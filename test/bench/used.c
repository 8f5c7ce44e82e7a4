// used.c -- used COMMAND...: runs it without its output; says its processor seconds and the most
// memory it had, in MB.
//
// Linux counts to a process's memory what its maker had before it became the program: this maker is
// small.
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int n, char **a) {
  int status, null = open("/dev/null", O_RDWR);
  pid_t child = n > 1 ? fork() : -1;
  if (!child) {
    for (int i = 0; i < 3; i++)
      dup2(null, i);
    execvp(a[1], a + 1);
    _exit(127);
  }
  struct rusage r;
  if (child < 0 || wait4(child, &status, 0, &r) < 0) return 1;
  struct timeval u = r.ru_utime, s = r.ru_stime;
  printf("%.6f %.3f\n", (double)(u.tv_sec + s.tv_sec) + (double)(u.tv_usec + s.tv_usec) * 1e-6,
         (double)r.ru_maxrss / 1e3);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
