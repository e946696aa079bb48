// Arguments of the modules `_dbm` and `_gdbm`: see dbm.h.
//
// CPython: Modules/_dbmmodule.c, Modules/_gdbmmodule.c
#include "modules/dbm/dbm.h"

#include <climits>
#include <cstring>

#include "modules/io/file_io.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"

namespace minipy::dbm {

Result<std::string_view> octets_of(Object* value, std::string_view wrong_type) {
    std::string_view octets;
    if (is_str(value)) {
        octets = TRY(strict_utf8(static_cast<Str*>(value)));
    } else if (is_bytes(value)) {
        octets = static_cast<Bytes*>(value)->view();
    } else {
        return raise(type_error_type, wrong_type);
    }
    if (octets.size() > INT_MAX) return raise(overflow_error_type, "size does not fit in an int");
    return octets;
}

Result<std::string_view> octets_argument(Object* value, std::string_view what) {
    if (is_str(value) || is_bytes(value)) return octets_of(value, {});
    if (has_octets(value)) return raise_bad_argument(what, "read-only bytes-like object", value);
    return raise(type_error_type, fmt::format("a bytes-like object is required, not '{}'", value->type->name));
}

Failure raise_errno_with(Type* error_class, int number, Object* filename_or_null) {
    Ref<Int> error_number = new_int(number);
    Ref<Str> text = str_from_utf8(std::strerror(number));
    Object* items[] = {error_number.get(), text.get(), filename_or_null};
    return raise_object(TRY(call(error_class, items, filename_or_null ? 3 : 2)));
}

Result<OpenArguments> open_arguments(Object* const* arguments) {
    OpenArguments result;
    result.flags = arguments[1] ? TRY(c_string_argument(arguments[1], "open", "argument 2")) : "r";
    result.mode = TRY(argument_int(arguments[2]));
    return result;
}

Ref<Bytes> filename_argument(Object* path) {
    Ref<Object> octets = TRY(path_octets(path));
    return share(static_cast<Bytes*>(octets.get()));
}

Ref<Str> filename_text(const Bytes* filename) { return decode_utf8(filename->view(), "surrogateescape"); }

}  // namespace minipy::dbm
