// _abc: which classes an abstract base class takes for its subclasses.
//
// Each abstract class has an `_abc_data`: the classes registered with it and two caches of answers given. They
// refer to classes weakly. Invariant: an entry of a `WeakClasses` counts only as long as its weak reference is
// alive, so a class made later at the same address is not taken for it. Negative answers hold until any
// class is registered anywhere (`registrations`).
//
// CPython: Modules/_abc.c
#include <memory>
#include <unordered_map>
#include <vector>

#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/singletons.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

std::uint64_t registrations = 0;

/// A set of classes that does not keep them alive.
class WeakClasses {
  public:
    bool contains(Object* cls) const noexcept {
        const auto found = entries_.find(cls);
        return found != entries_.end() && is_alive(found->second);
    }

    Status add(Object* cls) {
        if (entries_.size() >= purge_at_) purge();
        Ref<Object> reference = TRY(new_weak_reference(cls, nullptr));
        entries_.insert_or_assign(cls, std::move(reference));
        return done;
    }

    void clear() noexcept { entries_.clear(); }

    std::vector<Ref<Object>> classes() const {
        std::vector<Ref<Object>> alive;
        for (const auto& [cls, reference] : entries_)
            if (is_alive(reference)) alive.push_back(share(cls));
        return alive;
    }

    /// A set of the weak references, for `_get_dump`.
    Ref<Set> dump() const {
        Ref<Set> set = TRY(new_set());
        for (const auto& [cls, reference] : entries_)
            if (is_alive(reference)) TRY(set_add(set.get(), reference.get()));
        return set;
    }

  private:
    static bool is_alive(const Ref<Object>& reference) noexcept {
        return live_referent(reference.get()) != nullptr;
    }

    void purge() {
        std::erase_if(entries_, [](const auto& entry) { return !is_alive(entry.second); });
        purge_at_ = std::max<std::size_t>(16, 2 * entries_.size());
    }

    std::unordered_map<Object*, Ref<Object>> entries_;
    std::size_t purge_at_ = 16;
};

struct AbcData : Object {
    WeakClasses registry, positive, negative;
    std::uint64_t negative_version;
};

extern Type abc_data_type;

NewRef abc_data_new(Type* type, Tuple*, Dict*) {
    auto* data = static_cast<AbcData*>(allocate_instance(type));
    std::construct_at(&data->registry);
    std::construct_at(&data->positive);
    std::construct_at(&data->negative);
    data->negative_version = registrations;
    return NewRef(data);
}

void abc_data_dealloc(Object* self) noexcept {
    auto* data = static_cast<AbcData*>(self);
    std::destroy_at(&data->registry);
    std::destroy_at(&data->positive);
    std::destroy_at(&data->negative);
    free_object(self);
}

const TypeSpec abc_data_spec = {
    .name = "_abc._abc_data",
    .basic_size = sizeof(AbcData),
    .doc = "Internal state held by ABC machinery.",
    .slots = {.new_ = abc_data_new, .dealloc = abc_data_dealloc},
};

Type abc_data_type(abc_data_spec);

Ref<AbcData> data_of(Object* cls) {
    Ref<Object> data = TRY(get_attribute(cls, name<"_abc_impl">));
    if (!is_exactly(data.get(), abc_data_type))
        return raise(type_error_type, "_abc_impl is set to a wrong type");
    return Ref<AbcData>::steal(static_cast<AbcData*>(data.release()));
}

bool is_class(const Object* object) noexcept { return object->type->has(type_flag::type_subclass); }

// --- _abc_init

Result<bool> is_abstract(Object* attribute) {
    Ref<Object> flag;
    TRY(find_attribute(attribute, name<"__isabstractmethod__">, flag));
    if (!flag) return false;
    return truth(flag.get());
}

/// Adds the abstract attributes in the class's own namespace.
Status collect_own(Object* cls, List* names) {
    Ref<Object> space = TRY(get_attribute(cls, name<"__dict__">));
    Ref<Object> items = TRY(call_method(space.get(), name<"items">));
    Ref<List> pairs = new_list();
    TRY(list_extend(pairs.get(), items.get()));
    for (Object* pair : pairs->span()) {
        auto* both = static_cast<Tuple*>(pair);
        if (TRY(is_abstract((*both)[1]))) TRY(list_append(names, (*both)[0]));
    }
    return done;
}

