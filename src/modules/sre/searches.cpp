// The methods of a pattern that look for matches.
//
// CPython: Modules/_sre/sre.c (_sre_SRE_Pattern_match_impl and its relatives)
#include "modules/sre/sre.h"
#include "objects/attribute.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/iterators.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/singletons.h"
#include "objects/tuple.h"

namespace minipy::sre {
namespace {

Pattern* as_pattern(Object* self) noexcept { return static_cast<Pattern*>(self); }

/// The arguments (string, pos=0, endpos=sys.maxsize).
struct Range {
    Size start = 0, end = std::numeric_limits<Size>::max();

    Status take(Object* const* arguments) {
        if (arguments[1]) start = TRY(argument_size(arguments[1]));
        if (arguments[2]) end = TRY(argument_size(arguments[2]));
        return done;
    }
};

enum class Mode { Match, FullMatch, Search };

template <Mode mode>
NewRef find_one(Object* self, Object* const* arguments) {
    Range range;
    TRY(range.take(arguments));
    Pattern* pattern = as_pattern(self);
    Matching matching(*pattern->program, pattern->groups);
    TRY(begin_matching(pattern, matching, arguments[0], range.start, range.end));
    matching.whole = mode == Mode::FullMatch;
    const bool found = TRY(mode == Mode::Search ? matching.search() : matching.match());
    if (!found) return new_none();
    return new_match(pattern, matching);
}

/// What findall shows of a match: its text, or that of its only group, or of all groups.
Ref<Object> found_item(const Matching& matching, Size groups, Object* empty) {
    if (groups == 0) return matching.subject.slice(matching.start, matching.found_end);
    if (groups == 1) return group_text(matching, 1, empty);
    Ref<Tuple> texts = TRY(new_tuple_uninitialized(groups));
    std::fill_n(texts->items(), groups, nullptr);
    for (Size group = 1; group <= groups; ++group)
        texts->items()[group - 1] = TRY(group_text(matching, group, empty)).release();
    return texts;
}

}  // namespace

NewRef pattern_match(Object* self, Object* const* arguments) { return find_one<Mode::Match>(self, arguments); }
NewRef pattern_fullmatch(Object* self, Object* const* arguments) {
    return find_one<Mode::FullMatch>(self, arguments);
}
NewRef pattern_search(Object* self, Object* const* arguments) {
    return find_one<Mode::Search>(self, arguments);
}

NewRef pattern_findall(Object* self, Object* const* arguments) {
    Range range;
    TRY(range.take(arguments));
    Pattern* pattern = as_pattern(self);
    Matching matching(*pattern->program, pattern->groups);
    TRY(begin_matching(pattern, matching, arguments[0], range.start, range.end));
    Ref<Object> empty = TRY(matching.subject.slice(0, 0));
    Ref<List> found = TRY(new_list());
    while (TRY(matching.search())) {
        Ref<Object> item = TRY(found_item(matching, pattern->groups, empty.get()));
        TRY(list_append_steal(found.get(), item.release()));
        matching.advance();
    }
    return found;
}

NewRef pattern_split(Object* self, Object* const* arguments) {
    const Size most = arguments[1] ? TRY(argument_size(arguments[1])) : 0;
    Pattern* pattern = as_pattern(self);
    Matching matching(*pattern->program, pattern->groups);
    TRY(begin_matching(pattern, matching, arguments[0]));
    Ref<List> parts = TRY(new_list());
    Size last = matching.start;
    for (Size count = 0; (most == 0 || count < most) && TRY(matching.search()); ++count) {
        TRY(list_append_steal(parts.get(), TRY(matching.subject.slice(last, matching.start)).release()));
        for (Size group = 1; group <= pattern->groups; ++group)
            TRY(list_append_steal(parts.get(), TRY(group_text(matching, group, &none)).release()));
        matching.advance();
        last = matching.start;
    }
    TRY(list_append_steal(parts.get(), TRY(matching.subject.slice(last, matching.end)).release()));
    return parts;
}

NewRef pattern_scanner(Object* self, Object* const* arguments) {
    Range range;
    TRY(range.take(arguments));
    return new_scanner(as_pattern(self), arguments[0], range.start, range.end);
}

/// The matches one by one, found when asked for: calls of a scanner's `search` until that gives None.
NewRef pattern_finditer(Object* self, Object* const* arguments) {
    Ref<Object> scanner = TRY(pattern_scanner(self, arguments));
    Ref<Object> search = TRY(get_attribute(scanner.get(), name<"search">));
    return new_callable_iterator(search.get(), &none);
}

}  // namespace minipy::sre
