// From a %-format to an f-string: see fold_format.h.
//
// CPython: Python/ast_opt.c (optimize_format, parse_literal, simple_format_arg_parse)
#include "compiler/fold_format.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

namespace minipy {

namespace {

constexpr ast::Position nowhere = {-1, -1, -1, -1};

/// One `%...` of the format, read from left to right.
class FormatReader {
  public:
    FormatReader(const Str* format, ast::Arena& arena) : format_(format), arena_(arena) {}

    bool at_end() const { return position_ >= format_->size; }

    /// The text up to the next conversion, `%%` read as `%`; null if there is none.
    ast::Expr* literal() {
        std::u32string text;
        for (; !at_end(); ++position_) {
            if (format_->at(position_) == '%') {
                if (position_ + 1 >= format_->size || format_->at(position_ + 1) != '%') break;
                ++position_;
            }
            text += format_->at(position_);
        }
        return text.empty() ? nullptr : string_constant(str_from_code_points(text));
    }

    /// The conversion that starts here, applied to the value; null if it is none of the simple ones.
    ast::Expr* conversion(ast::Expr* value) {
        ++position_;  // the percent sign
        bool left_aligned = false;
        std::optional<char32_t> character = next();
        for (; character && is_flag(*character); character = next()) left_aligned |= *character == '-';
        int width = -1, precision = -1;
        if (!number(character, width)) return nullptr;
        if (character == U'.') {
            precision = 0;
            character = next();
            if (!number(character, precision)) return nullptr;
        }
        if (character != U's' && character != U'r' && character != U'a') return nullptr;

        std::string spec = !left_aligned && width > 0 ? ">" : "";
        if (width >= 0) spec += std::to_string(width);
        if (precision >= 0) spec += '.' + std::to_string(precision);
        ast::Expr* spec_node = spec.empty() ? nullptr : string_constant(str_from_utf8(spec));
        return arena_.make<ast::FormattedValue>(value->at, value, static_cast<int>(*character), spec_node);
    }

  private:
    static bool is_flag(char32_t character) {
        constexpr std::u32string_view flags = U"-+ #0";
        return flags.find(character) != flags.npos;
    }
    static bool is_digit(char32_t character) { return '0' <= character && character <= '9'; }

    std::optional<char32_t> next() {
        if (at_end()) return std::nullopt;
        return format_->at(position_++);
    }

    /// Reads digits, if `character` is one; leaves the character after them in it. False: too many, or the end.
    bool number(std::optional<char32_t>& character, int& value) {
        if (!character) return false;
        if (!is_digit(*character)) return true;
        value = 0;
        for (int digits = 0; is_digit(*character); ++digits) {
            if (digits == max_digits) return false;
            value = value * 10 + static_cast<int>(*character - '0');
            character = next();
            if (!character) return false;
        }
        return true;
    }

    ast::Expr* string_constant(Ref<Str> text) {
        return arena_.make<ast::Constant>(nowhere, static_cast<Object*>(arena_.own(std::move(text))),
                                          static_cast<Object*>(nullptr));
    }

    static constexpr int max_digits = 2;

    const Str* format_;
    ast::Arena& arena_;
    Size position_ = 0;
};

}  // namespace

ast::Expr* format_to_joined_string(const Str* format, ast::Seq<ast::Expr*> values, const ast::Position& at,
                                   ast::Arena& arena) {
    FormatReader reader(format, arena);
    std::vector<ast::Expr*> parts;
    std::size_t used = 0;
    while (true) {
        if (ast::Expr* literal = reader.literal()) parts.push_back(literal);
        if (reader.at_end()) break;
        if (used == values.size()) return nullptr;
        ast::Expr* part = reader.conversion(values[used++]);
        if (!part) return nullptr;
        parts.push_back(part);
    }
    if (used < values.size()) return nullptr;
    return arena.make<ast::JoinedStr>(at, arena.copy<ast::Expr*>(parts));
}

}  // namespace minipy