/// Adds what the base leaves abstract and the class has not made concrete.
Status collect_inherited(Object* cls, Object* base, List* names) {
    Ref<Object> base_names;
    TRY(find_attribute(base, name<"__abstractmethods__">, base_names));
    if (!base_names) return done;
    Ref<Object> iterator = TRY(iterate(base_names.get()));
    while (Ref<Object> key = next(iterator.get())) {
        if (!is_str(key.get())) continue;
        Ref<Object> value;
        TRY(find_attribute(cls, static_cast<Str*>(key.get()), value));
        if (value && TRY(is_abstract(value.get()))) TRY(list_append(names, key.get()));
    }
    if (pending_exception()) return failed;
    return done;
}

Status compute_abstract_methods(Object* cls) {
    Ref<List> names = new_list();
    TRY(collect_own(cls, names.get()));
    Ref<Object> bases = TRY(get_attribute(cls, name<"__bases__">));
    if (!is_tuple(bases.get())) return raise(type_error_type, "__bases__ is not tuple");
    for (Object* base : static_cast<Tuple*>(bases.get())->span())
        TRY(collect_inherited(cls, base, names.get()));
    Ref<Set> frozen = TRY(new_frozenset(names->span()));
    return set_attribute(cls, name<"__abstractmethods__">, frozen.get());
}

constexpr unsigned pattern_flags = type_flag::sequence_pattern | type_flag::mapping_pattern;
constexpr std::int64_t sequence_bit = 1 << 5, mapping_bit = 1 << 6;  // Py_TPFLAGS_SEQUENCE, Py_TPFLAGS_MAPPING

