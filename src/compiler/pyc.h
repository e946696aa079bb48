// .pyc files: sixteen bytes of header, then the marshalled code object of a module.
//
// Header: magic number, flags, and what tells whether the source has changed since: its time of modification
// and size, or a hash of its bytes (flags 1, with 2: "check it when importing").
//
// CPython: Lib/importlib/_bootstrap_external.py, PEP 552
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "objects/code.h"

namespace minipy {

/// 3495, "\r\n": bytecode of CPython 3.11.
inline constexpr std::uint32_t pyc_magic = 3495 | '\r' << 16 | '\n' << 24;
inline constexpr std::size_t pyc_header_size = 16;

enum class PycCheck { Timestamp, CheckedHash, UncheckedHash };

/// The file's bytes. `modified` is the source's time of modification; `source` are its bytes as they are on
/// disk. Raises what `marshal_dump` raises.
Result<std::string> pyc_bytes(Code* code, PycCheck check, std::string_view source, std::int64_t modified);

/// The code object in a .pyc. Raises ImportError for another version's magic number or another object,
/// EOFError and ValueError for damage. `name` is for the messages.
Ref<Code> load_pyc(std::string_view bytes, std::string_view name);

/// Whether these are the first bytes of a .pyc of some CPython 3.
bool looks_like_pyc(std::string_view bytes) noexcept;

/// _imp.source_hash.
std::uint64_t source_hash(std::string_view source) noexcept;

}  // namespace minipy
