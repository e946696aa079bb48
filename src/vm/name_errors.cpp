// The errors of unbound names.
//
// CPython: Python/ceval.c (format_exc_check_arg, format_exc_unbound)
#include "vm/name_errors.h"

#include <fmt/format.h>

#include "objects/exceptions.h"
#include "objects/str.h"
#include "objects/tuple.h"

namespace minipy {

Failure raise_name_error(Str* name) {
    return raise_named_error(name_error_type, name, fmt::format("name '{}' is not defined", str_utf8(name)));
}

Failure raise_unbound_local(Frame* frame, int slot) {
    auto* name = static_cast<Str*>((*frame->code->local_names)[slot]);
    // CPython gives the attribute `name` to plain NameErrors only.
    return raise(unbound_local_error_type,
                 fmt::format("cannot access local variable '{}' where it is not associated with a value",
                             str_utf8(name)));
}

Failure raise_unbound_cell(Frame* frame, int slot) {
    const auto kind = static_cast<std::uint8_t>(frame->code->local_kinds->data()[slot]);
    if (!(kind & local_kind::free)) return raise_unbound_local(frame, slot);
    auto* name = static_cast<Str*>((*frame->code->local_names)[slot]);
    return raise_named_error(
        name_error_type, name,
        fmt::format("cannot access free variable '{}' where it is not associated with a value "
                    "in enclosing scope",
                    str_utf8(name)));
}

}  // namespace minipy
