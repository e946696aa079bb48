// The `sys.stderr` of the start: what there is to write to before encodings and `io` can be imported, for the
// messages of -v and for errors of importlib itself. It writes to the descriptor at once, and is replaced when
// the standard streams are made.
//
// CPython: Objects/fileobject.c (PyStdPrinter_Type)
#include <unistd.h>

#include "modules/io/std_streams.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/type.h"
#include "vm/import.h"

namespace minipy {
namespace {

NewRef printer_write(Object*, Object* const* arguments) {
    if (!is_str(arguments[0])) return raise(type_error_type, "write() argument must be str");
    std::string_view text = str_utf8(static_cast<Str*>(arguments[0]));
    const auto size = static_cast<Size>(text.size());
    while (!text.empty()) {
        const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
        if (written < 0) break;  // there is nobody to tell
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return new_int(size);
}

NewRef printer_flush(Object*, Object* const*) { return new_none(); }

NewRef printer_fileno(Object*, Object* const*) { return new_int(STDERR_FILENO); }

NewRef printer_isatty(Object*, Object* const*) { return new_bool(::isatty(STDERR_FILENO)); }

constexpr NativeDef printer_methods[] = {
    {"fileno", printer_fileno, "-($self, /)", "The file descriptor."},
    {"flush", printer_flush, "-($self, /)", "Does nothing: all is written at once."},
    {"isatty", printer_isatty, "-($self, /)", "Whether it is a terminal."},
    {"write", printer_write, "-($self, text, /)", "Writes the text; returns its size."},
};

const TypeSpec printer_spec = {
    .name = "stderrprinter",
    .basic_size = sizeof(Object),
    .flags = type_flag::disallow_new,
    .slots = {.dealloc = free_object},
    .methods = printer_methods,
};

}  // namespace

Type stderr_printer_type(printer_spec);

Status set_preliminary_stderr() {
    ready_type(stderr_printer_type);
    Ref<Object> printer = Ref<Object>::steal(allocate_instance(&stderr_printer_type));
    return set_sys_attribute(name<"stderr">, printer.get());
}

}  // namespace minipy
