// Signatures of natives parsed from text, and the binding of a call's arguments to them.
//
// Three paths: every parameter positional-only and required (the caller's array passes straight through),
// positional ones with defaults, and the general case with keywords. The wording of errors follows how
// CPython's own natives would have been declared (`CallStyle`).
//
// CPython: Python/getargs.c (_PyArg_UnpackKeywords), Objects/methodobject.c (cfunction_check_kwargs)
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/memory_guard.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// The object that a default's text stands for, owned by the signature; null for what has no printable form.
Object* parse_default(std::string_view text) {
    if (text == "None") return new_none().object;
    if (text == "True" || text == "False") return new_bool(text == "True").object;
    if (text == "()") return new_tuple({}).release();
    if (text.size() >= 2 && (text.front() == '\'' || text.front() == '"'))
        return intern(text == "'\\n'" ? "\n" : text.substr(1, text.size() - 2)).release();
    const bool is_number =
        !text.empty() && (text.front() == '-' || (text.front() >= '0' && text.front() <= '9'));
    if (!is_number) return nullptr;
    if (text.find_first_of(".e") != text.npos) return new_float(parse_double(text)).release();
    return new_int(std::strtoll(std::string(text).c_str(), nullptr, 10)).release();
}

/// What stands between the brackets of the definition's signature.
std::string_view parameter_list(const NativeDef& definition) {
    std::string_view text = definition.signature ? definition.signature : "";
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    if (text.starts_with('%') || text.starts_with('!')) text.remove_prefix(1);
    assert(text.size() >= 2 && text.front() == '(' && text.back() == ')');
    return text.substr(1, text.size() - 2);
}

/// Splits at the commas outside quotes and brackets.
std::vector<std::string_view> split_parameters(std::string_view text) {
    std::vector<std::string_view> parts;
    std::size_t start = 0;
    int depth = 0;
    char quote = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ',';
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '\'' || c == '"')
            quote = c;
        else if (c == '(' || c == '<' || c == '[')
            ++depth;
        else if (c == ')' || c == '>' || c == ']')
            --depth;
        else if (c == ',' && depth == 0) {
            if (std::string_view part = trim(text.substr(start, i - start)); !part.empty())
                parts.push_back(part);
            start = i + 1;
        }
    }
    return parts;
}

void add_parameter(NativeSignature& signature, std::string_view text, ParameterKind kind) {
    const std::size_t equals = text.find('=');
    const std::string_view name = trim(text.substr(0, equals));
    const bool variable = kind == ParameterKind::VarPositional || kind == ParameterKind::VarKeyword;
    Parameter parameter{intern(name).release(), kind, equals == text.npos && !variable, nullptr};
    if (equals != text.npos) parameter.default_value = parse_default(trim(text.substr(equals + 1)));
    signature.parameters.push_back(parameter);
}

void summarize(NativeSignature& signature) {
    bool any_by_name = false, any_optional = false;
    for (const Parameter& parameter : signature.parameters) {
        switch (parameter.kind) {
            case ParameterKind::PositionalOnly: ++signature.positional_only; [[fallthrough]];
            case ParameterKind::PositionalOrKeyword:
                ++signature.positional;
                signature.required_positional += parameter.required;
                break;
            case ParameterKind::VarPositional: signature.var_positional = true; break;
            case ParameterKind::VarKeyword: signature.var_keyword = true; break;
            case ParameterKind::KeywordOnly: break;
        }
        any_by_name |=
            parameter.kind != ParameterKind::PositionalOnly && parameter.kind != ParameterKind::VarPositional;
        any_optional |= !parameter.required;
    }
    if (any_by_name)
        signature.style = CallStyle::Keywords;
    else if (signature.parameters.empty())
        signature.style = CallStyle::NoArguments;
    else if (signature.parameters.size() == 1 && !any_optional)
        signature.style = CallStyle::OneArgument;
    else
        signature.style = CallStyle::Positional;
    signature.simple = !any_by_name && !any_optional;
}

