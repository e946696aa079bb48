// The module `posix`: paths as arguments, and the module's parts put together.
//
// CPython: Modules/posixmodule.c (path_converter)
#include "modules/posix/posix.h"

#include <fcntl.h>
#include <fmt/format.h>

#include "modules/function_tables.h"
#include "objects/attribute.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/dict.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

const char* allowed_kinds(PathKind kind) noexcept {
    switch (kind) {
        case PathKind::Path: return "string, bytes or os.PathLike";
        case PathKind::PathOrFile: return "string, bytes, os.PathLike or integer";
        case PathKind::PathOrNone: return "string, bytes, os.PathLike or None";
        case PathKind::PathFileOrNone: return "string, bytes, os.PathLike, integer or None";
    }
    return "";
}

bool takes_file(PathKind kind) noexcept {
    return kind == PathKind::PathOrFile || kind == PathKind::PathFileOrNone;
}
bool takes_none(PathKind kind) noexcept {
    return kind == PathKind::PathOrNone || kind == PathKind::PathFileOrNone;
}

/// `value.__fspath__()`, empty without an exception if the type has no such method.
Ref<Object> call_fspath(Object* value) {
    Ref<Object> method = lookup_special(value, name<"__fspath__">);
    if (!method) return nullptr;
    Ref<Object> path = TRY(call(method.get(), {}));
    if (is_str(path.get()) || is_bytes(path.get())) return path;
    return raise(type_error_type, fmt::format("expected {}.__fspath__() to return str or bytes, not {}",
                                              value->type->name, path->type->name));
}

}  // namespace

Ref<Object> fspath(Object* path) {
    if (is_str(path) || is_bytes(path)) return share(path);
    Ref<Object> converted = call_fspath(path);
    if (converted || pending_exception()) return converted;
    return raise(type_error_type,
                 fmt::format("expected str, bytes or os.PathLike object, not {}", path->type->name));
}

static Ref<Object> bytes_from_buffer(Object* value) {
    OctetsView octets;
    TRY(octets.acquire(value));
    return new_bytes(octets.view());
}

Status PathArgument::acquire(Object* value, const char* function, const char* argument, PathKind kind) {
    if (!value || is_none(value)) {
        if (takes_none(kind)) return done;
        value = &none;
    }
    object_ = share(value);
    Ref<Object> path = share(value);
    if (!is_str(value) && !is_bytes(value)) {
        if (takes_file(kind) && has_index(value)) {
            file_ = TRY(argument_int(value));
            return done;
        }
        path = call_fspath(value);
        if (!path && pending_exception()) return failed;
        if (!path) {
            const std::string text = fmt::format("{}: {} should be {}, not {}", function, argument,
                                                 allowed_kinds(kind), value->type->name);
            if (!has_octets(value)) return raise(type_error_type, text);
            TRY(warn(deprecation_warning_type, text));
            path = TRY(bytes_from_buffer(value));
        } else {
            object_ = path;
        }
    }
    as_bytes_ = is_bytes(path.get());
    bytes_ = as_bytes_ ? path : Ref<Object>(encode_utf8(static_cast<Str*>(path.get()), "surrogateescape"));
    if (!bytes_) return failed;
    const auto* bytes = static_cast<Bytes*>(bytes_.get());
    if (bytes->view().find('\0') != std::string_view::npos)
        return raise(value_error_type, "embedded null byte");
    text_ = bytes->data();
    return done;
}

Result<int> directory_argument(Object* value) {
    if (!value || is_none(value)) return AT_FDCWD;
    if (has_index(value)) return argument_int(value);
    return raise(type_error_type,
                 fmt::format("argument should be integer or None, not {}", value->type->name));
}

Ref<Object> system_text(std::string_view octets, bool as_bytes) {
    if (as_bytes) return new_bytes(octets);
    return decode_utf8(octets, "surrogateescape");
}

NewRef none_or_error(int result, Object* filename_or_null) {
    if (result < 0) return raise_errno(filename_or_null);
    return new_none();
}

namespace {

/// The features of the system that os.py asks for to fill `supports_dir_fd` and its like.
constexpr const char* have_functions[] = {
    "HAVE_EVENTFD", "HAVE_FACCESSAT", "HAVE_FCHDIR", "HAVE_FCHMOD", "HAVE_FCHMODAT", "HAVE_FCHOWN",
    "HAVE_FCHOWNAT", "HAVE_FEXECVE", "HAVE_FDOPENDIR", "HAVE_FPATHCONF", "HAVE_FSTATAT", "HAVE_FSTATVFS",
    "HAVE_FTRUNCATE", "HAVE_FUTIMENS", "HAVE_FUTIMES", "HAVE_FUTIMESAT", "HAVE_LINKAT", "HAVE_LCHOWN",
    "HAVE_LSTAT", "HAVE_LUTIMES", "HAVE_MEMFD_CREATE", "HAVE_MKDIRAT", "HAVE_MKFIFOAT", "HAVE_MKNODAT",
    "HAVE_OPENAT", "HAVE_READLINKAT", "HAVE_RENAMEAT", "HAVE_SYMLINKAT", "HAVE_UNLINKAT", "HAVE_UTIMENSAT"};

Status fill(Module* module) {
    for (std::span<const NativeDef> rows :
         {posix_file_functions(), posix_stat_functions(), posix_directory_functions(),
          posix_process_functions(), posix_waiting_functions(), posix_spawn_functions(),
          posix_identity_functions(), posix_scheduling_functions(), posix_configuration_functions(),
          posix_attribute_functions(), posix_transfer_functions(), posix_terminal_functions()})
        TRY(module_add_functions(module, rows));
    Ref<List> features = new_list();
    for (const char* feature : have_functions) TRY(list_append(features.get(), intern(feature).get()));
    TRY(module_set(module, "_have_functions", features.get()));
    TRY(module_set(module, "error", &os_error_type));
    TRY(add_posix_stat(module));
    TRY(add_posix_directories(module));
    TRY(add_posix_processes(module));
    TRY(add_posix_waiting(module));
    TRY(add_posix_spawn(module));
    TRY(add_posix_scheduling(module));
    TRY(add_posix_configuration(module));
    return add_posix_constants(module);
}

const ModuleSpec spec = {"posix", "What the operating system offers. Use the module os.", {}, fill};

}  // namespace

Ref<Module> make_posix_module() { return new_native_module(spec); }

}  // namespace minipy
