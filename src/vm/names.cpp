// The slow side of names: namespaces that may be any mapping, builtins, imports.
//
// CPython: Python/ceval.c
#include "vm/names.h"

#include <fmt/format.h>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/cell.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "vm/import.h"
#include "vm/name_errors.h"

namespace minipy {
namespace {

/// The name in a namespace that may be any mapping; empty without an exception if it is missing.
Status find_in(Object* space, Str* name, Ref<Object>& found) {
    if (is_exactly(space, dict_type)) {
        found = Ref<Object>::share(TRY(dict_get(static_cast<Dict*>(space), static_cast<Object*>(name))));
        return done;
    }
    found = get_item(space, name);
    if (found) return done;
    if (!pending_matches(key_error_type)) return failed;
    clear_exception();
    return done;
}

Failure no_locals(const char* what, Str* name) {
    return raise(system_error_type, fmt::format("no locals {} '{}'", what, str_utf8(name)));
}

}  // namespace

NewRef load_name(Frame* frame, Str* name) {
    if (!frame->locals) return no_locals("when loading", name);
    // At module level the locals are the globals: one look-up, two for a builtin.
    if (frame->locals == frame->globals && is_exactly(frame->locals, dict_type)) {
        if (Object* value = TRY(dict_get(frame->globals, static_cast<Object*>(name)))) return new_ref(value);
        if (is_exactly(frame->builtins, dict_type)) {
            Object* value = TRY(dict_get(frame->builtins, static_cast<Object*>(name)));
            return value ? new_ref(value) : raise_name_error(name);
        }
    }
    Ref<Object> found;
    TRY(find_in(frame->locals, name, found));
    if (found) return found;
    return load_global(frame->globals, frame->builtins, name);
}

Status store_name(Frame* frame, Str* name, Object* value) {
    if (!frame->locals) return no_locals("found when storing", name);
    if (is_exactly(frame->locals, dict_type)) return dict_set(static_cast<Dict*>(frame->locals), name, value);
    return set_item(frame->locals, name, value);
}

Status delete_name(Frame* frame, Str* name) {
    if (!frame->locals) return no_locals("when deleting", name);
    if (Status deleted = set_item(frame->locals, name, nullptr); deleted || !pending_matches(key_error_type))
        return deleted;
    clear_exception();
    return raise_name_error(name);
}

NewRef load_global(Dict* globals, Dict* builtins, Str* name) {
    Ref<Object> found;
    TRY(find_in(globals, name, found));
    if (!found) TRY(find_in(builtins, name, found));
    if (found) return found;
    return raise_name_error(name);
}

Status delete_global(Frame* frame, Str* name) {
    if (Status deleted = dict_delete(frame->globals, name); deleted || !pending_matches(key_error_type))
        return deleted;
    clear_exception();
    return raise_name_error(name);
}

NewRef load_class_variable(Frame* frame, int slot) {
    auto* name = static_cast<Str*>((*frame->code->local_names)[slot]);
    Ref<Object> found;
    TRY(find_in(frame->locals, name, found));
    if (found) return found;
    Object* content = static_cast<Cell*>(frame->fast_locals()[slot])->content;
    if (content) return new_ref(content);
    return raise_unbound_cell(frame, slot);
}

Status setup_annotations(Frame* frame) {
    Ref<Object> found;
    TRY(find_in(frame->locals, name<"__annotations__">, found));
    if (found) return done;
    return store_name(frame, name<"__annotations__">, new_dict().get());
}

NewRef load_build_class(Frame* frame) {
    Ref<Object> found;
    TRY(find_in(frame->builtins, name<"__build_class__">, found));
    if (found) return found;
    return raise(name_error_type, "__build_class__ not found");
}

NewRef import_name(Frame* frame, Str* module, Object* from_list, Object* level) {
    Ref<Object> function;
    TRY(find_in(frame->builtins, name<"__import__">, function));
    if (!function) return raise(import_error_type, "__import__ not found");
    Object* locals = frame->locals ? frame->locals : &none;
    return call(function.get(), {module, frame->globals, locals, from_list, level});
}

NewRef import_from(Object* module, Str* wanted) {
    Ref<Object> found;
    TRY(find_attribute(module, wanted, found));
    if (found) return found;
    return import_from_fallback(module, wanted);
}

Status import_star(Frame* frame, Object* module) {
    if (!frame->locals) return raise(system_error_type, "no locals found during 'import *'");
    Ref<Object> listed;
    TRY(find_attribute(module, name<"__all__">, listed));
    const bool skip_private = !listed;
    if (skip_private) {
        Ref<Object> space;
        TRY(find_attribute(module, name<"__dict__">, space));
        if (!space) return raise(import_error_type, "from-import-* object has no __dict__ and no __all__");
        listed = TRY(call_method(space.get(), name<"keys">));
    }
    Ref<Tuple> names = TRY(sequence_to_tuple(listed.get()));
    for (Object* item : names->span()) {
        if (!is_str(item)) return raise_star_name_error(module, item, skip_private);
        auto* text = static_cast<Str*>(item);
        if (skip_private && text->size && text->at(0) == '_') continue;
        Ref<Object> value = TRY(get_attribute(module, text));
        TRY(store_name(frame, text, value.get()));
    }
    return done;
}

}  // namespace minipy
