// OSError: what the operating system refused, and the subclass that its number calls for.
//
// `OSError(errno, message, filename...)` gives an instance of the subclass for that number. The arguments are
// read in `__new__` (where the class can still be chosen), unless a subclass overrides `__init__` only: then
// `__init__` reads them. Invariant: `args` is cut to (errno, message) once a file name has been taken out.
//
// CPython: Objects/exceptions.c (OSError_new, oserror_use_init)
#include <fmt/format.h>

#include <cerrno>

#include "objects/attribute.h"
#include "objects/complex.h"
#include "objects/dict.h"
#include "objects/exceptions_internal.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

OSError* as_os_error(Object* object) noexcept { return as_layout<OSError>(object); }

/// The subclass for the system's error number, or null.
Type* class_of_error(std::int64_t number) noexcept {
    switch (number) {
        case EAGAIN:
        case EALREADY:
        case EINPROGRESS: return &blocking_io_error_type;
        case EPIPE:
        case ESHUTDOWN: return &broken_pipe_error_type;
        case ECHILD: return &child_process_error_type;
        case ECONNABORTED: return &connection_aborted_error_type;
        case ECONNREFUSED: return &connection_refused_error_type;
        case ECONNRESET: return &connection_reset_error_type;
        case EEXIST: return &file_exists_error_type;
        case ENOENT: return &file_not_found_error_type;
        case EISDIR: return &is_a_directory_error_type;
        case ENOTDIR: return &not_a_directory_error_type;
        case EINTR: return &interrupted_error_type;
        case EACCES:
        case EPERM: return &permission_error_type;
        case ESRCH: return &process_lookup_error_type;
        case ETIMEDOUT: return &timeout_error_type;
        default: return nullptr;
    }
}

/// errno, strerror, filename, winerror (which has no meaning here), filename2: two to five of them, or none.
struct OSErrorParts {
    Object* error_number = nullptr;
    Object* message = nullptr;
    Object* filename = nullptr;
    Object* filename2 = nullptr;
};

OSErrorParts take_parts(const Tuple* arguments) noexcept {
    const auto given = [&](Size index) { return index < arguments->size ? (*arguments)[index] : nullptr; };
    if (arguments->size < 2 || arguments->size > 5) return {};
    return {given(0), given(1), given(2), given(4)};
}

bool is_number(const Object* object) noexcept {
    const Slots& slots = object->type->slots;
    return slots.index || slots.to_int || slots.to_float || is_exactly(object, complex_type);
}

/// Fills a new exception: the fields, and `args` without the file names.
Status fill(OSError* error, Tuple* arguments, const OSErrorParts& parts) {
    Ref<Tuple> args = share(arguments);
    if (parts.filename && !is_none(parts.filename)) {
        if (is_exactly(error, blocking_io_error_type) && is_number(parts.filename)) {
            error->written = TRY(index_size(parts.filename, &value_error_type));
        } else {
            set_field(error->filename, parts.filename);
            if (parts.filename2 && !is_none(parts.filename2)) set_field(error->filename2, parts.filename2);
            args = new_tuple(arguments->span().first(2));
        }
    }
    set_field(error->error_number, parts.error_number);
    set_field(error->message, parts.message);
    xdecref(std::exchange(error->args, args.release()));
    return done;
}

NewRef os_error_new(Type* type, Tuple* arguments, Dict* keywords_or_null);

/// Whether the arguments are for `__init__`: the class overrides that and not `__new__`.
bool reads_in_init(const Type* type) noexcept {
    return type->slots.init != os_error_init && type->slots.new_ == os_error_new;
}

NewRef os_error_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    const bool later = reads_in_init(type);
    OSErrorParts parts;
    if (!later) {
        TRY(refuse_keywords(type, keywords_or_null));
        parts = take_parts(arguments);
        if (type == &os_error_type && parts.error_number && is_int(parts.error_number) &&
            as_int(parts.error_number)->is_small()) {
            if (Type* subclass = class_of_error(as_int(parts.error_number)->small)) type = subclass;
        }
    }
    Ref<Object> made = Ref<Object>::steal(allocate_instance(type));
    OSError* error = as_os_error(made.get());
    error->written = -1;
    if (later)
        error->args = new_tuple({}).release();
    else
        TRY(fill(error, arguments, parts));
    return made;
}

