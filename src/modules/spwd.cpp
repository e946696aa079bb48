// The module `spwd`: the system's database of hashed passwords, which only root may read.
//
// The C library's functions hand out memory of their own; it is read while the GIL is held.
//
// CPython: Modules/spwdmodule.c
#include <shadow.h>

#include "modules/deprecation.h"
#include "modules/os_error.h"
#include "modules/system_text.h"
#include "objects/codecs.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/singletons.h"
#include "objects/struct_sequence.h"
#include "objects/text_argument.h"

namespace minipy {
namespace {

constexpr const char* entry_fields[] = {"sp_namp", "sp_pwdp", "sp_lstchg", "sp_min", "sp_max", "sp_warn",
                                        "sp_inact", "sp_expire", "sp_flag",
                                        // older names of the first two, as attributes alone
                                        "sp_nam", "sp_pwd"};
const StructSequenceSpec entry_spec = {"spwd.struct_spwd", "A user's password and how long it lasts.",
                                       entry_fields, 9};
StructSequenceType entry_type(entry_spec);

Ref<Object> text(const char* octets) { return octets ? system_text(octets) : Ref<Object>(new_none()); }
Ref<Object> number(std::int64_t value) { return Ref<Object>(new_int(value)); }

NewRef entry_object(const spwd& entry) {
    Ref<Object> fields[] = {
        text(entry.sp_namp),    text(entry.sp_pwdp),     number(entry.sp_lstchg),
        number(entry.sp_min),   number(entry.sp_max),    number(entry.sp_warn),
        number(entry.sp_inact), number(entry.sp_expire), number(static_cast<std::int64_t>(entry.sp_flag)),
        text(entry.sp_namp),    text(entry.sp_pwdp)};
    return new_struct_sequence(entry_type, fields);
}

NewRef spwd_getspnam(Object*, Object* const* arguments) {
    Str* wanted = TRY(str_argument(arguments[0], "getspnam"));
    Ref<Bytes> octets = TRY(encode_utf8(wanted, "surrogateescape"));
    if (octets->view().find('\0') != std::string_view::npos)
        return raise(value_error_type, "embedded null byte");
    errno = 0;
    if (const spwd* entry = ::getspnam(octets->data())) return entry_object(*entry);
    if (errno != 0) return raise_errno();
    return raise(key_error_type, "getspnam(): name not found");
}

NewRef spwd_getspall(Object*, Object* const*) {
    Ref<List> entries = new_list();
    ::setspent();
    while (const spwd* next_entry = ::getspent()) {
        Ref<Object> entry = entry_object(*next_entry);
        if (entry && list_append(entries.get(), entry.get())) continue;
        ::endspent();
        return failed;
    }
    ::endspent();
    return entries;
}

constexpr NativeDef spwd_functions[] = {
    {"getspnam", spwd_getspnam, "($module, arg, /)", "The entry of the user with that name."},
    {"getspall", spwd_getspall, "($module, /)", "The entries of all users."},
};

Status spwd_fill(Module* module) {
    TRY(warn_of_removal("spwd"));
    TRY(entry_type.prepare());
    return module_set(module, "struct_spwd", &entry_type);
}

const ModuleSpec spwd_spec = {"spwd", "Hashed passwords of the system's users; for root alone.", spwd_functions,
                              spwd_fill};

}  // namespace

Ref<Module> make_spwd_module() { return new_native_module(spwd_spec); }

}  // namespace minipy
