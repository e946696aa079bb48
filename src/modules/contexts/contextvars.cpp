// _contextvars: values that belong to the running task rather than to the thread.
//
// Each thread has a current context: a mapping from variables to values. `Context.run` makes another one
// current for the time of a call. The mapping is an immutable trie, so that copies of contexts are cheap and
// iterators do not see later changes. Invariant: a context is entered at most once at a time (`previous` and
// `entered` say where it will return to).
//
// `contextvars.h` is how other modules keep something in a context.
//
// CPython: Python/context.c
#include "modules/contexts/contextvars.h"

#include "modules/contexts/hamt.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/call.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/showing.h"
#include "objects/singletons.h"
#include "objects/slot_table.h"
#include "objects/str.h"
#include "objects/thread_state.h"
#include "objects/union_type.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

struct Context : StampedContext {
    Hamt* values;
    Context* previous;  // current before this one was entered, or null
    bool entered;
    Object* weak_references;
};

struct ContextVar : Object {
    Object* variable_name;
    Object* default_value;  // or null
    Hash hash;
};

struct Token : Object {
    Context* context;
    ContextVar* variable;
    Object* old_value;  // null: there was none
    bool used;
};

extern Type context_type, context_var_type, token_type, token_missing_type;

Context* as_context(Object* self) noexcept { return static_cast<Context*>(self); }
ContextVar* as_variable(Object* self) noexcept { return static_cast<ContextVar*>(self); }
Token* as_token(Object* self) noexcept { return static_cast<Token*>(self); }

/// Says that what variables have in the context is no longer what it was.
void restamp(Context* context) noexcept {
    static std::uint64_t last = 0;
    context->stamp = ++last;
}

Ref<Context> new_context(Ref<Hamt> values) {
    auto* made = static_cast<Context*>(allocate_instance(&context_type));
    restamp(made);
    made->values = values.release();
    return Ref<Context>::steal(made);
}

/// The thread's current context, or null.
Context* current_context() noexcept { return as_context(current_thread->context); }

/// The same, made when first asked for.
Context* running_context() {
    if (!current_thread->context) current_thread->context = new_context(new_hamt()).release();
    return current_context();
}

// --- Context

using ContextFields = OwnedFields<Context, &Context::values, &Context::previous>;

void context_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    ContextFields::clear(self);
    free_object(self);
}

NewRef context_new(Type*, Tuple* arguments, Dict* keywords_or_null) {
    if (arguments->size || has_keywords(keywords_or_null))
        return raise(type_error_type, "Context() does not accept any arguments");
    return new_context(new_hamt());
}

Ref<Context> copy_of(Context* context) { return new_context(share(context->values)); }

/// A key as a variable: nothing else is looked for.
Result<Object*> find_value(Object* self, Object* key) {
    if (!is_exactly(key, context_var_type))
        return raise_showing(type_error_type, "a ContextVar key was expected, got {}", key);
    return hamt_find(as_context(self)->values, key);
}

NewRef context_get_item(Object* self, Object* key) {
    if (Object* found = TRY(find_value(self, key))) return new_ref(found);
    return raise_key_error(key);
}

Result<bool> context_contains(Object* self, Object* key) { return TRY(find_value(self, key)) != nullptr; }
Result<Size> context_length(Object* self) { return as_context(self)->values->count; }
NewRef context_iter(Object* self) { return hamt_iterator(as_context(self)->values, hamt_keys_type); }

NewRef context_compare(Object* left, Object* right, CompareOp op) {
    if (!is_exactly(left, context_type) || !is_exactly(right, context_type) ||
        (op != CompareOp::Eq && op != CompareOp::Ne))
        return new_ref(&not_implemented);
    const bool equal = TRY(hamt_equal(as_context(left)->values, as_context(right)->values));
    return new_bool(equal == (op == CompareOp::Eq));
}

NewRef context_get(Object* self, Object* const* arguments) {
    Object* found = TRY(find_value(self, arguments[0]));
    return new_ref(found ? found : arguments[1]);
}

NewRef context_copy(Object* self, Object* const*) { return copy_of(as_context(self)); }
NewRef context_keys(Object* self, Object* const*) {
    return hamt_iterator(as_context(self)->values, hamt_keys_type);
}

NewRef context_values(Object* self, Object* const*) {
    return hamt_iterator(as_context(self)->values, hamt_values_type);
}
NewRef context_items(Object* self, Object* const*) {
    return hamt_iterator(as_context(self)->values, hamt_items_type);
}

