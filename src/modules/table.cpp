// The built-in modules as a table: which names there are, and what makes each; and those that are left out.
//
// CPython: Modules/config.c (_PyImport_Inittab)
#include <algorithm>
#include <iterator>

#include "vm/import.h"
#include "vm/left_out.h"

namespace minipy {

#define MODULE(name, cpp_name) Ref<Module> make_##cpp_name##_module();
#include "modules/table.def"

namespace {

constexpr BuiltInModule table[] = {
#define MODULE(name, cpp_name) {name, make_##cpp_name##_module},
#include "modules/table.def"
};
constexpr LeftOutModule left_out[] = {
#define LEFT_OUT(name, reason) {name, reason},
#include "modules/left_out.def"
};
static_assert(std::ranges::is_sorted(table, {}, &BuiltInModule::name));

}  // namespace

std::span<const BuiltInModule> built_in_modules() noexcept { return table; }
std::span<const LeftOutModule> left_out_modules() noexcept { return left_out; }

}  // namespace minipy
