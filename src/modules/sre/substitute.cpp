// Pattern.sub and Pattern.subn: the subject with its matches replaced.
//
// A replacement without a backslash is used as it is. Others are read by `re` (written in Python), which gives
// a plain string or a function of the match. The pieces are collected in a list and joined.
//
// CPython: Modules/_sre/sre.c (pattern_subx)
#include "modules/sre/sre.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/singletons.h"
#include "objects/str_data.h"
#include "objects/text_search.h"
#include "vm/import.h"

namespace minipy::sre {
namespace {

/// Whether the replacement is a string without a backslash.
bool is_literal(Object* replacement) {
    Subject text;
    if (!text.acquire(replacement)) {
        clear_exception();
        return false;
    }
    if (text.is_text()) {
        const Str* string = static_cast<Str*>(replacement);
        return with_data(string,
                         [&](const auto* data) { return find_character(data, string->size, '\\') < 0; });
    }
    return find_character(static_cast<const char*>(text.data()), text.length(), '\\') < 0;
}

/// What takes the place of each match: a string, or a function of the match.
Ref<Object> prepare(Pattern* pattern, Object* replacement) {
    if (is_callable(replacement) || is_literal(replacement)) return share(replacement);
    Ref<Object> re = TRY(import_module("re"));
    return call_method(re.get(), name<"_subx">, {pattern, replacement});
}

Ref<Object> join(const Matching& matching, List* pieces) {
    Ref<Object> empty = TRY(matching.subject.slice(0, 0));
    if (pieces->size == 0) return empty;
    if (matching.subject.is_text()) return str_join(static_cast<Str*>(empty.get()), pieces->span());
    return call_method(empty.get(), name<"join">, {pieces});
}

/// Replaces at most `most` matches (0: all); `count` becomes their number.
Ref<Object> substitute(Pattern* pattern, Object* replacement, Object* string, Size most, Size& count) {
    Ref<Object> filter = TRY(prepare(pattern, replacement));
    const bool callable = is_callable(filter.get());
    Matching matching(*pattern->program, pattern->groups);
    TRY(begin_matching(pattern, matching, string));
    Ref<List> pieces = TRY(new_list());
    Size done_to = 0;
    for (count = 0; (most == 0 || count < most) && TRY(matching.search()); ++count) {
        if (done_to < matching.start)
            TRY(list_append_steal(pieces.get(),
                                  TRY(matching.subject.slice(done_to, matching.start)).release()));
        Ref<Object> piece = filter;
        if (callable) {
            Ref<Object> match = TRY(new_match(pattern, matching));
            piece = TRY(call(filter.get(), {match.get()}));
        }
        if (!is_none(piece.get())) TRY(list_append_steal(pieces.get(), piece.release()));
        done_to = matching.found_end;
        matching.advance();
    }
    if (done_to < matching.end)
        TRY(list_append_steal(pieces.get(), TRY(matching.subject.slice(done_to, matching.end)).release()));
    return join(matching, pieces.get());
}

}  // namespace

NewRef pattern_sub(Object* self, Object* const* arguments) {
    const Size most = arguments[2] ? TRY(argument_size(arguments[2])) : 0;
    Size count;
    return substitute(static_cast<Pattern*>(self), arguments[0], arguments[1], most, count);
}

NewRef pattern_subn(Object* self, Object* const* arguments) {
    const Size most = arguments[2] ? TRY(argument_size(arguments[2])) : 0;
    Size count;
    Ref<Object> text = TRY(substitute(static_cast<Pattern*>(self), arguments[0], arguments[1], most, count));
    Ref<Int> number = new_int(count);
    return tuple_of(text.get(), static_cast<Object*>(number.get()));
}

}  // namespace minipy::sre