NewRef context_run(Object* self, Object* const* arguments) {
    auto* positional = static_cast<Tuple*>(arguments[0]);
    if (positional->size < 1) return raise(type_error_type, "run() missing 1 required positional argument");
    Context* context = as_context(self);
    if (context->entered)
        return raise_showing(runtime_error_type, "cannot enter context: {} is already entered", self);
    Ref<Context> keep = share(context);
    context->previous = running_context();
    context->entered = true;
    current_thread->context = share(context).release();
    Ref<Tuple> rest = new_tuple(positional->span().subspan(1));
    NewRef result = call_with_dict((*positional)[0], rest.get(), static_cast<Dict*>(arguments[1]));
    Ref<Object> left =
        Ref<Object>::steal(std::exchange(current_thread->context, std::exchange(context->previous, nullptr)));
    context->entered = false;
    return result;
}

constexpr NativeDef context_methods[] = {
    {"get", context_get, "($self, key, default=None, /)", "The value of the variable in this context."},
    {"items", context_items, "($self, /)", "The variables with their values."},
    {"keys", context_keys, "($self, /)", "The variables."},
    {"values", context_values, "($self, /)", "The values of the variables."},
    {"copy", context_copy, "($self, /)", "A shallow copy."},
    {"run", context_run, "-($self, *args, **kwargs)", "Calls a function with this context as the current one."},
};

const TypeSpec context_spec = {
    .name = "_contextvars.Context",
    .basic_size = sizeof(Context),
    .flags = type_flag::collected,
    .slots = {.new_ = context_new,
              .dealloc = context_dealloc,
              .traverse = ContextFields::traverse,
              .clear = ContextFields::clear,
              .compare = context_compare,
              .iter = context_iter,
              .length = context_length,
              .get_item = context_get_item,
              .contains = context_contains},
    .methods = context_methods,
    .weakrefs_offset = offsetof(Context, weak_references),
};

// --- ContextVar

using VariableLife = OwnedFields<ContextVar, &ContextVar::variable_name, &ContextVar::default_value>;

Ref<ContextVar> make_variable(Type* type, Object* variable_name, Object* default_or_null) {
    const Hash name_hash = TRY(hash(variable_name));
    auto* made = static_cast<ContextVar*>(allocate_instance(type));
    made->variable_name = share(variable_name).release();
    if (default_or_null) made->default_value = share(default_or_null).release();
    made->hash = static_cast<Hash>(reinterpret_cast<std::uintptr_t>(made) >> 4) ^ name_hash;
    if (made->hash == -1) made->hash = -2;
    return Ref<ContextVar>::steal(made);
}

NewRef variable_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"", "default"};
    Object* bound[2];
    const Size given = arguments->size + (keywords_or_null ? keywords_or_null->used : 0);
    if (arguments->size != 1 && given <= static_cast<Size>(std::size(names)))
        return raise(type_error_type, fmt::format("ContextVar() takes {} 1 positional argument ({} given)",
                                                  arguments->size ? "at most" : "exactly", arguments->size));
    TRY(bind_arguments("ContextVar", names, arguments, keywords_or_null, bound));
    if (!is_str(bound[0])) return raise(type_error_type, "context variable name must be a str");
    return make_variable(type, bound[0], bound[1]);
}

Result<Hash> variable_hash(Object* self) { return as_variable(self)->hash; }

NewRef variable_repr(Object* self) {
    const ContextVar* variable = as_variable(self);
    Ref<Str> name_text = TRY(repr(variable->variable_name));
    std::string text = fmt::format("<ContextVar name={}", str_utf8(name_text.get()));
    if (variable->default_value) {
        Ref<Str> default_text = TRY(repr(variable->default_value));
        text += fmt::format(" default={}", str_utf8(default_text.get()));
    }
    return str_from_utf8(fmt::format("{} at {}>", text, static_cast<void*>(self)));
}

NewRef variable_get(Object* self, Object* const* arguments) {
    if (Object* found = TRY(context_variable_value(self))) return new_ref(found);
    if (arguments[0]) return new_ref(arguments[0]);
    if (Object* value = as_variable(self)->default_value) return new_ref(value);
    Ref<Object> missing = share(self);
    return raise_object(TRY(call(&lookup_error_type, {missing.get()})));
}

NewRef variable_set(Object* self, Object* const* arguments) {
    Context* context = running_context();
    Ref<Object> old = share(TRY(hamt_find(context->values, self)));
    TRY(context_variable_set(self, arguments[0]));
    auto* token = static_cast<Token*>(allocate_instance(&token_type));
    token->context = share(context).release();
    token->variable = share(as_variable(self)).release();
    token->old_value = old.release();
    return NewRef(token);
}

NewRef variable_reset(Object* self, Object* const* arguments) {
    if (!is_exactly(arguments[0], token_type))
        return raise_showing(type_error_type, "expected an instance of Token, got {}", arguments[0]);
    Token* token = as_token(arguments[0]);
    if (token->used) return raise_showing(runtime_error_type, "{} has already been used once", token);
    if (token->variable != self)
        return raise_showing(value_error_type, "{} was created by a different ContextVar", token);
    Context* context = running_context();
    if (token->context != context)
        return raise_showing(value_error_type, "{} was created in a different Context", token);
    token->used = true;
    restamp(context);
    replace_field(context->values, token->old_value ? TRY(hamt_with(context->values, self, token->old_value))
                                                    : TRY(hamt_without(context->values, self)));
    return new_none();
}

