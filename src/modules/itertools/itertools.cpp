// The module's table.
//
// CPython: Modules/itertoolsmodule.c
#include "modules/itertools/itertools.h"

#include "modules/support.h"

namespace minipy {
namespace {

constexpr NativeDef itertools_functions[] = {
    {"tee", itertools_tee, "($module, iterable, n=2, /)",
     "A tuple of n independent iterators over the iterable."},
};

Status itertools_fill(Module* module) {
    for (Type* type : {&accumulate_type,  &combinations_type, &combinations_with_replacement_type,
                       &cycle_type,       &dropwhile_type,    &takewhile_type,
                       &islice_type,      &starmap_type,      &chain_type,
                       &compress_type,    &filterfalse_type,  &count_type,
                       &zip_longest_type, &pairwise_type,     &permutations_type,
                       &product_type,     &repeat_type,       &groupby_type,
                       &grouper_type,     &tee_type,          &tee_data_type})
        TRY(module_add_type(module, *type));
    return done;
}

const ModuleSpec itertools_spec = {"itertools", "Iterators for efficient loops.", itertools_functions,
                                   itertools_fill};

}  // namespace

Ref<Module> make_itertools_module() { return new_native_module(itertools_spec); }

}  // namespace minipy
