// Writing the numbers of a line table, and making a table without columns.
//
// CPython: Objects/codeobject.c (remove_column_info)
#include "objects/line_table.h"

namespace minipy {

bool columns_wanted = true;

void append_line_number(std::string& table, unsigned value) {
    for (; value >= 64; value >>= 6) table.push_back(static_cast<char>(64 | (value & 63)));
    table.push_back(static_cast<char>(value));
}

void append_line_delta(std::string& table, int value) {
    const auto bits = static_cast<unsigned>(value);
    append_line_number(table, value < 0 ? (0u - bits) << 1 | 1 : bits << 1);
}

std::string line_table_without_columns(std::string_view table, int first_line) {
    std::string lines;
    LineTableReader reader(table, first_line);
    int line = first_line;
    for (LineTableEntry entry; reader.next(entry);) {
        const bool known = entry.range.line >= 0;
        const LocationForm form = known ? LocationForm::NoColumns : LocationForm::None;
        lines.push_back(static_cast<char>(0x80 | static_cast<int>(form) << 3 | (entry.end - entry.start - 1)));
        if (!known) continue;
        append_line_delta(
            lines, static_cast<int>(static_cast<unsigned>(entry.range.line) - static_cast<unsigned>(line)));
        line = entry.range.line;
    }
    return lines;
}

}  // namespace minipy
