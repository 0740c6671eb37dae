/*
 * Records what a process does to the files of one folder, in one total order: writes (W), truncations (T), syncs (S),
 * and what it says on its standard output in lines that begin with "A " (A). From the record a power cut can be
 * replayed at any point: what was written after the last sync of its file may be missing.
 *
 * gcc -O2 -shared -fPIC -o recorder.so recorder.c -ldl
 * RECORDED_FOLDER=<folder> RECORD=<file> LD_PRELOAD=./recorder.so node …
 *
 * Record: op (1 byte), file name (63, zero-padded), offset (8), length (8), little-endian, then the bytes.
 * The shared-memory index of SQLite is left out: it does not outlive a power cut.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct __attribute__((packed)) record {
  char op;
  char name[63];
  int64_t offset;
  uint64_t length;
};

static int record_file = -1;
static const char *folder;
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);

__attribute__((constructor)) static void begin(void) {
  if (real_write) return;
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_write = dlsym(RTLD_NEXT, "write");
  folder = getenv("RECORDED_FOLDER");
  const char *path = getenv("RECORD");
  if (folder && path) record_file = open(path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
}

/* Whether a descriptor is of a file in the folder, and its name there. */
static int recorded(int descriptor, char *name) {
  char link[64], path[4096];
  if (record_file < 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  size_t prefix = strlen(folder);
  if (strncmp(path, folder, prefix) != 0 || path[prefix] != '/') return 0;
  if (length >= 4 && strcmp(path + length - 4, "-shm") == 0) return 0;
  memset(name, 0, 63);
  strncpy(name, path + prefix + 1, 62);
  return 1;
}

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t written = real_write(record_file, at, length);
    if (written <= 0) abort();
    at += written;
    length -= (size_t)written;
  }
}

static void note(char op, const char *name, int64_t offset, uint64_t length, const void *bytes) {
  struct record head;
  memset(&head, 0, sizeof head);
  head.op = op;
  strncpy(head.name, name, 62);
  head.offset = offset;
  head.length = length;
  put(&head, sizeof head);
  if (bytes) put(bytes, length);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off_t offset) {
  char name[63];
  begin();
  if (!recorded(descriptor, name)) return real_pwrite(descriptor, bytes, length, offset);
  pthread_mutex_lock(&order);
  ssize_t written = real_pwrite(descriptor, bytes, length, offset);
  if (written > 0) note('W', name, offset, (uint64_t)written, bytes);
  pthread_mutex_unlock(&order);
  return written;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset) {
  return pwrite64(descriptor, bytes, length, offset);
}

ssize_t write(int descriptor, const void *bytes, size_t length) {
  char name[63];
  begin();
  if (record_file >= 0 && descriptor == 1 && length > 2 && strncmp(bytes, "A ", 2) == 0) {
    pthread_mutex_lock(&order);
    note('A', "acknowledged", 0, length, bytes);
    pthread_mutex_unlock(&order);
  } else if (descriptor > 2 && descriptor != record_file && recorded(descriptor, name)) {
    pthread_mutex_lock(&order);
    ssize_t written = real_write(descriptor, bytes, length);
    /* Where the file is opened for appending, only the place after the write tells where it went. */
    if (written > 0) note('W', name, lseek(descriptor, 0, SEEK_CUR) - written, (uint64_t)written, bytes);
    pthread_mutex_unlock(&order);
    return written;
  }
  return real_write(descriptor, bytes, length);
}

static int synced(int descriptor, int (*sync)(int)) {
  char name[63];
  if (!recorded(descriptor, name)) return sync(descriptor);
  pthread_mutex_lock(&order);
  int result = sync(descriptor);
  if (result == 0) note('S', name, 0, 0, NULL);
  pthread_mutex_unlock(&order);
  return result;
}

int fsync(int descriptor) {
  begin();
  return synced(descriptor, real_fsync);
}

int fdatasync(int descriptor) {
  begin();
  return synced(descriptor, real_fdatasync);
}

int ftruncate64(int descriptor, off_t length) {
  char name[63];
  begin();
  if (!recorded(descriptor, name)) return real_ftruncate(descriptor, length);
  pthread_mutex_lock(&order);
  int result = real_ftruncate(descriptor, length);
  if (result == 0) note('T', name, length, 0, NULL);
  pthread_mutex_unlock(&order);
  return result;
}

int ftruncate(int descriptor, off_t length) {
  return ftruncate64(descriptor, length);
}
