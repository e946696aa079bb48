// SipHash with one round for each eight bytes and three at the end, and where its key comes from.
//
// The state is four words; each block of eight bytes is mixed in before and after a round. The last block
// holds the bytes that are left over and the length in its top byte.
//
// CPython: Python/pyhash.c (siphash13), Python/bootstrap_hash.c (lcg_urandom)
#include "objects/string_hash.h"

#include <sys/random.h>

#include <bit>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace minipy {
namespace {

struct HashKey {
    std::uint64_t k0 = 0;
    std::uint64_t k1 = 0;
};

HashKey key;
bool key_is_set = false;

/// The generator that CPython fills its key with: the same seed gives the same hashes in both.
HashKey key_from_seed(std::uint32_t seed) noexcept {
    unsigned char octets[16];
    for (unsigned char& octet : octets) {
        seed = seed * 214013 + 2531011;
        octet = static_cast<unsigned char>(seed >> 16);
    }
    HashKey made;
    std::memcpy(&made, octets, sizeof made);
    return made;
}

struct SipState {
    std::uint64_t v0, v1, v2, v3;

    void round() noexcept {
        v0 += v1;
        v2 += v3;
        v1 = std::rotl(v1, 13) ^ v0;
        v3 = std::rotl(v3, 16) ^ v2;
        v0 = std::rotl(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = std::rotl(v1, 17) ^ v2;
        v3 = std::rotl(v3, 21) ^ v0;
        v2 = std::rotl(v2, 32);
    }
    void mix(std::uint64_t block) noexcept {
        v3 ^= block;
        round();
        v0 ^= block;
    }
};

std::uint64_t siphash13(const HashKey& key, const unsigned char* octets, std::size_t size) noexcept {
    SipState state{key.k0 ^ 0x736f6d6570736575, key.k1 ^ 0x646f72616e646f6d, key.k0 ^ 0x6c7967656e657261,
                   key.k1 ^ 0x7465646279746573};
    std::uint64_t last = static_cast<std::uint64_t>(size) << 56;
    for (; size >= 8; octets += 8, size -= 8) {
        std::uint64_t block;
        std::memcpy(&block, octets, 8);
        state.mix(block);
    }
    for (std::size_t i = 0; i < size; ++i) last |= static_cast<std::uint64_t>(octets[i]) << (8 * i);
    state.mix(last);
    state.v2 ^= 0xff;
    state.round();
    state.round();
    state.round();
    return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
}

}  // namespace

bool set_hash_seed(const char* text) noexcept {
    key_is_set = true;
    if (!text || !*text || std::string_view(text) == "random") {
        if (getrandom(&key, sizeof key, GRND_NONBLOCK) != sizeof key) key = key_from_seed(0x5eed);
        return true;
    }
    std::uint32_t seed = 0;
    const char* end = text + std::strlen(text);
    auto [stop, error] = std::from_chars(text, end, seed);
    if (error != std::errc() || stop != end) return false;
    key = seed == 0 ? HashKey{} : key_from_seed(seed);
    return true;
}

Hash hash_octets(const void* octets, std::size_t size) noexcept {
    if (size == 0) return 0;
    if (!key_is_set) [[unlikely]]
        set_hash_seed(std::getenv("PYTHONHASHSEED"));
    auto hash = static_cast<Hash>(siphash13(key, static_cast<const unsigned char*>(octets), size));
    return hash == -1 ? -2 : hash;
}

std::uint64_t keyed_hash(std::uint64_t key, std::string_view octets) noexcept {
    return siphash13({key, 0}, reinterpret_cast<const unsigned char*>(octets.data()), octets.size());
}

}  // namespace minipy
