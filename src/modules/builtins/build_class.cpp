// `__build_class__`: what a class statement calls.
//
// CPython: Python/bltinmodule.c (builtin___build_class__, update_bases)
#include <fmt/format.h>

#include <vector>

#include "modules/builtins/builtins.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/cell.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "vm/eval.h"

namespace minipy {
namespace {

/// The bases with every non-class replaced by what its `__mro_entries__` gives. update_bases.
Ref<Tuple> resolve_bases(Tuple* bases) {
    std::vector<Ref<Object>> resolved;
    bool changed = false;
    for (Object* base : bases->span()) {
        Ref<Object> method;
        if (!is_instance_of(base, type_type)) TRY(find_attribute(base, name<"__mro_entries__">, method));
        if (!method) {
            resolved.push_back(share(base));
            continue;
        }
        Ref<Object> entries = TRY(call(method.get(), {bases}));
        if (!is_tuple(entries.get())) return raise(type_error_type, "__mro_entries__ must return a tuple");
        for (Object* entry : static_cast<Tuple*>(entries.get())->span()) resolved.push_back(share(entry));
        changed = true;
    }
    if (!changed) return share(bases);
    std::vector<Object*> borrowed;
    for (const Ref<Object>& base : resolved) borrowed.push_back(base.get());
    return new_tuple(borrowed);
}

/// The metaclass: the keyword, else the type of the first base, else `type`; classes among them compete.
Ref<Object> choose_metaclass(Tuple* bases, Dict* keywords) {
    Ref<Object> metaclass;
    if (keywords->used) {
        metaclass = Ref<Object>::steal(TRY(dict_pop(keywords, name<"metaclass">)));
    }
    if (!metaclass) metaclass = share<Object>(bases->size ? (*bases)[0]->type : &type_type);
    if (!is_instance_of(metaclass.get(), type_type)) return metaclass;
    Type* winner = calculate_metaclass(static_cast<Type*>(metaclass.get()), bases);
    if (!winner) return failed;
    return share<Object>(winner);
}

Ref<Object> prepare_namespace(Object* metaclass, Str* class_name, Tuple* bases, Dict* keywords) {
    Ref<Object> prepare;
    TRY(find_attribute(metaclass, name<"__prepare__">, prepare));
    if (!prepare) return new_dict();
    Object* items[] = {class_name, bases};
    Ref<Tuple> arguments = new_tuple(items);
    Ref<Object> space = TRY(call_with_dict(prepare.get(), arguments.get(), keywords));
    if (space->type->slots.get_item) return space;
    const char* owner =
        is_instance_of(metaclass, type_type) ? static_cast<Type*>(metaclass)->name : "<metaclass>";
    return raise(type_error_type,
                 fmt::format("{}.__prepare__() must return a mapping, not {}", owner, space->type->name));
}

/// The body stored the `__class__` cell where the metaclass should have filled it.
Status check_class_cell(Object* cell, Object* made, Str* class_name) {
    if (!is_exactly(cell, cell_type)) return done;
    Object* content = static_cast<Cell*>(cell)->content;
    if (content == made) return done;
    if (!content)
        return raise(
            runtime_error_type,
            fmt::format("__class__ not set defining {} as {}. Was __classcell__ propagated to type.__new__?",
                        repr_for_message(class_name), repr_for_message(made)));
    return raise(type_error_type,
                 fmt::format("__class__ set to {} defining {} as {}", repr_for_message(content),
                             repr_for_message(class_name), repr_for_message(made)));
}

}  // namespace

NewRef builtin_build_class(Object*, Object* const* arguments) {
    Object *body = arguments[0], *class_name = arguments[1];
    if (!class_name) return raise(type_error_type, "__build_class__: not enough arguments");
    if (!is_function(body)) return raise(type_error_type, "__build_class__: func must be a function");
    if (!is_str(class_name)) return raise(type_error_type, "__build_class__: name is not a string");
    auto* given_bases = static_cast<Tuple*>(arguments[2]);
    auto* keywords = static_cast<Dict*>(arguments[3]);
    auto* text = static_cast<Str*>(class_name);

    Ref<Tuple> bases = TRY(resolve_bases(given_bases));
    Ref<Object> metaclass = TRY(choose_metaclass(bases.get(), keywords));
    Ref<Object> space = TRY(prepare_namespace(metaclass.get(), text, bases.get(), keywords));

    ThreadState& thread = *current_thread;
    Frame* frame = frame_for_call(thread, static_cast<Function*>(body), space.get(), nullptr, 0, nullptr);
    if (!frame) return failed;
    Ref<Object> cell = TRY(run_frame(thread, frame));

    if (bases.get() != given_bases) TRY(set_item(space.get(), name<"__orig_bases__">, given_bases));
    Object* items[] = {text, bases.get(), space.get()};
    Ref<Tuple> class_arguments = new_tuple(items);
    Ref<Object> made = TRY(call_with_dict(metaclass.get(), class_arguments.get(), keywords));
    if (is_instance_of(made.get(), type_type)) TRY(check_class_cell(cell.get(), made.get(), text));
    return made;
}

}  // namespace minipy
