// Unpickling of objects: globals by name, calls, and states.
//
// CPython: Modules/_pickle.c (load_newobj, load_build, load_extension, _pickle_Unpickler_find_class_impl)
#include <fmt/format.h>

#include "modules/pickle/stack.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "vm/import.h"

namespace minipy::pickle {
namespace {

/// `find_class` as the instance has it.
Ref<Object> find_by_name(Unpickler* self, Object* module_name, Object* global_name) {
    if (self->type == &unpickler_type) return find_class(self, module_name, global_name);
    return call_method(self, intern("find_class").get(), {module_name, global_name});
}

/// The global that two lines name.
Ref<Object> read_global(Unpickler* self) {
    Ref<Str> module_name = TRY(decode_utf8(TRY(read_full_line(self))));
    Ref<Str> global_name = TRY(decode_utf8(TRY(read_full_line(self))));
    return find_by_name(self, module_name.get(), global_name.get());
}

/// What pickles of old-style instances mean: a call, or an instance without one.
Ref<Object> instantiate(Object* cls, Tuple* arguments) {
    bool calls = arguments->size > 0 || !is_instance_of(cls, type_type);
    if (!calls) {
        Ref<Object> found;
        TRY(find_attribute(cls, intern("__getinitargs__").get(), found));
        calls = static_cast<bool>(found);
    }
    if (calls) return call_with_dict(cls, arguments, nullptr);
    return call_method(cls, name<"__new__">, {cls});
}

Ref<Tuple> tuple_above(Unpickler* self, Size start) {
    Taken items = take_above(self, start);
    if (items.empty()) return new_tuple({});
    Ref<Tuple> made = new_tuple_uninitialized(static_cast<Size>(items.size()));
    for (std::size_t i = 0; i < items.size(); ++i) made->items()[i] = items[i].release();
    return made;
}

Failure raise_bad_part(bool with_keywords, const char* what, const char* wanted, const Object* found) {
    return raise(unpickling_error(),
                 fmt::format("{} {} must be {}, not {}", with_keywords ? "NEWOBJ_EX" : "NEWOBJ", what, wanted,
                             found->type->name));
}

/// Attributes that go straight into the instance's dict; names become interned.
Status set_state(Object* instance, Dict* state) {
    Ref<Object> own = TRY(get_attribute(instance, name<"__dict__">));
    Size position = 0;
    Object *key, *value;
    while (dict_next(state, position, key, value)) {
        Ref<Object> key_held = share(key), value_held = share(value);
        if (is_exactly(key, str_type)) {
            Ref<Str> text = share(static_cast<Str*>(key));
            intern(text);
            key_held = text;
        }
        TRY(set_item(own.get(), key_held.get(), value));
    }
    return done;
}

Status set_slots(Object* instance, Dict* state) {
    Size position = 0;
    Object *key, *value;
    while (dict_next(state, position, key, value)) {
        Ref<Object> key_held = share(key), value_held = share(value);
        if (!is_str(key))
            return raise(type_error_type,
                         fmt::format("attribute name must be string, not '{}'", key->type->name));
        TRY(set_attribute(instance, static_cast<Str*>(key), value));
    }
    return done;
}

Status set_states(Object* instance, Object* state) {
    Object* slot_state = nullptr;
    if (is_tuple(state) && static_cast<Tuple*>(state)->size == 2) {
        slot_state = (*static_cast<Tuple*>(state))[1];
        state = (*static_cast<Tuple*>(state))[0];
    }
    if (!is_none(state)) {
        if (!is_dict(state)) return raise(unpickling_error(), "state is not a dictionary");
        TRY(set_state(instance, static_cast<Dict*>(state)));
    }
    if (slot_state && !is_none(slot_state)) {
        if (!is_dict(slot_state)) return raise(unpickling_error(), "slot state is not a dictionary");
        TRY(set_slots(instance, static_cast<Dict*>(slot_state)));
    }
    return done;
}

/// The name that Python 3 has for a global of Python 2.
Status rename_from_2(Ref<Object>& module_name, Ref<Object>& global_name) {
    Ref<Tuple> key = pack({module_name.get(), global_name.get()});
    if (Object* renamed = TRY(dict_get(tables.names_from_2, key.get()))) {
        if (!is_tuple(renamed) || static_cast<Tuple*>(renamed)->size != 2)
            return raise(runtime_error_type,
                         fmt::format("_compat_pickle.NAME_MAPPING values should be 2-tuples, not {}",
                                     renamed->type->name));
        module_name = share((*static_cast<Tuple*>(renamed))[0]);
        global_name = share((*static_cast<Tuple*>(renamed))[1]);
    } else if (Object* module_renamed = TRY(dict_get(tables.modules_from_2, module_name.get()))) {
        module_name = share(module_renamed);
    } else {
        return done;
    }
    if (is_str(module_name.get()) && is_str(global_name.get())) return done;
    return raise(runtime_error_type, "_compat_pickle mappings should hold strings");
}

}  // namespace

NewRef find_class(Unpickler* self, Object* module_given, Object* global_given) {
    TRY(audit("pickle.find_class", module_given, global_given));
    Ref<Object> module_name = share(module_given), global_name = share(global_given);
    if (self->protocol < 3 && self->fix_imports) TRY(rename_from_2(module_name, global_name));
    if (!is_str(module_name.get())) return raise(type_error_type, "module name must be a string");
    Ref<Object> module = share(TRY(dict_get(imported_modules(), module_name.get())));
    if (!module || is_none(module.get()))
        module = TRY(import_module(str_utf8(static_cast<Str*>(module_name.get()))));
    if (!is_str(global_name.get()))
        return raise(type_error_type,
                     fmt::format("attribute name must be string, not '{}'", global_name->type->name));
    Str* name_text = static_cast<Str*>(global_name.get());
    if (self->protocol >= 4) return deep_attribute(module.get(), name_text);
    Ref<Object> found;
    TRY(find_attribute(module.get(), name_text, found));
    if (found) return found;
    return raise(attribute_error_type, fmt::format("Can't get attribute {} on {}", repr_for_message(name_text),
                                                   repr_for_message(module.get())));
}

Status load_global(Unpickler* self) { return push(self, TRY(read_global(self))); }

Status load_stack_global(Unpickler* self) {
    const auto is_text = [](const Object* object) { return is_exactly(object, str_type); };
    const Size count = depth(self);
    if (count - fence(self) < 2 || !is_text(self->stack[count - 1]) || !is_text(self->stack[count - 2]))
        return raise(unpickling_error(), "STACK_GLOBAL requires str");
    Ref<Object> global_name = pop_top(self), module_name = pop_top(self);
    return push(self, TRY(find_by_name(self, module_name.get(), global_name.get())));
}

Status load_extension(Unpickler* self, std::int64_t code) {
    if (code <= 0) return raise(unpickling_error(), "EXT specifies code <= 0");
    Ref<Int> key = new_int(code);
    if (Object* cached = TRY(dict_get(tables.extension_cache, key.get()))) return push(self, share(cached));
    Object* pair = TRY(dict_get(tables.extensions, key.get()));
    if (!pair) return raise(value_error_type, fmt::format("unregistered extension code {}", code));
    if (!is_tuple(pair) || static_cast<Tuple*>(pair)->size != 2)
        return raise(value_error_type, fmt::format("_inverted_registry[{}] isn't a 2-tuple of strings", code));
    Ref<Tuple> held = share(static_cast<Tuple*>(pair));
    Ref<Object> found = TRY(find_by_name(self, (*held)[0], (*held)[1]));
    TRY(dict_set(tables.extension_cache, key.get(), found.get()));
    return push(self, std::move(found));
}

Status load_reduce(Unpickler* self) {
    Ref<Object> arguments = TRY(pop(self)), callable = TRY(pop(self));
    if (!is_tuple(arguments.get())) return raise(type_error_type, "argument list must be a tuple");
    return push(self, TRY(call_with_dict(callable.get(), static_cast<Tuple*>(arguments.get()), nullptr)));
}

Status load_newobj(Unpickler* self, bool with_keywords) {
    Ref<Object> keywords;
    if (with_keywords) keywords = TRY(pop(self));
    Ref<Object> arguments = TRY(pop(self)), cls = TRY(pop(self));
    if (!is_instance_of(cls.get(), type_type))
        return raise_bad_part(with_keywords, "class argument", "a type", cls.get());
    Type* type = static_cast<Type*>(cls.get());
    if (!type->slots.new_ || type->has(type_flag::disallow_new))
        return raise(unpickling_error(), fmt::format("{} class argument '{}' doesn't have __new__",
                                                     with_keywords ? "NEWOBJ_EX" : "NEWOBJ", cls->type->name));
    if (!is_tuple(arguments.get()))
        return raise_bad_part(with_keywords, "args argument", "a tuple", arguments.get());
    if (keywords && !is_dict(keywords.get()))
        return raise_bad_part(with_keywords, "kwargs argument", "a dict", keywords.get());
    return push(self, TRY(type->slots.new_(type, static_cast<Tuple*>(arguments.get()),
                                           static_cast<Dict*>(keywords.get()))));
}

Status load_inst(Unpickler* self) {
    const Size start = TRY(take_mark(self));
    Ref<Tuple> arguments = TRY(tuple_above(self, start));
    Ref<Object> cls = TRY(read_global(self));
    return push(self, TRY(instantiate(cls.get(), arguments.get())));
}

Status load_obj(Unpickler* self) {
    const Size start = TRY(take_mark(self));
    if (depth(self) - start < 1) return raise_underflow(self);
    Ref<Tuple> arguments = TRY(tuple_above(self, start + 1));
    Ref<Object> cls = TRY(pop(self));
    return push(self, TRY(instantiate(cls.get(), arguments.get())));
}

Status load_build(Unpickler* self) {
    TRY(check_depth(self, 2));
    Ref<Object> state = TRY(pop(self));
    Ref<Object> instance = share(self->stack.back());
    Ref<Object> setter;
    TRY(find_attribute(instance.get(), intern("__setstate__").get(), setter));
    if (!setter) return set_states(instance.get(), state.get());
    TRY(call(setter.get(), {state.get()}));
    return done;
}

}  // namespace minipy::pickle
