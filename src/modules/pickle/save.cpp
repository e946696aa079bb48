// Pickling of any object: by its exact type where the format has opcodes for it, else by what `__reduce__` and
// its relatives say of how to make it again.
//
// CPython: Modules/_pickle.c (save, save_reduce)
#include "modules/pickle/save.h"

#include <fmt/format.h>

#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/bytearray.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/singletons.h"
#include "vm/function.h"
#include "vm/import.h"

namespace minipy::pickle {
namespace {

constexpr int fast_nesting_limit = 50;

/// Asks the subclass for an id that stands for the object; true if there is one, which has been written then.
Result<bool> save_persistent(Pickler* pickler, Object* object) {
    Ref<Object> id = TRY(pickler->persistent_id.call(pickler, object));
    if (is_none(id.get())) return false;
    if (pickler->binary) {
        TRY(save(pickler, id.get(), true));
        put(pickler, op::bin_persistent);
        return true;
    }
    Ref<Str> text = TRY(to_str(id.get()));
    if (!text->ascii) return raise(pickling_error(), "persistent IDs in protocol 0 must be ASCII strings");
    put(pickler, fmt::format("{}{}\n", op::persistent, text->view1()));
    return true;
}

/// None, booleans and numbers, which are not memoized. False for others.
bool save_atom(Pickler* pickler, Object* object) {
    if (is_none(object)) {
        put(pickler, op::none);
    } else if (is_bool(object)) {
        const bool value = object == reinterpret_cast<Object*>(&true_object);
        if (pickler->protocol >= 2)
            put(pickler, value ? op::new_true : op::new_false);
        else
            put(pickler, std::string_view(value ? "I01\n" : "I00\n"));
    } else if (is_exactly(object, int_type)) {
        save_int(pickler, object);
    } else if (is_exactly(object, float_type)) {
        save_float(pickler, object);
    } else {
        return false;
    }
    return true;
}

using SaveFunction = Status (*)(Pickler* pickler, Object* object);

/// Types that the format has opcodes for; null for others.
SaveFunction function_for(const Type* type) noexcept {
    if (type == &str_type) return save_str;
    if (type == &bytes_type) return save_bytes;
    if (type == &dict_type) return save_dict;
    if (type == &list_type) return save_list;
    if (type == &tuple_type) return save_tuple;
    if (type == &set_type) return save_set;
    if (type == &frozenset_type) return save_frozenset;
    if (type == &bytearray_type) return save_bytearray;
    if (type == &pickle_buffer_type) return save_buffer;
    return nullptr;
}

/// The function of `dispatch_table` (or of copyreg's) for the type; empty without an exception if there is
/// none.
Status find_reducer(Pickler* pickler, Type* type, Ref<Object>& reducer) {
    if (!pickler->dispatch_table) {
        reducer = share(TRY(dict_get(tables.dispatch, type)));
        return done;
    }
    reducer = get_item(pickler->dispatch_table, type);
    if (reducer) return done;
    if (!pending_matches(key_error_type)) return failed;
    clear_exception();
    return done;
}

/// The object's own recipe.
Ref<Object> reduce_by_itself(Pickler* pickler, Object* object) {
    Ref<Object> reducer;
    TRY(find_attribute(object, name<"__reduce_ex__">, reducer));
    if (reducer) return call(reducer.get(), {new_int(pickler->protocol).get()});
    TRY(find_attribute(object, name<"__reduce__">, reducer));
    if (reducer) return call(reducer.get(), {});
    return raise(pickling_error(),
                 fmt::format("can't pickle '{}' object: {}", object->type->name, repr_for_message(object)));
}

/// A recipe: the name of a global, or a tuple.
Status save_recipe(Pickler* pickler, Object* recipe, Object* object) {
    if (is_str(recipe)) return save_global(pickler, object, recipe);
    if (!is_tuple(recipe)) return raise(pickling_error(), "__reduce__ must return a string or tuple");
    return save_reduce(pickler, recipe, object);
}

Status save_by_recipe(Pickler* pickler, Object* object) {
    Type* type = object->type;
    if (pickler->reducer_override) {
        Ref<Object> recipe = TRY(call(pickler->reducer_override, {object}));
        if (recipe.get() != &not_implemented) return save_recipe(pickler, recipe.get(), object);
    }
    if (type == &type_type) return save_type(pickler, object);
    if (type == &function_type) return save_global(pickler, object, nullptr);
    Ref<Object> reducer;
    TRY(find_reducer(pickler, type, reducer));
    if (reducer) {
        Ref<Object> recipe = TRY(call(reducer.get(), {object}));
        return save_recipe(pickler, recipe.get(), object);
    }
    if (is_subtype(type, &type_type)) return save_global(pickler, object, nullptr);
    Ref<Object> recipe = TRY(reduce_by_itself(pickler, object));
    return save_recipe(pickler, recipe.get(), object);
}

// --- tuples of __reduce__

Failure raise_element(const char* element, const char* wanted, const Object* found) {
    return raise(pickling_error(),
                 fmt::format("{} element of the tuple returned by __reduce__ must be {}, not {}", element,
                             wanted, found->type->name));
}

/// The tuple taken apart; null for None.
struct Recipe {
    Object* callable;
    Tuple* arguments;
    Object* state = nullptr;
    Object* list_items = nullptr;
    Object* dict_items = nullptr;
    Object* state_setter = nullptr;

