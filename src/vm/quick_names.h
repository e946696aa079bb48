// LOAD_GLOBAL by position: the entry of a dict whose keys have not changed is read without hashing.
//
// A table of keys has a version (dict.h) that it loses when a key comes or goes; values may change freely. The
// cache holds: counter, position of the entry, version of the globals' keys, version of the builtins' keys.
// Gain: 3 loads and a comparison or two instead of one or two probes of hash tables.
//
// CPython: Python/ceval.c (LOAD_GLOBAL_MODULE, LOAD_GLOBAL_BUILTIN)
#pragma once

#include "objects/dict_keys.h"
#include "vm/ops_names.h"
#include "vm/specialize.h"

namespace minipy {

namespace global_cache {
inline constexpr int index = 1, globals_version = 2, builtins_version = 4;
}

OP(LOAD_GLOBAL_ADAPTIVE) {
    if (!is_due(ip)) return Flow::General;
    specialize_load_global(ip - 1, frame->globals, frame->builtins, code_name(frame, argument >> 1));
    return Flow::Again;
}

/// [] -> [value] or [NULL, value]
MINIPY_OP Flow push_global(CodeWord*& ip, Object**& sp, DictKeys* keys, unsigned argument) {
    Object* value = keys->string_entries()[read_cache<std::uint16_t>(ip + global_cache::index)].value;
    if (argument & 1) push(sp, nullptr);
    push_shared(sp, value);
    ip += cache_entries(Opcode::LOAD_GLOBAL);
    return Flow::Next;
}

OP(LOAD_GLOBAL_MODULE) {
    DictKeys* keys = frame->globals->keys;
    if (keys->version != read_cache<std::uint32_t>(ip + global_cache::globals_version)) [[unlikely]]
        return miss(ip);
    return push_global(ip, sp, keys, argument);
}

OP(LOAD_GLOBAL_BUILTIN) {
    DictKeys* keys = frame->builtins->keys;
    if (frame->globals->keys->version != read_cache<std::uint32_t>(ip + global_cache::globals_version) ||
        keys->version != read_cache<std::uint16_t>(ip + global_cache::builtins_version)) [[unlikely]]
        return miss(ip);
    return push_global(ip, sp, keys, argument);
}

}  // namespace minipy
