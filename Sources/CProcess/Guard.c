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
static volatile sig_atomic_t pastes_are_bracketed;

// While words are typed, a hang-up and a request to end wait until they are put away.
static int deferrals;
static volatile sig_atomic_t ending_waits;
static volatile sig_atomic_t ended_by;
static volatile sig_atomic_t resized;
// Ends a wait for keys, also where the signal comes just before it begins.
static int wake[2] = {-1, -1};

static char kept_file[path_limit];
static char kept_folder[path_limit];
static volatile sig_atomic_t file_is_guarded;

static void bracket(const char *sequence) {
  // The person's side of the terminal may have gone; then nobody reads this.
  if (write(kept_terminal, sequence, strlen(sequence)) < 0) return;
}

static void put_back(void) {
  if (!terminal_is_guarded) return;
  if (pastes_are_bracketed) bracket("\033[?2004l");
  pastes_are_bracketed = 0;
  tcsetattr(kept_terminal, TCSANOW, &kept_settings);
}

// What was typed and not read must not become a command of the shell.
static void at_end(void) {
  put_back();
  if (kept_terminal >= 0) tcflush(kept_terminal, TCIFLUSH);
}

static void wake_up(void) {
  if (write(wake[1], "", 1) < 0) return;  // Full: it wakes up anyway.
}

static void on_ending(int number) {
  const int error = errno;
  // A terminal that closes may send two of them, its own and the shell's.
  if (ending_waits && (number == SIGHUP || number == SIGTERM)) {
    if (ended_by == 0) ended_by = number;
    wake_up();
    errno = error;
    return;
  }
  at_end();
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
  // Words that are being sealed when it comes are sealed whole.
  action.sa_flags = SA_RESTART;
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
  if (!registered) registered = atexit(at_end) == 0;
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

void alongside_bracket_pastes(void) {
  if (!terminal_is_guarded || pastes_are_bracketed) return;
  pastes_are_bracketed = 1;
  bracket("\033[?2004h");
}

void alongside_unguard_terminal(void) {
  if (!terminal_is_guarded) return;
  put_back();
  terminal_is_guarded = 0;
  release_endings();
}

void alongside_restore_terminal(void) {
  if (kept_terminal >= 0) tcsetattr(kept_terminal, TCSANOW, &kept_settings);
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

static void on_resize(int number) {
  (void)number;
  const int error = errno;
  resized = 1;
  wake_up();
  errno = error;
}

static void make_wake(void) {
  if (wake[0] >= 0 || pipe(wake) != 0) return;
  for (int i = 0; i < 2; i++) {
    fcntl(wake[i], F_SETFD, FD_CLOEXEC);
    fcntl(wake[i], F_SETFL, O_NONBLOCK);
  }
}

void alongside_defer_endings(void) {
  static struct sigaction resize;
  if (deferrals++ > 0) return;
  make_wake();
  if (resize.sa_handler == NULL) {
    resize.sa_handler = on_resize;
    resize.sa_flags = SA_RESTART;
    sigemptyset(&resize.sa_mask);
    sigaction(SIGWINCH, &resize, NULL);
  }
  catch_endings();
  ending_waits = 1;
}

void alongside_end_deferring(void) {
  if (deferrals == 0 || --deferrals > 0) return;
  ending_waits = 0;
  release_endings();
}

int alongside_ended_by(void) { return ended_by; }

int alongside_wake_descriptor(void) { return wake[0]; }

void alongside_calm(void) {
  char drained[64];
  while (read(wake[0], drained, sizeof drained) > 0) {
  }
}

int alongside_was_resized(void) {
  if (!resized) return 0;
  resized = 0;
  return 1;
}

void alongside_end_as_asked(void) {
  if (ended_by == 0) return;
  at_end();
  signal(ended_by, SIG_DFL);
  raise(ended_by);
}
