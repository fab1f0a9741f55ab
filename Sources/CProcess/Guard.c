#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

// Every ending that can be caught: a crash must not leave a person with a terminal that shows
// nothing of what they type.
static const int endings[] = {SIGHUP,  SIGINT,  SIGQUIT, SIGTERM, SIGPIPE,
                              SIGABRT, SIGSEGV, SIGBUS,  SIGILL,  SIGTRAP};
enum { ending_count = sizeof endings / sizeof endings[0], path_limit = 1024 };

static struct sigaction earlier[ending_count];
static int caught[ending_count];
static int guards;

static struct termios kept_settings;
static int kept_terminal = -1;
static volatile sig_atomic_t terminal_is_guarded;

static char kept_file[path_limit];
static char kept_folder[path_limit];
static volatile sig_atomic_t file_is_guarded;

static void put_back(void) {
  if (terminal_is_guarded) tcsetattr(kept_terminal, TCSANOW, &kept_settings);
}

static void on_ending(int number) {
  const int error = errno;
  put_back();
  if (file_is_guarded) {
    alongside_shred_file(kept_file);
    rmdir(kept_folder);
  }
  for (int i = 0; i < ending_count; i++) {
    if (endings[i] == number) sigaction(number, &earlier[i], NULL);
  }
  // Every signal is blocked in here, so this one ends us only after we return.
  raise(number);
  errno = error;
}

static void catch_endings(void) {
  if (guards++ > 0) return;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_ending;
  // Blocking SIGTTOU too is what lets a background process put the terminal back.
  sigfillset(&action.sa_mask);
  for (int i = 0; i < ending_count; i++) {
    caught[i] = 0;
    if (sigaction(endings[i], NULL, &earlier[i]) != 0) continue;
    // What is ignored on purpose (nohup, an editor in front) stays ignored.
    if ((earlier[i].sa_flags & SA_SIGINFO) == 0 && earlier[i].sa_handler == SIG_IGN) continue;
    caught[i] = sigaction(endings[i], &action, NULL) == 0;
  }
}

static void release_endings(void) {
  if (guards == 0 || --guards > 0) return;
  for (int i = 0; i < ending_count; i++) {
    if (caught[i]) sigaction(endings[i], &earlier[i], NULL);
    caught[i] = 0;
  }
}

int alongside_guard_terminal(int fd) {
  static int registered;
  if (terminal_is_guarded) {
    errno = EBUSY;
    return -1;
  }
  if (tcgetattr(fd, &kept_settings) != 0) return -1;
  if (!registered) registered = atexit(put_back) == 0;
  kept_terminal = fd;
  terminal_is_guarded = 1;
  catch_endings();
  return 0;
}

int alongside_listen_to_terminal(void) {
  if (!terminal_is_guarded) {
    errno = ENOTTY;
    return -1;
  }
  struct termios settings = kept_settings;
  settings.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
  settings.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | ISTRIP);
  settings.c_cc[VMIN] = 1;
  settings.c_cc[VTIME] = 0;
  // Ctrl-\ stays a signal: it is the way out should all else fail.
  settings.c_cc[VINTR] = _POSIX_VDISABLE;
  settings.c_cc[VSUSP] = _POSIX_VDISABLE;
#ifdef VDSUSP
  settings.c_cc[VDSUSP] = _POSIX_VDISABLE;
#endif
  // Not TCSAFLUSH: what was typed ahead belongs to the person.
  return tcsetattr(kept_terminal, TCSANOW, &settings);
}

void alongside_unguard_terminal(void) {
  if (!terminal_is_guarded) return;
  put_back();
  terminal_is_guarded = 0;
  release_endings();
}

int alongside_guard_file(const char *file, const char *folder) {
  if (file_is_guarded) {
    errno = EBUSY;
    return -1;
  }
  if (strlen(file) >= path_limit || strlen(folder) >= path_limit) {
    errno = ENAMETOOLONG;
    return -1;
  }
  strcpy(kept_file, file);
  strcpy(kept_folder, folder);
  file_is_guarded = 1;
  catch_endings();
  return 0;
}

void alongside_unguard_file(void) {
  if (!file_is_guarded) return;
  file_is_guarded = 0;
  release_endings();
}

int alongside_shred_file(const char *file) {
  static const char zeros[4096];
  const int fd = open(file, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  struct stat about;
  if (fd >= 0 && fstat(fd, &about) == 0 && S_ISREG(about.st_mode)) {
    for (off_t left = about.st_size; left > 0;) {
      const size_t piece = left < (off_t)sizeof zeros ? (size_t)left : sizeof zeros;
      const ssize_t written = write(fd, zeros, piece);
      if (written <= 0) break;
      left -= written;
    }
  }
  if (fd >= 0) close(fd);
  return unlink(file);
}

void alongside_ignore_interrupts(int on) {
  static struct sigaction interrupt, quit;
  static int ignoring;
  if (on == ignoring) return;
  ignoring = on;
  if (!on) {
    sigaction(SIGINT, &interrupt, NULL);
    sigaction(SIGQUIT, &quit, NULL);
    return;
  }
  struct sigaction ignore;
  memset(&ignore, 0, sizeof ignore);
  ignore.sa_handler = SIG_IGN;
  sigemptyset(&ignore.sa_mask);
  sigaction(SIGINT, &ignore, &interrupt);
  sigaction(SIGQUIT, &ignore, &quit);
}
