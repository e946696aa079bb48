// C modules of CPython's library that minipy goes without: importing one says why, "minipy has no _ssl: ...".
//
// The error stays the ModuleNotFoundError that importlib raises, since the library falls back on pure Python,
// or does without, where it catches that; only its text is another. Finders know nothing of these modules.
//
// CPython: none
#pragma once

#include <span>
#include <string_view>

namespace minipy {

struct LeftOutModule {
    std::string_view name;
    std::string_view reason;
};

/// All of them (modules/table.cpp).
std::span<const LeftOutModule> left_out_modules() noexcept;

/// Gives the pending exception the reason for its text if it says that one of these modules is not there.
void explain_left_out_module() noexcept;

}  // namespace minipy
