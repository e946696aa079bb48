// Warnings: see warnings.h.
//
// CPython: Python/_warnings.c
#include "vm/warnings.h"

#include <fmt/format.h>

#include <iterator>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"
#include "vm/frame.h"
#include "vm/gil.h"
#include "vm/import.h"
#include "vm/source_lines.h"

namespace minipy {
namespace {

// What holds as long as `warnings` is not loaded, made on first use and alive for the whole process.
List* initial_filters = nullptr;
Object* last_filters = nullptr;  // those that `warnings` had when it was asked last, owned, or null
Dict* initial_once_registry = nullptr;
std::int64_t filters_version = 0;

Ref<Tuple> make_filter(Str* action, Type& category, Object* module_name) {
    Object* items[] = {action, &none, &category, module_name, &shared_int(0)};
    return new_tuple(items);
}

Status make_state() {
    if (initial_filters) return done;
    Ref<List> filters = new_list();
    TRY(list_append(filters.get(),
                    make_filter(name<"default">, deprecation_warning_type, name<"__main__">).get()));
    for (Type* category : {&deprecation_warning_type, &pending_deprecation_warning_type, &import_warning_type,
                           &resource_warning_type})
        TRY(list_append(filters.get(), make_filter(name<"ignore">, *category, &none).get()));
    initial_once_registry = new_dict().release();
    initial_filters = filters.release();
    return done;
}

/// `warnings.attribute`, empty if the module is not loaded (and not to be loaded, or no more) or lacks it.
/// get_warnings_attr.
Status find_in_warnings(Str* attribute, bool load, Ref<Object>& found) {
    Ref<Object> module;
    if (load && !is_finalizing()) {
        module = import_module("warnings");
        if (!module) {
            if (!pending_matches(import_error_type)) return failed;
            clear_exception();
            return done;
        }
    } else {
        module = Ref<Object>::share(dict_get(imported_modules(), name<"warnings">));
    }
    if (!module) return done;
    return find_attribute(module.get(), attribute, found);
}

// --- filters

/// None matches everything, a str its equal, all else says so by its method `match`.
Result<bool> matches(Object* pattern, Object* text) {
    if (is_none(pattern)) return true;
    if (is_exactly(pattern, str_type)) return compare_truth(pattern, text, CompareOp::Eq);
    Ref<Object> match = TRY(call_method(pattern, name<"match">, {text}));
    return truth(match.get());
}

Result<bool> filter_applies(const Tuple* filter, const WarningContent& content, Object* text,
                            const WarningPlace& place) {
    if (!TRY(matches((*filter)[1], text))) return false;
    if (!TRY(matches((*filter)[3], place.module.get()))) return false;
    if (!TRY(is_subclass(content.category, (*filter)[2]))) return false;
    const Size line = TRY(argument_size((*filter)[4]));
    return line == 0 || line == place.line;
}

Ref<Object> default_action() {
    Ref<Object> action;
    TRY(find_in_warnings(name<"defaultaction">, false, action));
    if (!action) return share<Object>(name<"default">);
    if (is_str(action.get())) return action;
    return raise(type_error_type,
                 fmt::format("warnings.defaultaction must be a string, not '{}'", action->type->name));
}

/// The action of the first filter that applies, and the filter itself if there is one. get_filter.
Ref<Object> find_action(const WarningContent& content, Object* text, const WarningPlace& place,
                        Ref<Object>& filter) {
    TRY(make_state());
    Ref<Object> filters;
    TRY(find_in_warnings(name<"filters">, false, filters));
    if (filters) {
        Ref<Object> before = Ref<Object>::steal(std::exchange(last_filters, share(filters.get()).release()));
    } else {
        filters = share(last_filters ? last_filters : initial_filters);
    }
    if (!is_list(filters.get())) return raise(value_error_type, "warnings.filters must be a list");
    auto* list = static_cast<List*>(filters.get());
    for (Size i = 0; i < list->size; ++i) {
        Ref<Object> item = share(list->items[i]);
        if (!is_tuple(item.get()) || static_cast<Tuple*>(item.get())->size != 5)
            return raise(value_error_type, fmt::format("warnings.filters item {} isn't a 5-tuple", i));
        auto* row = static_cast<Tuple*>(item.get());
        if (!is_str((*row)[0]))
            return raise(type_error_type,
                         fmt::format("action must be a string, not '{}'", (*row)[0]->type->name));
        if (!TRY(filter_applies(row, content, text, place))) continue;
        filter = item;
        return share((*row)[0]);
    }
    return default_action();
}

// --- registries

/// Whether the registry knows the key; with `note` it does from now on. already_warned.
Result<bool> already_warned(Dict* registry, Object* key, bool note) {
    Object* version = dict_get(registry, name<"version">);
    if (!version || !is_int(version) || !as_int(version)->is_small() ||
        as_int(version)->small != filters_version) {
        dict_clear(registry);
        TRY(dict_set(registry, name<"version">, new_int(filters_version).get()));
    } else if (Object* known = TRY(dict_get(registry, key))) {
        return truth(known);
    }
    if (note) TRY(dict_set(registry, key, reinterpret_cast<Object*>(&true_object)));
    return false;
}

Result<bool> already_warned_of(Dict* registry, Object* text, Object* category) {
    Object* items[] = {text, category};
    Ref<Tuple> key = new_tuple(items);
    return already_warned(registry, key.get(), true);
}

Ref<Object> once_registry() {
    Ref<Object> registry;
    TRY(find_in_warnings(name<"onceregistry">, false, registry));
    if (!registry) return share<Object>(initial_once_registry);
    if (is_dict(registry.get())) return registry;
    return raise(type_error_type,
                 fmt::format("_warnings.onceregistry must be a dict, not '{}'", registry->type->name));
}

Dict* dict_or_null(const Ref<Object>& registry) noexcept {
    return registry && is_dict(registry.get()) ? static_cast<Dict*>(registry.get()) : nullptr;
}

/// Whether the action wants the warning shown no more, because it has been shown already.
Result<bool> shown_before(std::string_view action, Dict* registry, Object* key, Object* text, Object* category,
                          Object* filter) {
    if (action == "always") return false;
    if (registry) TRY(dict_set(registry, key, reinterpret_cast<Object*>(&true_object)));
    if (action == "once") {
        Ref<Object> once = registry ? share<Object>(registry) : TRY(once_registry());
        return already_warned_of(static_cast<Dict*>(once.get()), text, category);
    }
    if (action == "module") return registry ? already_warned_of(registry, text, category) : false;
    if (action == "default") return false;
    Ref<Str> shown_action = str_from_utf8(action);
    return raise(runtime_error_type,
                 fmt::format("Unrecognized action ({}) in warnings.filters:\n {}",
                             repr_for_message(shown_action.get()), filter ? repr_for_message(filter) : "None"));
}

// --- showing

std::string_view stripped(std::string_view line) noexcept {
    const std::size_t first = line.find_first_not_of(" \t\f");
    if (first == std::string_view::npos) return "";
    return line.substr(first, line.find_last_not_of(" \t\f\r\n") - first + 1);
}

/// The line of the file without its indentation; empty if there is none.
std::string file_line(const std::string& filename, int number) {
    SourceLines lines;
    return std::string(stripped(lines.line(filename, number).value_or("")));
}

/// "file:line: Category: text" and the source line, on `sys.stderr`. show_warning.
Status show_on_stderr(const WarningContent& content, Object* text, const WarningPlace& place) {
    Ref<Object> stream = Ref<Object>::share(sys_attribute(name<"stderr">));
    if (!stream || is_none(stream.get())) return done;
    Ref<Str> filename = TRY(to_str(place.filename.get()));
    Ref<Object> category = TRY(get_attribute(content.category, name<"__name__">));
    Ref<Str> category_text = TRY(to_str(category.get()));
    Ref<Str> shown = TRY(to_str(text));
    std::string message = fmt::format("{}:{}: {}: {}\n", str_utf8(filename.get()), place.line,
                                      str_utf8(category_text.get()), str_utf8(shown.get()));
    const std::string line = content.source_line && is_str(content.source_line)
                                 ? std::string(stripped(str_utf8(static_cast<Str*>(content.source_line))))
                                 : file_line(std::string(str_utf8(filename.get())), place.line);
    if (!line.empty()) message += fmt::format("  {}\n", line);
    TRY(call_method(stream.get(), name<"write">, {str_from_utf8(message).get()}));
    return done;
}

/// By way of `warnings._showwarnmsg` if that is loaded. call_show_warning.
Status show(const WarningContent& content, Object* text, Object* message, const WarningPlace& place) {
    Ref<Object> function;
    TRY(find_in_warnings(name<"_showwarnmsg">, content.source != nullptr, function));
    if (!function) {
        // Nothing may come of an output that fails.
        if (!show_on_stderr(content, text, place)) clear_exception();
        return done;
    }
    if (!is_callable(function.get()))
        return raise(type_error_type, "warnings._showwarnmsg() must be set to a callable");
    Ref<Object> record_type;
    TRY(find_in_warnings(name<"WarningMessage">, false, record_type));
    if (!record_type) return raise(runtime_error_type, "unable to get warnings.WarningMessage");
    Ref<Int> line = new_int(place.line);
    Ref<Object> record =
        TRY(call(record_type.get(), {message, content.category, place.filename.get(), line.get(), &none, &none,
                                     content.source ? content.source : &none}));
    TRY(call(function.get(), {record.get()}));
    return done;
}

// --- places

bool is_importlib_frame(const Frame* frame) noexcept {
    const std::string_view filename = str_utf8(frame->code->filename.get());
    return filename.find("importlib") != std::string_view::npos &&
           filename.find("_bootstrap") != std::string_view::npos;
}

Frame* caller_outside_importlib(Frame* frame) noexcept {
    do {
        frame = frame->previous;
    } while (frame && is_importlib_frame(frame));
    return frame;
}

Frame* frame_at_level(Size stack_level) noexcept {
    Frame* frame = current_thread->frame;
    const bool count_all = stack_level <= 0 || (frame && is_importlib_frame(frame));
    while (--stack_level > 0 && frame) frame = count_all ? frame->previous : caller_outside_importlib(frame);
    return frame;
}

/// "pkg/mod.py" -> "pkg/mod". normalize_module.
Ref<Object> module_from_filename(Object* filename) {
    Ref<Str> text = TRY(to_str(filename));
    std::string_view utf8 = str_utf8(text.get());
    if (utf8.empty()) return str_from_utf8("<unknown>");
    if (utf8.ends_with(".py")) utf8.remove_suffix(3);
    return str_from_utf8(utf8);
}

}  // namespace

void warning_filters_mutated() noexcept { ++filters_version; }

Status add_warning_state(Module* module) {
    TRY(make_state());
    TRY(module_set(module, "filters", initial_filters));
    TRY(module_set(module, "_onceregistry", initial_once_registry));
    return module_set(module, "_defaultaction", name<"default">);
}

Status warning_place(Size stack_level, WarningPlace& place) {
    Frame* frame = frame_at_level(stack_level);
    Module* sys = sys_module();
    Dict* globals = frame ? frame->globals : sys ? sys->dict : nullptr;
    place.filename = frame ? share<Object>(frame->code->filename.get()) : share<Object>(name<"sys">);
    place.line = frame ? frame_line(frame) : 1;
    if (!globals) {  // the program is over, and sys has been taken apart: nobody is left to be warned
        place.module = share<Object>(&none);
        return done;
    }
    Object* module_name = dict_get(globals, name<"__name__">);
    place.module = share(module_name && is_str(module_name) ? module_name : name<"<string>">);
    if (Object* registry = dict_get(globals, name<"__warningregistry__">)) {
        place.registry = share(registry);
        return done;
    }
    place.registry = new_dict();
    return dict_set(globals, name<"__warningregistry__">, place.registry.get());
}

Status warn_explicit(const WarningContent& given, WarningPlace& place) {
    if (place.module && is_none(place.module.get())) return done;
    if (place.registry && !is_none(place.registry.get()) && !is_dict(place.registry.get()))
        return raise(type_error_type, "'registry' must be a dict or None");
    if (!place.module) place.module = TRY(module_from_filename(place.filename.get()));
    WarningContent content = given;
    Ref<Object> text, message;
    if (TRY(is_instance(content.message, &warning_type))) {
        message = share(content.message);
        text = TRY(Ref<Object>(to_str(content.message)));
        content.category = content.message->type;
    } else {
        text = share(content.message);
        message = TRY(call(content.category, {content.message}));
    }
    Dict* registry = dict_or_null(place.registry);
    Ref<Int> line = new_int(place.line);
    Object* items[] = {text.get(), content.category, line.get()};
    Ref<Tuple> key = new_tuple(items);
    if (registry && TRY(already_warned(registry, key.get(), false))) return done;
    Ref<Object> filter;
    Ref<Object> action = TRY(find_action(content, text.get(), place, filter));
    const std::string_view word = str_utf8(static_cast<Str*>(action.get()));
    if (word == "error") return raise_object(std::move(message));
    if (word == "ignore") return done;
    if (TRY(shown_before(word, registry, key.get(), text.get(), content.category, filter.get()))) return done;
    return show(content, text.get(), message.get(), place);
}

Ref<Object> warning_category(Object* message, Object* category_or_null) {
    if (TRY(is_instance(message, &warning_type))) return share<Object>(message->type);
    if (!category_or_null || is_none(category_or_null)) return share<Object>(&user_warning_type);
    if (is_instance_of(category_or_null, type_type) && TRY(is_subclass(category_or_null, &warning_type)))
        return share(category_or_null);
    return raise(type_error_type,
                 fmt::format("category must be a Warning subclass, not '{}'", category_or_null->type->name));
}

Status warn(Type& category, std::string_view message, Size stack_level) {
    Ref<Str> text = str_from_utf8(message);
    WarningPlace place;
    TRY(warning_place(stack_level, place));
    return warn_explicit({.category = &category, .message = text.get()}, place);
}

}  // namespace minipy
