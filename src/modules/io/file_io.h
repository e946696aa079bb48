// FileIO: the raw layer, a file descriptor. What the buffered layer calls without going through Python.
//
// Invariant: `fd` is -1 exactly while the stream is closed or was never opened.
//
// CPython: Modules/_io/fileio.c
#pragma once

#include <sys/types.h>

#include "modules/io/io.h"

namespace minipy {

struct FileIO : Stream {
    int fd;
    bool created, readable, writable, appending;
    bool close_fd;
    signed char seekable;  // -1: not asked yet
    unsigned block_size;
};

inline FileIO* as_file(Object* object) noexcept { return static_cast<FileIO*>(object); }

/// What a raw read or write gives when the descriptor does not block and nothing can be moved now.
inline constexpr Size would_block = -2;

/// At most `size` octets; 0 at the end; `would_block`. Raises for closed and unreadable files.
Result<Size> file_read(FileIO* file, char* to, Size size);
Result<Size> file_write(FileIO* file, const char* from, Size size);
Result<off_t> file_seek(FileIO* file, off_t offset, int whence);
Result<bool> file_is_seekable(FileIO* file);

/// The str or bytes that stands for a path: the object itself or what its `__fspath__` returns. PyOS_FSPath.
Ref<Object> plain_path(Object* path);

/// The path as the system takes it, as bytes. PyUnicode_FSConverter.
Ref<Object> path_octets(Object* path);

}  // namespace minipy
