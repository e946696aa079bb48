// The out-of-line side of `match`: keys of mappings, attributes of classes.
//
// CPython: Python/ceval.c (match_keys, match_class)
#include "vm/pattern_matching.h"

#include <fmt/format.h>

#include <vector>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/singletons.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

using Items = std::vector<Ref<Object>>;

Ref<Tuple> to_tuple(Items& items) {
    Ref<Tuple> tuple = new_tuple_uninitialized(static_cast<Size>(items.size()));
    for (std::size_t i = 0; i < items.size(); ++i) tuple->items()[i] = items[i].release();
    return tuple;
}

/// Notes an item in the set; true if it was there already.
Result<bool> seen_before(Set* seen, Object* item) {
    if (TRY(set_contains(seen, item))) return true;
    TRY(set_add(seen, item));
    return false;
}

/// What one run of a class pattern has bound, and by which names.
struct ClassMatch {
    Object* subject;
    Type* cls;
    Ref<Set> seen = new_set();
    Items values = {};
    bool matched = true;
};

/// Adds the attribute; `matched` becomes false if the subject lacks it.
Status bind_attribute(ClassMatch& match, Object* attribute) {
    if (TRY(seen_before(match.seen.get(), attribute))) {
        Ref<Str> shown = TRY(repr(attribute));
        return raise(type_error_type, fmt::format("{}() got multiple sub-patterns for attribute {}",
                                                  match.cls->name, str_utf8(shown.get())));
    }
    Ref<Object> value;
    TRY(find_attribute(match.subject, static_cast<Str*>(attribute), value));
    match.matched = static_cast<bool>(value);
    match.values.push_back(std::move(value));
    return done;
}

Failure too_many_patterns(const Type* cls, Size allowed, Size given) {
    return raise(type_error_type, fmt::format("{}() accepts {} positional sub-pattern{} ({} given)", cls->name,
                                              allowed, allowed == 1 ? "" : "s", given));
}

/// Positional sub-patterns: by `__match_args__`, or the subject itself for types such as int.
Status bind_positional(ClassMatch& match, Size count) {
    Ref<Object> names;
    TRY(find_attribute(match.cls, name<"__match_args__">, names));
    if (!names) {
        const bool itself = match.cls->has(type_flag::match_self);
        if (count > itself) return too_many_patterns(match.cls, itself, count);
        match.values.push_back(share(match.subject));
        return done;
    }
    if (!is_exactly(names.get(), tuple_type))
        return raise(type_error_type, fmt::format("{}.__match_args__ must be a tuple (got {})", match.cls->name,
                                                  names->type->name));
    const auto* attributes = static_cast<const Tuple*>(names.get());
    if (count > attributes->size) return too_many_patterns(match.cls, attributes->size, count);
    for (Size i = 0; i < count && match.matched; ++i) {
        Object* attribute = (*attributes)[i];
        if (!is_exactly(attribute, str_type))
            return raise(type_error_type, fmt::format("__match_args__ elements must be strings (got {})",
                                                      attribute->type->name));
        TRY(bind_attribute(match, attribute));
    }
    return done;
}

}  // namespace

NewRef match_keys(Object* mapping, Tuple* keys) {
    if (keys->size == 0) return new_tuple({});
    Ref<Object> get = TRY(get_attribute(mapping, name<"get">));
    // A default that nothing else can be: dict subclasses such as defaultdict must not make up values.
    Ref<Object> missing = TRY(call(&object_type, {}));
    Ref<Set> seen = new_set();
    Items values;
    for (Object* key : keys->span()) {
        if (TRY(seen_before(seen.get(), key))) {
            Ref<Str> shown = TRY(repr(key));
            return raise(value_error_type,
                         fmt::format("mapping pattern checks duplicate key ({})", str_utf8(shown.get())));
        }
        Ref<Object> value = TRY(call(get.get(), {key, missing.get()}));
        if (value.get() == missing.get()) return new_none();
        values.push_back(std::move(value));
    }
    return to_tuple(values);
}

NewRef match_class(Object* subject, Object* cls, Size positional, Tuple* keyword_names) {
    if (!is_instance_of(cls, type_type)) return raise(type_error_type, "called match pattern must be a type");
    if (!TRY(is_instance(subject, cls))) return new_none();
    ClassMatch match{subject, static_cast<Type*>(cls)};
    if (positional) TRY(bind_positional(match, positional));
    for (Object* attribute : keyword_names->span()) {
        if (!match.matched) break;
        TRY(bind_attribute(match, attribute));
    }
    if (!match.matched) return new_none();
    return to_tuple(match.values);
}

}  // namespace minipy
