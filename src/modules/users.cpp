// The modules `pwd` and `grp`: users and groups as the system's databases have them.
//
// The C library's functions hand out memory of their own; it is read while the GIL is held.
//
// CPython: Modules/pwdmodule.c, Modules/grpmodule.c
#include <fmt/format.h>
#include <grp.h>
#include <pwd.h>

#include "modules/posix/posix.h"
#include "objects/bytes.h"
#include "objects/codecs.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/struct_sequence.h"
#include "objects/text_argument.h"

namespace minipy {
namespace {

constexpr const char* user_fields[] = {"pw_name",  "pw_passwd", "pw_uid",  "pw_gid",
                                       "pw_gecos", "pw_dir",    "pw_shell"};
const StructSequenceSpec user_spec = {"pwd.struct_passwd", "A user.", user_fields, 7};
StructSequenceType user_type(user_spec);

constexpr const char* group_fields[] = {"gr_name", "gr_passwd", "gr_gid", "gr_mem"};
const StructSequenceSpec group_spec = {"grp.struct_group", "A group.", group_fields, 4};
StructSequenceType group_type(group_spec);

Ref<Object> text(const char* octets) { return octets ? system_text(octets) : Ref<Object>(new_none()); }
Ref<Object> number(std::int64_t value) { return Ref<Object>(new_int(value)); }

NewRef user_entry(const passwd& user) {
    Ref<Object> fields[] = {text(user.pw_name),  text(user.pw_passwd), number(user.pw_uid), number(user.pw_gid),
                            text(user.pw_gecos), text(user.pw_dir),    text(user.pw_shell)};
    return new_struct_sequence(user_type, fields);
}

NewRef group_entry(const group& entry) {
    Ref<List> members = new_list();
    for (char** member = entry.gr_mem; member && *member; ++member)
        TRY(list_append(members.get(), system_text(*member).get()));
    Ref<Object> fields[] = {text(entry.gr_name), text(entry.gr_passwd), number(entry.gr_gid), members};
    return new_struct_sequence(group_type, fields);
}

/// KeyError with a text as its argument.
Failure raise_not_found(std::string_view message) { return raise(key_error_type, message); }

/// A name as the system has it. ValueError "embedded null byte".
Ref<Bytes> name_argument(Object* value) {
    Ref<Bytes> octets = TRY(encode_utf8(static_cast<Str*>(value), "surrogateescape"));
    if (octets->view().find('\0') != std::string_view::npos)
        return raise(value_error_type, "embedded null byte");
    return octets;
}

// --- pwd

NewRef pwd_getpwnam(Object*, Object* const* arguments) {
    Str* wanted = TRY(str_argument(arguments[0], "getpwnam"));
    Ref<Bytes> octets = TRY(name_argument(wanted));
    if (const passwd* user = ::getpwnam(octets->data())) return user_entry(*user);
    return raise_not_found(fmt::format("getpwnam(): name not found: {}", repr_for_message(wanted)));
}

NewRef pwd_getpwuid(Object*, Object* const* arguments) {
    const Result<unsigned> id = id_argument(arguments[0], "uid");
    if (!id) {
        if (!pending_matches(overflow_error_type)) return failed;
        clear_exception();
        return raise_not_found("getpwuid(): uid not found");
    }
    if (const passwd* user = ::getpwuid(*id)) return user_entry(*user);
    return raise_not_found(fmt::format("getpwuid(): uid not found: {}", *id));
}

NewRef pwd_getpwall(Object*, Object* const*) {
    Ref<List> users = new_list();
    ::setpwent();
    while (const passwd* user = ::getpwent()) {
        Ref<Object> entry = user_entry(*user);
        if (entry && list_append(users.get(), entry.get())) continue;
        ::endpwent();
        return failed;
    }
    ::endpwent();
    return users;
}

// --- grp

NewRef grp_getgrnam(Object*, Object* const* arguments) {
    Str* wanted = TRY(str_argument(arguments[0], "getgrnam", "argument 'name'"));
    Ref<Bytes> octets = TRY(name_argument(wanted));
    if (const group* entry = ::getgrnam(octets->data())) return group_entry(*entry);
    return raise_not_found(fmt::format("getgrnam(): name not found: {}", repr_for_message(wanted)));
}

NewRef grp_getgrgid(Object*, Object* const* arguments) {
    const unsigned id = TRY(id_argument(arguments[0], "gid"));
    if (const group* entry = ::getgrgid(id)) return group_entry(*entry);
    return raise_not_found(fmt::format("getgrgid(): gid not found: {}", id));
}

NewRef grp_getgrall(Object*, Object* const*) {
    Ref<List> groups = new_list();
    ::setgrent();
    while (const group* next_group = ::getgrent()) {
        Ref<Object> entry = group_entry(*next_group);
        if (entry && list_append(groups.get(), entry.get())) continue;
        ::endgrent();
        return failed;
    }
    ::endgrent();
    return groups;
}

constexpr NativeDef pwd_functions[] = {
    {"getpwnam", pwd_getpwnam, "($module, name, /)", "The user of that name."},
    {"getpwuid", pwd_getpwuid, "($module, uidobj, /)", "The user with that number."},
    {"getpwall", pwd_getpwall, "($module, /)", "All users."},
};
constexpr NativeDef grp_functions[] = {
    {"getgrnam", grp_getgrnam, "($module, /, name)", "The group of that name."},
    {"getgrgid", grp_getgrgid, "($module, /, id)", "The group with that number."},
    {"getgrall", grp_getgrall, "($module, /)", "All groups."},
};

Status fill_pwd(Module* module) {
    TRY(user_type.prepare());
    return module_set(module, "struct_passwd", &user_type);
}
Status fill_grp(Module* module) {
    TRY(group_type.prepare());
    return module_set(module, "struct_group", &group_type);
}

const ModuleSpec pwd_spec = {"pwd", "The users of the system.", pwd_functions, fill_pwd};
const ModuleSpec grp_spec = {"grp", "The groups of the system.", grp_functions, fill_grp};

}  // namespace

Ref<Module> make_pwd_module() { return new_native_module(pwd_spec); }
Ref<Module> make_grp_module() { return new_native_module(grp_spec); }

}  // namespace minipy
