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
#include "objects/str_builder.h"
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

/// The file to write to: that of the thread when it was made if `sys` has none any more; empty for none at all.
Result<Ref<Object>> output_file(Object* thread) {
    Ref<Object> file = Ref<Object>::share(sys_attribute(name<"stderr">));
    if (file && !is_none(file.get())) return file;
    if (is_none(thread)) return Ref<Object>();
    file = TRY(get_attribute(thread, name<"_stderr">));
    return is_none(file.get()) ? Ref<Object>() : std::move(file);
}

/// The name of the thread, or its number if it has none.
Ref<Str> thread_text(Object* thread) {
    Ref<Object> given;
    if (!is_none(thread)) TRY(find_attribute(thread, name<"name">, given));
    return given ? to_str(given.get()) : str_from_utf8(fmt::format("{}", current_thread->identity));
}

/// In one piece, so that what other threads write stands before or behind the line. If the name can't be had,
/// the line breaks off before it and the error is raised afterwards, as in CPython.
Status write_heading(Object* file, Object* thread) {
    StrBuilder line;
    line.append_ascii("Exception in thread ");
    Ref<Object> error;
    if (Ref<Str> shown = thread_text(thread)) {
        line.append(shown.get());
        line.append_ascii(":\n");
    } else {
        error = take_exception();
    }
    Ref<Str> text = TRY(line.finish());
    TRY(call_method(file, name<"write">, {text.get()}));
    return error ? Status(restore_exception(std::move(error))) : done;
}

}  // namespace

StructSequenceType hook_arguments_type(hook_arguments_spec);

NewRef thread_excepthook(Object*, Object* const* arguments) {
    if (!is_exactly(arguments[0], hook_arguments_type))
        return raise(type_error_type, "_thread.excepthook argument type must be ExceptHookArgs");
    const auto& fields = *static_cast<Tuple*>(arguments[0]);
    Object* thread = fields[3];
    if (fields[0] == &system_exit_type) return new_none();
    Ref<Object> file = TRY(output_file(thread));
    if (!file) return new_none();
    TRY(write_heading(file.get(), thread));
    display_given(fields[1], fields[2], file.get());
    Ref<Object> flushed = TRY(call_method(file.get(), name<"flush">));
    return new_none();
}

}  // namespace minipy