/// "list.append()", "math.sin()", "len()": the function as CPython's errors name it.
std::string display_name(const NativeSignature& signature, Object* self, const Type* owner) {
    const char* name = signature.definition->name;
    // A class method bears the name of the class it is bound to.
    if (owner && signature.binding == NativeBinding::ClassMethod && self && is_instance_of(self, type_type))
        owner = static_cast<const Type*>(self);
    if (owner && self && owner == self->type && is_module(self)) return fmt::format("{}()", name);
    if (owner) return fmt::format("{}.{}()", short_name(owner), name);
    if (signature.binding == NativeBinding::ModuleFunction && self) {
        const char* native_name = static_cast<Module*>(self)->native_name;
        const std::string_view module = native_name ? native_name : "";
        if (module != "builtins" && !module.empty()) return fmt::format("{}.{}()", module, name);
    }
    return fmt::format("{}()", name);
}

const char* plural(Size count) { return count == 1 ? "" : "s"; }

/// Whether errors are worded as PyArg_ParseTuple words them: signatures that start with "-%".
bool counts_as_parsed_tuple(const NativeSignature& signature) noexcept {
    return std::string_view(signature.definition->signature).starts_with("-%");
}

/// Whether errors know no name, as those of PyArg_ParseTupleAndKeywords with a format that has none: signatures
/// that start with "!" or "-!".
bool is_nameless(const NativeSignature& signature) noexcept {
    const std::string_view text = signature.definition->signature;
    return text.starts_with('!') || text.starts_with("-!");
}

Failure no_keywords_error(const NativeSignature& signature, Object* self, const Type* owner) {
    const bool bare = is_nameless(signature) || (counts_as_parsed_tuple(signature) &&
                                                 signature.binding == NativeBinding::ModuleFunction);
    const std::string shown =
        bare ? fmt::format("{}()", signature.definition->name) : display_name(signature, self, owner);
    return raise(type_error_type, shown + " takes no keyword arguments");
}

/// The function as errors about the number of its arguments name it.
std::string counted_name(const NativeSignature& signature) {
    return is_nameless(signature) ? "function" : fmt::format("{}()", signature.definition->name);
}

/// Whether they are worded as _PyArg_CheckPositional words them though there are keywords: signatures that
/// start with "+", which is not shown.
bool counts_as_checked(const NativeSignature& signature) noexcept {
    return signature.definition->signature && *signature.definition->signature == '+';
}

/// Too many or too few arguments where only positional ones are taken.
Failure positional_count_error(const NativeSignature& signature, Object* self, const Type* owner, Size given) {
    const char* name = signature.definition->name;
    switch (signature.style) {
        case CallStyle::NoArguments:
            return raise(type_error_type, fmt::format("{} takes no arguments ({} given)",
                                                      display_name(signature, self, owner), given));
        case CallStyle::OneArgument:
            if (counts_as_parsed_tuple(signature) || is_nameless(signature)) break;
            return raise(type_error_type, fmt::format("{} takes exactly one argument ({} given)",
                                                      display_name(signature, self, owner), given));
        default: break;
    }
    const Size least = signature.required_positional, most = signature.positional;
    const bool exact = least == most && !signature.var_positional;
    const Size bound = given < least ? least : most;
    const char* qualifier = exact ? "" : given < least ? "at least " : "at most ";
    if (counts_as_parsed_tuple(signature) || is_nameless(signature))
        return raise(type_error_type,
                     fmt::format("{} takes {}{} argument{} ({} given)", counted_name(signature),
                                 exact ? "exactly " : qualifier, bound, plural(bound), given));
    return raise(type_error_type, fmt::format("{} expected {}{} argument{}, got {}", name, qualifier, bound,
                                              plural(bound), given));
}

/// Counts that do not fit a signature with keywords.
Failure keyword_count_error(const NativeSignature& signature, Size positional, Size keywords) {
    const char* name = signature.definition->name;
    const Size total = static_cast<Size>(signature.parameters.size());
    const Size least = signature.required_positional, most = signature.positional;
    if (counts_as_checked(signature) && (positional < least || positional > most))
        return raise(type_error_type,
                     fmt::format("{} expected {} argument{}, got {}", name, least, plural(least), positional));
    if (positional + keywords > total)
        return raise(type_error_type,
                     fmt::format("{} takes at most {} {}argument{} ({} given)", counted_name(signature), total,
                                 positional == 0 ? "keyword " : "", plural(total), positional + keywords));
    if (most == 0) return raise(type_error_type, fmt::format("{}() takes no positional arguments", name));
    const bool too_few = positional < least;
    const Size bound = too_few ? least : most;
    const char* qualifier = least == most ? "exactly" : too_few ? "at least" : "at most";
    return raise(type_error_type, fmt::format("{}() takes {} {} positional argument{} ({} given)", name,
                                              qualifier, bound, plural(bound), positional));
}

