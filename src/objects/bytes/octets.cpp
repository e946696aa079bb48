// Making octets: results of methods, and contents of new objects.
//
// CPython: Objects/bytesobject.c (PyBytes_FromObject), Objects/bytearrayobject.c (bytearray___init___impl)
#include "objects/bytes/bytes_warning.h"
#include "objects/bytes/octets.h"

#include <fmt/format.h>

#include "objects/bytearray.h"
#include "objects/codecs.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/memory_guard.h"
#include "objects/memoryview.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/vm_hooks.h"

namespace minipy {

std::string_view octets_of(const Object* self) noexcept {
    return is_bytes(self) ? static_cast<const Bytes*>(self)->view()
                          : static_cast<const ByteArray*>(self)->view();
}

Ref<Object> like(const Object* self, std::string_view octets) {
    if (is_bytes(self)) return new_bytes(octets);
    return new_bytearray(octets);
}

Ref<Object> like_uninitialized(const Object* self, Size size, char*& octets) {
    if (!is_bytes(self)) {
        Ref<ByteArray> array = TRY(new_bytearray({}));
        TRY(bytearray_resize(array.get(), size));
        octets = array->items;
        return array;
    }
    Ref<Bytes> bytes = TRY(size ? new_bytes_uninitialized(size) : new_bytes({}));
    octets = bytes->data();
    return bytes;
}

Ref<Object> unchanged(Object* self) {
    if (is_exactly(self, bytes_type)) return share(self);
    return like(self, octets_of(self));
}

Result<unsigned char> octet_value(Object* object, const char* subject) {
    Ref<Int> number = TRY(to_index(object));
    if (!number->is_small() || number->small < 0 || number->small > 255) {
        return raise(value_error_type, fmt::format("{} must be in range(0, 256)", subject));
    }
    return static_cast<unsigned char>(number->small);
}

Status collect_ints(std::string& octets, Object* iterable, const char* subject) {
    if (is_exactly(iterable, list_type)) {
        auto* list = static_cast<List*>(iterable);
        for (Size i = 0; i < list->size; ++i) {  // the list may change in __index__
            Ref<Object> item = share(list->items[i]);
            octets += static_cast<char>(TRY(octet_value(item.get(), subject)));
        }
        return done;
    }
    Ref<Object> iterator = TRY(iterate(iterable));
    while (Ref<Object> item = next(iterator.get())) {
        octets += static_cast<char>(TRY(octet_value(item.get(), subject)));
    }
    if (pending_exception()) return failed;
    return done;
}

namespace {

Status check_text_argument(Object* argument_or_null, const char* function, const char* name) {
    if (!argument_or_null || is_str(argument_or_null)) return done;
    return raise_bad_argument(fmt::format("{}() argument '{}'", function, name), "str", argument_or_null);
}

Status collect_text(std::string& octets, Object* text, Object* encoding, Object* errors) {
    auto name = [](Object* object, const char* fallback) {
        return object ? std::string(str_utf8(static_cast<Str*>(object))) : std::string(fallback);
    };
    TRY(check_codec_names(static_cast<Str*>(encoding), static_cast<Str*>(errors)));
    Ref<Bytes> encoded =
        TRY(encode_str(static_cast<Str*>(text), name(encoding, "utf-8"), name(errors, "strict")));
    octets = encoded->view();
    return done;
}

Status collect_zeros(std::string& octets, Object* count_object) {
    const Size count = TRY(index_size(count_object, &overflow_error_type));
    if (count < 0) return raise(value_error_type, "negative count");
    return guard_memory([&]() -> Status {
        octets.assign(static_cast<std::size_t>(count), '\0');
        return done;
    });
}

}  // namespace

Status collect_octets(std::string& octets, Object* source, Object* encoding, Object* errors,
                      const char* type_name, const char* subject) {
    TRY(check_text_argument(encoding, type_name, "encoding"));
    TRY(check_text_argument(errors, type_name, "errors"));
    const bool is_text = source && is_str(source);
    if (!is_text && (encoding || errors)) {
        return raise(type_error_type,
                     encoding ? "encoding without a string argument" : "errors without a string argument");
    }
    if (is_text && !encoding) return raise(type_error_type, "string argument without an encoding");
    if (is_text) return collect_text(octets, source, encoding, errors);
    if (!source) return done;
    if (has_index(source)) {
        if (collect_zeros(octets, source)) return done;
        // An __index__ that refuses leaves the other ways open.
        if (!pending_matches(type_error_type)) return failed;
        clear_exception();
    }
    if (has_octets(source)) return collect_buffer(octets, source);
    if (!source->type->slots.iter && !is_sequence(source)) {
        return raise(type_error_type,
                     fmt::format("cannot convert '{}' object to {}", source->type->name, type_name));
    }
    if (type_name == std::string_view("bytes")) TRY(length_hint(source, 0));  // the hint may refuse
    return collect_ints(octets, source, subject);
}

Result<bool> octets_contains(Object* self, Object* item) {
    if (has_index(item)) {
        const unsigned char octet = TRY(octet_value(item));
        return octets_of(self).find(static_cast<char>(octet)) != std::string_view::npos;
    }
    OctetsView wanted;
    TRY(wanted.acquire(item));
    return octets_of(self).find(wanted.view()) != std::string_view::npos;
}

/// The warnings of -b for a comparison that can only say "different".
static Status warn_of_comparison(Object* left, Object* right) {
    const char* own = is_bytearray(left) || is_bytearray(right) ? "bytearray" : "bytes";
    if (is_str(left) || is_str(right))
        return warn(bytes_warning_type, fmt::format("Comparison between {} and string", own));
    if (is_bytes(left) && (is_int(left) || is_int(right)))
        return warn(bytes_warning_type, "Comparison between bytes and int");
    return done;
}

NewRef octets_compare(Object* left, Object* right, CompareOp op) {
    // bytes know only bytes; a bytearray takes whatever shows its octets.
    const bool unknown = is_bytes(left) && !is_bytes(right);
    if (unknown || is_str(left) || is_str(right) || !has_octets(left) || !has_octets(right)) {
        if (bytes_warning_level && (op == CompareOp::Eq || op == CompareOp::Ne))
            TRY(warn_of_comparison(left, right));
        return new_ref(&not_implemented);
    }
    OctetsView a, b;
    if (!a.acquire(left) || !b.acquire(right)) {
        clear_exception();  // the other side may know how to compare what lies scattered
        return new_ref(&not_implemented);
    }
    if (a.view().size() != b.view().size() && (op == CompareOp::Eq || op == CompareOp::Ne)) {
        return new_bool(op == CompareOp::Ne);
    }
    return new_bool(holds(op, a.view().compare(b.view())));
}

}  // namespace minipy
