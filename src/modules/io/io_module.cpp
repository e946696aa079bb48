// The module `_io`: its functions and names.
//
// CPython: Modules/_io/_iomodule.c
#include <fmt/format.h>

#include <cstddef>

#include "modules/io/io.h"
#include "modules/io/std_streams.h"
#include "modules/io/text_io.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/object_reduce.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"

namespace minipy {
namespace {

Status check_text(Object* value, const char* argument) {
    if (is_none(value) || is_str(value)) return done;
    return raise_bad_argument(fmt::format("open() argument '{}'", argument), "str or None", value);
}

NewRef io_open(Object*, Object* const* arguments) {
    Str* mode = TRY(str_argument(arguments[1], "open", "argument 'mode'"));
    const int buffering = TRY(argument_int(arguments[2]));
    TRY(check_text(arguments[3], "encoding"));
    TRY(check_text(arguments[4], "errors"));
    TRY(check_text(arguments[5], "newline"));
    return open_stream({.file = arguments[0],
                        .mode = str_utf8(mode),
                        .buffering = buffering,
                        .encoding = arguments[3],
                        .errors = arguments[4],
                        .newline = arguments[5],
                        .close_fd = TRY(truth(arguments[6])),
                        .opener = arguments[7]});
}

NewRef io_open_code(Object*, Object* const* arguments) {
    Str* path = TRY(str_argument(arguments[0], "open_code", "argument 'path'"));
    return open_stream({.file = path, .mode = "rb"});
}

NewRef io_text_encoding(Object*, Object* const* arguments) {
    const int stack_level = TRY(argument_int(arguments[1]));
    if (!is_none(arguments[0])) return new_ref(arguments[0]);
    TRY(warn_of_default_encoding(stack_level));
    return str_from_utf8(utf8_mode() ? "utf-8" : "locale");
}

constexpr NativeDef io_functions[] = {
    {"open", io_open,
     "($module, /, file, mode='r', buffering=-1, encoding=None,\n     errors=None, newline=None, closefd=True, "
     "opener=None)",
     "Opens a file and returns a stream: text, or octets if the mode has a 'b'.\n\n"
     "The mode says what to do: 'r' read, 'w' write a new file, 'x' create, 'a' append, '+' read and write."},
    {"open_code", io_open_code, "($module, /, path)", "Opens a file whose content is going to be run."},
    {"text_encoding", io_text_encoding, "($module, encoding, stacklevel=2, /)",
     "The encoding, or the name of the default one for None."},
};

struct NamedType {
    const char* name;
    Type& type;
};

const NamedType io_types[] = {
    {"_IOBase", io_base_type},
    {"_RawIOBase", raw_io_base_type},
    {"_BufferedIOBase", buffered_io_base_type},
    {"_TextIOBase", text_io_base_type},
    {"FileIO", file_io_type},
    {"BytesIO", bytes_io_type},
    {"StringIO", string_io_type},
    {"BufferedReader", buffered_reader_type},
    {"BufferedWriter", buffered_writer_type},
    {"BufferedRWPair", buffered_pair_type},
    {"BufferedRandom", buffered_random_type},
    {"TextIOWrapper", text_io_wrapper_type},
    {"IncrementalNewlineDecoder", newline_decoder_type},
};

Status fill_io(Module* module) {
    ready_io_types();
    for (const NamedType& row : io_types) TRY(module_set(module, row.name, &row.type));
    TRY(module_set(module, "BlockingIOError", &blocking_io_error_type));
    TRY(module_set(module, "UnsupportedOperation", unsupported_operation_class()));
    Ref<Int> size = new_int(default_buffer_size);
    return module_set(module, "DEFAULT_BUFFER_SIZE", size.get());
}

// CPython's `_io` calls itself "io".
const ModuleSpec io_spec = {"io", "Streams of octets and of text; the ground under the module io.",
                            io_functions, fill_io};

}  // namespace

void ready_io_types() {
    for (const NamedType& row : io_types) ready_type(row.type);
    ready_type(bytes_io_view_type);
    ignore_fields_in_copies(io_base_type, sizeof(Stream) - offsetof(Stream, finalizing));
}

Ref<Module> make_io_module() { return new_native_module(io_spec); }

}  // namespace minipy
