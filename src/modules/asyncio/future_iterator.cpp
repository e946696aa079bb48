// FutureIter: what `await future` runs. It yields the future once, for the task to wait for it, and then
// returns its result.
//
// CPython: Modules/_asynciomodule.c (FutureIter_am_send, FutureIter_throw)
#include "modules/asyncio/asyncio.h"
#include "objects/exceptions.h"
#include "objects/stop_iteration.h"
#include "objects/vm_hooks.h"
#include "vm/exception_handling.h"

namespace minipy::asyncio {
namespace {

struct FutureIterator : Object {
    Future* future;  // null: at the end
};

using IteratorFields = OwnedFields<FutureIterator, &FutureIterator::future>;

FutureIterator* as_iterator(Object* self) noexcept { return static_cast<FutureIterator*>(self); }

void iterator_dealloc(Object* self) noexcept {
    untrack(self);
    IteratorFields::clear(self);
    free_collected(as_iterator(self), future_iterator_type);
}

/// The value sent makes no difference.
SendStatus iterator_send(Object* self, Object*, Object** result) {
    *result = nullptr;
    Future* future = as_iterator(self)->future;
    if (!future) {
        *result = new_none().object;
        return SendStatus::Return;
    }
    if (future->state == FutureState::Pending) {
        if (future->blocking) {
            (void)raise(runtime_error_type, "await wasn't used with future");
            return SendStatus::Error;
        }
        future->blocking = true;
        *result = new_ref(future).object;
        return SendStatus::Next;
    }
    Ref<Future> finished = Ref<Future>::steal(std::exchange(as_iterator(self)->future, nullptr));
    *result = future_result(finished.get()).object;
    return *result ? SendStatus::Return : SendStatus::Error;
}

NewRef iterator_next(Object* self) {
    if (!as_iterator(self)->future) return nullptr;
    Object* result;
    if (iterator_send(self, &none, &result) != SendStatus::Return) return NewRef(result);
    Ref<Object> returned = Ref<Object>::steal(result);
    return raise_stop_iteration(returned.get());
}

/// A native has to say that it is at the end, where the slot `next` need not.
NewRef iterator_send_method(Object* self, Object* const*) {
    if (as_iterator(self)->future) return iterator_next(self);
    return raise_object(new_exception_without_arguments(stop_iteration_type));
}

/// TypeError for what `throw` cannot raise.
Status check_throwable(Object* type, Object* value_or_null, Object* traceback_or_null) {
    if (traceback_or_null && !is_exactly(traceback_or_null, traceback_type))
        return raise(type_error_type, "throw() third argument must be a traceback");
    if (is_exception_class(type)) return done;
    if (!is_exception(type))
        return raise(type_error_type,
                     "exceptions must be classes deriving BaseException or instances of such a class");
    if (value_or_null) return raise(type_error_type, "instance exception may not have a separate value");
    return done;
}

Object* unless_none(Object* value) noexcept { return value && is_none(value) ? nullptr : value; }

NewRef iterator_throw(Object* self, Object* const* arguments) {
    Object *type = arguments[0], *value = unless_none(arguments[1]), *traceback = unless_none(arguments[2]);
    TRY(check_throwable(type, value, traceback));
    replace_field(as_iterator(self)->future, Ref<Future>());
    Ref<Object> exception =
        is_exception(type) ? share(type) : TRY(make_exception(static_cast<Type*>(type), value));
    if (traceback) replace_field(static_cast<BaseException*>(exception.get())->traceback, share(traceback));
    return restore_exception(std::move(exception));
}

NewRef iterator_close(Object* self, Object* const*) {
    replace_field(as_iterator(self)->future, Ref<Future>());
    return new_none();
}

NewRef iterator_self(Object* self) { return new_ref(self); }

constexpr NativeDef iterator_methods[] = {
    {"send", iterator_send_method, "-($self, value, /)", nullptr},
    {"throw", iterator_throw, "-($self, type, value=<absent>, traceback=<absent>, /)", nullptr},
    {"close", iterator_close, "-($self)", nullptr},
};

const TypeSpec iterator_spec = {
    .name = "_asyncio.FutureIter",
    .basic_size = sizeof(FutureIterator),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = iterator_dealloc,
              .traverse = IteratorFields::traverse,
              .clear = IteratorFields::clear,
              .iter = iterator_self,
              .next = iterator_next,
              .send = iterator_send},
    .methods = iterator_methods,
};

}  // namespace

Type future_iterator_type(iterator_spec);

NewRef future_iterate(Object* self) {
    TRY(ensure_initialized(as_future(self)));
    auto* made = static_cast<FutureIterator*>(allocate_collected(sizeof(FutureIterator)));
    *made = {{1, &future_iterator_type}, share(as_future(self)).release()};
    track(made);
    return NewRef(made);
}

}  // namespace minipy::asyncio
