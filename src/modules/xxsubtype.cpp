// The module `xxsubtype`: how a native module extends built-in types by a field of its own.
//
// `spamlist` is a list and `spamdict` a dict with an int `state` behind the base's fields; everything else is
// inherited. A subclass's struct must begin with that of its base.
//
// CPython: Modules/xxsubtype.c
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"

namespace minipy {
namespace {

template <class Base>
struct WithState : Base {
    int state;
};

/// Begins with what the base's `__init__` does.
template <class Base, Type& base_type>
Status init_with_state(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    TRY(base_type.slots.init(self, arguments, keywords_or_null));
    static_cast<WithState<Base>*>(self)->state = 0;
    return done;
}

template <class Base>
NewRef get_state(Object* self, Object* const*) {
    return new_int(static_cast<WithState<Base>*>(self)->state);
}

template <class Base>
NewRef set_state(Object* self, Object* const* arguments) {
    static_cast<WithState<Base>*>(self)->state = TRY(argument_int(arguments[0]));
    return new_none();
}

/// A class or static method that gives back what it was called with.
NewRef echo(Object* self_or_null, Object* const* arguments) {
    return pack({self_or_null ? self_or_null : &none, arguments[0], arguments[1]});
}

constexpr NativeDef list_methods[] = {
    {"getstate", get_state<List>, "-($self)", "getstate() -> state"},
    {"setstate", set_state<List>, "-($self, state, /)", "setstate(state)"},
    {"classmeth", echo, "-($type, *args, **kw)", "classmeth(*args, **kw)"},
    {"staticmeth", echo, "-(*args, **kw)", "staticmeth(*args, **kw)"},
};
NewRef list_state(Object* self) { return get_state<List>(self, nullptr); }

/// A computed attribute here, a member in `spamdict`: both ways are shown.
constexpr GetSetDef list_getset[] = {{"state", list_state, nullptr, "A number of one's own."}};

const TypeSpec spamlist_spec = {.name = "xxsubtype.spamlist",
                                .basic_size = sizeof(WithState<List>),
                                .flags = type_flag::base_type | type_flag::collected,
                                .base = &list_type,
                                .slots = {.init = init_with_state<List, list_type>},
                                .methods = list_methods,
                                .getset = list_getset};
Type spamlist_type(spamlist_spec);

constexpr NativeDef dict_methods[] = {
    {"getstate", get_state<Dict>, "-($self)", "getstate() -> state"},
    {"setstate", set_state<Dict>, "-($self, state, /)", "setstate(state)"},
};
constexpr MemberDef dict_members[] = {
    {"state", MemberKind::Int, offsetof(WithState<Dict>, state), true, "A number of one's own."}};

const TypeSpec spamdict_spec = {.name = "xxsubtype.spamdict",
                                .basic_size = sizeof(WithState<Dict>),
                                .flags = type_flag::base_type | type_flag::collected,
                                .base = &dict_type,
                                .slots = {.init = init_with_state<Dict, dict_type>},
                                .methods = dict_methods,
                                .members = dict_members};
Type spamdict_type(spamdict_spec);

/// Reads an attribute so many times, for somebody with a stop-watch.
NewRef xxsubtype_bench(Object*, Object* const* arguments) {
    Str* attribute = TRY(str_argument(arguments[1], "bench", "argument 2"));
    const int times = arguments[2] ? TRY(argument_int(arguments[2])) : 1000;
    for (int i = 0; i < times; ++i) {
        Ref<Object> value = TRY(get_attribute(arguments[0], attribute));
    }
    return new_none();
}

constexpr NativeDef functions[] = {
    {"bench", xxsubtype_bench, "-($module, obj, name, times=<absent>, /)", nullptr}};

Status fill(Module* module) {
    TRY(module_add_type(module, spamlist_type));
    return module_add_type(module, spamdict_type);
}

const ModuleSpec spec = {"xxsubtype", "An example: built-in types extended by a native module.", functions,
                         fill};

}  // namespace

Ref<Module> make_xxsubtype_module() { return new_native_module(spec); }

}  // namespace minipy
