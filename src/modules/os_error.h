// OSError from `errno`, and paths as arguments.
//
// CPython: Python/errors.c (PyErr_SetFromErrnoWithFilenameObjects)
#pragma once

#include <cerrno>

#include "objects/errors.h"
#include "objects/type.h"

namespace minipy {

/// OSError (or the subclass that belongs to the number) with the system's text; the file names may be null.
/// EINTR runs signal handlers first, and what they raise wins.
Failure raise_os_error(int number, Object* filename_or_null = nullptr, Object* filename2_or_null = nullptr);

/// The same from `errno`. PyErr_SetFromErrno.
inline Failure raise_errno(Object* filename_or_null = nullptr) {
    return raise_os_error(errno, filename_or_null);
}

}  // namespace minipy