/// `__abc_tpflags__` in a class's body says that its instances match sequence or mapping patterns.
Status take_pattern_flags(Type* cls) {
    Ref<Object> given = share(dict_get(cls->dict, name<"__abc_tpflags__">));
    if (!given) return done;
    if (is_exactly(given.get(), int_type)) {
        const std::int64_t bits = as_int(given.get())->small;
        const bool sequence = bits & sequence_bit, mapping = bits & mapping_bit;
        if (sequence && mapping)
            return raise(type_error_type,
                         "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
        cls->flags |= (sequence ? type_flag::sequence_pattern : 0) | (mapping ? type_flag::mapping_pattern : 0);
    }
    TRY(dict_delete(cls->dict, name<"__abc_tpflags__">));
    type_modified(cls);
    return done;
}

NewRef abc_init(Object*, Object* const* arguments) {
    Object* cls = arguments[0];
    TRY(compute_abstract_methods(cls));
    Ref<Object> data = TRY(abc_data_new(&abc_data_type, nullptr, nullptr));
    TRY(set_attribute(cls, name<"_abc_impl">, data.get()));
    if (is_class(cls)) TRY(take_pattern_flags(static_cast<Type*>(cls)));
    return new_none();
}

// --- _abc_register

void set_pattern_flags(Type* cls, unsigned flags) {
    if (cls->has(type_flag::immutable) || (cls->flags & pattern_flags) == flags) return;
    cls->flags = (cls->flags & ~pattern_flags) | flags;
    for (Ref<Type>& subclass : live_subclasses(cls)) set_pattern_flags(subclass.get(), flags);
}

NewRef abc_register(Object*, Object* const* arguments) {
    Object *cls = arguments[0], *subclass = arguments[1];
    if (!is_class(subclass)) return raise(type_error_type, "Can only register classes");
    if (TRY(is_subclass(subclass, cls))) return new_ref(subclass);
    // The opposite direction would make both ask each other for ever.
    if (TRY(is_subclass(cls, subclass)))
        return raise(runtime_error_type, "Refusing to create an inheritance cycle");
    Ref<AbcData> data = TRY(data_of(cls));
    TRY(data->registry.add(subclass));
    ++registrations;
    if (is_class(cls))
        if (const unsigned flags = static_cast<Type*>(cls)->flags & pattern_flags)
            set_pattern_flags(static_cast<Type*>(subclass), flags);
    return new_ref(subclass);
}

// --- the checks

NewRef ask_subclass_check(Object* cls, Object* subclass) {
    return call_method(cls, name<"__subclasscheck__">, {subclass});
}

NewRef abc_instancecheck(Object*, Object* const* arguments) {
    Object *cls = arguments[0], *instance = arguments[1];
    Ref<AbcData> data = TRY(data_of(cls));
    Ref<Object> subclass = TRY(get_attribute(instance, name<"__class__">));
    if (data->positive.contains(subclass.get())) return new_bool(true);
    Object* subtype = instance->type;
    if (subtype == subclass.get()) {
        if (data->negative_version == registrations && data->negative.contains(subclass.get()))
            return new_bool(false);
        return ask_subclass_check(cls, subclass.get());
    }
    Ref<Object> verdict = TRY(ask_subclass_check(cls, subclass.get()));
    if (TRY(truth(verdict.get()))) return verdict;
    return ask_subclass_check(cls, subtype);
}

/// What `__subclasshook__` says; empty `verdict` if it leaves the question open.
Status ask_hook(Object* cls, Object* subclass, Ref<Object>& verdict) {
    verdict = TRY(call_method(cls, name<"__subclasshook__">, {subclass}));
    if (is_bool(verdict.get())) return done;
    if (verdict.get() != &not_implemented)
        return raise(assertion_error_type,
                     "__subclasshook__ must return either False, True, or NotImplemented");
    verdict.reset();
    return done;
}

/// Whether a registered class or a subclass of the abstract one has `subclass` below it.
Result<bool> found_below(AbcData* data, Object* cls, Object* subclass) {
    for (const Ref<Object>& registered : data->registry.classes())
        if (TRY(is_subclass(subclass, registered.get()))) return true;
    Ref<Object> subclasses = TRY(call_method(cls, name<"__subclasses__">));
    if (!is_list(subclasses.get())) return raise(type_error_type, "__subclasses__() must return a list");
    auto* list = static_cast<List*>(subclasses.get());
    for (Size i = 0; i < list->size; ++i) {
        Ref<Object> child = share(list->items[i]);
        if (TRY(is_subclass(subclass, child.get()))) return true;
    }
    return false;
}

NewRef abc_subclasscheck(Object*, Object* const* arguments) {
    Object *cls = arguments[0], *subclass = arguments[1];
    if (!is_class(subclass)) return raise(type_error_type, "issubclass() arg 1 must be a class");
    Ref<AbcData> data = TRY(data_of(cls));
    if (data->positive.contains(subclass)) return new_bool(true);
    if (data->negative_version < registrations) {
        data->negative.clear();
        data->negative_version = registrations;
    } else if (data->negative.contains(subclass)) {
        return new_bool(false);
    }
    Ref<Object> verdict;
    TRY(ask_hook(cls, subclass, verdict));
    bool yes = verdict && TRY(truth(verdict.get()));
    if (!verdict) {
        if (data->registry.contains(subclass)) return new_bool(true);
        yes = (is_class(cls) && is_subtype(static_cast<Type*>(subclass), static_cast<Type*>(cls))) ||
              TRY(found_below(data.get(), cls, subclass));
    }
    TRY((yes ? data->positive : data->negative).add(subclass));
    return new_bool(yes);
}

// --- for tests and `functools.singledispatch`

NewRef abc_get_cache_token(Object*, Object* const*) {
    return new_int(static_cast<std::int64_t>(registrations));
}

NewRef abc_get_dump(Object*, Object* const* arguments) {
    Ref<AbcData> data = TRY(data_of(arguments[0]));
    Ref<Set> registry = TRY(data->registry.dump());
    Ref<Set> positive = TRY(data->positive.dump());
    Ref<Set> negative = TRY(data->negative.dump());
    Ref<Int> version = new_int(static_cast<std::int64_t>(data->negative_version));
    return pack({registry.get(), positive.get(), negative.get(), version.get()});
}

NewRef abc_reset_registry(Object*, Object* const* arguments) {
    Ref<AbcData> data = TRY(data_of(arguments[0]));
    data->registry.clear();
    return new_none();
}

NewRef abc_reset_caches(Object*, Object* const* arguments) {
    Ref<AbcData> data = TRY(data_of(arguments[0]));
    data->positive.clear();
    data->negative.clear();
    return new_none();
}

constexpr NativeDef abc_functions[] = {
    {"get_cache_token", abc_get_cache_token, "($module, /)", "A number that changes with every registration."},
    {"_abc_init", abc_init, "($module, self, /)", "Sets an abstract base class up."},
    {"_reset_registry", abc_reset_registry, "($module, self, /)", "Forgets the registered classes."},
    {"_reset_caches", abc_reset_caches, "($module, self, /)", "Forgets the cached answers."},
    {"_get_dump", abc_get_dump, "($module, self, /)", "The registry, both caches and their version."},
    {"_abc_register", abc_register, "($module, self, subclass, /)", "Registers a class as a virtual subclass."},
    {"_abc_instancecheck", abc_instancecheck, "($module, self, instance, /)",
     "isinstance for abstract classes."},
    {"_abc_subclasscheck", abc_subclasscheck, "($module, self, subclass, /)",
     "issubclass for abstract classes."},
};

Status abc_fill(Module*) {
    ready_type(abc_data_type);
    return done;
}

const ModuleSpec abc_spec = {"_abc", "The machinery of abstract base classes.", abc_functions, abc_fill};

}  // namespace

Ref<Module> make_abc_module() { return new_native_module(abc_spec); }

}  // namespace minipy
