// Making int objects out of limbs.
//
// CPython: Objects/longobject.c (long_normalize, maybe_small_long)
#include "objects/int_large.h"

#include <cstring>
#include <limits>

#include "objects/errors.h"

namespace minipy {

Result<Limbs> allocate_limbs(std::size_t count) {
    if (count > max_limbs) return raise(memory_error_type, "");
    return Limbs(count, boost::container::default_init);
}

Ref<Int> int_from_limbs(const mp_limb_t* limbs, mp_size_t count, bool negative) {
    while (count > 0 && limbs[count - 1] == 0) --count;
    if (count == 0) return new_int(0);
    constexpr mp_limb_t largest_word = std::numeric_limits<std::int64_t>::max();
    if (count == 1 && limbs[0] <= largest_word + negative)
        return new_int(static_cast<std::int64_t>(negative ? -limbs[0] : limbs[0]));
    Int* made = static_cast<Int*>(allocate(offsetof(Int, limbs) + count * sizeof(mp_limb_t)));
    made->refcount = 1;
    made->type = &int_type;
    made->limb_count = negative ? -count : count;
    std::memcpy(made->limbs, limbs, count * sizeof(mp_limb_t));
    return Ref<Int>::steal(made);
}

}  // namespace minipy
