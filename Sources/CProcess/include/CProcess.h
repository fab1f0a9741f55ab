// CProcess: what Swift cannot do, or cannot do inside a signal handler.
//
// Hygiene.c keeps a process to itself: no core dumps, no tracing by others, memory that is really wiped. Guard.c
// holds what must be put right however the process ends: the terminal as it was found, and the file that the
// person's own editor works on. Console is its one user, besides `main`:
//
//     alongside_guard_terminal(0);
//     ...
//     alongside_unguard_terminal();
//
// Code that a signal can reach calls async-signal-safe functions alone, allocates nothing and waits for
// nothing. It must never know what is being typed, or why.
#ifndef ALONGSIDE_CPROCESS_H
#define ALONGSIDE_CPROCESS_H

#include <stddef.h>

/// Asks for no core dumps and, on Linux, for a process that others of this user cannot trace.
///
/// Call it first in `main`. Answers 0, or -1 when the system refused any part of it.
int alongside_harden(void);

/// Takes the places of standard streams that are closed, so that no file of ours gets their numbers.
///
/// Answers 0, or -1 with `errno`.
int alongside_hold_streams(void);

/// Fills memory with zeros in a way the optimiser may not leave out.
void alongside_wipe(void *memory, size_t count);

/// Remembers how the terminal is set and puts it back on any ending: signal, `exit`, or unguarding.
///
/// One terminal at a time. Answers 0, or -1 with `errno` (EBUSY: one is guarded already).
int alongside_guard_terminal(int fd);

/// Sets the guarded terminal to hand over byte by byte, unseen, Ctrl-C and Ctrl-Z as plain bytes.
///
/// Bytes that already wait are kept.
int alongside_listen_to_terminal(void);

/// Asks the guarded terminal to mark pastes (`ESC [ ? 2004 h`) until it is put back.
void alongside_bracket_pastes(void);

/// Makes SIGHUP and SIGTERM wait until ``alongside_end_deferring``; calls may nest.
///
/// The first of them is remembered and ends a wait on ``alongside_wake_descriptor``; SIGQUIT still
/// ends the process at once. A change of the window's size wakes as well.
void alongside_defer_endings(void);

/// Ends what ``alongside_defer_endings`` began.
void alongside_end_deferring(void);

/// The signal that asked this process to end, or 0.
int alongside_ended_by(void);

/// Becomes readable when a signal came that a wait for keys is to end for.
int alongside_wake_descriptor(void);

/// Empties the wake descriptor.
void alongside_calm(void);

/// 1 once after the window got another size.
int alongside_was_resized(void);

/// Ends the process by the signal that asked for it; returns where none did.
void alongside_end_as_asked(void);

/// Puts the guarded terminal back and lets go of it. Does nothing when none is guarded.
void alongside_unguard_terminal(void);

/// Sets the terminal that was guarded last as it was before, whatever another program left behind.
void alongside_restore_terminal(void);

/// Remembers a file and the folder it lies in, to be overwritten and removed if a signal ends us.
///
/// One file at a time. Answers 0, or -1 with `errno` (ENAMETOOLONG; EBUSY: one is guarded already).
int alongside_guard_file(const char *file, const char *folder);

/// Forgets the guarded file without touching it.
void alongside_unguard_file(void);

/// Overwrites a plain file with zeros and removes its name; a link is removed, never followed.
///
/// Safe inside a signal handler. Answers 0, or -1 when the name is still there.
int alongside_shred_file(const char *file);

/// Lets a child alone hear Ctrl-C and Ctrl-\ (`on` 1), or hears them again (`on` 0).
void alongside_ignore_interrupts(int on);

/// How many columns a terminal has, or 0 when it does not say.
int alongside_terminal_columns(int fd);

/// How many rows a terminal has, or 0 when it does not say.
int alongside_terminal_rows(int fd);

/// 1 when the folder lies in memory and not on a disk, else 0.
int alongside_is_memory_backed(const char *folder);

#endif
