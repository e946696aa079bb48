// The module `posix`: extended attributes of files.
//
// CPython: Modules/posixmodule.c (os_getxattr_impl ...)
#include <fmt/format.h>
#include <sys/xattr.h>

#include <array>
#include <string>

#include "modules/posix/posix.h"
#include "objects/audit.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/index.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

/// A file, and whether a link is looked through: the three forms that each call of the system has.
struct Target {
    PathArgument path;
    bool follow = true;

    Status acquire(Object* value, Object* follow_links, const char* function,
                   PathKind kind = PathKind::PathOrFile) {
        TRY(path.acquire(value, function, "path", kind));
        follow = TRY(truth(follow_links));
        if (!path.is_file() || follow) return done;
        return raise(value_error_type, fmt::format("{}: cannot use fd and follow_symlinks together", function));
    }

    template <class Plain, class Link, class File, class... Arguments>
    auto call(Plain plain, Link link, File file, Arguments... arguments) const {
        if (path.is_file()) return file(path.file(), arguments...);
        return follow ? plain(path.text(), arguments...) : link(path.text(), arguments...);
    }
};

/// What `read(buffer, size)` gives; a value may be larger than the first guess.
template <class Read>
Result<std::string> read_growing(Read read, std::initializer_list<std::size_t> sizes, Object* filename) {
    for (const std::size_t size : sizes) {
        std::string buffer(size, '\0');
        const ssize_t got = read(buffer.data(), size);
        if (got >= 0) {
            buffer.resize(static_cast<std::size_t>(got));
            return buffer;
        }
        if (errno != ERANGE) break;
    }
    return raise_errno(filename);
}

NewRef posix_getxattr(Object*, Object* const* arguments) {
    Target target;
    PathArgument attribute;
    TRY(target.acquire(arguments[0], arguments[2], "getxattr"));
    TRY(attribute.acquire(arguments[1], "getxattr", "attribute"));
    TRY(audit("os.getxattr", target.path.object(), attribute.object()));
    const auto read = [&](char* buffer, std::size_t size) {
        return target.call(::getxattr, ::lgetxattr, ::fgetxattr, attribute.text(), buffer, size);
    };
    return new_bytes(TRY(read_growing(read, {128, 65536}, target.path.object())));
}

NewRef posix_setxattr(Object*, Object* const* arguments) {
    Target target;
    PathArgument attribute;
    OctetsView value;
    TRY(target.acquire(arguments[0], arguments[4], "setxattr"));
    TRY(attribute.acquire(arguments[1], "setxattr", "attribute"));
    TRY(value.acquire(arguments[2]));
    const int flags = TRY(argument_int(arguments[3]));
    TRY(audit("os.setxattr", target.path.object(), attribute.object(), AuditOctets{value.view()}, flags));
    return none_or_error(target.call(::setxattr, ::lsetxattr, ::fsetxattr, attribute.text(),
                                     value.view().data(), value.view().size(), flags),
                         target.path.object());
}

NewRef posix_removexattr(Object*, Object* const* arguments) {
    Target target;
    PathArgument attribute;
    TRY(target.acquire(arguments[0], arguments[2], "removexattr"));
    TRY(attribute.acquire(arguments[1], "removexattr", "attribute"));
    TRY(audit("os.removexattr", target.path.object(), attribute.object()));
    return none_or_error(target.call(::removexattr, ::lremovexattr, ::fremovexattr, attribute.text()),
                         target.path.object());
}

NewRef posix_listxattr(Object*, Object* const* arguments) {
    Target target;
    TRY(target.acquire(arguments[0], arguments[1], "listxattr", PathKind::PathFileOrNone));
    TRY(audit("os.listxattr", target.path.object()));
    const auto read = [&](char* buffer, std::size_t size) {
        return target.call(::listxattr, ::llistxattr, ::flistxattr, buffer, size);
    };
    const std::string names = TRY(read_growing(read, {256, 65536}, target.path.object()));
    Ref<List> list = new_list();
    for (std::size_t start = 0; start < names.size();) {
        const std::string_view one = names.c_str() + start;
        TRY(list_append(list.get(), system_text(one).get()));
        start += one.size() + 1;
    }
    return list;
}

constexpr NativeDef functions[] = {
    {"getxattr", posix_getxattr, "($module, /, path, attribute, *, follow_symlinks=True)",
     "The value of an extended attribute of a file."},
    {"setxattr", posix_setxattr, "($module, /, path, attribute, value, flags=0, *, follow_symlinks=True)",
     "Sets an extended attribute of a file."},
    {"removexattr", posix_removexattr, "($module, /, path, attribute, *, follow_symlinks=True)",
     "Removes an extended attribute of a file."},
    {"listxattr", posix_listxattr, "($module, /, path=None, *, follow_symlinks=True)",
     "The names of the extended attributes of a file."},
};

}  // namespace

std::span<const NativeDef> posix_attribute_functions() noexcept { return functions; }

}  // namespace minipy
