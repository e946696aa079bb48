// print().
//
// Standard output is nearly always a TextIOWrapper: then strings go to it without a method call. Invariant: the
// text written is the same whatever way it takes.
//
// CPython: Python/bltinmodule.c (builtin_print)
#include <fmt/format.h>

#include "modules/builtins/builtins.h"
#include "modules/io/text_io.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "vm/import.h"

namespace minipy {
namespace {

Status write_text(Object* file, Str* text) {
    if (is_exactly(file, text_io_wrapper_type)) {
        TRY(text_check_open(as_text(file)));
        return text_write(as_text(file), text);
    }
    TRY(call_method(file, name<"write">, {text}));
    return done;
}

Status write_object(Object* file, Object* object) {
    if (is_exactly(object, str_type)) return write_text(file, static_cast<Str*>(object));
    Ref<Str> text = TRY(to_str(object));
    return write_text(file, text.get());
}

/// A separator argument: a string, or null for None.
Result<Str*> text_or_none(Object* value, const char* argument) {
    if (is_none(value)) return static_cast<Str*>(nullptr);
    if (is_str(value)) return static_cast<Str*>(value);
    return raise(type_error_type,
                 fmt::format("{} must be None or a string, not {}", argument, value->type->name));
}

}  // namespace

NewRef builtin_print(Object*, Object* const* arguments) {
    auto* objects = static_cast<Tuple*>(arguments[0]);
    Ref<Object> file = share(arguments[3]);
    if (is_none(file.get())) {
        file = share(sys_attribute(name<"stdout">));
        if (!file) return raise(runtime_error_type, "lost sys.stdout");
        if (is_none(file.get())) return new_none();
    }
    Str* separator = TRY(text_or_none(arguments[1], "sep"));
    Str* end = TRY(text_or_none(arguments[2], "end"));
    for (Size i = 0; i < objects->size; ++i) {
        if (i) TRY(write_text(file.get(), separator ? separator : name<" ">));
        TRY(write_object(file.get(), (*objects)[i]));
    }
    TRY(write_text(file.get(), end ? end : name<"\n">));
    if (TRY(truth(arguments[4]))) TRY(call_method(file.get(), name<"flush">));
    return new_none();
}

}  // namespace minipy
