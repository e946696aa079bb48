// The arguments of a call bound to the parameters of a Python function.
//
// The frame's fast locals are filled in the order of `co_varnames`: positional parameters, keyword-only ones,
// `*args`, `**kwargs`. Every reference in the caller's array is taken over exactly once, also when binding
// fails.
//
// CPython: Python/ceval.c (initialize_locals, too_many_positional, missing_arguments,
// positional_only_passed_as_keyword)
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/unpacked_arguments.h"
#include "vm/eval.h"

namespace minipy {
namespace {

const char* plural(Size count) { return count == 1 ? "" : "s"; }

/// One call being bound.
struct Binding {
    Function* function;
    const Code* code;
    Object** locals;
    Size positional_parameters, parameters;  // without / with the keyword-only ones

    std::string qualified_name() const { return std::string(str_utf8(function->qualified_name)); }
    Str* parameter_name(Size index) const { return static_cast<Str*>((*code->local_names)[index]); }
    bool takes_star() const { return code->flags & code_flag::var_arguments; }
    bool takes_double_star() const { return code->flags & code_flag::var_keywords; }

    Status bind_keywords(Object* const* values, Tuple* names, Dict* extra);
    Status fill_defaults(Size given);
    Status fill_keyword_defaults();

    Failure too_many_positional(Size given) const;
    Failure missing(Size first, Size last, const char* kind) const;
    Status check_positional_only(Tuple* names) const;
};

/// "f() takes from 1 to 2 positional arguments but 3 were given".
Failure Binding::too_many_positional(Size given) const {
    Size keyword_only_given = 0;
    for (Size i = positional_parameters; i < parameters; ++i) keyword_only_given += locals[i] != nullptr;
    const Size defaults = function->defaults ? function->defaults->size : 0;
    std::string takes =
        defaults ? fmt::format("from {} to {}", positional_parameters - defaults, positional_parameters)
                 : fmt::format("{}", positional_parameters);
    const bool many = defaults || positional_parameters != 1;
    std::string extra;
    if (keyword_only_given)
        extra = fmt::format(" positional argument{} (and {} keyword-only argument{})", plural(given),
                            keyword_only_given, plural(keyword_only_given));
    return raise(type_error_type, fmt::format("{}() takes {} positional argument{} but {}{} {} given",
                                              qualified_name(), takes, many ? "s" : "", given, extra,
                                              given == 1 && !keyword_only_given ? "was" : "were"));
}

/// "f() missing 2 required positional arguments: 'a' and 'b'".
Failure Binding::missing(Size first, Size last, const char* kind) const {
    std::vector<std::string> names;
    for (Size i = first; i < last; ++i)
        if (!locals[i]) names.push_back(repr_for_message(parameter_name(i)));
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i && i + 1 == names.size())
            list += names.size() == 2 ? " and " : ", and ";
        else if (i)
            list += ", ";
        list += names[i];
    }
    return raise(type_error_type,
                 fmt::format("{}() missing {} required {} argument{}: {}", qualified_name(), names.size(), kind,
                             plural(static_cast<Size>(names.size())), list));
}

/// Names of positional-only parameters among the keywords, where there is no `**kwargs` to take them.
Status Binding::check_positional_only(Tuple* names) const {
    std::string found;
    for (Size i = 0; i < code->positional_only_count; ++i)
        for (Object* name : names->span())
            if (str_equal(static_cast<Str*>(name), parameter_name(i)))
                found += fmt::format("{}{}", found.empty() ? "" : ", ", str_utf8(parameter_name(i)));
    if (found.empty()) return done;
    return raise(type_error_type,
                 fmt::format("{}() got some positional-only arguments passed as keyword arguments: '{}'",
                             qualified_name(), found));
}

