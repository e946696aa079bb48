// _random: the Mersenne twister MT19937.
//
// The state is 624 words of 32 bits; when all have been given out the whole state is stepped at once.
// Invariant: the same seed gives the same numbers as CPython, so the steps of seeding are fixed to the last
// detail.
//
// CPython: Modules/_randommodule.c
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "modules/support.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int_large.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

constexpr int words = 624, middle = 397;

class Twister {
  public:
    /// init_genrand.
    void seed(std::uint32_t value) noexcept {
        state_[0] = value;
        for (int i = 1; i < words; ++i) state_[i] = 1812433253u * mixed(i - 1) + static_cast<std::uint32_t>(i);
        position_ = words;
    }

    /// init_by_array.
    void seed(const std::vector<std::uint32_t>& key) noexcept {
        seed(19650218u);
        const int length = static_cast<int>(key.size());
        int i = 1, j = 0;
        for (int k = std::max(words, length); k; --k) {
            state_[i] = (state_[i] ^ (mixed(i - 1) * 1664525u)) + key[j] + static_cast<std::uint32_t>(j);
            wrap(++i);
            if (++j >= length) j = 0;
        }
        for (int k = words - 1; k; --k) {
            state_[i] = (state_[i] ^ (mixed(i - 1) * 1566083941u)) - static_cast<std::uint32_t>(i);
            wrap(++i);
        }
        state_[0] = 0x80000000u;  // the state is never all zero
    }

    /// 32 random bits. genrand_uint32.
    std::uint32_t next() noexcept {
        if (position_ >= words) step();
        std::uint32_t y = state_[position_++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680u;
        y ^= (y << 15) & 0xefc60000u;
        return y ^ (y >> 18);
    }

    /// 53 random bits as a double in [0, 1).
    double next_double() noexcept {
        const std::uint32_t a = next() >> 5, b = next() >> 6;
        return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
    }

    std::array<std::uint32_t, words>& state() noexcept { return state_; }
    int& position() noexcept { return position_; }

  private:
    std::uint32_t mixed(int i) const noexcept { return state_[i] ^ (state_[i] >> 30); }

    void wrap(int& i) noexcept {
        if (i < words) return;
        state_[0] = state_[words - 1];
        i = 1;
    }

    static std::uint32_t twist(std::uint32_t upper, std::uint32_t lower) noexcept {
        const std::uint32_t y = (upper & 0x80000000u) | (lower & 0x7fffffffu);
        return (y >> 1) ^ (y & 1 ? 0x9908b0dfu : 0);
    }

    void step() noexcept {
        for (int i = 0; i < words; ++i)
            state_[i] = state_[(i + middle) % words] ^ twist(state_[i], state_[(i + 1) % words]);
        position_ = 0;
    }

    std::array<std::uint32_t, words> state_;
    int position_;
};

struct Random : Object {
    Twister twister;
};

Twister& twister_of(Object* self) noexcept { return static_cast<Random*>(self)->twister; }

/// A seed that cannot be foreseen; from the clock if the system has no random numbers.
void seed_from_system(Twister& twister) {
    std::vector<std::uint32_t> key(words);
    const auto bytes = static_cast<ssize_t>(key.size() * sizeof(std::uint32_t));
    if (getrandom(key.data(), static_cast<std::size_t>(bytes), 0) != bytes) {
        timespec now{};
        clock_gettime(CLOCK_REALTIME, &now);
        key = {static_cast<std::uint32_t>(now.tv_nsec), static_cast<std::uint32_t>(now.tv_sec),
               static_cast<std::uint32_t>(getpid())};
    }
    twister.seed(key);
}

/// The magnitude of an int in pieces of 32 bits, lowest first.
std::vector<std::uint32_t> key_of(const Int* number) {
    const IntParts parts(number);
    std::vector<std::uint32_t> key;
    for (mp_size_t i = 0; i < parts.size(); ++i) {
        key.push_back(static_cast<std::uint32_t>(parts.limbs()[i]));
        key.push_back(static_cast<std::uint32_t>(parts.limbs()[i] >> 32));
    }
    while (key.size() > 1 && key.back() == 0) key.pop_back();
    if (key.empty()) key.push_back(0);
    return key;
}

Status seed_with(Object* self, Object* seed_or_null) {
    if (!seed_or_null || is_none(seed_or_null)) {
        seed_from_system(twister_of(self));
        return done;
    }
    if (is_int(seed_or_null)) {
        twister_of(self).seed(key_of(as_int(seed_or_null)));
        return done;
    }
    const auto bits = static_cast<std::uint64_t>(TRY(hash(seed_or_null)));
    Ref<Int> number = new_int_unsigned(bits);
    twister_of(self).seed(key_of(number.get()));
    return done;
}

Status random_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    TRY(no_keywords("Random", keywords_or_null));
    if (arguments->size > 1) return raise(type_error_type, "Random() requires 0 or 1 argument");
    return seed_with(self, arguments->size ? (*arguments)[0] : nullptr);
}

