// .pyc files: see pyc.h.
//
// CPython: Lib/importlib/_bootstrap_external.py (_classify_pyc, _code_to_timestamp_pyc), Python/import.c
#include "compiler/pyc.h"

#include <fmt/format.h>

#include "compiler/marshal.h"
#include "lexer/utf8.h"
#include "objects/errors.h"
#include "objects/string_hash.h"

namespace minipy {
namespace {

/// A hostile file can refer to its objects over and over: what it would be written out in full.
constexpr std::size_t longest_unfolded_pyc = std::size_t{1} << 26;

void append(std::string& out, std::uint64_t value, int bytes) {
    for (; bytes > 0; --bytes, value >>= 8) out.push_back(static_cast<char>(value));
}

std::string magic_bytes() {
    std::string magic;
    append(magic, pyc_magic, 4);
    return magic;
}

}  // namespace

std::uint64_t source_hash(std::string_view source) noexcept { return keyed_hash(pyc_magic, source); }

Result<std::string> pyc_bytes(Code* code, PycCheck check, std::string_view source, std::int64_t modified) {
    std::string bytes = magic_bytes();
    if (check == PycCheck::Timestamp) {
        append(bytes, 0, 4);
        append(bytes, static_cast<std::uint64_t>(modified), 4);
        append(bytes, source.size(), 4);
    } else {
        append(bytes, check == PycCheck::CheckedHash ? 3 : 1, 4);
        append(bytes, source_hash(source), 8);
    }
    bytes += TRY(marshal_dump(code));
    return bytes;
}

bool looks_like_pyc(std::string_view bytes) noexcept {
    return bytes.size() >= 4 && bytes.substr(2, 2) == "\r\n" && static_cast<unsigned char>(bytes[1]) >= 0x0B;
}

Ref<Code> load_pyc(std::string_view bytes, std::string_view name) {
    const std::string shown_name = escape_invalid_utf8(name);
    const std::string_view magic = bytes.substr(0, 4);
    if (magic != magic_bytes())
        return raise(import_error_type, fmt::format("bad magic number in '{}': {}", shown_name,
                                                    str_utf8(bytes_repr(new_bytes(magic).get()).get())));
    if (bytes.size() < pyc_header_size)
        return raise(eof_error_type, fmt::format("reached EOF while reading pyc header of '{}'", shown_name));
    Ref<Object> loaded = TRY(marshal_load(bytes.substr(pyc_header_size), longest_unfolded_pyc));
    if (!is_code(loaded.get()))
        return raise(import_error_type, fmt::format("Non-code object in '{}'", shown_name));
    return Ref<Code>::steal(static_cast<Code*>(loaded.release()));
}

}  // namespace minipy
