// Messages that show objects: see showing.h.
//
// CPython: Python/errors.c (PyErr_FormatV)
#include "objects/showing.h"

#include <fmt/format.h>

#include "objects/exceptions.h"
#include "objects/protocol.h"
#include "objects/str.h"

namespace minipy {

Ref<Object> text_showing(const char* format, Object* first, Object* second_or_null) {
    Ref<Str> first_text = TRY(repr(first));
    Ref<Str> second_text = second_or_null ? TRY(repr(second_or_null)) : nullptr;
    return str_from_utf8(fmt::format(fmt::runtime(format), str_utf8(first_text.get()),
                                     second_text ? str_utf8(second_text.get()) : std::string_view()));
}

Failure raise_showing(Type& type, const char* format, Object* first, Object* second_or_null) {
    Ref<Object> message = text_showing(format, first, second_or_null);
    if (message) return raise_object(TRY(new_exception_with(type, message.get())));
    clear_exception();
    return raise(type);
}

}  // namespace minipy
