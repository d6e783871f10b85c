#pragma once
// What Linux offers for many sockets at once: epoll(7), eventfd(2), accept4(2).
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

// glibc shows it only to those who define _GNU_SOURCE.
extern int accept4(int, struct sockaddr *, socklen_t *, int);
