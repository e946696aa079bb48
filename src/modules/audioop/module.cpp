// The module `audioop`: what its functions have in common; see audioop.h.
//
// CPython: Modules/audioop.c (audioop_check_parameters, audioop_exec)
#include <limits>

#include "modules/audioop/audioop.h"
#include "modules/deprecation.h"
#include "modules/function_tables.h"
#include "objects/index.h"

namespace minipy {
namespace audioop {

Type* error_class = nullptr;

Status check_width(int width) {
    if (1 <= width && width <= 4) return done;
    return raise(*error_class, "Size should be 1, 2, 3 or 4");
}

Status Fragment::convert(Object* octets, Object* sample_width) {
    TRY(get_buffer(octets, buffer, buffer_flag::simple));
    width = TRY(argument_int(sample_width));
    return done;
}

Status Fragment::check() const {
    TRY(check_width(width));
    if (buffer.size % width == 0) return done;
    return raise(*error_class, "not a whole number of frames");
}

Status Fragment::acquire(Object* const* arguments) {
    TRY(convert(arguments[0], arguments[1]));
    return check();
}

Result<Ref<Bytes>> new_output(Size count, Size width) {
    if (count > std::numeric_limits<Size>::max() / width)
        return raise(memory_error_type, "not enough memory for output buffer");
    Ref<Bytes> output = TRY(new_bytes_uninitialized(count * width));
    return output;
}

}  // namespace audioop

namespace {

Status audioop_fill(Module* module) {
    TRY(warn_of_removal("audioop"));
    for (const std::span<const NativeDef> table : {audioop::measures, audioop::changes, audioop::codecs})
        TRY(module_add_functions(module, table));
    if (!audioop::error_class) audioop::error_class = new_exception_class("audioop.error", exception_type);
    return module_set(module, "error", audioop::error_class);
}

const ModuleSpec audioop_spec = {"audioop", nullptr, {}, audioop_fill};

}  // namespace

Ref<Module> make_audioop_module() { return new_native_module(audioop_spec); }

}  // namespace minipy
