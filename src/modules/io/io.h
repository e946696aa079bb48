// The module `_io`: what its classes share.
//
// Streams lie in three layers: raw (FileIO: one system call per operation), buffered (Buffered: octets), text
// (TextIOWrapper: characters). Each layer calls the one below through its Python methods, except where that
// object is exactly the built-in class: then C++ calls C++. Invariant: every stream class begins with `Stream`,
// so that a stream of any class can be closed by the one finalizer of `_IOBase`.
//
// CPython: Modules/_io/_iomodule.h, Modules/_io/iobase.c
#pragma once

#include <cstdint>
#include <string_view>

#include "modules/os_error.h"
#include "objects/module.h"
#include "objects/type.h"

namespace minipy {

struct Stream : Object {
    Dict* dict;
    Object* weakrefs;
    bool finalizing;   // the finalizer is closing it
    bool base_closed;  // `_IOBase.close` has run
};

extern Type io_base_type, raw_io_base_type, buffered_io_base_type, text_io_base_type;
extern Type file_io_type, bytes_io_type, string_io_type, text_io_wrapper_type;
extern Type buffered_reader_type, buffered_writer_type, buffered_random_type, buffered_pair_type;
extern Type newline_decoder_type, bytes_io_view_type;

inline constexpr Size default_buffer_size = 8192;

inline Stream* as_stream(Object* object) noexcept { return static_cast<Stream*>(object); }

/// A new `_io` module.
Ref<Module> make_io_module();

/// Makes the stream classes ready; the first call does it.
void ready_io_types();

/// `open(file, mode, buffering, ...)`. The text layer is left out in binary modes. _io.open.
struct OpenOptions {
    Object* file;
    std::string_view mode = "r";
    int buffering = -1;
    Object* encoding = nullptr;  // null: None
    Object* errors = nullptr;
    Object* newline = nullptr;
    bool close_fd = true;
    Object* opener = nullptr;
};
Ref<Object> open_stream(const OpenOptions& options);

/// The end of every stream's `dealloc`: closes it, unless the finalizer has brought it back to life (false),
/// then leaves the collector and empties the weak references.
bool begin_stream_dealloc(Object* self) noexcept;

/// Drops the attribute dict and gives the memory back.
void end_stream_dealloc(Object* self) noexcept;

int stream_traverse(Object* self, Visit visit, void* context);
void stream_clear(Object* self);

/// `__dict__` of a stream; for the tables of its classes.
NewRef stream_get_dict(Object* self);

/// `_finalizing`, the note of the finalizer to the layers below.
NewRef stream_get_finalizing(Object* self);
Status stream_set_finalizing(Object* self, Object* value_or_null);

NewRef stream_iter(Object* self);

// --- errors

/// io.UnsupportedOperation.
Failure raise_unsupported(std::string_view operation);

/// ValueError "I/O operation on closed file."
Failure raise_closed_stream();

/// BlockingIOError with `characters_written`.
Failure raise_blocking(std::string_view message, Size written);

/// The class `UnsupportedOperation`, borrowed.
Object* unsupported_operation_class();

// --- what the layers ask each other

/// The truth of `stream.closed`.
Result<bool> is_closed(Object* stream);

/// The truth of `stream.name()`.
Result<bool> ask(Object* stream, Str* method);

/// `_IOBase._checkReadable` and its relatives: UnsupportedOperation unless the method answers True.
Status check_ability(Object* stream, Str* method, std::string_view message);

/// A size argument: None and -1 mean "all". TypeError "argument should be integer or None, not 'str'".
Result<Size> size_argument(Object* value);

/// A file position as an int object; OverflowError where it is none that the system can take.
Result<std::int64_t> offset_argument(Object* value);

/// The bytes in a writable bytes-like object that a `readinto` fills. TypeError with CPython's text.
Status get_writable_buffer(Object* object, struct BufferView& view, const char* method);

/// EncodingWarning, if such are wanted (-X warn_default_encoding), that a text file is opened without an
/// encoding.
Status warn_of_default_encoding(Size stack_level);

/// Runs signal handlers after a system call was interrupted; fails if one of them raised.
Status after_interrupt();

/// Adds the pending exception's predecessor as its context: of two failures, the later one is shown.
/// _PyErr_ChainExceptions.
void chain_exceptions(Ref<Object> earlier) noexcept;

}  // namespace minipy
