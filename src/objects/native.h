// Native functions: the parsed signature, the one argument binder, and the function objects around them.
//
// The signature text of a NativeDef is read once, at the first call. It says how arguments are bound to
// `arguments[i]`, which error a bad call gives, and what `__text_signature__` shows. Forms: "($self, a, b=0, /,
// *, key=None)" for a method, "($module, ...)" for a module's function, "($type, ...)" for a class method,
// "(...)" for a static one. A text that starts with "-" binds in the same way but is not shown. Defaults other
// than None, booleans, numbers, strings and () arrive as null.
// Invariant: a native is entered with every required argument present and at most the declared ones.
//
// CPython: Objects/methodobject.c, Python/getargs.c
#pragma once

#include <cstdint>
#include <vector>

#include "objects/type.h"

namespace minipy {

enum class ParameterKind : std::uint8_t {
    PositionalOnly,
    PositionalOrKeyword,
    VarPositional,
    KeywordOnly,
    VarKeyword
};

struct Parameter {
    Str* name;
    ParameterKind kind;
    bool required;
    Object* default_value;  // or null
};

enum class NativeBinding : std::uint8_t { Method, ModuleFunction, ClassMethod, Static };

/// How CPython would have declared it: decides the wording of errors. `Unread` until the text is read.
enum class CallStyle : std::uint8_t { Unread, NoArguments, OneArgument, Positional, Keywords };

struct NativeSignature {
    const NativeDef* definition;
    NativeBinding binding;
    // From here on known once the text has been read.
    CallStyle style = CallStyle::Unread;
    std::vector<Parameter> parameters;
    int positional_only = 0;  // parameters that cannot be given by name
    int positional = 0;       // parameters that can be given by position
    int required_positional = 0;
    bool var_positional = false;
    bool var_keyword = false;
    bool simple = false;  // all positional-only and required: arguments pass straight through
};

inline constexpr int max_native_parameters = 24;

/// A definition's signature, which is never released. Its text is read at the first call: a program calls few
/// of the functions that there are.
const NativeSignature* new_signature(const NativeDef& definition);

/// Reads the text if that has not been done. Built-in tables only: a malformed text is a programming error.
void ensure_read(const NativeSignature& signature);

/// Binds the arguments and runs the function. `owner` (a type or null) goes into error messages.
NewRef call_native(const NativeSignature& signature, Object* self, const Type* owner, Object* const* arguments,
                   Size positional, Tuple* keyword_names);

/// builtin_function_or_method.
struct BuiltinFunction : Object {
    const NativeSignature* signature;
    Object* self;         // bound object, module or type; null for a static one
    Object* module_name;  // str or null
    Type* owner;          // the type a method belongs to, or null
    Object* weakrefs;
};

extern Type builtin_function_type;

Ref<Object> new_builtin_function(const NativeSignature* signature, Object* self, Object* module_name,
                                 Type* owner);

/// The signature as `__text_signature__` gives it, or None if it is not shown.
NewRef text_signature(const NativeSignature& signature);

}  // namespace minipy
