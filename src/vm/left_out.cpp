// Modules that are left out: see left_out.h.
//
// CPython: none
#include "vm/left_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "objects/exception_layouts.h"
#include "objects/exceptions.h"
#include "objects/str.h"
#include "objects/tuple.h"

namespace minipy {

void explain_left_out_module() noexcept {
    auto* error = static_cast<ImportError*>(pending_exception());
    if (!error || error->type != &module_not_found_error_type || !error->name || !is_str(error->name)) return;
    const std::string_view wanted = str_utf8(static_cast<Str*>(error->name));
    const std::span<const LeftOutModule> all = left_out_modules();
    const auto row = std::ranges::find(all, wanted, &LeftOutModule::name);
    if (row == all.end() || !error->message || !is_str(error->message)) return;
    const std::string importlib_text = fmt::format("No module named '{}'", wanted);
    if (str_utf8(static_cast<Str*>(error->message)) != importlib_text) return;
    Ref<Object> text = str_from_utf8(fmt::format("minipy has no {}: {}", wanted, row->reason));
    Object* item = text.get();
    Ref<Tuple> old_args = Ref<Tuple>::steal(std::exchange(error->args, new_tuple({&item, 1}).release()));
    Ref<Object> old_text = Ref<Object>::steal(std::exchange(error->message, text.release()));
}

}  // namespace minipy
