// The line table of a code object: which source range each instruction comes from (PEP 657).
//
// A run of entries, each for 1 to 8 code units: first byte 128 + 8 * form + (length - 1), then, depending on
// the form, nothing, bytes or variable-length integers of 6 bits a byte (bit 6: more follow). Lines are
// deltas to the entry before. Invariant: only first bytes have bit 7 set. The reader stops at anything else,
// so a table from a hostile file is merely short.
//
// CPython: Objects/locations.md, Objects/codeobject.c
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace minipy {

/// The forms of an entry. _PyCodeLocationInfoKind.
enum class LocationForm : int {
    Short = 0,      // 0..9: same line, columns packed into one byte
    OneLine = 10,   // 10..12: line delta 0..2, a byte for each column
    NoColumns = 13,
    Long = 14,
    None = 15,
};

/// A range of source; -1 where something is unknown.
struct SourceRange {
    int line = -1, end_line = -1, column = -1, end_column = -1;

    bool operator==(const SourceRange&) const = default;
};

/// Code units [start, end) and where they come from.
struct LineTableEntry {
    int start = 0, end = 0;
    SourceRange range;
};

/// Writes a variable-length number, unsigned and with a sign.
void append_line_number(std::string& table, unsigned value);
void append_line_delta(std::string& table, int value);

/// Whether code objects keep their columns; -X no_debug_ranges says no.
extern bool columns_wanted;
/// The same table with lines alone.
std::string line_table_without_columns(std::string_view table, int first_line);

class LineTableReader {
  public:
    LineTableReader(std::string_view table, int first_line) noexcept : table_(table), line_(first_line) {}

    /// Reads the next entry into `entry`; false at the end of the table.
    bool next(LineTableEntry& entry) noexcept {
        if (at_ >= table_.size() || !(byte(at_) & 0x80)) return false;
        const int first = byte(at_++);
        const int form = (first >> 3) & 15;
        entry.start = unit_;
        entry.end = unit_ += (first & 7) + 1;
        entry.range = {};
        if (form == static_cast<int>(LocationForm::None)) return true;
        if (form == static_cast<int>(LocationForm::Long)) {
            line_ += signed_varint();
            entry.range.line = line_;
            entry.range.end_line = WrappingInt(line_) += varint();
            entry.range.column = varint() - 1;
            entry.range.end_column = varint() - 1;
        } else if (form == static_cast<int>(LocationForm::NoColumns)) {
            line_ += signed_varint();
            entry.range.line = entry.range.end_line = line_;
        } else if (form >= static_cast<int>(LocationForm::OneLine)) {
            line_ += form - static_cast<int>(LocationForm::OneLine);
            entry.range = {line_, line_, payload(), payload()};
        } else {
            const int packed = payload(), column = (form << 3) | (packed >> 4);
            entry.range = {line_, line_, column, column + (packed & 15)};
        }
        return true;
    }

  private:
    /// A line that wraps around instead of overflowing, whatever the deltas say.
    struct WrappingInt {
        std::uint32_t bits;
        WrappingInt(int value) noexcept : bits(static_cast<std::uint32_t>(value)) {}
        operator int() const noexcept { return static_cast<int>(bits); }
        WrappingInt& operator+=(int delta) noexcept {
            bits += static_cast<std::uint32_t>(delta);
            return *this;
        }
    };

    int byte(std::size_t index) const noexcept { return static_cast<unsigned char>(table_[index]); }
    int payload() noexcept { return at_ < table_.size() ? byte(at_++) : 0; }

    int varint() noexcept {
        std::uint32_t value = 0;
        for (int shift = 0;; shift += 6) {
            const int next = payload();
            if (shift < 32) value |= static_cast<std::uint32_t>(next & 63) << shift;
            if (!(next & 64)) return static_cast<int>(value & 0x7FFFFFFF);
        }
    }
    int signed_varint() noexcept {
        const int value = varint();
        return value & 1 ? -(value >> 1) : value >> 1;
    }

    std::string_view table_;
    std::size_t at_ = 0;
    int unit_ = 0;
    WrappingInt line_;
};

/// Where the code unit comes from. PyCode_Addr2Location.
inline SourceRange find_range(std::string_view table, int first_line, int unit) noexcept {
    LineTableReader reader(table, first_line);
    for (LineTableEntry entry; reader.next(entry);)
        if (unit < entry.end) return entry.range;
    return {};
}

}  // namespace minipy
