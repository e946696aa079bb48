// binascii: octets as text and back: hexadecimal, base64, uuencode, quoted-printable; checksums.
//
// Six bits make a character of base64 and uuencode; `BitQueue` regroups eights and sixes both ways. Decoders
// take bytes-like objects and ASCII strings.
//
// CPython: Modules/binascii.c
#include <zlib.h>

#include <array>
#include <cstring>
#include <string>

#include "modules/buffer_argument.h"
#include "modules/support.h"
#include "objects/bytes.h"
#include "objects/bytes/octets.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/str.h"

namespace minipy {
namespace {

Type& binascii_error() {
    static Type* const type = new_exception_class("binascii.Error", value_error_type);
    return *type;
}

/// The octets of a decoder's argument. ascii_buffer_converter.
class AsciiArgument {
  public:
    Status acquire(Object* value) {
        if (is_str(value)) {
            if (!static_cast<Str*>(value)->ascii)
                return raise(value_error_type, "string argument should contain only ASCII characters");
            octets_ = static_cast<Str*>(value)->view1();
            return done;
        }
        if (!has_octets(value))
            return raise(
                type_error_type,
                fmt::format("argument should be bytes, buffer or ASCII string, not '{}'", value->type->name));
        TRY(view_.acquire(value));
        octets_ = view_.view();
        return done;
    }
    std::string_view octets() const noexcept { return octets_; }

  private:
    OctetsView view_;
    std::string_view octets_;
};

/// Bits waiting to make up a whole group.
struct BitQueue {
    unsigned bits = 0;
    int count = 0;

    void put(unsigned value, int width) noexcept {
        bits = bits << width | value;
        count += width;
    }
    unsigned take(int width) noexcept {
        count -= width;
        const unsigned value = bits >> count;
        bits &= (1u << count) - 1;
        return value;
    }
};

int hex_value(unsigned char c) noexcept {
    if (static_cast<unsigned>(c - '0') < 10) return c - '0';
    const unsigned letter = c | 0x20u;
    return letter - 'a' < 6u ? static_cast<int>(letter - 'a' + 10) : -1;
}

void append_hex(std::string& out, unsigned char octet) {
    out += "0123456789ABCDEF"[octet >> 4];
    out += "0123456789ABCDEF"[octet & 15];
}

// --- hexadecimal

NewRef binascii_hexlify(Object*, Object* const* arguments) {
    OctetsView data;
    TRY(data.acquire(arguments[0]));
    return new_bytes(TRY(hex_text(data.view(), arguments[1], arguments[2], true)));
}

NewRef binascii_unhexlify(Object*, Object* const* arguments) {
    AsciiArgument text;
    TRY(text.acquire(arguments[0]));
    const std::string_view digits = text.octets();
    if (digits.size() % 2) return raise(binascii_error(), "Odd-length string");
    Ref<Bytes> octets = TRY(new_bytes_uninitialized(static_cast<Size>(digits.size() / 2)));
    for (std::size_t i = 0; i < digits.size() / 2; ++i) {
        const int high = hex_value(digits[2 * i]), low = hex_value(digits[2 * i + 1]);
        if (high < 0 || low < 0) return raise(binascii_error(), "Non-hexadecimal digit found");
        octets->data()[i] = static_cast<char>(high << 4 | low);
    }
    return octets;
}

// --- base64

constexpr std::string_view base64_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr auto base64_values = [] {
    std::array<signed char, 256> table{};
    table.fill(-1);
    for (std::size_t i = 0; i < base64_digits.size(); ++i)
        table[static_cast<unsigned char>(base64_digits[i])] = static_cast<signed char>(i);
    return table;
}();

/// Characters that are no digits are skipped, unless decoding is strict.
Result<std::string> decode_base64(std::string_view text, bool strict) {
    if (strict && text.starts_with('=')) return raise(binascii_error(), "Leading padding not allowed");
    std::string octets;
    octets.reserve(text.size() / 4 * 3 + 3);
    BitQueue queue;
    int digits = 0, pads = 0;  // digits: of the group of four
    bool padded = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '=') {
            padded = true;
            if (digits < 2 || digits + ++pads < 4) continue;
            if (strict && i + 1 < text.size()) return raise(binascii_error(), "Excess data after padding");
            return octets;
        }
        const int value = base64_values[static_cast<unsigned char>(text[i])];
        if (value < 0) {
            if (strict) return raise(binascii_error(), "Only base64 data is allowed");
            continue;
        }
        if (strict && padded) return raise(binascii_error(), "Discontinuous padding not allowed");
        pads = 0;
        queue.put(static_cast<unsigned>(value), 6);
        digits = (digits + 1) & 3;
        if (queue.count >= 8) octets += static_cast<char>(queue.take(8));
    }
    if (digits == 1)
        return raise(binascii_error(),
                     fmt::format("Invalid base64-encoded string: number of data characters ({}) "
                                 "cannot be 1 more than a multiple of 4",
                                 octets.size() / 3 * 4 + 1));
    if (digits) return raise(binascii_error(), "Incorrect padding");
    return octets;
}