NewRef random_new(Type* type, Tuple*, Dict*) { return NewRef(allocate_instance(type)); }
void random_dealloc(Object* self) noexcept { free_object(self); }

NewRef random_random(Object* self, Object* const*) { return new_float(twister_of(self).next_double()); }

NewRef random_seed(Object* self, Object* const* arguments) {
    TRY(seed_with(self, arguments[0]));
    return new_none();
}

NewRef random_getstate(Object* self, Object* const*) {
    Twister& twister = twister_of(self);
    Ref<Tuple> state = new_tuple_uninitialized(words + 1);
    for (int i = 0; i < words; ++i) state->items()[i] = new_int(twister.state()[i]).release();
    state->items()[words] = new_int(twister.position()).release();
    return state;
}

Result<std::int64_t> state_word(Object* number) {
    if (!is_int(number)) return raise(type_error_type, "an integer is required");
    if (as_int(number)->is_negative())
        return raise(overflow_error_type, "can't convert negative value to unsigned int");
    if (!as_int(number)->is_small())
        return raise(overflow_error_type, "Python int too large to convert to C unsigned long");
    return as_int(number)->small;
}

NewRef random_setstate(Object* self, Object* const* arguments) {
    if (!is_tuple(arguments[0])) return raise(type_error_type, "state vector must be a tuple");
    const auto& state = *static_cast<Tuple*>(arguments[0]);
    if (state.size != words + 1) return raise(value_error_type, "state vector is the wrong size");
    std::array<std::uint32_t, words> fresh;
    for (int i = 0; i < words; ++i) fresh[i] = static_cast<std::uint32_t>(TRY(state_word(state[i])));
    if (!is_int(state[words])) return raise(type_error_type, "an integer is required");
    const Int* position = as_int(state[words]);
    if (!position->is_small() || position->small < 0 || position->small > words)
        return raise(value_error_type, "invalid state");
    twister_of(self).state() = fresh;
    twister_of(self).position() = static_cast<int>(position->small);
    return new_none();
}

NewRef random_getrandbits(Object* self, Object* const* arguments) {
    Twister& twister = twister_of(self);
    const int bits = TRY(argument_int(arguments[0]));
    if (bits < 0) return raise(value_error_type, "number of bits must be non-negative");
    if (bits == 0) return new_int(0);
    if (bits <= 32) return new_int(twister.next() >> (32 - bits));
    // Pieces of 32 bits, lowest first; the last one keeps its upper bits.
    Limbs limbs = TRY(allocate_limbs((static_cast<std::size_t>(bits) - 1) / limb_bits + 1));
    for (mp_limb_t& limb : limbs) limb = 0;
    int left = bits;
    for (std::size_t i = 0; left > 0; ++i, left -= 32) {
        std::uint32_t piece = twister.next();
        if (left < 32) piece >>= 32 - left;
        limbs[i / 2] |= static_cast<mp_limb_t>(piece) << (i % 2 * 32);
    }
    return int_from_limbs(limbs.data(), static_cast<mp_size_t>(limbs.size()), false);
}

constexpr NativeDef random_methods[] = {
    {"random", random_random, "($self, /)", "The next float of the interval [0, 1)."},
    {"seed", random_seed, "($self, n=None, /)", "Starts again from the seed, or from one of the system's."},
    {"getstate", random_getstate, "($self, /)", "The state of the generator as a tuple."},
    {"setstate", random_setstate, "($self, state, /)", "Takes up a state that getstate gave."},
    {"getrandbits", random_getrandbits, "($self, k, /)", "An int of k random bits."},
};

const TypeSpec random_spec = {
    .name = "_random.Random",
    .basic_size = sizeof(Random),
    .flags = type_flag::base_type,
    .doc = "A generator of random numbers with a state of its own.",
    .slots = {.new_ = random_new, .init = random_init, .dealloc = random_dealloc},
    .methods = random_methods,
};

Type random_type(random_spec);

Status random_fill(Module* module) { return module_add_type(module, random_type); }

const ModuleSpec random_module_spec = {"_random", "The Mersenne twister.", {}, random_fill};

}  // namespace

Ref<Module> make_random_module() { return new_native_module(random_module_spec); }

}  // namespace minipy
