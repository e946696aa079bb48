// The type re.Pattern: making one from its program, attributes, comparison, repr.
//
// CPython: Modules/_sre/sre.c (_sre_compile_impl, pattern_repr, pattern_richcompare)
#include <new>

#include "modules/sre/sre.h"
#include "modules/support.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/mapping_proxy.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/union_type.h"
#include "objects/weak_reference.h"

namespace minipy::sre {
namespace {

using PatternFields = OwnedFields<Pattern, &Pattern::source, &Pattern::group_index, &Pattern::group_names>;

Pattern* as_pattern(Object* self) noexcept { return static_cast<Pattern*>(self); }

void pattern_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    PatternFields::clear(self);
    delete as_pattern(self)->program;
    free_object(self);
}

Failure wrong_argument(const char* argument, const char* expected, Object* given) {
    return raise_bad_argument(fmt::format("compile() argument '{}'", argument), expected, given);
}

Result<std::vector<Code>> code_words(List* list) {
    std::vector<Code> words;
    words.reserve(static_cast<std::size_t>(list->size));
    for (Object* item : list->span()) {
        const Int* number = is_int(item) ? as_int(item) : nullptr;
        if (!number || !number->is_small() || number->small < 0 || number->small > unlimited)
            return raise(overflow_error_type, "regular expression code size limit exceeded");
        words.push_back(static_cast<Code>(number->small));
    }
    return words;
}

Result<PatternKind> kind_of(Object* source) {
    if (is_none(source)) return PatternKind::Any;
    Subject text;
    TRY(text.acquire(source));
    return text.is_text() ? PatternKind::Text : PatternKind::Octets;
}

/// What each flag is called in a repr.
constexpr std::pair<int, const char*> flag_names[] = {
    {flag::template_mode, "re.TEMPLATE"},
    {flag::ignore_case, "re.IGNORECASE"},
    {flag::locale, "re.LOCALE"},
    {flag::multiline, "re.MULTILINE"},
    {flag::dot_all, "re.DOTALL"},
    {flag::unicode, "re.UNICODE"},
    {flag::verbose, "re.VERBOSE"},
    {flag::debug, "re.DEBUG"},
    {flag::ascii, "re.ASCII"},
};

/// Text patterns follow Unicode unless something else is said: that is not shown.
std::string flags_text(const Pattern* pattern) {
    int flags = pattern->flags;
    constexpr int character_rules = flag::locale | flag::unicode | flag::ascii;
    if (pattern->kind == PatternKind::Text && (flags & character_rules) == flag::unicode)
        flags &= ~flag::unicode;
    std::string text;
    const auto add = [&](std::string_view part) {
        if (!text.empty()) text += '|';
        text += part;
    };
    for (const auto& [bit, name] : flag_names) {
        if (flags & bit) add(name);
        flags &= ~bit;
    }
    if (flags) add(fmt::format("{:#x}", static_cast<unsigned>(flags)));
    return text;
}

NewRef pattern_repr(Object* self) {
    Pattern* pattern = as_pattern(self);
    Ref<Str> source = TRY(repr(pattern->source));
    if (source->size > 200) source = TRY(str_substring(source.get(), 0, 200));
    const std::string flags = flags_text(pattern);
    return str_from_utf8(
        fmt::format("re.compile({}{}{})", str_utf8(source.get()), flags.empty() ? "" : ", ", flags));
}

Result<Hash> pattern_hash(Object* self) {
    const Pattern* pattern = as_pattern(self);
    std::size_t value = static_cast<std::size_t>(TRY(hash(pattern->source)));
    for (Code word : pattern->program->words()) value = (value ^ word) * 0x100000001B3;
    value ^= static_cast<std::size_t>(pattern->flags) ^ static_cast<std::size_t>(pattern->kind) ^
             static_cast<std::size_t>(pattern->groups);
    return value == ~std::size_t{0} ? -2 : static_cast<Hash>(value);
}

/// Equal if they do the same: flags and program, and the source because of its groups' names.
NewRef pattern_compare(Object* left, Object* right, CompareOp op) {
    if ((op != CompareOp::Eq && op != CompareOp::Ne) || right->type != &pattern_type)
        return new_ref(&not_implemented);
    const Pattern *one = as_pattern(left), *other = as_pattern(right);
    bool equal = one == other;
    if (!equal && one->flags == other->flags && one->kind == other->kind && one->groups == other->groups &&
        one->program->words() == other->program->words())
        equal = TRY(compare_truth(one->source, other->source, CompareOp::Eq));
    return new_bool(equal == (op == CompareOp::Eq));
}

NewRef pattern_self(Object* self, Object* const*) { return new_ref(self); }

NewRef pattern_group_index(Object* self) { return new_mapping_proxy(as_pattern(self)->group_index); }

constexpr NativeDef pattern_methods[] = {
    {"match", pattern_match, "($self, /, string, pos=0, endpos=sys.maxsize)",
     "A match that begins at the start of the string, or None."},
    {"fullmatch", pattern_fullmatch, "($self, /, string, pos=0, endpos=sys.maxsize)",
     "A match of the whole string, or None."},
    {"search", pattern_search, "($self, /, string, pos=0, endpos=sys.maxsize)",
     "The first match in the string, or None."},
    {"sub", pattern_sub, "($self, /, repl, string, count=0)", "The string with its matches replaced by repl."},
    {"subn", pattern_subn, "($self, /, repl, string, count=0)",
     "A tuple (string with its matches replaced by repl, their number)."},
    {"findall", pattern_findall, "($self, /, string, pos=0, endpos=sys.maxsize)",
     "A list of the texts of all matches, or of their groups."},
    {"split", pattern_split, "($self, /, string, maxsplit=0)",
     "A list of the parts of the string between matches, with the texts of groups."},
    {"finditer", pattern_finditer, "($self, /, string, pos=0, endpos=sys.maxsize)",
     "An iterator over the matches in the string."},
    {"scanner", pattern_scanner, "($self, /, string, pos=0, endpos=sys.maxsize)", nullptr},
    {"__copy__", pattern_self, "($self, /)", nullptr},
    {"__deepcopy__", pattern_self, "($self, memo, /)", nullptr},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};
constexpr GetSetDef pattern_getset[] = {
    {"groupindex", pattern_group_index, nullptr, "Maps the names of groups to their numbers."},
};
constexpr MemberDef pattern_members[] = {
    {"pattern", MemberKind::Object, offsetof(Pattern, source), true, "What the pattern was compiled from."},
    {"flags", MemberKind::Int, offsetof(Pattern, flags), true, "The flags, inline ones included."},
    {"groups", MemberKind::Size, offsetof(Pattern, groups), true, "The number of groups."},
};

const TypeSpec pattern_spec = {
    .name = "re.Pattern",
    .basic_size = sizeof(Pattern),
    .flags = type_flag::collected | type_flag::immutable | type_flag::disallow_new,
    .doc = "A compiled regular expression.",
    .slots = {.dealloc = pattern_dealloc,
              .traverse = PatternFields::traverse,
              .clear = PatternFields::clear,
              .repr = pattern_repr,
              .hash = pattern_hash,
              .compare = pattern_compare},
    .methods = pattern_methods,
    .getset = pattern_getset,
    .members = pattern_members,
    .weakrefs_offset = offsetof(Pattern, weak_references),
};

}  // namespace