NewRef binascii_a2b_base64(Object*, Object* const* arguments) {
    AsciiArgument text;
    TRY(text.acquire(arguments[0]));
    const bool strict = TRY(truth(arguments[1]));
    return new_bytes(TRY(decode_base64(text.octets(), strict)));
}

NewRef binascii_b2a_base64(Object*, Object* const* arguments) {
    OctetsView data;
    TRY(data.acquire(arguments[0]));
    const bool newline = TRY(truth(arguments[1]));
    const std::string_view octets = data.view();
    Ref<Bytes> text = TRY(new_bytes_uninitialized(static_cast<Size>((octets.size() + 2) / 3 * 4 + newline)));
    char* out = text->data();
    for (std::size_t i = 0; i < octets.size(); i += 3) {
        const std::size_t left = std::min<std::size_t>(octets.size() - i, 3);
        unsigned group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (k < left ? static_cast<unsigned char>(octets[i + k]) : 0u);
        for (std::size_t k = 0; k < 4; ++k)
            *out++ = k <= left ? base64_digits[group >> (18 - 6 * k) & 63] : '=';
    }
    if (newline) *out = '\n';
    return text;
}

// --- uuencode

NewRef binascii_a2b_uu(Object*, Object* const* arguments) {
    AsciiArgument text;
    TRY(text.acquire(arguments[0]));
    const std::string_view line = text.octets();
    // An empty line has the length that a terminating zero stands for.
    const std::size_t size = ((line.empty() ? 0u : static_cast<unsigned char>(line[0])) - ' ') & 63u;
    std::string octets;
    BitQueue queue;
    std::size_t at = std::min<std::size_t>(line.size(), 1);
    while (octets.size() < size) {
        unsigned c = at < line.size() ? static_cast<unsigned char>(line[at]) : '\n';
        if (c == '\n' || c == '\r')
            c = ' ';  // blanks at the end of the line have been cut off
        else if (c < ' ' || c > ' ' + 64)
            return raise(binascii_error(), "Illegal char");
        ++at;
        queue.put((c - ' ') & 63u, 6);
        if (queue.count >= 8) octets += static_cast<char>(queue.take(8));
    }
    for (; at < line.size(); ++at)
        if (std::string_view(" `\n\r").find(line[at]) == std::string_view::npos)
            return raise(binascii_error(), "Trailing garbage");
    return new_bytes(octets);
}

NewRef binascii_b2a_uu(Object*, Object* const* arguments) {
    OctetsView data;
    TRY(data.acquire(arguments[0]));
    const bool backtick = TRY(truth(arguments[1]));
    const std::string_view octets = data.view();
    if (octets.size() > 45) return raise(binascii_error(), "At most 45 bytes at once");
    const auto digit = [&](unsigned value) {
        return static_cast<char>(backtick && !value ? '`' : ' ' + value);
    };
    std::string line(1, digit(static_cast<unsigned>(octets.size())));
    BitQueue queue;
    for (std::size_t i = 0; i < octets.size() || queue.count; ++i) {
        queue.put(i < octets.size() ? static_cast<unsigned char>(octets[i]) : 0u, 8);
        while (queue.count >= 6) line += digit(queue.take(6));
    }
    line += '\n';
    return new_bytes(line);
}

