// Compiling a format string.
//
// CPython: Modules/_struct.c (prepare_s)
#include <optional>

#include "modules/struct/struct.h"
#include "objects/errors.h"

namespace minipy {
namespace {

struct CodeInfo {
    char code;
    FieldKind kind;
    Size native_width;    // also its alignment
    Size standard_width;  // 0: only in native formats
};

constexpr CodeInfo codes[] = {
    {'c', FieldKind::Char, 1, 1},         {'b', FieldKind::Signed, 1, 1},   {'B', FieldKind::Unsigned, 1, 1},
    {'?', FieldKind::Bool, 1, 1},         {'h', FieldKind::Signed, 2, 2},   {'H', FieldKind::Unsigned, 2, 2},
    {'i', FieldKind::Signed, 4, 4},       {'I', FieldKind::Unsigned, 4, 4}, {'l', FieldKind::Signed, 8, 4},
    {'L', FieldKind::Unsigned, 8, 4},     {'q', FieldKind::Signed, 8, 8},   {'Q', FieldKind::Unsigned, 8, 8},
    {'n', FieldKind::Signed, 8, 0},       {'N', FieldKind::Unsigned, 8, 0}, {'e', FieldKind::Float, 2, 2},
    {'f', FieldKind::Float, 4, 4},        {'d', FieldKind::Float, 8, 8},    {'s', FieldKind::Bytes, 1, 1},
    {'p', FieldKind::PascalString, 1, 1}, {'P', FieldKind::Pointer, 8, 0},
};
constexpr char padding_code = 'x';

const CodeInfo* find_code(char code, bool native) noexcept {
    for (const CodeInfo& info : codes)
        if (info.code == code) return native || info.standard_width ? &info : nullptr;
    return nullptr;
}

Failure too_long() { return raise(struct_error(), "total struct size too long"); }

/// Takes the sign of byte order off the format.
void read_order(std::string_view& format, Layout& layout) noexcept {
    if (format.empty()) return;
    const char order = format.front();
    if (order != '<' && order != '>' && order != '!' && order != '=' && order != '@') return;
    layout.native = order == '@';
    layout.big_endian = order == '>' || order == '!';
    format.remove_prefix(1);
}

bool is_space(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// The repeat count in front of a code; 1 if there is none.
Result<Size> read_count(std::string_view& format) {
    if (!is_digit(format.front())) return 1;
    Size count = 0;
    while (!format.empty() && is_digit(format.front())) {
        if (__builtin_mul_overflow(count, 10, &count) ||
            __builtin_add_overflow(count, format.front() - '0', &count))
            return too_long();
        format.remove_prefix(1);
    }
    if (format.empty()) return raise(struct_error(), "repeat count given without format specifier");
    return count;
}

bool is_string(FieldKind kind) noexcept { return kind == FieldKind::Bytes || kind == FieldKind::PascalString; }

/// Places `count` values of the code behind what is there.
Status add_field(Layout& layout, char code, Size count) {
    const CodeInfo* info = code == padding_code ? nullptr : find_code(code, layout.native);
    if (!info && code != padding_code) return raise(struct_error(), "bad char in struct format");
    const Size width = !info ? 1 : layout.native ? info->native_width : info->standard_width;
    Size offset = layout.size, bytes;
    if (layout.native && __builtin_add_overflow(offset, (width - offset % width) % width, &offset))
        return too_long();
    if (__builtin_mul_overflow(width, count, &bytes) || __builtin_add_overflow(offset, bytes, &layout.size))
        return too_long();
    if (!info) return done;
    if (is_string(info->kind)) {
        layout.fields.push_back({info->kind, code, count, offset, 1});
        ++layout.values;
    } else if (count > 0) {
        layout.fields.push_back({info->kind, code, width, offset, count});
        layout.values += count;
    }
    return done;
}

}  // namespace

Status parse_layout(std::string_view format, Layout& layout) {
    if (format.find('\0') != format.npos) return raise(struct_error(), "embedded null character");
    read_order(format, layout);
    while (!format.empty()) {
        if (is_space(format.front())) {
            format.remove_prefix(1);
            continue;
        }
        const Size count = TRY(read_count(format));
        TRY(add_field(layout, format.front(), count));
        format.remove_prefix(1);
    }
    return done;
}

}  // namespace minipy
