// Arguments of natives that have to be bytes-like, files or numbers of C's kinds.
//
// CPython: Python/getargs.c (the converters 'y*', 'w*', 'I'), Objects/fileobject.c (PyObject_AsFileDescriptor)
#pragma once

#include <cstdint>
#include <string>

#include "objects/buffer.h"
#include "objects/type.h"

namespace minipy {

/// Contiguous memory that may be written to. TypeError "f() argument must be read-write bytes-like object, not
/// bytes"; `what` as in `str_argument`.
Status writable_argument(Object* value, BufferView& view, const char* function, const char* what = "argument");

/// The number of an open file: an int, or what `fileno()` gives. PyObject_AsFileDescriptor.
Result<int> file_argument(Object* value);

/// The low 32 bits of an integer of any size. PyLong_AsUnsignedLongMask.
Result<std::uint32_t> wrapped_argument(Object* value);

/// A class of exceptions for a module: "zlib.error". PyErr_NewException.
Type* new_exception_class(const char* full_name, Type& base, const char* doc = nullptr);

}  // namespace minipy