constexpr NativeDef variable_methods[] = {
    {"get", variable_get, "($self, default=<unrepresentable>, /)", "The value in the current context."},
    {"set", variable_set, "($self, value, /)",
     "Sets the value in the current context; gives a token to undo it."},
    {"reset", variable_reset, "($self, token, /)", "Undoes the `set` that gave the token."},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};
constexpr MemberDef variable_members[] = {
    {"name", MemberKind::Object, offsetof(ContextVar, variable_name), true, nullptr},
};

const TypeSpec context_var_spec = {
    .name = "_contextvars.ContextVar",
    .basic_size = sizeof(ContextVar),
    .flags = type_flag::collected,
    .slots = {.new_ = variable_new,
              .dealloc = VariableLife::dealloc,
              .traverse = VariableLife::traverse,
              .clear = VariableLife::clear,
              .repr = variable_repr,
              .hash = variable_hash},
    .methods = variable_methods,
    .members = variable_members,
};

// --- Token

using TokenLife = OwnedFields<Token, &Token::context, &Token::variable, &Token::old_value>;

NewRef token_new(Type*, Tuple*, Dict*) {
    return raise(runtime_error_type, "Tokens can only be created by ContextVars");
}

NewRef token_repr(Object* self) {
    Ref<Str> variable = TRY(repr(as_token(self)->variable));
    return str_from_utf8(fmt::format("<Token{} var={} at {}>", as_token(self)->used ? " used" : "",
                                     str_utf8(variable.get()), static_cast<void*>(self)));
}

NewRef missing_repr(Object*) { return str_from_utf8("<Token.MISSING>"); }

const TypeSpec token_missing_spec = {
    .name = "Token.MISSING",
    .basic_size = sizeof(Object),
    .flags = type_flag::disallow_new,
    .slots = {.repr = missing_repr},
};

/// Stands for "there was no value"; one object, alive for ever.
Object* token_missing() {
    static Object* const missing = allocate_instance(&token_missing_type);
    return missing;
}

NewRef token_old_value(Object* self) {
    Object* old = as_token(self)->old_value;
    return new_ref(old ? old : token_missing());
}

NewRef token_variable(Object* self) { return new_ref(as_token(self)->variable); }

constexpr NativeDef token_methods[] = {
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};
constexpr GetSetDef token_getset[] = {
    {"var", token_variable, nullptr, nullptr},
    {"old_value", token_old_value, nullptr, nullptr},
};

const TypeSpec token_spec = {
    .name = "_contextvars.Token",
    .basic_size = sizeof(Token),
    .flags = type_flag::collected,
    .slots = {.new_ = token_new,
              .dealloc = TokenLife::dealloc,
              .traverse = TokenLife::traverse,
              .clear = TokenLife::clear,
              .repr = token_repr,
              .hash = hash_not_implemented},
    .methods = token_methods,
    .getset = token_getset,
};

Type context_type(context_spec);
Type context_var_type(context_var_spec);
Type token_type(token_spec);
Type token_missing_type(token_missing_spec);

NewRef contextvars_copy_context(Object*, Object* const*) { return copy_current_context(); }

constexpr NativeDef contextvars_functions[] = {
    {"copy_context", contextvars_copy_context, "($module, /)", "A copy of the current context."},
};

Status contextvars_fill(Module* module) {
    ready_type(token_missing_type);
    ready_hamt_types();
    for (Type* type : {&context_type, &context_var_type, &token_type}) TRY(module_add_type(module, *type));
    return dict_set(token_type.dict, name<"MISSING">, token_missing());
}

const ModuleSpec contextvars_spec = {"_contextvars", "Context variables.", contextvars_functions,
                                     contextvars_fill};

}  // namespace

Result<Object*> context_variable_value(Object* variable) {
    Context* context = current_context();
    return context ? hamt_find(context->values, variable) : Result<Object*>(nullptr);
}

Status context_variable_set(Object* variable, Object* value) {
    Context* context = running_context();
    restamp(context);
    replace_field(context->values, TRY(hamt_with(context->values, variable, value)));
    return done;
}

Ref<Object> new_context_variable(const char* variable_name) {
    ready_type(context_var_type);
    ready_hamt_types();
    return make_variable(&context_var_type, intern(variable_name).get(), nullptr);
}

Ref<Object> copy_current_context() { return copy_of(running_context()); }

Ref<Module> make_contextvars_module() { return new_native_module(contextvars_spec); }

}  // namespace minipy
