// The module's table, and the questions about characters that `re._compiler` asks.
//
// CPython: Modules/_sre/sre.c
#include "modules/sre/sre.h"

#include "modules/sre/characters.h"
#include "modules/support.h"
#include "objects/index.h"
#include "objects/int.h"

namespace minipy {
namespace sre {
namespace {

NewRef sre_getcodesize(Object*, Object* const*) { return new_int(sizeof(Code)); }

/// Characters are ints of any value here; one that is no character has no case.
char32_t character(int value) noexcept { return static_cast<char32_t>(value); }
bool has_unicode_case(int value) noexcept { return 0 <= value && value <= 0x10FFFF; }

NewRef sre_ascii_iscased(Object*, Object* const* arguments) {
    const char32_t c = character(TRY(argument_int(arguments[0])));
    return new_bool((c | 0x20) - 'a' < 26u);
}

NewRef sre_unicode_iscased(Object*, Object* const* arguments) {
    const int value = TRY(argument_int(arguments[0]));
    const char32_t c = character(value);
    return new_bool(has_unicode_case(value) && (lower_unicode(c) != c || upper_unicode(c) != c));
}

NewRef sre_ascii_tolower(Object*, Object* const* arguments) {
    const int value = TRY(argument_int(arguments[0]));
    return new_int(static_cast<int>(lower_ascii(character(value))));
}

NewRef sre_unicode_tolower(Object*, Object* const* arguments) {
    const int value = TRY(argument_int(arguments[0]));
    return new_int(has_unicode_case(value) ? static_cast<int>(lower_unicode(character(value))) : value);
}

constexpr NativeDef sre_functions[] = {
    {"compile", compile_pattern, "($module, /, pattern, flags, code, groups, groupindex,\n        indexgroup)",
     nullptr},
    {"getcodesize", sre_getcodesize, "($module, /)", nullptr},
    {"ascii_iscased", sre_ascii_iscased, "($module, character, /)", nullptr},
    {"unicode_iscased", sre_unicode_iscased, "($module, character, /)", nullptr},
    {"ascii_tolower", sre_ascii_tolower, "($module, character, /)", nullptr},
    {"unicode_tolower", sre_unicode_tolower, "($module, character, /)", nullptr},
};

Status sre_fill(Module* module) {
    fill_latin_tables();
    for (Type* type : {&pattern_type, &match_type, &scanner_type}) ready_type(*type);
    const std::pair<const char*, std::int64_t> constants[] = {
        {"MAGIC", magic}, {"CODESIZE", sizeof(Code)}, {"MAXREPEAT", unlimited}, {"MAXGROUPS", max_groups}};
    for (const auto& [name, value] : constants) {
        Ref<Int> number = new_int(value);
        TRY(module_set(module, name, number.get()));
    }
    return done;
}

const ModuleSpec sre_spec = {"_sre", nullptr, sre_functions, sre_fill};

}  // namespace
}  // namespace sre

Ref<Module> make_sre_module() { return new_native_module(sre::sre_spec); }

}  // namespace minipy
