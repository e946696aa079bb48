// What is shown of an exception that ends a thread.
//
// CPython: Modules/_threadmodule.c (thread_excepthook)
#include <fmt/format.h>

#include "modules/thread/thread.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "vm/import.h"
#include "vm/traceback_text.h"

namespace minipy {
namespace {

constexpr const char* hook_fields[] = {"exc_type", "exc_value", "exc_traceback", "thread"};
constexpr StructSequenceSpec hook_arguments_spec = {
    .name = "_thread._ExceptHookArgs",
    .doc = "ExceptHookArgs\n\nWhat threading.excepthook() is told.",
    .fields = hook_fields,
    .visible = 4};

/// The attribute, or empty if there is none or it is None.
Ref<Object> attribute_or_nothing(Object* object, Str* attribute) {
    Ref<Object> found;
    if (is_none(object)) return found;
    if (!find_attribute(object, attribute, found)) clear_exception();
    if (found && is_none(found.get())) found.reset();
    return found;
}

std::string thread_text(Object* thread) {
    Ref<Str> shown;
    if (Ref<Object> given = attribute_or_nothing(thread, name<"name">)) shown = to_str(given.get());
    if (shown) return std::string(str_utf8(shown.get()));
    clear_exception();
    return fmt::format("{}", current_thread->identity);
}

}  // namespace

StructSequenceType hook_arguments_type(hook_arguments_spec);

NewRef thread_excepthook(Object*, Object* const* arguments) {
    if (!is_exactly(arguments[0], hook_arguments_type))
        return raise(type_error_type, "_thread.excepthook argument type must be ExceptHookArgs");
    const auto& fields = *static_cast<Tuple*>(arguments[0]);
    Object *type = fields[0], *thread = fields[3];
    Ref<Object> exception = share(fields[1]);
    if (type == &system_exit_type) return new_none();
    Ref<Object> file = Ref<Object>::share(sys_attribute(name<"stderr">));
    if (!file || is_none(file.get())) file = attribute_or_nothing(thread, name<"_stderr">);
    if (!file) return new_none();
    write_error_text(fmt::format("Exception in thread {}:\n", thread_text(thread)), file.get());
    if (is_none(exception.get()) && is_exception_class(type)) exception = TRY(call(type, {}));
    if (is_exception(exception.get())) display_exception(exception.get(), file.get());
    Ref<Object> flushed = TRY(call_method(file.get(), name<"flush">));
    return new_none();
}

}  // namespace minipy
