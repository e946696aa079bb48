// The module `posix`: figures of the system and of file systems, asked for by name or number.
//
// CPython: Modules/posixmodule.c (conv_confname)
#include <unistd.h>

#include <string>

#include "modules/posix/posix.h"
#include "objects/dict.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {
namespace {

struct NamedNumber {
    const char* name;
    int number;
};

constexpr NamedNumber confstr_table[] = {
#define CONFSTR(name) {#name, _##name},
#include "modules/posix/configuration_names.def"
};
constexpr NamedNumber pathconf_table[] = {
#define PATHCONF(name) {#name, _##name},
#include "modules/posix/configuration_names.def"
};
constexpr NamedNumber sysconf_table[] = {
#define SYSCONF(name) {#name, _##name},
#include "modules/posix/configuration_names.def"
};

Result<int> number_of(Object* value, std::span<const NamedNumber> table) {
    if (is_int(value)) return argument_int(value);
    if (!is_str(value)) return raise(type_error_type, "configuration names must be strings or integers");
    for (const NamedNumber& row : table)
        if (str_equal(static_cast<Str*>(value), row.name)) return row.number;
    return raise(value_error_type, "unrecognized configuration name");
}

NewRef posix_sysconf(Object*, Object* const* arguments) {
    const int number = TRY(number_of(arguments[0], sysconf_table));
    errno = 0;
    const long value = ::sysconf(number);
    if (value == -1 && errno) return raise_errno();
    return new_int(value);
}

NewRef posix_confstr(Object*, Object* const* arguments) {
    const int number = TRY(number_of(arguments[0], confstr_table));
    errno = 0;
    const std::size_t size = ::confstr(number, nullptr, 0);
    if (size == 0) {
        if (errno) return raise_errno();
        return new_none();
    }
    std::string text(size, '\0');
    ::confstr(number, text.data(), size);
    return system_text(std::string_view(text).substr(0, size - 1));
}

NewRef limit_of(const PathArgument& path, int number) {
    errno = 0;
    const long value = path.is_file() ? ::fpathconf(path.file(), number) : ::pathconf(path.text(), number);
    if (value == -1 && errno) return raise_errno(path.is_file() ? nullptr : path.object());
    return new_int(value);
}

NewRef posix_pathconf(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "pathconf", "path", PathKind::PathOrFile));
    return limit_of(path, TRY(number_of(arguments[1], pathconf_table)));
}

NewRef posix_fpathconf(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    const int number = TRY(number_of(arguments[1], pathconf_table));
    errno = 0;
    const long value = ::fpathconf(file, number);
    if (value == -1 && errno) return raise_errno();
    return new_int(value);
}

constexpr NativeDef functions[] = {
    {"sysconf", posix_sysconf, "($module, name, /)", "A figure of the system."},
    {"confstr", posix_confstr, "($module, name, /)", "A text about the system."},
    {"pathconf", posix_pathconf, "($module, /, path, name)", "A limit of the file system of a path."},
    {"fpathconf", posix_fpathconf, "($module, fd, name, /)", "A limit of the file system of an open file."},
};

Status add_names(Module* module, const char* attribute, std::span<const NamedNumber> table) {
    Ref<Dict> names = new_dict(static_cast<Size>(table.size()));
    for (const NamedNumber& row : table)
        TRY(dict_set(names.get(), intern(row.name).get(), new_int(row.number).get()));
    return module_set(module, attribute, names.get());
}

}  // namespace

std::span<const NativeDef> posix_configuration_functions() noexcept { return functions; }

Status add_posix_configuration(Module* module) {
    TRY(add_names(module, "confstr_names", confstr_table));
    TRY(add_names(module, "pathconf_names", pathconf_table));
    return add_names(module, "sysconf_names", sysconf_table);
}

}  // namespace minipy