Type pattern_type(pattern_spec);

NewRef compile_pattern(Object*, Object* const* arguments) {
    const int flags = TRY(argument_int(arguments[1]));
    Object *source = arguments[0], *code = arguments[2], *index = arguments[4], *names = arguments[5];
    if (!is_list(code)) return wrong_argument("code", "list", code);
    const Size groups = TRY(argument_size(arguments[3]));
    if (!is_dict(index)) return wrong_argument("groupindex", "dict", index);
    if (!is_tuple(names)) return wrong_argument("indexgroup", "tuple", names);
    std::vector<Code> words = TRY(code_words(static_cast<List*>(code)));
    const PatternKind kind = TRY(kind_of(source));
    auto program = std::make_unique<Program>();
    TRY(program->load(std::move(words), groups));
    Pattern* pattern = as_pattern(allocate_instance(&pattern_type));
    pattern->source = share(source).release();
    pattern->group_index = share(static_cast<Dict*>(index)).release();
    pattern->group_names = share(static_cast<Tuple*>(names)).release();
    pattern->program = program.release();
    pattern->groups = groups;
    pattern->flags = flags;
    pattern->kind = kind;
    return NewRef(pattern);
}

Status begin_matching(const Pattern* pattern, Matching& matching, Object* string, Size start, Size end) {
    TRY(matching.begin(string, start, end));
    const PatternKind kind = matching.subject.is_text() ? PatternKind::Text : PatternKind::Octets;
    if (pattern->kind == PatternKind::Any || pattern->kind == kind) return done;
    return raise(type_error_type, kind == PatternKind::Text
                                      ? "cannot use a bytes pattern on a string-like object"
                                      : "cannot use a string pattern on a bytes-like object");
}

}  // namespace minipy::sre
