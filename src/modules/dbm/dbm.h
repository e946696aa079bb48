// What the modules `_dbm` and `_gdbm` have in common: an open file that maps octets to octets.
//
// Keys and values are str (as UTF-8) or bytes; what comes back is bytes. Both libraries take them as a `datum`
// of their own, a pointer and a size. Invariant: `file` is null once the object is closed, and every use of it
// begins with `open_file`.
//
// CPython: Modules/_dbmmodule.c, Modules/_gdbmmodule.c
#pragma once

#include <string_view>

#include "modules/support.h"
#include "objects/codecs.h"

namespace minipy::dbm {

/// The octets that a str or bytes stands for, borrowed from it. TypeError with the text for anything else.
Result<std::string_view> octets_of(Object* value, std::string_view wrong_type);

/// The same with what the converter 's#' says: "a bytes-like object is required, not 'int'"; `what` names the
/// argument where it refuses a buffer that may be written to.
Result<std::string_view> octets_argument(Object* value, std::string_view what = "argument");

/// `error_class(errno, text)` with the name of the file as `filename`.
Failure raise_errno_with(Type* error_class, int number, Object* filename_or_null = nullptr);

/// Two arguments of `open()`. The first, the name of the file, is looked at once the flags are found right.
struct OpenArguments {
    std::string_view flags;
    int mode;
};
Result<OpenArguments> open_arguments(Object* const* arguments);

/// A path as the system takes it, and as `OSError.filename` shows it.
Ref<Bytes> filename_argument(Object* path);
Ref<Str> filename_text(const Bytes* filename);

/// `traverse` of the objects: they own no other.
inline int owns_nothing(Object*, Visit, void*) { return 0; }

template <class Datum>
Datum as_datum(std::string_view octets) noexcept {
    Datum made;
    made.dptr = const_cast<char*>(octets.data());
    made.dsize = static_cast<int>(octets.size());
    return made;
}

template <class Datum>
std::string_view as_view(const Datum& datum) noexcept {
    return {static_cast<const char*>(datum.dptr), static_cast<std::size_t>(datum.dsize)};
}

}  // namespace minipy::dbm
