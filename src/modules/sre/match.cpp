// The type re.Match: the borders of the groups of one match, and their texts when asked for.
//
// A match keeps the subject, not copies of its parts. Invariant: borders lie within the subject as it was; a
// mutable one may have shrunk since, so they are clipped to it whenever a text is taken.
//
// CPython: Modules/_sre/sre.c (MatchObject)
#include "modules/sre/sre.h"
#include "modules/support.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/union_type.h"
#include "vm/import.h"

namespace minipy::sre {
namespace {

using MatchFields = OwnedFields<Match, &Match::string, &Match::pattern, &Match::regs>;

Match* as_match(Object* self) noexcept { return static_cast<Match*>(self); }

/// The number of a group given by number or name; IndexError "no such group".
Result<Size> group_number(Match* match, Object* group) {
    Size number = -1;
    if (has_index(group)) {
        number = TRY(index_size(group, nullptr));
    } else if (Object* found = TRY(dict_get(match->pattern->group_index, group)); found && is_int(found)) {
        number = TRY(argument_size(found));
    }
    if (0 <= number && number < match->groups()) return number;
    return raise(index_error_type, "no such group");
}

/// The text of a group, or `missing` if it took no part.
Ref<Object> text_of(Match* match, Size group, Object* missing) {
    if (match->group_start(group) < 0 || is_none(match->string)) return share(missing);
    Subject subject;
    TRY(subject.acquire(match->string));
    return subject.slice(std::min(match->group_start(group), subject.length()),
                         std::min(match->group_end(group), subject.length()));
}

Ref<Object> text_by(Match* match, Object* group) {
    const Size number = TRY(group_number(match, group));
    return text_of(match, number, &none);
}

NewRef match_get_item(Object* self, Object* group) { return text_by(as_match(self), group); }

NewRef match_group(Object* self, Object* const* arguments) {
    Match* match = as_match(self);
    const Tuple* groups = static_cast<Tuple*>(arguments[0]);
    if (groups->size == 0) return text_of(match, 0, &none);
    if (groups->size == 1) return text_by(match, (*groups)[0]);
    Ref<Tuple> texts = TRY(new_tuple_uninitialized(groups->size));
    std::fill_n(texts->items(), groups->size, nullptr);
    for (Size i = 0; i < groups->size; ++i) texts->items()[i] = TRY(text_by(match, (*groups)[i])).release();
    return texts;
}

NewRef match_groups(Object* self, Object* const* arguments) {
    Match* match = as_match(self);
    const Size count = match->groups() - 1;
    if (count == 0) return new_tuple({});
    Ref<Tuple> texts = TRY(new_tuple_uninitialized(count));
    std::fill_n(texts->items(), count, nullptr);
    for (Size i = 0; i < count; ++i) texts->items()[i] = TRY(text_of(match, i + 1, arguments[0])).release();
    return texts;
}

NewRef match_groupdict(Object* self, Object* const* arguments) {
    Match* match = as_match(self);
    Ref<Dict> texts = new_dict();
    Ref<Dict> index = share(match->pattern->group_index);
    Size position = 0;
    Object *group, *number;
    while (dict_next(index.get(), position, group, number)) {
        Ref<Object> keep = share(group);
        const Size known = TRY(group_number(match, group));
        Ref<Object> text = TRY(text_of(match, known, arguments[0]));
        TRY(dict_set(texts.get(), group, text.get()));
    }
    return texts;
}

NewRef match_expand(Object* self, Object* const* arguments) {
    Ref<Object> re = TRY(import_module("re"));
    return call_method(re.get(), name<"_expand">, {as_match(self)->pattern, self, arguments[0]});
}

/// The pair (start, end).
Ref<Object> span_of(Match* match, Size group) {
    Ref<Int> start = new_int(match->group_start(group)), end = new_int(match->group_end(group));
    return pack({start.get(), end.get()});
}

NewRef match_start(Object* self, Object* const* arguments) {
    const Size group = TRY(group_number(as_match(self), arguments[0]));
    return new_int(as_match(self)->group_start(group));
}

NewRef match_end(Object* self, Object* const* arguments) {
    const Size group = TRY(group_number(as_match(self), arguments[0]));
    return new_int(as_match(self)->group_end(group));
}

NewRef match_span(Object* self, Object* const* arguments) {
    const Size group = TRY(group_number(as_match(self), arguments[0]));
    return span_of(as_match(self), group);
}

NewRef match_self(Object* self, Object* const*) { return new_ref(self); }

NewRef match_last_index(Object* self) {
    if (as_match(self)->last_group < 0) return new_none();
    return new_int(as_match(self)->last_group);
}

NewRef match_last_group(Object* self) {
    const Match* match = as_match(self);
    const Tuple* names = match->pattern->group_names;
    if (match->last_group < 0 || match->last_group >= names->size) return new_none();
    return new_ref((*names)[match->last_group]);
}

NewRef match_regs(Object* self) {
    Match* match = as_match(self);
    if (match->regs) return new_ref(match->regs);
    Ref<Tuple> spans = TRY(new_tuple_uninitialized(match->groups()));
    for (Size group = 0; group < match->groups(); ++group)
        spans->items()[group] = span_of(match, group).release();
    match->regs = share<Object>(spans.get()).release();
    return spans;
}

NewRef match_repr(Object* self) {
    Match* match = as_match(self);
    Ref<Object> whole = TRY(text_of(match, 0, &none));
    Ref<Str> text = TRY(repr(whole.get()));
    if (text->size > 50) text = TRY(str_substring(text.get(), 0, 50));
    return str_from_utf8(fmt::format("<{} object; span=({}, {}), match={}>", self->type->name,
                                     match->group_start(0), match->group_end(0), str_utf8(text.get())));
}

constexpr NativeDef match_methods[] = {
    {"group", match_group, "-($self, *args)", "The text of a group, or a tuple of the texts of several."},
    {"start", match_start, "($self, group=0, /)", "Where the text of the group starts."},
    {"end", match_end, "($self, group=0, /)", "Where the text of the group ends."},
    {"span", match_span, "($self, group=0, /)", "The pair (start, end) of the group."},
    {"groups", match_groups, "($self, /, default=None)", "A tuple of the texts of all groups."},
    {"groupdict", match_groupdict, "($self, /, default=None)", "The texts of all groups that have a name."},
    {"expand", match_expand, "($self, /, template)", "The template with its references to groups filled in."},
    {"__copy__", match_self, "($self, /)", nullptr},
    {"__deepcopy__", match_self, "($self, memo, /)", nullptr},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};
constexpr GetSetDef match_getset[] = {
    {"lastindex", match_last_index, nullptr, "The number of the group that matched last."},
    {"lastgroup", match_last_group, nullptr, "The name of the group that matched last."},
    {"regs", match_regs, nullptr, nullptr},
};
constexpr MemberDef match_members[] = {
    {"string", MemberKind::Object, offsetof(Match, string), true, "What was searched."},
    {"re", MemberKind::Object, offsetof(Match, pattern), true, "The pattern."},
    {"pos", MemberKind::Size, offsetof(Match, start), true, "Where the search began."},
    {"endpos", MemberKind::Size, offsetof(Match, end), true, "Where the search was to end."},
};

const TypeSpec match_spec = {
    .name = "re.Match",
    .basic_size = sizeof(Match),
    .item_size = sizeof(Size),
    .flags = type_flag::collected | type_flag::immutable | type_flag::disallow_new,
    .doc = "What match(), search() and their relatives have found. It is always true.",
    .slots = {.dealloc = MatchFields::dealloc,
              .traverse = MatchFields::traverse,
              .clear = MatchFields::clear,
              .repr = match_repr,
              .get_item = match_get_item},
    .methods = match_methods,
    .getset = match_getset,
    .members = match_members,
};

}  // namespace

Type match_type(match_spec);

Ref<Object> group_text(const Matching& matching, Size group, Object* missing) {
    const Size start = matching.marks[static_cast<std::size_t>(2 * group - 2)];
    const Size end = matching.marks[static_cast<std::size_t>(2 * group - 1)];
    if (start < 0 || end < start) return share(missing);
    return matching.subject.slice(start, end);
}

Ref<Object> new_match(Pattern* pattern, const Matching& matching) {
    const Size groups = pattern->groups + 1;
    Match* match = as_match(allocate_instance(&match_type, 2 * groups));
    Ref<Object> made = Ref<Object>::steal(match);
    match->string = share(matching.subject.string()).release();
    match->pattern = share(pattern).release();
    match->start = matching.first;
    match->end = matching.end;
    match->last_group = matching.last_group;
    Size* borders = match->borders();
    borders[0] = matching.start;
    borders[1] = matching.found_end;
    for (Size i = 0; i + 2 < 2 * groups; i += 2) {
        const Size start = matching.marks[static_cast<std::size_t>(i)];
        const Size end = matching.marks[static_cast<std::size_t>(i + 1)];
        const bool took_part = start >= 0 && end >= start;
        borders[i + 2] = took_part ? start : -1;
        borders[i + 3] = took_part ? end : -1;
    }
    return made;
}

}  // namespace minipy::sre