/// One call being bound: the slots handed to the native and what they own.
struct Binder {
    const NativeSignature& signature;
    std::array<Object*, max_native_parameters> bound{};
    Ref<Object> extra_positional;
    Ref<Dict> extra_keywords;

    Status bind(Object* const* arguments, Size positional, Tuple* keyword_names);

  private:
    Status bind_positional(Object* const* arguments, Size positional, Size keywords);
    Result<bool> bind_keyword(Str* name, Object* value);
    Failure bad_keyword(Str* name) const;
    Status fill_defaults(Size positional);
};

Status Binder::bind_positional(Object* const* arguments, Size positional, Size keywords) {
    const Size most = signature.positional;
    if (positional > most && !signature.var_positional)
        return keyword_count_error(signature, positional, keywords);
    if (!signature.var_positional && !signature.var_keyword &&
        positional + keywords > static_cast<Size>(signature.parameters.size()))
        return keyword_count_error(signature, positional, keywords);
    const auto by_name = static_cast<Size>(signature.parameters.size()) - 1;
    if (signature.var_positional && counts_as_parsed_tuple(signature) && keywords > by_name)
        return raise(type_error_type,
                     fmt::format("{}() takes at most {} keyword argument{} ({} given)",
                                 signature.definition->name, by_name, plural(by_name), keywords));
    const Size direct = positional < most ? positional : most;
    for (Size i = 0; i < direct; ++i) bound[i] = arguments[i];
    if (signature.var_positional) {
        extra_positional =
            Ref<Object>(new_tuple({arguments + direct, static_cast<std::size_t>(positional - direct)}));
        bound[most] = extra_positional.get();
    }
    return done;
}

/// False if no parameter of the name is free.
Result<bool> Binder::bind_keyword(Str* name, Object* value) {
    const Size count = static_cast<Size>(signature.parameters.size());
    for (Size i = signature.positional_only; i < count; ++i) {
        const Parameter& parameter = signature.parameters[i];
        if (parameter.kind != ParameterKind::PositionalOrKeyword &&
            parameter.kind != ParameterKind::KeywordOnly)
            continue;
        if (parameter.name != name && !str_equal(parameter.name, name)) continue;
        if (bound[i]) return false;
        bound[i] = value;
        return true;
    }
    if (!signature.var_keyword) return false;
    TRY(dict_set(extra_keywords.get(), name, value));
    return true;
}

/// The name is that of a parameter which has its value already, or of none.
Failure Binder::bad_keyword(Str* name) const {
    const Size count = static_cast<Size>(signature.parameters.size());
    for (Size i = signature.positional_only; i < count; ++i)
        if (str_equal(signature.parameters[i].name, name))
            return raise(type_error_type,
                         fmt::format("argument for {} given by name ('{}') and position ({})",
                                     counted_name(signature), str_utf8(name), i + 1));
    return raise(type_error_type,
                 fmt::format("'{}' is an invalid keyword argument for {}{}", str_utf8(name),
                             is_nameless(signature) ? "this " : "", counted_name(signature)));
}

Status Binder::fill_defaults(Size positional) {
    for (std::size_t i = 0; i < signature.parameters.size(); ++i) {
        const Parameter& parameter = signature.parameters[i];
        if (bound[i]) continue;
        if (!parameter.required) {
            bound[i] = parameter.default_value;
            continue;
        }
        if (parameter.kind == ParameterKind::PositionalOnly)
            return keyword_count_error(signature, positional, 0);
        return raise(type_error_type, fmt::format("{} missing required argument '{}' (pos {})",
                                                  counted_name(signature), str_utf8(parameter.name), i + 1));
    }
    return done;
}