// --- text

std::string text_of(Object* value_or_null, Ref<Str> (*make_text)(Object*), bool& ok) {
    Ref<Str> text = make_text(value_or_null ? value_or_null : &none);
    ok = ok && text;
    return text ? std::string(str_utf8(text.get())) : "";
}

NewRef os_error_str(Object* self) {
    OSError* error = as_os_error(self);
    if (!error->filename && !(error->error_number && error->message)) return base_exception_str(self);
    bool ok = true;
    std::string text = fmt::format("[Errno {}] ", text_of(error->error_number, to_str, ok));
    if (ok) text += text_of(error->message, to_str, ok);
    if (ok && error->filename) text += ": " + text_of(error->filename, repr, ok);
    if (ok && error->filename && error->filename2) text += " -> " + text_of(error->filename2, repr, ok);
    if (!ok) return failed;
    return str_from_utf8(text);
}

NewRef os_error_reduce(Object* self, Object* const*) {
    OSError* error = as_os_error(self);
    Ref<Tuple> args = share(error->args);
    if (args->size == 2 && error->filename) {
        Object* parts[] = {(*args)[0], (*args)[1], error->filename, &none, error->filename2};
        args = new_tuple({parts, error->filename2 ? 5u : 3u});
    }
    Dict** dict = dict_pointer(self);
    Object* parts[] = {self->type, args.get(), dict ? *dict : nullptr};
    return new_tuple({parts, dict && *dict ? 3u : 2u});
}

// --- attributes

NewRef get_written(Object* self) {
    const Size written = as_os_error(self)->written;
    if (written == -1) return raise(attribute_error_type, "characters_written");
    return new_int(written);
}

Status set_written(Object* self, Object* value_or_null) {
    Size& written = as_os_error(self)->written;
    if (value_or_null) {
        written = TRY(index_size(value_or_null, &value_error_type));
        return done;
    }
    if (written == -1) return raise(attribute_error_type, "characters_written");
    written = -1;
    return done;
}

using OSErrorLife =
    OwnFields<OSError, &OSError::error_number, &OSError::message, &OSError::filename, &OSError::filename2>;

constexpr NativeDef os_error_methods[] = {{"__reduce__", os_error_reduce, "-($self)", nullptr}};
constexpr MemberDef os_error_members[] = {
    {"errno", MemberKind::Object, offsetof(OSError, error_number), false, "The system's error number."},
    {"strerror", MemberKind::Object, offsetof(OSError, message), false, "The system's message."},
    {"filename", MemberKind::Object, offsetof(OSError, filename), false, "The file concerned."},
    {"filename2", MemberKind::Object, offsetof(OSError, filename2), false, "The second file concerned."},
};
constexpr GetSetDef os_error_getset[] = {{"characters_written", get_written, set_written, nullptr}};

const TypeSpec os_error_spec = {.name = "OSError",
                                .basic_size = sizeof(OSError),
                                .flags = exception_flags,
                                .base = &exception_type,
                                .doc = "The operating system refused something.",
                                .slots = {.new_ = os_error_new,
                                          .init = os_error_init,
                                          .dealloc = exception_dealloc,
                                          .traverse = OSErrorLife::traverse,
                                          .clear = OSErrorLife::clear,
                                          .str = os_error_str},
                                .methods = os_error_methods,
                                .getset = os_error_getset,
                                .members = os_error_members};

}  // namespace

Status os_error_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    if (!reads_in_init(self->type)) return done;
    TRY(refuse_keywords(self->type, keywords_or_null));
    return fill(as_os_error(self), arguments, take_parts(arguments));
}

Type os_error_type(os_error_spec);

}  // namespace minipy