/// Binds the keyword values; those not bound are dropped. Takes over their references.
Status Binding::bind_keywords(Object* const* values, Tuple* names, Dict* extra) {
    Status status = done;
    for (Size i = 0; i < names->size; ++i) {
        Ref<Object> value = Ref<Object>::steal(values[i]);
        if (!status) continue;
        Object* name_object = (*names)[i];
        if (!is_str(name_object)) {
            status = raise(type_error_type, fmt::format("{}() keywords must be strings", qualified_name()));
            continue;
        }
        auto* name = static_cast<Str*>(name_object);
        Size index = code->positional_only_count;
        while (index < parameters && parameter_name(index) != name) ++index;
        if (index == parameters) {
            index = code->positional_only_count;
            while (index < parameters && !str_equal(parameter_name(index), name)) ++index;
        }
        if (index == parameters) {
            if (extra)
                status = dict_set(extra, name, value.get());
            else if (code->positional_only_count && !check_positional_only(names))
                status = failed;
            else
                status = raise(type_error_type, fmt::format("{}() got an unexpected keyword argument '{}'",
                                                            qualified_name(), str_utf8(name)));
        } else if (locals[index]) {
            status = raise(type_error_type, fmt::format("{}() got multiple values for argument '{}'",
                                                        qualified_name(), str_utf8(name)));
        } else {
            locals[index] = value.release();
        }
    }
    return status;
}

Status Binding::fill_defaults(Size given) {
    const Tuple* defaults = function->defaults;
    const Size required = positional_parameters - (defaults ? defaults->size : 0);
    for (Size i = given; i < required; ++i)
        if (!locals[i]) return missing(0, required, "positional");
    for (Size i = std::max(given, required); i < positional_parameters; ++i)
        if (!locals[i]) incref(locals[i] = (*defaults)[i - required]);
    return done;
}

Status Binding::fill_keyword_defaults() {
    bool incomplete = false;
    for (Size i = positional_parameters; i < parameters; ++i) {
        if (locals[i]) continue;
        Object* value =
            function->keyword_defaults ? dict_get(function->keyword_defaults, parameter_name(i)) : nullptr;
        if (value)
            incref(locals[i] = value);
        else
            incomplete = true;
    }
    return incomplete ? Status(missing(positional_parameters, parameters, "keyword-only")) : Status(done);
}

/// The general case: everything but a plain call with exactly the declared positional arguments.
Status bind_all(Binding& binding, Object* const* arguments, Size positional, Tuple* keyword_names) {
    const Size direct = std::min(positional, binding.positional_parameters);
    std::copy_n(arguments, direct, binding.locals);
    Size slot = binding.parameters;
    std::vector<Ref<Object>> surplus;
    if (binding.takes_star()) {
        Ref<Tuple> rest = new_tuple_uninitialized(positional - direct);
        std::copy_n(arguments + direct, positional - direct, rest->items());
        binding.locals[slot++] = rest.release();
    } else {
        for (Size i = direct; i < positional; ++i) surplus.push_back(Ref<Object>::steal(arguments[i]));
    }
    Dict* extra = nullptr;
    if (binding.takes_double_star()) binding.locals[slot] = extra = new_dict().release();
    if (keyword_names) TRY(binding.bind_keywords(arguments + positional, keyword_names, extra));
    if (!surplus.empty()) return binding.too_many_positional(positional);
    TRY(binding.fill_defaults(direct));
    return binding.fill_keyword_defaults();
}

}  // namespace

Frame* frame_for_call(ThreadState& thread, Function* function, Object* locals_or_null, Object* const* arguments,
                      Size positional, Tuple* keyword_names) {
    incref(function);
    xincref(locals_or_null);
    Frame* frame = push_function_frame(thread, function, locals_or_null);
    const Code* code = function->code;
    Object** locals = frame->fast_locals();
    if (!keyword_names && positional == code->exact_arguments) [[likely]] {
        std::copy_n(arguments, positional, locals);
        return frame;
    }
    // A function around the code of a module: its names are the globals.
    if (!locals_or_null && !(code->flags & code_flag::optimized)) incref(frame->locals = function->globals);
    Binding binding{function, code, locals, code->argument_count,
                    code->argument_count + code->keyword_only_count};
    if (bind_all(binding, arguments, positional, keyword_names)) return frame;
    pop_frame(thread, frame);
    return nullptr;
}

Frame* frame_for_unpacked_call(ThreadState& thread, Object* callable, Tuple* arguments, Dict* keywords_or_null,
                               bool& known) {
    UnpackedArguments unpacked;
    if (is_exactly(callable, method_type)) {
        auto* method = static_cast<Method*>(callable);
        callable = method->function;
        unpacked.add_first(method->self);
    }
    known = is_function(callable);
    if (!known || !unpacked.add(arguments, keywords_or_null)) return nullptr;
    for (Object* item : unpacked.values) incref(item);
    return frame_for_call(thread, static_cast<Function*>(callable), nullptr, unpacked.values.data(),
                          unpacked.positional, unpacked.names.get());
}

}  // namespace minipy
