// For explicit_bzero, struct statfs and prctl with a strict C standard.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <unistd.h>
#include <fcntl.h>
#include <errno.h>
#include "CProcess.h"

#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <termios.h>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/vfs.h>
#endif

int alongside_harden(void) {
  const struct rlimit none = {0, 0};
  int result = setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) result = -1;
#endif
  return result;
}

int alongside_hold_streams(void) {
  for (int fd = 0; fd <= 2; fd++) {
    if (fcntl(fd, F_GETFD) != -1 || errno != EBADF) continue;
    // The lowest free number is this one. Reading 0 and writing 1 and 2 go on failing as before.
    if (open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd) return -1;
  }
  return 0;
}

void alongside_wipe(void *memory, size_t count) {
  if (memory == NULL || count == 0) return;
#ifdef __APPLE__
  memset_s(memory, count, 0, count);
#else
  explicit_bzero(memory, count);
#endif
}

int alongside_terminal_columns(int fd) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

int alongside_terminal_rows(int fd) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_row;
}

int alongside_is_memory_backed(const char *folder) {
#ifdef __linux__
  // The numbers of tmpfs and ramfs in linux/magic.h, which is not always installed.
  const unsigned long tmpfs = 0x01021994UL, ramfs = 0x858458f6UL;
  struct statfs about;
  if (statfs(folder, &about) != 0) return 0;
  const unsigned long kind = (unsigned long)about.f_type & 0xffffffffUL;
  return kind == tmpfs || kind == ramfs;
#else
  (void)folder;
  return 0;
#endif
}