    Status read(Tuple* value) {
        if (value->size < 2 || value->size > 6)
            return raise(pickling_error(), "tuple returned by __reduce__ must contain 2 through 6 elements");
        const auto element = [&](Size i) {
            return i < value->size && !is_none((*value)[i]) ? (*value)[i] : nullptr;
        };
        callable = (*value)[0];
        if (!is_callable(callable))
            return raise(pickling_error(), "first item of the tuple returned by __reduce__ must be callable");
        if (!is_tuple((*value)[1]))
            return raise(pickling_error(), "second item of the tuple returned by __reduce__ must be a tuple");
        arguments = static_cast<Tuple*>((*value)[1]);
        state = element(2);
        list_items = element(3);
        dict_items = element(4);
        state_setter = element(5);
        if (list_items && !list_items->type->slots.next)
            return raise_element("fourth", "an iterator", list_items);
        if (dict_items && !dict_items->type->slots.next)
            return raise_element("fifth", "an iterator", dict_items);
        if (state_setter && !is_callable(state_setter))
            return raise_element("sixth", "a function", state_setter);
        return done;
    }
};

/// `cls.__new__(cls, *args, **kwargs)`: an opcode from protocol 4 on, before that a partial object.
Status save_newobj_ex(Pickler* pickler, Tuple* arguments) {
    if (arguments->size != 3)
        return raise(
            pickling_error(),
            fmt::format("length of the NEWOBJ_EX argument tuple must be exactly 3, not {}", arguments->size));
    Object *cls = (*arguments)[0], *positional = (*arguments)[1], *keywords = (*arguments)[2];
    const auto refuse = [](const char* item, const char* wanted, const Object* found) {
        return raise(pickling_error(), fmt::format("{} item from NEWOBJ_EX argument tuple must be {}, not {}",
                                                   item, wanted, found->type->name));
    };
    if (!is_instance_of(cls, type_type)) return refuse("first", "a class", cls);
    if (!is_tuple(positional)) return refuse("second", "a tuple", positional);
    if (!is_dict(keywords)) return refuse("third", "a dict", keywords);
    if (pickler->protocol >= 4) {
        TRY(save(pickler, cls));
        TRY(save(pickler, positional));
        TRY(save(pickler, keywords));
        put(pickler, op::new_obj_ex);
        return done;
    }
    Ref<Object> make = TRY(get_attribute(cls, name<"__new__">));
    Ref<Object> functools = TRY(import_module("functools"));
    Ref<Object> partial = TRY(get_attribute(functools.get(), name<"partial">));
    Ref<List> bound = new_list();
    TRY(list_append(bound.get(), make.get()));
    TRY(list_append(bound.get(), cls));
    TRY(list_extend(bound.get(), positional));
    Ref<Object> callable = TRY(call_unpacked(partial.get(), bound.get(), keywords));
    return save_call(pickler, callable.get(), {}, nullptr);
}

/// `cls.__new__(cls, *args)`.
Status save_newobj(Pickler* pickler, Tuple* arguments, Object* object_or_null) {
    if (arguments->size < 1) return raise(pickling_error(), "__newobj__ arglist is empty");
    Object* cls = (*arguments)[0];
    if (!is_instance_of(cls, type_type))
        return raise(pickling_error(), "args[0] from __newobj__ args is not a type");
    if (object_or_null && object_or_null->type != cls) {
        Ref<Object> own_class = TRY(get_attribute(object_or_null, name<"__class__">));
        if (own_class.get() != cls)
            return raise(pickling_error(), "args[0] from __newobj__ args has the wrong class");
    }
    Ref<Tuple> rest = new_tuple(arguments->span().subspan(1));
    TRY(save(pickler, cls));
    TRY(save(pickler, rest.get()));
    put(pickler, op::new_obj);
    return done;
}

/// The part of the recipe that makes the bare object.
Status save_making(Pickler* pickler, const Recipe& recipe, Object* object_or_null) {
    Ref<Object> callable_name;
    if (pickler->protocol >= 2) TRY(find_attribute(recipe.callable, name<"__name__">, callable_name));
    const auto is_named = [&](const char* wanted) {
        return callable_name && is_str(callable_name.get()) &&
               str_equal(static_cast<Str*>(callable_name.get()), wanted);
    };
    if (is_named("__newobj__")) return save_newobj(pickler, recipe.arguments, object_or_null);
    if (is_named("__newobj_ex__")) return save_newobj_ex(pickler, recipe.arguments);
    TRY(save(pickler, recipe.callable));
    TRY(save(pickler, recipe.arguments));
    put(pickler, op::reduce);
    return done;
}

}  // namespace

Status save(Pickler* pickler, Object* object, bool is_persistent_id) {
    RecursionGuard guard(" while pickling an object");
    if (!guard.entered()) return failed;
    if (pickler->persistent_id && !is_persistent_id && TRY(save_persistent(pickler, object)))
        return opcode_boundary(pickler);
    if (save_atom(pickler, object)) return opcode_boundary(pickler);
    if (const Size number = pickler->memo.find(object); number >= 0) {
        save_reference(pickler, number);
        return opcode_boundary(pickler);
    }
    if (const SaveFunction function = function_for(object->type))
        TRY(function(pickler, object));
    else
        TRY(save_by_recipe(pickler, object));
    return opcode_boundary(pickler);
}

Status memoize(Pickler* pickler, Object* object) {
    if (pickler->fast) return done;
    const Size number = pickler->memo.size();
    pickler->memo.add(object, number);
    if (pickler->protocol >= 4)
        put(pickler, op::memoize);
    else if (!pickler->binary)
        put(pickler, fmt::format("{}{}\n", op::put, number));
    else if (number <= UINT8_MAX)
        put(pickler, op::bin_put, static_cast<std::uint8_t>(number));
    else if (number <= UINT32_MAX)
        put(pickler, op::long_bin_put, static_cast<std::uint32_t>(number));
    else
        return raise(pickling_error(), "memo id too large for LONG_BINPUT");
    return done;
}

void save_reference(Pickler* pickler, Size number) {
    if (!pickler->binary)
        put(pickler, fmt::format("{}{}\n", op::get, number));
    else if (number <= UINT8_MAX)
        put(pickler, op::bin_get, static_cast<std::uint8_t>(number));
    else
        put(pickler, op::long_bin_get, static_cast<std::uint32_t>(number));
}

Status save_reduce(Pickler* pickler, Object* value, Object* object_or_null) {
    Ref<Tuple> held = share(static_cast<Tuple*>(value));
    Recipe recipe;
    TRY(recipe.read(held.get()));
    TRY(save_making(pickler, recipe, object_or_null));
    if (object_or_null) {
        if (const Size number = pickler->memo.find(object_or_null); number >= 0) {
            put(pickler, op::pop);  // its parts have referred to it: this one is superfluous
            save_reference(pickler, number);
        } else {
            TRY(memoize(pickler, object_or_null));
        }
    }
    if (recipe.list_items) TRY(save_list_items(pickler, recipe.list_items));
    if (recipe.dict_items) TRY(save_dict_items(pickler, recipe.dict_items));
    if (!recipe.state) return done;
    if (!recipe.state_setter) {
        TRY(save(pickler, recipe.state));
        put(pickler, op::build);
        return done;
    }
    TRY(save(pickler, recipe.state_setter));
    TRY(save(pickler, object_or_null));
    TRY(save(pickler, recipe.state));
    const char setting[] = {op::tuple2, op::reduce, op::pop};
    put(pickler, std::string_view(setting, 3));
    return done;
}

Status save_call(Pickler* pickler, Object* callable, std::initializer_list<Object*> arguments,
                 Object* object_or_null) {
    Ref<Tuple> recipe = pack({callable, pack(arguments).get()});
    return save_reduce(pickler, recipe.get(), object_or_null);
}

FastGuard::FastGuard(Pickler* pickler, Object* object) : pickler_(pickler), object_(object) {
    if (!pickler->fast) return;
    counted_ = true;
    if (pickler->fast_nesting++ < fast_nesting_limit) return;
    for (const Object* outer : pickler->fast_path) cyclic_ = cyclic_ || outer == object;
    listed_ = !cyclic_;
    if (listed_) pickler->fast_path.push_back(object);
}

FastGuard::~FastGuard() {
    if (counted_) --pickler_->fast_nesting;
    if (listed_) pickler_->fast_path.pop_back();
}

Status FastGuard::check() const {
    if (!cyclic_) return done;
    return raise(value_error_type,
                 fmt::format("fast mode: can't pickle cyclic objects including object type {} at {}",
                             object_->type->name, static_cast<const void*>(object_)));
}

Status dump(Pickler* pickler, Object* object) {
    pickler->frame_start = -1;
    pickler->fast_nesting = 0;
    pickler->framing = false;
    if (pickler->protocol >= 2) put(pickler, op::proto, static_cast<std::uint8_t>(pickler->protocol));
    pickler->framing = pickler->protocol >= 4;
    const Status saved = save(pickler, object);
    if (saved) {
        put(pickler, op::stop);
        end_frame(pickler);
    }
    pickler->framing = false;
    return saved;
}

}  // namespace minipy::pickle
