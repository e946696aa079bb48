// ISO 2022: escape sequences designate sets to G0, G1 and G2; octets below 80 then mean codes of G0, or of G1
// between SO and SI.
//
// The state is CPython's, as programs see it: octets 0 to 2 name the sets in G0 to G2 by the last octet of
// their escape sequence, with the high bit for a set of two octets; octet 4 holds flags.
//
// CPython: Modules/cjkcodecs/_codecs_iso2022.c
#include "modules/multibyte/iso2022.h"

#include <algorithm>

namespace minipy::multibyte {
namespace {

constexpr unsigned escape = 0x1B, shift_out = 0x0E, shift_in = 0x0F;
constexpr std::string_view to_ascii = "\x1B(B";
constexpr Size longest_escape = 16;

constexpr unsigned char is_shifted = 1, passes_escape = 2;  // flags
unsigned char& flags(State& state) noexcept { return state[4]; }

bool ends_escape(unsigned octet) noexcept { return (octet >= 'A' && octet <= 'Z') || octet == '@'; }

/// The set that the form has under the mark, or null.
const Designation* find_designation(const Iso2022Form& form, unsigned mark) noexcept {
    const auto found = std::ranges::find(form.designations, mark, &Designation::mark);
    return found == form.designations.end() ? nullptr : &*found;
}

// --- Decoding

/// The upper half of ISO 8859-7 as it was in 1987, or 0.
char32_t greek(unsigned octet) noexcept {
    static constexpr std::string_view as_in_latin_1 =
        "\xA0\xA3\xA6\xA7\xA8\xA9\xAB\xAC\xAD\xB0\xB1\xB2\xB3\xB7\xBB\xBD";
    if (octet < 0xA0 || as_in_latin_1.find(static_cast<char>(octet)) != as_in_latin_1.npos) return octet;
    if (octet == 0xA1 || octet == 0xA2) return 0x2018 + octet - 0xA1;
    if (octet == 0xAF) return 0x2015;
    return octet >= 0xB4 && octet != 0xD2 && octet != 0xFF ? 0x02D0 + octet : 0;
}

/// ESC N: one character of G2.
Stop decode_single_shift(DecodeRun& run) {
    if (run.left() < 3) return too_few;
    const unsigned octet = run.octet(2);
    char32_t character = 0;
    switch (run.state[2]) {
        case Mark::ascii: character = octet < 0x80 ? octet : 0; break;
        case Mark::latin_1: character = octet < 0x80 ? octet + 0x80 : 0; break;
        case Mark::greek: character = greek(octet ^ 0x80); break;
        default: return bad_state;
    }
    if (!character && !(run.state[2] == Mark::ascii && octet == 0)) return 3;
    run.take(3, character);
    return at_end;
}

/// The length of the escape sequence at hand, `too_few` if its end is not there, or 0 for one that is too long.
Stop escape_length(const Iso2022Form& form, const DecodeRun& run) {
    for (Size i = 1; i < longest_escape; ++i) {
        if (i >= run.left()) return too_few;
        if (ends_escape(run.octet(i))) return i + 1;
        // "ESC & @" in front of another sequence: the revised version of a set
        if (form.has_revisions && i + 1 < run.left() && run.octet(i) == '&' && run.octet(i + 1) == '@') i += 2;
    }
    return 0;
}

struct Designated {
    int place = -1;  // G0, G1, G2; -1: not a designation
    unsigned mark = 0;
};

Designated parse_escape(const Iso2022Form& form, const DecodeRun& run, Size length) {
    const unsigned second = run.octet(1), third = run.octet(2), last = run.octet(length - 1);
    const auto place_of = [](unsigned octet) { return octet == '(' ? 0 : octet == ')' ? 1 : -1; };
    if (length == 3 && second == '$') return {0, last | Mark::two_octets};
    if (length == 3 && second == '.' && form.has_g2) return {2, last};
    if (length == 3) return {place_of(second), last};
    if (length == 4 && second == '$') return {place_of(third), last | Mark::two_octets};
    const bool is_revised = length == 6 && form.has_revisions && run.octet(3) == escape && run.octet(4) == '$';
    if (is_revised && last == 'B') return {0, Mark::jisx0208};
    return {};
}

Stop decode_designation(const Iso2022Form& form, DecodeRun& run) {
    const Stop length = escape_length(form, run);
    if (length == 0) return 1;
    if (length == too_few) return too_few;
    const Designated found = length < 3 ? Designated{} : parse_escape(form, run, length);
    if (found.place < 0 || (found.mark != Mark::ascii && !find_designation(form, found.mark))) return length;
    run.state[static_cast<std::size_t>(found.place)] = static_cast<unsigned char>(found.mark);
    run.at += length;
    return at_end;
}

Stop decode_escape(const Iso2022Form& form, DecodeRun& run) {
    static constexpr std::string_view designating = "()$.&";
    if (run.left() < 2) return too_few;
    const char kind = static_cast<char>(run.octet(1));
    if (designating.find(kind) != designating.npos) return decode_designation(form, run);
    if (form.has_g2 && kind == 'N') return decode_single_shift(run);
    run.take(1, escape);
    flags(run.state) |= passes_escape;
    return at_end;
}

/// A code of a set that is not ASCII.
Stop decode_code(const MultibyteCodec& codec, DecodeRun& run, unsigned mark) {
    const Designation* set = find_designation(*codec.form, mark);
    if (!set) return bad_state;
    const Size width = mark & Mark::two_octets ? 2 : 1;
    if (run.left() < width) return too_few;
    const unsigned first = run.octet(0);
    char32_t character = 0;
    if (set->charset >= 0) {
        const Charset& charset = codec.charset(static_cast<std::size_t>(set->charset));
        const unsigned second = run.octet(1);
        if (second < 0x80) character = charset.character(first | 0x80, second | 0x80);
        if (!character || character == refused) return 2;
        run.take_from(charset, 2, character);
        return at_end;
    }
    if (mark == Mark::jis_roman)
        character = first == '\\' ? 0xA5 : first == '~' ? 0x203E : first;
    else if (mark == Mark::katakana && first >= 0x21 && first <= 0x5F)
        character = 0xFF40 + first;
    if (!character) return width;
    run.take(1, character);
    return at_end;
}

Stop decode_one(const MultibyteCodec& codec, DecodeRun& run) {
    const unsigned octet = run.octet(0);
    if (octet == escape) return decode_escape(*codec.form, run);
    if ((octet == shift_in || octet == shift_out) && codec.form->has_shifts) {
        if (octet == shift_out)
            flags(run.state) |= is_shifted;
        else
            flags(run.state) &= ~is_shifted;
        ++run.at;
        return at_end;
    }
    if (octet == '\n') flags(run.state) &= ~is_shifted;
    if (octet >= 0x80) return 1;
    const unsigned mark = run.state[flags(run.state) & is_shifted ? 1 : 0];
    if (octet >= 0x20 && mark != Mark::ascii) return decode_code(codec, run, mark);
    run.take(1, octet);
    return at_end;
}

// --- Encoding

/// The code of a character in a set, `maybe_pair` or 0.
Code code_in(const MultibyteCodec& codec, const Designation& set, char32_t character) {
    if (set.charset >= 0) {
        const Code code = codec.charset(static_cast<std::size_t>(set.charset)).code(character);
        return code == maybe_pair ? code : static_cast<Code>(code & 0x7F7F);
    }
    if (set.mark == Mark::jis_roman) return character == 0xA5 ? '\\' : character == 0x203E ? '~' : 0;
    if (set.mark == Mark::katakana && character >= 0xFF61 && character <= 0xFF9F)
        return static_cast<Code>(character - 0xFF40);
    return 0;
}

void leave_shift(EncodeRun& run) {
    if (!(flags(run.state) & is_shifted)) return;
    run.put_octet(shift_in);
    flags(run.state) &= ~is_shifted;
}

/// Writes what makes the set the one that codes are read by.
void call_up(EncodeRun& run, const Designation& set) {
    if (set.place == 0) leave_shift(run);
    unsigned char& current = run.state[set.place];
    if (current != set.mark) {
        run.put_octet(escape);
        if (set.mark & Mark::two_octets) run.put_octet('$');
        if (set.mark != Mark::jisx0208)
            run.put_octet(set.place == 0 ? '(' : ')');  // that one is older than the rule
        run.put_octet(set.mark & 0x7Fu);
        current = set.mark;
    }
    if (set.place == 1 && !(flags(run.state) & is_shifted)) {
        run.put_octet(shift_out);
        flags(run.state) |= is_shifted;
    }
}

/// CPython 3.11.2 looks for the second character of a pair in the wrong place, so a pair is never found; all
/// that remains is that a first one at the end of a part waits for the next part.
Stop encode_one(const MultibyteCodec& codec, EncodeRun& run) {
    const char32_t character = run.character();
    for (const Designation& set : codec.form->designations) {
        Code code = code_in(codec, set, character);
        if (code == maybe_pair) {
            if (run.left() == 1 && !run.is_last) return too_few;
            const Charset& charset = codec.charset(static_cast<std::size_t>(set.charset));
            code = set.only_pairs ? Code{0} : static_cast<Code>(charset.code_of_pair(character, 0) & 0x7F7F);
        } else if (set.only_pairs) {
            continue;
        }
        if (!code) continue;
        call_up(run, set);
        run.put(code);
        ++run.at;
        return at_end;
    }
    return 1;
}

}  // namespace

Stop decode_iso2022(const MultibyteCodec& codec, DecodeRun& run) {
    while (run.left()) {
        if (flags(run.state) & passes_escape) {  // an escape sequence of another kind, as it is
            const unsigned octet = run.octet(0);
            run.take(1, octet);
            if (ends_escape(octet)) flags(run.state) &= ~passes_escape;
        } else if (const Stop stop = decode_one(codec, run); stop != at_end) {
            return stop;
        }
    }
    return at_end;
}

Stop encode_iso2022(const MultibyteCodec& codec, EncodeRun& run) {
    while (run.left()) {
        if (const char32_t character = run.character(); character < 0x80) {
            if (run.state[0] != Mark::ascii) run.octets += to_ascii;
            run.state[0] = Mark::ascii;
            leave_shift(run);
            run.put_octet(static_cast<unsigned>(character));
            ++run.at;
        } else if (const Stop stop = encode_one(codec, run); stop != at_end) {
            return stop;
        }
    }
    return at_end;
}

void reset_iso2022_encoder(EncodeRun& run) {
    leave_shift(run);
    if (run.state[0] != Mark::ascii) run.octets += to_ascii;
    run.state[0] = Mark::ascii;
}

void reset_iso2022_decoder(State& state) {
    state[0] = Mark::ascii;
    flags(state) &= ~is_shifted;
}

}  // namespace minipy::multibyte
