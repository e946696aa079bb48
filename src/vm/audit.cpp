// The hooks of audit events, and how they are called.
//
// A hook runs without being traced, unless its attribute `__cantrace__` is true. Hooks live to the end of the
// process and are on no list that the collector shows, so that a program cannot get at them.
//
// CPython: Python/sysmodule.c (sys_audit_tstate)
#include "objects/audit.h"

#include <vector>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/tuple.h"
#include "vm/observer.h"

namespace minipy {

bool audit_wanted = false;

namespace {

/// Outlives the objects that tell of their end.
std::vector<Object*>& hooks() {
    static auto* const list = new std::vector<Object*>;
    return *list;
}

/// Keeps the thread from being traced as long as it lives.
class Untraced {
  public:
    Untraced() noexcept : thread_(*current_thread) { change(1); }
    ~Untraced() { change(-1); }
    Untraced(const Untraced&) = delete;
    Untraced& operator=(const Untraced&) = delete;

    void change(int by) noexcept {
        thread_.tracing += by;
        update_observed(thread_);
    }

  private:
    ThreadState& thread_;
};

Result<bool> can_be_traced(Object* hook) {
    Ref<Object> says;
    TRY(find_attribute(hook, name<"__cantrace__">, says));
    return says ? truth(says.get()) : Result<bool>(false);
}

Status call_hooks(Str* event, Tuple* arguments) {
    Untraced untraced;
    for (std::size_t i = 0; i < hooks().size(); ++i) {
        Object* hook = hooks()[i];
        const bool traced = TRY(can_be_traced(hook));
        if (traced) untraced.change(-1);
        Ref<Object> result = call(hook, {event, arguments});
        if (traced) untraced.change(1);
        if (!result) return failed;
    }
    return done;
}

}  // namespace

Status tell_audit_hooks(Str* event, Tuple* arguments) {
    Ref<Object> pending = take_exception();
    TRY(call_hooks(event, arguments));
    if (pending) (void)restore_exception(std::move(pending));
    return done;
}

Status tell_audit_hooks(std::string_view event, std::initializer_list<AuditArgument> arguments) {
    Ref<Tuple> packed = new_tuple_uninitialized(static_cast<Size>(arguments.size()));
    Object** item = packed->items();
    for (const AuditArgument& argument : arguments) incref(*item++ = argument.get());
    return tell_audit_hooks(intern(event).get(), packed.get());
}

void add_audit_hook(Object* hook) {
    hooks().push_back(share(hook).release());
    audit_wanted = true;
}

}  // namespace minipy
