// The exception table of a code object: which handler an exception raised at an instruction goes to.
//
// Sorted entries of four variable-length integers: start, length and target in code units, then
// 2 * stack depth + 1 if the raising instruction's place is pushed. Six bits a byte, the most significant
// first; bit 6 says that more follow, bit 7 marks the first byte of an entry, so that the table can be
// searched from any place.
//
// CPython: Objects/exception_handling_notes.txt
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace minipy {

struct ExceptionTableEntry {
    int start = 0, end = 0;  // code units
    int target = 0;
    int depth = 0;
    bool push_last_i = false;
};

class ExceptionTableReader {
  public:
    explicit ExceptionTableReader(std::string_view table) noexcept : table_(table) {}

    /// Reads the next entry into `entry`; false at the end of the table, or where it is cut off.
    bool next(ExceptionTableEntry& entry) noexcept {
        const int start = varint(), length = varint(), target = varint(), depth = varint();
        if (cut_off_) return false;
        entry = {start, start + length, target, depth >> 1, (depth & 1) != 0};
        return true;
    }

  private:
    /// At most 30 bits, so that sums of two cannot overflow.
    int varint() noexcept {
        std::uint32_t value = 0;
        for (;;) {
            if (at_ >= table_.size()) {
                cut_off_ = true;
                return 0;
            }
            const auto byte = static_cast<unsigned char>(table_[at_++]);
            value = ((value << 6) | (byte & 63u)) & 0x3FFFFFFF;
            if (!(byte & 64)) return static_cast<int>(value);
        }
    }

    std::string_view table_;
    std::size_t at_ = 0;
    bool cut_off_ = false;
};

/// The entry that covers the instruction. The first one that does is the innermost. get_exception_handler.
inline std::optional<ExceptionTableEntry> find_exception_handler(std::string_view table, int index) noexcept {
    ExceptionTableReader reader(table);
    for (ExceptionTableEntry entry; reader.next(entry) && entry.start <= index;)
        if (index < entry.end) return entry;
    return std::nullopt;
}

}  // namespace minipy
