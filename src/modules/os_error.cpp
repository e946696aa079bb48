// OSError from `errno`: see os_error.h.
//
// CPython: Python/errors.c
#include "modules/os_error.h"

#include <cstring>

#include "objects/call.h"
#include "objects/exceptions.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "vm/signals.h"

namespace minipy {

Failure raise_os_error(int number, Object* filename_or_null, Object* filename2_or_null) {
    if (number == EINTR && !run_signal_handlers()) return failed;
    Ref<Int> error_number = new_int(number);
    Ref<Str> text = str_from_utf8(std::strerror(number));
    Object* items[] = {error_number.get(), text.get(), filename_or_null, &none, filename2_or_null};
    const Size count = filename2_or_null ? 5 : filename_or_null ? 3 : 2;
    if (!filename_or_null) items[2] = &none;
    Ref<Object> error = call(&os_error_type, items, count);
    return error ? raise_object(std::move(error)) : failed;
}

}  // namespace minipy