// --- quoted-printable

bool is_line_end(char c) noexcept { return c == '\n' || c == '\r'; }

/// Behind a "=" at `at`: what it escapes goes to `out`; the position behind it.
std::size_t decode_quoted(std::string_view text, std::size_t at, std::string& out) {
    if (at >= text.size()) return at;
    if (is_line_end(text[at])) {  // a soft line break
        const std::size_t newline = text.find('\n', at);
        return newline == std::string_view::npos ? text.size() : newline + 1;
    }
    if (text[at] == '=') {
        out += '=';
        return at + 1;
    }
    if (at + 1 < text.size() && hex_value(text[at]) >= 0 && hex_value(text[at + 1]) >= 0) {
        out += static_cast<char>(hex_value(text[at]) << 4 | hex_value(text[at + 1]));
        return at + 2;
    }
    out += '=';
    return at;
}

NewRef binascii_a2b_qp(Object*, Object* const* arguments) {
    AsciiArgument text;
    TRY(text.acquire(arguments[0]));
    const bool header = TRY(truth(arguments[1]));
    const std::string_view data = text.octets();
    std::string out;
    out.reserve(data.size());
    for (std::size_t at = 0; at < data.size();) {
        const char c = data[at++];
        if (c == '=')
            at = decode_quoted(data, at, out);
        else
            out += header && c == '_' ? ' ' : c;
    }
    return new_bytes(out);
}

/// Quoted-printable text that is being written.
class QuotedPrintable {
  public:
    QuotedPrintable(std::string_view data, bool quote_tabs, bool is_text, bool header)
        : data_(data), quote_tabs_(quote_tabs), is_text_(is_text), header_(header) {
        const std::size_t newline = data.find('\n');
        newline_ =
            newline != std::string_view::npos && newline > 0 && data[newline - 1] == '\r' ? "\r\n" : "\n";
    }

    std::string encode() {
        for (at_ = 0; at_ < data_.size();) {
            if (needs_quoting())
                quote();
            else if (is_text_ && at_line_end())
                end_line();
            else
                copy();
        }
        return std::move(out_);
    }

  private:
    static constexpr std::size_t longest_line = 76;

    bool is_last() const noexcept { return at_ + 1 == data_.size(); }

    bool needs_quoting() const noexcept {
        const auto c = static_cast<unsigned char>(data_[at_]);
        if (c > 126 || c == '=' || (header_ && c == '_')) return true;
        if (c == '.' && column_ == 0 && (is_last() || is_line_end(data_[at_ + 1]) || data_[at_ + 1] == 0))
            return true;
        if (is_line_end(data_[at_])) return !is_text_;
        if (c == '\t' || c == ' ') return is_last() || quote_tabs_;
        return c < 33;
    }

    bool at_line_end() const noexcept {
        return data_[at_] == '\n' || (data_[at_] == '\r' && !is_last() && data_[at_ + 1] == '\n');
    }

    void break_line() {
        out_ += '=';
        out_ += newline_;
        column_ = 0;
    }

    void quote() {
        if (column_ + 3 >= longest_line) break_line();
        out_ += '=';
        append_hex(out_, static_cast<unsigned char>(data_[at_++]));
        column_ += 3;
    }

    /// A blank in front of the line's end is quoted after all: mail would lose it.
    void end_line() {
        column_ = 0;
        if (!out_.empty() && (out_.back() == ' ' || out_.back() == '\t')) {
            const char blank = out_.back();
            out_.back() = '=';
            append_hex(out_, static_cast<unsigned char>(blank));
        }
        out_ += newline_;
        at_ += data_[at_] == '\r' ? 2 : 1;
    }

    void copy() {
        if (!is_last() && data_[at_ + 1] != '\n' && column_ + 1 >= longest_line) break_line();
        ++column_;
        const char c = data_[at_++];
        out_ += header_ && c == ' ' ? '_' : c;
    }

