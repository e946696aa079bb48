// The module `_sre`: what `re` needs beside its compiler, which is written in Python.
//
// A `Pattern` owns a checked program; a `Match` keeps the borders of the groups of one match; a `Scanner` is a
// matching that is continued call by call. All three are made by functions only.
//
// CPython: Modules/_sre/sre.c
#pragma once

#include <limits>

#include "modules/sre/matching.h"
#include "objects/module.h"

namespace minipy {
namespace sre {

enum class PatternKind : std::int8_t { Any, Text, Octets };  // Any: no source was given

struct Pattern : Object {
    Object* source;      // str, bytes-like, or None
    Dict* group_index;   // name -> number
    Tuple* group_names;  // number -> name or None
    Object* weak_references;
    Program* program;  // owned
    Size groups;       // without group 0
    int flags;
    PatternKind kind;
};

/// Borders of the groups, group 0 first: start and end of each, -1 for a group that took no part.
struct Match : VarObject {
    Object* string;
    Pattern* pattern;
    Object* regs;     // made when first asked for
    Size start, end;  // where the search began and was to end
    Size last_group;  // or -1

    Size groups() const noexcept { return size / 2; }
    Size* borders() noexcept { return reinterpret_cast<Size*>(this + 1); }
    Size group_start(Size group) noexcept { return borders()[2 * group]; }
    Size group_end(Size group) noexcept { return borders()[2 * group + 1]; }
};

/// The text of a group; the given object (not null) if it took no part.
Ref<Object> group_text(const Matching& matching, Size group, Object* missing);

/// What a matching has found, as a Match.
Ref<Object> new_match(Pattern* pattern, const Matching& matching);

/// Prepares a search. TypeError if the string is none, or of the other kind than the pattern.
Status begin_matching(const Pattern* pattern, Matching& matching, Object* string, Size start = 0,
                      Size end = std::numeric_limits<Size>::max());

/// A scanner over the string.
Ref<Object> new_scanner(Pattern* pattern, Object* string, Size start, Size end);

// Methods by file: substitute.cpp
NewRef pattern_sub(Object* self, Object* const* arguments);
NewRef pattern_subn(Object* self, Object* const* arguments);
// searches.cpp
NewRef pattern_match(Object* self, Object* const* arguments);
NewRef pattern_fullmatch(Object* self, Object* const* arguments);
NewRef pattern_search(Object* self, Object* const* arguments);
NewRef pattern_findall(Object* self, Object* const* arguments);
NewRef pattern_finditer(Object* self, Object* const* arguments);
NewRef pattern_split(Object* self, Object* const* arguments);
NewRef pattern_scanner(Object* self, Object* const* arguments);

/// _sre.compile: makes a pattern from its program.
NewRef compile_pattern(Object* module, Object* const* arguments);

extern Type pattern_type, match_type, scanner_type;

}  // namespace sre

Ref<Module> make_sre_module();

}  // namespace minipy
