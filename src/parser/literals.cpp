// Numbers and names: from the text of a token to a constant or an interned string.
//
// CPython: Parser/action_helpers.c, Parser/pegen.c (parsenumber, _PyPegen_new_identifier)
#include <unicode/normalizer2.h>

#include <algorithm>

#include <fmt/core.h>

#include "objects/complex.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/str.h"
#include "parser/grammar.h"

namespace minipy {

using namespace ast;

namespace {

bool has_prefix(std::string_view text, char lower) { return text.size() > 1 && (text[1] | 0x20) == lower; }

/// The value of a literal without underscores; the lexer has checked its form.
Ref<Object> number_value(std::string_view text) {
    bool zero = text[0] == '0';
    if (zero && has_prefix(text, 'x')) return int_from_digits(text.substr(2), 16);
    if (zero && has_prefix(text, 'o')) return int_from_digits(text.substr(2), 8);
    if (zero && has_prefix(text, 'b')) return int_from_digits(text.substr(2), 2);
    if ((text.back() | 0x20) == 'j') return new_complex(0.0, parse_double(text.substr(0, text.size() - 1)));
    if (text.find_first_of(".eE") != std::string_view::npos) return new_float(parse_double(text));
    if (text.size() > 18) return int_from_digits(text, 10, false);
    std::int64_t value = 0;
    for (char digit : text) value = value * 10 + (digit - '0');
    return new_int(value);
}

bool is_decimal_integer(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string normalized(std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    std::string result;
    icu::StringByteSink<std::string> sink(&result);
    if (U_SUCCESS(status))
        nfkc->normalizeUTF8(0, {name.data(), static_cast<int>(name.size())}, sink, nullptr, status);
    return U_SUCCESS(status) ? result : std::string(name);
}

}  // namespace

Expr* Parser::number() {
    std::string_view digits = text(tokens_[mark_]);
    std::string without_underscores;
    if (digits.find('_') != std::string_view::npos) {
        require_version(6, "Underscores in numeric literals are");
        without_underscores = digits;
        std::erase(without_underscores, '_');
        digits = without_underscores;
    }
    advance();
    if (int_max_str_digits && digits.size() > static_cast<std::size_t>(int_max_str_digits) &&
        is_decimal_integer(digits))
        too_many_digits(digits.size());
    Object* value = arena_.own(number_value(digits));
    return make<Constant>(from(mark_ - 1), value, Text());
}

/// The columns are left out so that the literal is not underlined for screens on end.
void Parser::too_many_digits(std::size_t digits) {
    Position at = token_position(mark_ - 1);
    at.column = at.end_column = -1;
    raise_at(
        at, fmt::format("Exceeds the limit ({} digits) for integer string conversion: value has {} digits; use "
                        "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge "
                        "integer literals to avoid decimal conversion limits.",
                        int_max_str_digits, digits));
}

std::uint64_t NameTable::hash_of(std::string_view name) {
    std::uint64_t hash = name.size();
    while (name.size() >= 8) {
        std::uint64_t word;
        std::memcpy(&word, name.data(), 8);
        hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 32;
        name.remove_prefix(8);
    }
    std::uint64_t rest = 0;
    std::memcpy(&rest, name.data(), name.size());
    hash = (hash ^ rest) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

Identifier NameTable::insert(std::size_t slot, std::uint64_t hash, std::string_view name, Arena& arena) {
    bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    Identifier identifier = arena.own(ascii ? intern(name) : intern(normalized(name)));
    slots_[slot] = {hash, name, identifier};
    if (++used_ * 2 > slots_.size()) grow();
    return identifier;
}

void NameTable::grow() {
    std::vector<Slot> old = std::move(slots_);
    slots_ = std::vector<Slot>(old.size() * 2);
    std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (!slot.identifier) continue;
        std::size_t i = slot.hash & mask;
        while (slots_[i].identifier) i = (i + 1) & mask;
        slots_[i] = slot;
    }
}

}  // namespace minipy
