// Weak references and their callbacks.
//
// CPython: Objects/weakrefobject.c
#include "objects/weak_reference.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "memory/collector.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "objects/union_type.h"

namespace minipy {
namespace {

WeakReference* as_reference(Object* object) noexcept { return static_cast<WeakReference*>(object); }

bool is_proxy(const Object* object) noexcept {
    return object->type == &weak_proxy_type || object->type == &weak_callable_proxy_type;
}

/// The reference and the proxy without callback and subclass, which serve all who ask for such: they stand at
/// the start of the list. Null if there is none. get_basic_refs.
struct SharedReferences {
    WeakReference *reference = nullptr, *proxy = nullptr;
};

SharedReferences shared_references(WeakReference* head) noexcept {
    SharedReferences shared;
    while (head && !is_alive(head)) head = head->next;  // its death is deferred
    if (head && !head->callback && is_exactly(head, weak_reference_type)) {
        shared.reference = head;
        head = head->next;
    }
    if (head && !head->callback && is_proxy(head)) shared.proxy = head;
    return shared;
}

/// Puts the reference on the list behind `before`, or first.
void link(WeakReference** list, WeakReference* reference, WeakReference* before) noexcept {
    WeakReference*& place = before ? before->next : *list;
    reference->previous = before;
    reference->next = place;
    if (place) place->previous = reference;
    place = reference;
}

Ref<Object> make(Type* type, Object* referent, Object* callback_or_null) {
    WeakReference** list = weak_reference_list(referent);
    if (!list)
        return raise(type_error_type,
                     fmt::format("cannot create weak reference to '{}' object", referent->type->name));
    const bool proxy = type == &weak_proxy_type || type == &weak_callable_proxy_type;
    const bool shareable = !callback_or_null && (proxy || type == &weak_reference_type);
    SharedReferences shared = shared_references(*list);
    if (shareable)
        if (WeakReference* known = proxy ? shared.proxy : shared.reference) return share<Object>(known);
    auto* reference = static_cast<WeakReference*>(allocate_instance(type));
    reference->referent = referent;
    reference->callback = callback_or_null;
    reference->hash = -1;
    xincref(callback_or_null);
    shared = shared_references(*list);  // allocating may have run the collector
    if (shareable)
        link(list, reference, proxy ? shared.reference : nullptr);
    else
        link(list, reference, shared.proxy ? shared.proxy : shared.reference);
    return Ref<Object>::steal(reference);
}

Status read_arguments(Tuple* arguments, Object*& callback) {
    if (arguments->size < 1 || arguments->size > 2)
        return raise(type_error_type, fmt::format("__new__ expected at {} argument{}, got {}",
                                                  arguments->size < 1 ? "least 1" : "most 2",
                                                  arguments->size < 1 ? "" : "s", arguments->size));
    callback = arguments->size == 2 && !is_none((*arguments)[1]) ? (*arguments)[1] : nullptr;
    return done;
}

NewRef reference_new(Type* type, Tuple* arguments, Dict*) {
    Object* callback;
    TRY(read_arguments(arguments, callback));
    return make(type, (*arguments)[0], callback);
}

Status reference_init(Object*, Tuple* arguments, Dict* keywords_or_null) {
    if (keywords_or_null && keywords_or_null->used)
        return raise(type_error_type, "ref() takes no keyword arguments");
    Object* callback;
    return read_arguments(arguments, callback);
}

NewRef referent_or_none(Object* self) {
    Object* referent = live_referent(self);
    return new_ref(referent ? referent : &none);
}

NewRef reference_call(Object* self, Object* const*, Size positional, Tuple* keyword_names) {
    if (keyword_names && keyword_names->size)
        return raise(type_error_type, "weakref.__call__() takes no keyword arguments");
    if (positional)
        return raise(type_error_type, fmt::format("__call__ expected 0 arguments, got {}", positional));
    return referent_or_none(self);
}

Result<Hash> reference_hash(Object* self) {
    WeakReference* reference = as_reference(self);
    if (reference->hash != -1) return reference->hash;
    Ref<Object> referent = Ref<Object>::share(live_referent(reference));
    if (!referent) return raise(type_error_type, "weak object has gone away");
    reference->hash = TRY(hash(referent.get()));
    return reference->hash;
}

NewRef reference_compare(Object* left, Object* right, CompareOp op) {
    if ((op != CompareOp::Eq && op != CompareOp::Ne) || !is_instance_of(right, weak_reference_type))
        return new_ref(&not_implemented);
    Object *a = live_referent(left), *b = live_referent(right);
    if (!a || !b) return new_bool((left == right) == (op == CompareOp::Eq));
    Ref<Object> keep_a = share(a), keep_b = share(b);
    return compare(a, b, op);
}

NewRef reference_repr(Object* self) {
    Object* referent = live_referent(self);
    if (!referent) return str_from_utf8(fmt::format("<weakref at {}; dead>", static_cast<void*>(self)));
    Ref<Object> keep = share(referent), own_name;
    TRY(find_attribute(referent, name<"__name__">, own_name));
    std::string suffix;
    if (own_name && is_str(own_name.get()))
        suffix = fmt::format(" ({})", str_utf8(static_cast<Str*>(own_name.get())));
    return str_from_utf8(fmt::format("<weakref at {}; to '{}' at {}{}>", static_cast<void*>(self),
                                     referent->type->name, static_cast<void*>(referent), suffix));
}

constexpr NativeDef reference_methods[] = {
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};
constexpr MemberDef reference_members[] = {
    {"__callback__", MemberKind::Object, offsetof(WeakReference, callback), true, nullptr},
};

const TypeSpec reference_spec = {
    .name = "weakref.ReferenceType",
    .basic_size = sizeof(WeakReference),
    .flags = type_flag::base_type | type_flag::collected,
    .slots = {.new_ = reference_new,
              .init = reference_init,
              .dealloc = weak_reference_dealloc,
              .traverse = weak_reference_traverse,
              .clear = weak_reference_clear,
              .repr = reference_repr,
              .hash = reference_hash,
              .compare = reference_compare,
              .vectorcall = reference_call},
    .methods = reference_methods,
    .members = reference_members,
};

}  // namespace

Type weak_reference_type(reference_spec);

void empty_weak_reference(WeakReference* reference) noexcept {
    if (!reference->referent) return;
    WeakReference** list = weak_reference_list(reference->referent);
    if (reference->previous)
        reference->previous->next = reference->next;
    else
        *list = reference->next;
    if (reference->next) reference->next->previous = reference->previous;
    reference->referent = nullptr;
    reference->next = reference->previous = nullptr;
}

void weak_reference_dealloc(Object* self) noexcept {
    untrack(self);
    empty_weak_reference(as_reference(self));
    xdecref(as_reference(self)->callback);
    free_object(self);
}

int weak_reference_traverse(Object* self, Visit visit, void* context) {
    Object* callback = as_reference(self)->callback;
    return callback ? visit(callback, context) : 0;
}

void weak_reference_clear(Object* self) {
    empty_weak_reference(as_reference(self));
    xdecref(std::exchange(as_reference(self)->callback, nullptr));
}

WeakReference** weak_reference_list(Object* object) noexcept {
    const Type* type = object->type;
    if (type->weakrefs_offset)
        return reinterpret_cast<WeakReference**>(reinterpret_cast<char*>(object) + type->weakrefs_offset);
    if (type->has(type_flag::managed_weakrefs))
        return reinterpret_cast<WeakReference**>(&managed_head(object)->weakrefs);
    return nullptr;
}

Ref<Object> new_weak_reference(Object* referent, Object* callback_or_null) {
    return make(&weak_reference_type, referent, callback_or_null);
}

Ref<Object> new_weak_proxy(Object* referent, Object* callback_or_null) {
    return make(is_callable(referent) ? &weak_callable_proxy_type : &weak_proxy_type, referent,
                callback_or_null);
}

void clear_weak_references(Object* object) noexcept {
    WeakReference** list = weak_reference_list(object);
    if (!list || !*list) return;
    Ref<Object> pending = take_exception();
    std::vector<Ref<WeakReference>> with_callback;
    while (WeakReference* reference = *list) {
        const bool alive = is_alive(reference);
        empty_weak_reference(reference);
        if (reference->callback && alive) with_callback.push_back(share(reference));
    }
    for (Ref<WeakReference>& reference : with_callback) {
        Ref<Object> callback = Ref<Object>::steal(std::exchange(reference->callback, nullptr));
        Ref<Object> result = call(callback.get(), {reference.get()});
        if (!result) write_unraisable(callback.get());
    }
    if (pending) (void)restore_exception(std::move(pending));
}

}  // namespace minipy
