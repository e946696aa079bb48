// The text of tracebacks and exceptions as the machine itself writes it, not the module `traceback`.
//
// CPython: Modules/_testcapimodule.c (traceback_print), Modules/_testcapi/exceptions.c (exception_print)
#include "modules/support.h"
#include "modules/testcapi/testcapi.h"
#include "objects/call.h"
#include "objects/names.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "vm/import.h"
#include "vm/source_lines.h"
#include "vm/traceback.h"
#include "vm/traceback_text.h"

namespace minipy {
namespace {

NewRef testcapi_traceback_print(Object*, Object* const* arguments) {
    if (!is_exactly(arguments[0], traceback_type))
        return raise(system_error_type, "bad argument to internal function");
    std::string text;
    SourceLines sources;
    append_traceback(text, static_cast<Traceback*>(arguments[0]), "Traceback (most recent call last):\n", "",
                     {}, sources);
    Ref<Str> shown = str_from_utf8(text);
    TRY(call_method(arguments[1], name<"write">, {shown.get()}));
    return new_none();
}

NewRef testcapi_exception_print(Object*, Object* const* arguments) {
    display_exception(arguments[0], sys_attribute(name<"stderr">));
    return new_none();
}

constexpr NativeDef functions[] = {
    {"traceback_print", testcapi_traceback_print, "-($module, traceback, file, /)", nullptr},
    {"exception_print", testcapi_exception_print, "-($module, exception, /)", nullptr},
};

}  // namespace

std::span<const NativeDef> testcapi_traceback_functions() noexcept { return functions; }

}  // namespace minipy
