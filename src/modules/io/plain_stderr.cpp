// The sys.stderr of the first moments: what is printed before codecs and io exist (`-v` reports each import).
//
// It writes text as UTF-8 straight to the descriptor and knows just enough of a file's methods for print() and
// importlib. The real stream takes its place.
//
// CPython: Objects/fileobject.c (PyStdPrinter_Type), Python/sysmodule.c (_PySys_SetPreliminaryStderr)
#include <unistd.h>

#include "modules/io/std_streams.h"
#include "objects/codecs.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"
#include "objects/type.h"
#include "vm/import.h"

namespace minipy {
namespace {

NewRef printer_write(Object*, Object* const* arguments) {
    Str* text = TRY(str_argument(arguments[0], "write"));
    Ref<Bytes> octets = TRY(encode_utf8(text, "backslashreplace"));
    const std::string_view view = octets->view();
    for (std::size_t at = 0; at < view.size();) {
        const ssize_t written = ::write(STDERR_FILENO, view.data() + at, view.size() - at);
        if (written <= 0) break;  // nobody is left who could be told
        at += static_cast<std::size_t>(written);
    }
    return new_int(static_cast<Size>(view.size()));
}

NewRef printer_nothing(Object*, Object* const*) { return new_none(); }
NewRef printer_fileno(Object*, Object* const*) { return new_int(STDERR_FILENO); }
NewRef printer_isatty(Object*, Object* const*) { return new_bool(::isatty(STDERR_FILENO)); }
NewRef printer_closed(Object*) { return new_bool(false); }
NewRef printer_encoding(Object*) { return new_none(); }

constexpr NativeDef printer_methods[] = {
    {"close", printer_nothing, "-($self)", nullptr},        {"flush", printer_nothing, "-($self)", nullptr},
    {"fileno", printer_fileno, "-($self)", nullptr},        {"isatty", printer_isatty, "-($self)", nullptr},
    {"write", printer_write, "-($self, text, /)", nullptr},
};

constexpr GetSetDef printer_getset[] = {
    {"closed", printer_closed, nullptr, nullptr},
    {"encoding", printer_encoding, nullptr, nullptr},
    {"mode", printer_encoding, nullptr, nullptr},
};

void printer_dealloc(Object* self) noexcept { free_object(self); }

const TypeSpec printer_spec = {
    .name = "stderrprinter",
    .basic_size = sizeof(Object),
    .flags = type_flag::disallow_new,
    .slots = {.dealloc = printer_dealloc},
    .methods = printer_methods,
    .getset = printer_getset,
};
Type printer_type(printer_spec);

}  // namespace

Status set_preliminary_stderr() {
    ready_type(printer_type);
    Ref<Object> printer = Ref<Object>::steal(allocate_instance(&printer_type));
    TRY(module_set(sys_module(), "stderr", printer.get()));
    return module_set(sys_module(), "__stderr__", printer.get());
}

}  // namespace minipy
