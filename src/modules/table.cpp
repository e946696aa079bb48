// The built-in modules as a table: which names there are, and what makes each.
//
// CPython: Modules/config.c (_PyImport_Inittab)
#include <algorithm>
#include <iterator>

#include "vm/import.h"

namespace minipy {

#define MODULE(name, cpp_name) Ref<Module> make_##cpp_name##_module();
#include "modules/table.def"

namespace {

constexpr BuiltInModule table[] = {
#define MODULE(name, cpp_name) {name, make_##cpp_name##_module},
#include "modules/table.def"
};
static_assert(std::ranges::is_sorted(table, {}, &BuiltInModule::name));

}  // namespace

std::span<const BuiltInModule> built_in_modules() noexcept { return table; }

}  // namespace minipy
