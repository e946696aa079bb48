// _local: an object whose attributes every thread has its own values of.
//
// Each thread that uses the object gets a dict of its own, and `__init__` runs in it once with the arguments
// that the object was made with. Invariant: `dict` is that of `owner`, the thread that used the object last,
// and an access first makes it that of the running thread; so all of attribute lookup is the general one.
//
// CPython: Modules/_threadmodule.c (local_getattro, _ldict)
#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "modules/support.h"
#include "modules/thread/thread.h"
#include "objects/attribute.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

struct ThreadDict {
    ThreadState* thread;
    Dict* dict;  // owned
};

struct ThreadLocal : Object {
    Dict* dict;  // that of `owner`, or null; owned a second time, as instances of subclasses drop it themselves
    ThreadState* owner;
    std::vector<ThreadDict>* dicts;
    Tuple* arguments;
    Dict* keywords;
    Object* weakrefs;
};

/// The objects that a thread has a dict in: what its end has to go through.
std::unordered_map<const ThreadState*, std::unordered_set<ThreadLocal*>> used_by;

ThreadLocal* as_local(Object* object) noexcept { return static_cast<ThreadLocal*>(object); }

void forget_use(ThreadLocal* local, const ThreadState* thread) noexcept {
    const auto used = used_by.find(thread);
    if (used == used_by.end()) return;
    used->second.erase(local);
    if (used->second.empty()) used_by.erase(used);
}

auto entry_of(ThreadLocal* local, const ThreadState* thread) noexcept {
    return std::ranges::find(*local->dicts, thread, &ThreadDict::thread);
}

void set_current(ThreadLocal* local, ThreadState* owner_or_null, Dict* dict_or_null) noexcept {
    xincref(dict_or_null);
    local->owner = owner_or_null;
    xdecref(std::exchange(local->dict, dict_or_null));
}

/// Takes the thread's dict out; empty if it has none.
Ref<Dict> remove_entry(ThreadLocal* local, const ThreadState* thread) noexcept {
    const auto entry = entry_of(local, thread);
    if (entry == local->dicts->end()) return nullptr;
    Ref<Dict> dict = Ref<Dict>::steal(entry->dict);
    local->dicts->erase(entry);
    forget_use(local, thread);
    if (local->owner == thread) set_current(local, nullptr, nullptr);
    return dict;
}

/// A dict of the thread's own, borrowed.
Dict* new_entry(ThreadLocal* local, ThreadState* thread) {
    used_by[thread].insert(local);
    return local->dicts->emplace_back(ThreadDict{thread, new_dict().release()}).dict;
}

/// Makes `dict` that of the running thread, which may be a new one. _ldict.
Status use_own_dict(ThreadLocal* local) {
    ThreadState* thread = current_thread;
    if (local->owner == thread) return done;
    const auto entry = entry_of(local, thread);
    if (entry != local->dicts->end()) {
        set_current(local, thread, entry->dict);
        return done;
    }
    set_current(local, thread, new_entry(local, thread));
    const auto init = local->type->slots.init;
    if (!init || init == object_type.slots.init) return done;
    Ref<Object> keep = share<Object>(local);
    if (!init(local, local->arguments, local->keywords)) {
        Ref<Dict> dropped = remove_entry(local, thread);
        return failed;
    }
    return use_own_dict(local);  // another thread may have come in between
}

NewRef local_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    const bool given = arguments->size || has_keywords(keywords_or_null);
    if (given && type->slots.init == object_type.slots.init)
        return raise(type_error_type, "Initialization arguments are not supported");
    auto* local = as_local(allocate_instance(type));
    local->dicts = new std::vector<ThreadDict>;
    local->arguments = share(arguments).release();
    local->keywords = Ref<Dict>::share(keywords_or_null).release();
    // This thread's `__init__` is run by the call of the type.
    set_current(local, current_thread, new_entry(local, current_thread));
    return NewRef(local);
}

bool names_dict(Object* attribute) noexcept {
    return is_str(attribute) && str_equal(static_cast<Str*>(attribute), "__dict__");
}

NewRef local_get_attribute(Object* self, Object* attribute) {
    TRY(use_own_dict(as_local(self)));
    if (names_dict(attribute)) return new_ref(as_local(self)->dict);
    return generic_get_attribute(self, attribute);
}

Status local_set_attribute(Object* self, Object* attribute, Object* value_or_null) {
    TRY(use_own_dict(as_local(self)));
    if (names_dict(attribute))
        return raise(attribute_error_type,
                     fmt::format("'{}' object attribute '__dict__' is read-only", self->type->name));
    return generic_set_attribute(self, attribute, value_or_null);
}

void local_clear(Object* self) {
    ThreadLocal* local = as_local(self);
    Ref<Object> arguments = Ref<Object>::steal(std::exchange(local->arguments, nullptr));
    Ref<Object> keywords = Ref<Object>::steal(std::exchange(local->keywords, nullptr));
    std::vector<ThreadDict> dicts = std::exchange(*local->dicts, {});
    set_current(local, nullptr, nullptr);
    for (const ThreadDict& entry : dicts) forget_use(local, entry.thread);
    for (const ThreadDict& entry : dicts) decref(entry.dict);
}

void local_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    local_clear(self);
    delete as_local(self)->dicts;
    free_object(self);
}

int local_traverse(Object* self, Visit visit, void* context) {
    ThreadLocal* local = as_local(self);
    for (Object* field : {static_cast<Object*>(local->arguments), static_cast<Object*>(local->keywords)})
        if (field)
            if (int result = visit(field, context)) return result;
    if (local->dict)
        if (int result = visit(local->dict, context)) return result;
    for (const ThreadDict& entry : *local->dicts)
        if (int result = visit(entry.dict, context)) return result;
    return 0;
}

const TypeSpec local_spec = {
    .name = "_thread._local",
    .basic_size = sizeof(ThreadLocal),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "Attributes that every thread has its own values of.",
    .slots = {.new_ = local_new,
              .dealloc = local_dealloc,
              .traverse = local_traverse,
              .clear = local_clear,
              .get_attribute = local_get_attribute,
              .set_attribute = local_set_attribute},
    .dict_offset = offsetof(ThreadLocal, dict),
    .weakrefs_offset = offsetof(ThreadLocal, weakrefs),
};

}  // namespace

Type local_type(local_spec);

void drop_thread_locals(ThreadState& thread) noexcept {
    for (;;) {
        // Dropping values may run code that makes, uses or ends such objects.
        const auto used = used_by.extract(&thread);
        if (used.empty()) return;
        std::vector<Ref<Dict>> dropped;
        for (ThreadLocal* local : used.mapped()) dropped.push_back(remove_entry(local, &thread));
    }
}

}  // namespace minipy
