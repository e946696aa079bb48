// Audit events: what a program does that somebody may want to know of or to forbid (PEP 578).
//
// A native that opens a file, runs code, connects a socket ... tells of it before it does it. Nobody listens in
// nearly every program, so an event costs a look at one flag: the arguments become objects only if there is a
// hook. Defined in vm/audit.cpp.
//
// CPython: Python/sysmodule.c (PySys_Audit)
#pragma once

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include "objects/bytes.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {

/// Whether there is a hook.
extern bool audit_wanted;

/// Octets that an event shows as bytes.
struct AuditOctets {
    std::string_view octets;
};

/// One argument of an event: an object (null: None), a number or a text.
class AuditArgument {
  public:
    AuditArgument(std::nullptr_t) : AuditArgument(static_cast<Object*>(nullptr)) {}
    AuditArgument(Object* object) : object_(share(object ? object : static_cast<Object*>(&none))) {}
    template <class T>
    AuditArgument(const Ref<T>& object) : AuditArgument(static_cast<Object*>(object.get())) {}
    AuditArgument(std::integral auto number) : object_(new_int(static_cast<std::int64_t>(number))) {}
    AuditArgument(const std::string& text) : AuditArgument(std::string_view(text)) {}
    AuditArgument(std::string_view text) : object_(str_from_utf8(text)) {}
    AuditArgument(const char* text) : AuditArgument(std::string_view(text)) {}

    AuditArgument(AuditOctets octets) : object_(new_bytes(octets.octets)) {}

    Object* get() const noexcept { return object_.get(); }

  private:
    Ref<Object> object_;
};

/// Calls the hooks one after the other until one raises. A pending exception stays.
Status tell_audit_hooks(std::string_view event, std::initializer_list<AuditArgument> arguments);
Status tell_audit_hooks(Str* event, Tuple* arguments);
/// The hooks cannot be taken away again.
void add_audit_hook(Object* hook);

/// Raises what a hook raises. PySys_Audit.
template <class... Arguments>
inline Status audit(std::string_view event, const Arguments&... arguments) {
    if (!audit_wanted) [[likely]] return done;
    return tell_audit_hooks(event, {AuditArgument(arguments)...});
}

}  // namespace minipy
