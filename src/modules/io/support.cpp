// What the stream classes share: errors, questions to other layers, arguments.
//
// CPython: Modules/_io/_iomodule.c
#include <fmt/format.h>

#include <cstring>

#include "modules/io/io.h"
#include "modules/run_options.h"
#include "objects/attribute.h"
#include "objects/buffer.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"
#include "vm/interrupt.h"

namespace minipy {

Failure raise_blocking(std::string_view message, Size written) {
    Ref<Int> number = new_int(EAGAIN), count = new_int(written);
    Ref<Str> text = str_from_utf8(message);
    return raise_object(TRY(call(&blocking_io_error_type, {number.get(), text.get(), count.get()})));
}

Object* unsupported_operation_class() {
    static Object* const made = [] {
        Object* bases[] = {&os_error_type, &value_error_type};
        Ref<Tuple> base_tuple = new_tuple(bases);
        Ref<Dict> space = new_dict();
        (void)dict_set(space.get(), name<"__module__">, name<"io">);
        Ref<Object> cls = call(&type_type, {name<"UnsupportedOperation">, base_tuple.get(), space.get()});
        return cls.release();
    }();
    return made;
}

Failure raise_unsupported(std::string_view operation) {
    Ref<Str> text = str_from_utf8(operation);
    Object* cls = unsupported_operation_class();
    if (!cls) return raise(os_error_type, operation);
    return raise_object(TRY(call(cls, {text.get()})));
}

Status warn_of_default_encoding(Size stack_level) {
    if (!run_options().warn_default_encoding) return done;
    return warn(encoding_warning_type, "'encoding' argument not specified", stack_level);
}

Failure raise_closed_stream() { return raise(value_error_type, "I/O operation on closed file."); }

Result<bool> is_closed(Object* stream) {
    Ref<Object> closed = TRY(get_attribute(stream, name<"closed">));
    return truth(closed.get());
}

Result<bool> ask(Object* stream, Str* method) {
    Ref<Object> answer = TRY(call_method(stream, method));
    return truth(answer.get());
}

Status check_ability(Object* stream, Str* method, std::string_view message) {
    Ref<Object> answer = TRY(call_method(stream, method));
    if (answer.get() == reinterpret_cast<Object*>(&true_object)) return done;
    return raise_unsupported(message);
}

Result<Size> size_argument(Object* value) {
    if (!value || is_none(value)) return Size{-1};
    if (has_index(value)) return index_size(value, &overflow_error_type);
    return raise(type_error_type,
                 fmt::format("argument should be integer or None, not '{}'", value->type->name));
}

Result<std::int64_t> offset_argument(Object* value) {
    Ref<Int> number = TRY(to_index(value));
    if (number->is_small()) return number->small;
    return raise(overflow_error_type, "Python int too large to convert to C long");
}

Status get_writable_buffer(Object* object, BufferView& view, const char* method) {
    if (has_octets(object)) {
        if (get_buffer(object, view, buffer_flag::writable)) {
            if (!view.read_only) return done;
            release_buffer(view);
        } else if (!pending_matches(buffer_error_type)) {
            return failed;
        }
        clear_exception();
    }
    return raise_bad_argument(method, "argument", "read-write bytes-like object", object);
}

Status after_interrupt() { return handle_interrupts(*current_thread); }

void chain_exceptions(Ref<Object> earlier) noexcept {
    if (!earlier) return;
    if (Object* later = pending_exception()) {
        auto* exception = static_cast<BaseException*>(later);
        if (!exception->context && earlier.get() != later) exception->context = earlier.release();
        return;
    }
    (void)raise_object(std::move(earlier));
}

}  // namespace minipy