    std::string_view data_;
    bool quote_tabs_, is_text_, header_;
    const char* newline_;
    std::string out_;
    std::size_t at_ = 0, column_ = 0;
};

NewRef binascii_b2a_qp(Object*, Object* const* arguments) {
    OctetsView data;
    TRY(data.acquire(arguments[0]));
    const bool quote_tabs = TRY(truth(arguments[1])), is_text = TRY(truth(arguments[2]));
    const bool header = TRY(truth(arguments[3]));
    return new_bytes(QuotedPrintable(data.view(), quote_tabs, is_text, header).encode());
}

// --- checksums

NewRef binascii_crc32(Object*, Object* const* arguments) {
    OctetsView data;
    TRY(data.acquire(arguments[0]));
    const uLong start = TRY(wrapped_argument(arguments[1]));
    const std::string_view octets = data.view();
    return new_int(static_cast<std::int64_t>(
        crc32_z(start, reinterpret_cast<const Bytef*>(octets.data() ? octets.data() : ""), octets.size())));
}

/// The CRC of CCITT, x**16 + x**12 + x**5 + 1, of each upper octet.
constexpr auto hqx_table = [] {
    std::array<unsigned, 256> table{};
    for (unsigned octet = 0; octet < 256; ++octet) {
        unsigned crc = octet << 8;
        for (int bit = 0; bit < 8; ++bit) crc = (crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1) & 0xFFFF;
        table[octet] = crc;
    }
    return table;
}();

NewRef binascii_crc_hqx(Object*, Object* const* arguments) {
    OctetsView data;
    TRY(data.acquire(arguments[0]));
    unsigned crc = TRY(wrapped_argument(arguments[1])) & 0xFFFF;
    for (const unsigned char octet : data.view()) crc = (crc << 8 & 0xFF00) ^ hqx_table[crc >> 8 ^ octet];
    return new_int(crc);
}

constexpr const char* hex_signature = "($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)";

constexpr NativeDef binascii_functions[] = {
    {"a2b_uu", binascii_a2b_uu, "($module, data, /)", "Decodes a line of uuencoded text."},
    {"b2a_uu", binascii_b2a_uu, "($module, data, /, *, backtick=False)",
     "Encodes octets as a line of uuencoded text."},
    {"a2b_base64", binascii_a2b_base64, "($module, data, /, *, strict_mode=False)",
     "Decodes base64; strictly, what is no base64 is an error and not skipped."},
    {"b2a_base64", binascii_b2a_base64, "($module, data, /, *, newline=True)",
     "Encodes octets as a line of base64."},
    {"a2b_hex", binascii_unhexlify, "($module, hexstr, /)", "The octets that hexadecimal digits stand for."},
    {"b2a_hex", binascii_hexlify, hex_signature, "The octets as hexadecimal digits."},
    {"hexlify", binascii_hexlify, hex_signature, "The octets as hexadecimal digits."},
    {"unhexlify", binascii_unhexlify, "($module, hexstr, /)", "The octets that hexadecimal digits stand for."},
    {"crc_hqx", binascii_crc_hqx, "($module, data, crc, /)", "The CRC of CCITT, going on from `crc`."},
    {"crc32", binascii_crc32, "($module, data, crc=0, /)", "The CRC-32 checksum, going on from `crc`."},
    {"a2b_qp", binascii_a2b_qp, "($module, /, data, header=False)", "Decodes quoted-printable text."},
    {"b2a_qp", binascii_b2a_qp, "($module, /, data, quotetabs=False, istext=True, header=False)",
     "Encodes octets as quoted-printable text."},
};

Status binascii_fill(Module* module) {
    TRY(module_set(module, "Error", &binascii_error()));
    return module_set(module, "Incomplete", new_exception_class("binascii.Incomplete", exception_type));
}

const ModuleSpec binascii_spec = {"binascii", "Octets as text, and back.", binascii_functions, binascii_fill};

}  // namespace

Ref<Module> make_binascii_module() { return new_native_module(binascii_spec); }

}  // namespace minipy