Status Binder::bind(Object* const* arguments, Size positional, Tuple* keyword_names) {
    const Size keywords = keyword_names ? keyword_names->size : 0;
    TRY(bind_positional(arguments, positional, keywords));
    if (signature.var_keyword) {
        extra_keywords = new_dict();
        bound[signature.parameters.size() - 1] = extra_keywords.get();
    }
    // A required argument that is missing is complained about before a keyword that does not fit.
    Str* unfit = nullptr;
    for (Size i = 0; i < keywords; ++i) {
        auto* keyword = static_cast<Str*>((*keyword_names)[i]);
        if (!TRY(bind_keyword(keyword, arguments[positional + i])) && !unfit) unfit = keyword;
    }
    TRY(fill_defaults(positional));
    return unfit ? Status(bad_keyword(unfit)) : done;
}

}  // namespace

const NativeSignature* new_signature(const NativeDef& definition) {
    const std::string_view text = parameter_list(definition);
    const NativeBinding binding = text.starts_with("$module") ? NativeBinding::ModuleFunction
                                  : text.starts_with("$type") ? NativeBinding::ClassMethod
                                  : text.starts_with('$')     ? NativeBinding::Method
                                                              : NativeBinding::Static;
    return new NativeSignature{.definition = &definition, .binding = binding, .parameters = {}};
}

void ensure_read(const NativeSignature& signature) {
    if (signature.style != CallStyle::Unread) [[likely]]
        return;
    NativeSignature read{.definition = signature.definition, .binding = signature.binding, .parameters = {}};
    ParameterKind kind = ParameterKind::PositionalOrKeyword;
    for (std::string_view part : split_parameters(parameter_list(*signature.definition))) {
        if (part.front() == '$') continue;
        if (part == "/") {
            for (Parameter& parameter : read.parameters) parameter.kind = ParameterKind::PositionalOnly;
        } else if (part == "*") {
            kind = ParameterKind::KeywordOnly;
        } else if (part.starts_with("**")) {
            add_parameter(read, part.substr(2), ParameterKind::VarKeyword);
        } else if (part.front() == '*') {
            add_parameter(read, part.substr(1), ParameterKind::VarPositional);
            kind = ParameterKind::KeywordOnly;
        } else {
            add_parameter(read, part, kind);
        }
    }
    assert(read.parameters.size() <= max_native_parameters);
    summarize(read);
    const_cast<NativeSignature&>(signature) = std::move(read);  // all are made by new_signature
}

/// The usual call that leaves optional arguments out: nothing to check, nothing owned. Gain over the binder:
/// half of the time of `d.get(k)` or `items.pop()`.
static NewRef call_with_defaults(const NativeSignature& signature, Object* self, Object* const* arguments,
                                 Size positional) {
    Object* bound[max_native_parameters];
    std::copy_n(arguments, positional, bound);
    const Parameter* parameters = signature.parameters.data();
    const Size count = static_cast<Size>(signature.parameters.size());
    for (Size i = positional; i < count; ++i) bound[i] = parameters[i].default_value;
    return signature.definition->function(self, bound);
}

static NewRef bind_and_call(const NativeSignature& signature, Object* self, const Type* owner,
                            Object* const* arguments, Size positional, Tuple* keyword_names) {
    ensure_read(signature);
    const bool has_keywords = keyword_names && keyword_names->size;
    if (signature.style != CallStyle::Keywords) {
        if (has_keywords) return no_keywords_error(signature, self, owner);
        if (positional < signature.required_positional ||
            (positional > signature.positional && !signature.var_positional))
            return positional_count_error(signature, self, owner, positional);
        if (signature.simple) return signature.definition->function(self, arguments);
    }
    const bool only_positional = static_cast<Size>(signature.parameters.size()) == signature.positional;
    if (!has_keywords && only_positional && signature.required_positional <= positional &&
        positional <= signature.positional)
        return call_with_defaults(signature, self, arguments, positional);
    Binder binder{.signature = signature, .extra_positional = {}, .extra_keywords = {}};
    TRY(binder.bind(arguments, positional, keyword_names));
    return signature.definition->function(self, binder.bound.data());
}

NewRef call_native(const NativeSignature& signature, Object* self, const Type* owner, Object* const* arguments,
                   Size positional, Tuple* keyword_names) {
    return guard_memory(
        [&] { return bind_and_call(signature, self, owner, arguments, positional, keyword_names); });
}

}  // namespace minipy
