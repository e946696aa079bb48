// The warnings of -b: text and octets mixed up.
//
// CPython: Include/cpython/initconfig.h (bytes_warning)
#pragma once

namespace minipy {

/// 1 warns of str(bytes) and of comparing bytes with str or int, 2 raises.
extern int bytes_warning_level;

}  // namespace minipy
