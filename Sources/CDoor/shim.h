#pragma once
// What Linux offers for many sockets at once: epoll(7), eventfd(2), accept4(2); and for threads that
// work for moments only: sched_setattr(2), for which glibc has no function.
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

// glibc shows it only to those who define _GNU_SOURCE.
extern int accept4(int, struct sockaddr *, socklen_t *, int);

/// Asks for shorter turns of this thread, in nanoseconds: it then has its turn sooner when it wakes
/// (Linux 6.12 and later). 0, or -1 where the kernel does not know it.
static inline int door_take_short_turns(uint64_t nanoseconds) {
  struct {
    uint32_t size, policy;
    uint64_t flags;
    int32_t nice;
    uint32_t priority;
    uint64_t runtime, deadline, period;
  } attributes = {sizeof attributes, 0, 0, 0, 0, nanoseconds, 0, 0};
  return (int)syscall(SYS_sched_setattr, 0, &attributes, 0);
}
