// Writes the line table of a code object; objects/line_table.h describes and reads it.
//
// CPython: Python/compile.c (assemble_emit_location)
#pragma once

#include <string>

#include "objects/line_table.h"
#include "parser/ast.h"

namespace minipy {

class LineTableWriter {
  public:
    explicit LineTableWriter(int first_line) noexcept : line_(first_line) {}

    /// The next `units` code units come from the range; line -1: from nowhere.
    void add(const ast::Position& at, int units) {
        for (; units > longest_entry; units -= longest_entry) add_entry(at, longest_entry);
        add_entry(at, units);
    }

    const std::string& table() const noexcept { return table_; }

  private:
    static constexpr int longest_entry = 8;

    // Takes the shortest form that can say it.
    void add_entry(const ast::Position& at, int units) {
        if (at.line < 0) return first_byte(LocationForm::None, 0, units);
        const int delta = at.line - line_;
        if (at.column < 0 || at.end_column < 0) {
            if (at.end_line == at.line || at.end_line == -1) return add_without_columns(at, delta, units);
        } else if (at.end_line == at.line) {
            const int width = at.end_column - at.column;
            if (delta == 0 && at.column < 80 && width >= 0 && width < 16) return add_short(at, width, units);
            if (delta >= 0 && delta < 3 && at.column < 128 && at.end_column < 128)
                return add_one_line(at, delta, units);
        }
        add_long(at, delta, units);
    }

    void add_short(const ast::Position& at, int width, int units) {
        first_byte(LocationForm::Short, at.column >> 3, units);
        byte((at.column & 7) << 4 | width);
    }

    void add_one_line(const ast::Position& at, int delta, int units) {
        first_byte(LocationForm::OneLine, delta, units);
        byte(at.column);
        byte(at.end_column);
        line_ = at.line;
    }

    void add_without_columns(const ast::Position& at, int delta, int units) {
        first_byte(LocationForm::NoColumns, 0, units);
        signed_varint(delta);
        line_ = at.line;
    }

    void add_long(const ast::Position& at, int delta, int units) {
        first_byte(LocationForm::Long, 0, units);
        signed_varint(delta);
        varint(static_cast<unsigned>(at.end_line - at.line));
        varint(static_cast<unsigned>(at.column + 1));
        varint(static_cast<unsigned>(at.end_column + 1));
        line_ = at.line;
    }

    void byte(int value) { table_.push_back(static_cast<char>(value)); }

    void first_byte(LocationForm form, int variant, int units) {
        byte(0x80 | (static_cast<int>(form) + variant) << 3 | (units - 1));
    }

    void varint(unsigned value) { append_line_number(table_, value); }
    void signed_varint(int value) { append_line_delta(table_, value); }

    std::string table_;
    int line_;  // of the entry before
};

}  // namespace minipy
