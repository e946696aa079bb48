// Arguments of natives that have to be bytes-like, files or numbers of C's kinds: see buffer_argument.h.
//
// CPython: Python/getargs.c, Objects/fileobject.c, Python/errors.c (PyErr_NewExceptionWithDoc)
#include "modules/buffer_argument.h"

#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/int_large.h"
#include "objects/names.h"

namespace minipy {

Status writable_argument(Object* value, BufferView& view, const char* function, const char* what) {
    if (get_buffer(value, view, buffer_flag::writable)) return done;
    clear_exception();
    return raise_bad_argument(function, what, "read-write bytes-like object", value);
}

Result<int> file_argument(Object* value) {
    Ref<Object> number = share(value);
    if (!is_int(value)) {
        TRY(find_attribute(value, name<"fileno">, number));
        if (!number) return raise(type_error_type, "argument must be an int, or have a fileno() method.");
        number = TRY(call(number.get(), {}));
        if (!is_int(number.get())) return raise(type_error_type, "fileno() returned a non-integer");
    }
    const int file = TRY(argument_int(number.get()));
    if (file < 0)
        return raise(value_error_type, fmt::format("file descriptor cannot be a negative integer ({})", file));
    return file;
}

Result<std::uint32_t> wrapped_argument(Object* value) {
    Ref<Int> number = TRY(to_index(value));
    return static_cast<std::uint32_t>(IntParts(number.get()).low_word());
}

Type* new_exception_class(const char* full_name, Type& base, const char* doc) {
    const std::string_view full = full_name;
    const std::size_t dot = full.rfind('.');
    Ref<Str> short_text = str_from_utf8(full.substr(dot + 1)), module = str_from_utf8(full.substr(0, dot));
    Ref<Dict> space = new_dict();
    (void)dict_set(space.get(), name<"__module__">, module.get());
    if (doc) (void)dict_set(space.get(), name<"__doc__">, str_from_utf8(doc).get());
    Ref<Object> made = call(&type_type, {short_text.get(), pack({&base}).get(), space.get()});
    return static_cast<Type*>(made.release());
}

}  // namespace minipy
