// Reading the text that is searched.
//
// CPython: Modules/_sre/sre.c (getstring, getslice)
#include "modules/sre/subject.h"

#include <fmt/format.h>

#include "objects/bytes.h"
#include "objects/errors.h"

namespace minipy::sre {

Status Subject::acquire(Object* string) {
    string_ = string;
    if (is_str(string)) {
        const Str* text = static_cast<Str*>(string);
        data_ = text->data();
        length_ = text->size;
        width_ = text->kind;
        is_text_ = true;
        return done;
    }
    if (!octets_.acquire(string)) {
        clear_exception();
        return raise(type_error_type,
                     fmt::format("expected string or bytes-like object, got '{:.200}'", string->type->name));
    }
    data_ = octets_.view().data();
    length_ = static_cast<Size>(octets_.view().size());
    return done;
}

Ref<Object> Subject::slice(Size start, Size end) const {
    if (is_text_) return str_substring(static_cast<Str*>(string_), start, end);
    if (is_exactly(string_, bytes_type) && start == 0 && end == length_) return share(string_);
    return new_bytes(
        octets_.view().substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start)));
}

}  // namespace minipy::sre
