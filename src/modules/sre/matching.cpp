// Matching at one place, and searching for the first place that matches.
//
// A search looks for what every match begins with (a known prefix, or a character out of a set) and tries the
// program only there.
//
// CPython: Modules/_sre/sre_lib.h (SRE(search)), Modules/_sre/sre.c (state_init)
#include "modules/sre/matching.h"

#include "modules/sre/matcher_run.h"
#include "objects/errors.h"
#include "objects/memory_guard.h"

namespace minipy::sre {
namespace {

/// Tries the places of a subject in order. Every `search_...` gives the match with the smallest start.
template <class Char>
class Searcher {
  public:
    explicit Searcher(Matching& matching) noexcept
        : matching_(matching), matcher_(matching), opening_(matching.program.opening()) {}

    Result<bool> match_at_start() {
        const Char* const at = matcher_.base() + matching_.start;
        if (opening_.least_width && matcher_.end() - at < opening_.least_width) return false;
        return matcher_.match(matching_.program.entry(), at);
    }

    Result<bool> search() {
        const Char* const at = matcher_.base() + matching_.start;
        if (matcher_.end() < at || matcher_.end() - at < opening_.least_width) return false;
        if (opening_.prefix) {
            matching_.must_advance = false;
            return search_prefix(at);
        }
        if (opening_.first) {
            matching_.must_advance = false;
            return search_first(at);
        }
        return search_everywhere(at);
    }

  private:
    Result<bool> try_at(const Char* at, Size skip = 0) {
        matching_.start = at - matcher_.base();
        return matcher_.match(matching_.program.entry() + 2 * skip, at + skip);
    }

    bool prefix_is_narrow() const noexcept {
        return std::all_of(opening_.prefix, opening_.prefix + opening_.prefix_length,
                           [](Code c) { return static_cast<Code>(static_cast<Char>(c)) == c; });
    }

    /// Where the prefix begins at or after `at`, or null: Knuth-Morris-Pratt, between two first characters the
    /// C library.
    const Char* find_prefix(const Char* at) const noexcept {
        const Size length = opening_.prefix_length;
        Size matched = 0;
        while (at < matcher_.end()) {
            if (matched == 0) {
                const Size step = find_character(at, matcher_.end() - at, opening_.prefix[0]);
                if (step < 0) return nullptr;
                at += step + 1;
                matched = 1;
            } else if (*at == opening_.prefix[matched]) {
                ++at;
                ++matched;
            } else {
                matched = opening_.overlap[matched - 1];
            }
            if (matched == length) return at - length;
        }
        return nullptr;
    }

    Result<bool> search_prefix(const Char* at) {
        if (!prefix_is_narrow()) return false;
        while ((at = find_prefix(at))) {
            if (opening_.all_literal) return literal_found(at);
            if (TRY(try_at(at, opening_.prefix_skip))) return true;
            ++at;
        }
        return false;
    }

    Result<bool> literal_found(const Char* at) {
        matching_.start = at - matcher_.base();
        matching_.found_end = matching_.start + opening_.prefix_length;
        matching_.last_group = -1;
        return true;
    }

    Result<bool> search_first(const Char* at) {
        const CharacterSet& first = *opening_.first;
        for (;; ++at) {
            while (at < matcher_.end() && !first.contains(*at)) ++at;
            if (at >= matcher_.end()) return false;
            if (TRY(try_at(at))) return true;
        }
    }

    Result<bool> search_everywhere(const Char* at) {
        const Char* last = matcher_.end();
        if (opening_.least_width > 1) last -= opening_.least_width - 1;
        const bool anchored = is_anchored(matching_.program.entry());
        for (;; ++at) {
            if (TRY(try_at(at))) return true;
            matching_.must_advance = false;
            if (anchored || at >= last) return false;
        }
    }

    static bool is_anchored(const Code* code) noexcept {
        return static_cast<Op>(code[0]) == Op::At && (static_cast<Place>(code[1]) == Place::Beginning ||
                                                      static_cast<Place>(code[1]) == Place::BeginningString);
    }

    Matching& matching_;
    Matcher<Char> matcher_;
    const Opening& opening_;
};

/// The function for the width of the subject's characters.
template <class Function>
Result<bool> with_searcher(Matching& matching, Function function) {
    return guard_memory([&]() -> Result<bool> {
        switch (matching.subject.width()) {
            case 1: return function(Searcher<std::uint8_t>(matching));
            case 2: return function(Searcher<std::uint16_t>(matching));
            default: return function(Searcher<std::uint32_t>(matching));
        }
    });
}

}  // namespace

Matching::Matching(const Program& program, Size groups)
    : program(program), marks(static_cast<std::size_t>(2 * groups), -1) {}

Status Matching::begin(Object* string, Size from, Size to) {
    TRY(subject.acquire(string));
    first = start = std::clamp<Size>(from, 0, subject.length());
    end = std::clamp<Size>(to, 0, subject.length());
    return done;
}

Result<bool> Matching::match() {
    return with_searcher(*this, [](auto searcher) { return searcher.match_at_start(); });
}

Result<bool> Matching::search() {
    return with_searcher(*this, [](auto searcher) { return searcher.search(); });
}

}  // namespace minipy::sre
