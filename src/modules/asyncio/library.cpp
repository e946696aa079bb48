// What _asyncio takes from the library's modules, and how it calls a loop.
//
// Futures and tasks are shown, and their loops found, by functions written in Python. Invariant: they are
// imported when the module is made, before anything of it can be used, and stay the same for the whole process.
//
// CPython: Modules/_asynciomodule.c (module_init, call_soon)
#include "modules/asyncio/asyncio.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/exceptions.h"
#include "objects/protocol.h"
#include "vm/import.h"
#include "vm/method_lookup.h"

namespace minipy::asyncio {
namespace {

Library loaded;

Ref<Object> imported(const char* module_name, Str* attribute) {
    Ref<Object> module = TRY(import_module(module_name));
    return get_attribute(module.get(), attribute);
}

/// An exception class, borrowed; what is imported stays imported.
Result<Type*> imported_type(Str* attribute) {
    Ref<Object> found = TRY(imported("asyncio.exceptions", attribute));
    if (!is_exception_class(found.get())) return raise(type_error_type, "exceptions must be classes");
    return static_cast<Type*>(found.release());
}

}  // namespace

const Library& library() noexcept { return loaded; }

Status load_library() {
    if (loaded.all_tasks) return done;
    // The package's own modules import this one: afterwards it may be loaded already.
    Ref<Object> package = TRY(import_module("asyncio"));
    if (loaded.all_tasks) return done;
    Library fresh{};
    fresh.get_event_loop_policy = TRY(imported("asyncio.events", name<"get_event_loop_policy">)).release();
    fresh.future_repr = TRY(imported("asyncio.base_futures", name<"_future_repr">)).release();
    fresh.invalid_state_error = TRY(imported_type(name<"InvalidStateError">));
    fresh.cancelled_error = TRY(imported_type(name<"CancelledError">));
    fresh.task_repr = TRY(imported("asyncio.base_tasks", name<"_task_repr">)).release();
    fresh.task_get_stack = TRY(imported("asyncio.base_tasks", name<"_task_get_stack">)).release();
    fresh.task_print_stack = TRY(imported("asyncio.base_tasks", name<"_task_print_stack">)).release();
    fresh.is_coroutine = TRY(imported("asyncio.coroutines", name<"iscoroutine">)).release();
    fresh.extract_stack = TRY(imported("traceback", name<"extract_stack">)).release();
    fresh.current_tasks = new_dict().release();
    fresh.context_keyword = pack({name<"context">}).release();
    Ref<Object> weak_set = TRY(imported("weakref", name<"WeakSet">));
    fresh.all_tasks = TRY(Ref<Object>(call(weak_set.get(), {}))).release();
    loaded = fresh;
    return done;
}

NewRef invoke(Object* object, Str* method, std::initializer_list<Object*> arguments, Tuple* keyword_names) {
    Ref<Object> receiver = share(object);
    MethodLookup found = look_up_method(receiver, method);
    if (!found.callable) return failed;
    const Size positional = static_cast<Size>(arguments.size()) - (keyword_names ? keyword_names->size : 0);
    if (!found.unbound) return call(found.callable.get(), arguments.begin(), positional, keyword_names);
    return call_with_first(found.callable.get(), receiver.get(), arguments.begin(), positional, keyword_names);
}

Status call_soon(Object* loop, Object* function, Object* argument_or_null, Object* context) {
    Tuple* names = loaded.context_keyword;
    Ref<Object> handle =
        argument_or_null ? TRY(invoke(loop, name<"call_soon">, {function, argument_or_null, context}, names))
                         : TRY(invoke(loop, name<"call_soon">, {function, context}, names));
    return done;
}

void report_to_loop(Object* loop, Dict* context) noexcept {
    Ref<Object> pending = take_exception();
    Ref<Object> handler = get_attribute(loop, name<"call_exception_handler">);
    if (handler) {
        Ref<Object> result = call(handler.get(), {context});
        if (!result) write_unraisable(handler.get());
    } else {
        clear_exception();
    }
    if (pending) (void)restore_exception(std::move(pending));
}

}  // namespace minipy::asyncio
