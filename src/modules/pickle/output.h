// The output of a pickler: octets gathered in memory, in frames from protocol 4 on.
//
// A frame is begun by the first octet behind its predecessor: room for its head is left free, and filled in (or
// closed up, if the frame is too small to be worth one) when it ends.
//
// CPython: Modules/_pickle.c (_Pickler_Write, _Pickler_CommitFrame, _Pickler_OpcodeBoundary)
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "modules/pickle/pickle.h"
#include "objects/bytes.h"
#include "objects/call.h"

namespace minipy::pickle {

template <class Number>
void append_little(std::string& out, Number value) {
    for (std::size_t i = 0; i < sizeof value; ++i)
        out.push_back(static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i)));
}

inline void begin_frame(Pickler* pickler) {
    if (!pickler->framing || pickler->frame_start >= 0) return;
    pickler->frame_start = static_cast<Size>(pickler->output.size());
    pickler->output.append(frame_head, '\0');
}

inline void put(Pickler* pickler, char opcode) {
    begin_frame(pickler);
    pickler->output.push_back(opcode);
}

inline void put(Pickler* pickler, std::string_view octets) {
    begin_frame(pickler);
    pickler->output.append(octets);
}

template <class Number>
void put(Pickler* pickler, char opcode, Number argument) {
    put(pickler, opcode);
    append_little(pickler->output, argument);
}

inline void end_frame(Pickler* pickler) {
    if (!pickler->framing || pickler->frame_start < 0) return;
    std::string& out = pickler->output;
    const auto start = static_cast<std::size_t>(pickler->frame_start);
    const std::size_t size = out.size() - start - frame_head;
    pickler->frame_start = -1;
    if (size < frame_least) {
        out.erase(start, frame_head);
        return;
    }
    std::string head(1, op::frame);
    append_little<std::uint64_t>(head, size);
    out.replace(start, frame_head, head);
}

/// Hands what has been gathered to the file.
inline Status flush(Pickler* pickler) {
    if (!pickler->write) return done;
    Ref<Bytes> octets = new_bytes(pickler->output);
    pickler->output.clear();
    pickler->frame_start = -1;
    TRY(call(pickler->write, {octets.get()}));
    return done;
}

/// To be called between two opcodes: ends a frame that is large enough.
inline Status opcode_boundary(Pickler* pickler) {
    if (!pickler->framing || pickler->frame_start < 0) return done;
    const Size size = static_cast<Size>(pickler->output.size()) - pickler->frame_start - frame_head;
    if (size < frame_target) return done;
    end_frame(pickler);
    return flush(pickler);
}

/// An opcode's head with its octets behind it; many octets stand outside of frames, and go to the file as they
/// are: as `payload` if there is such an object.
inline Status put_octets(Pickler* pickler, std::string_view head, std::string_view octets, Object* payload) {
    if (static_cast<Size>(octets.size()) < frame_target) {
        put(pickler, head);
        pickler->output.append(octets);
        return done;
    }
    const bool framing = pickler->framing;
    end_frame(pickler);
    pickler->framing = false;
    put(pickler, head);
    Status result = done;
    if (pickler->write) {
        // Made before other code runs, which may change the object that the octets are in.
        Ref<Object> whole = payload ? share(payload) : Ref<Object>(new_bytes(octets));
        result = flush(pickler);
        if (result && !Ref<Object>(call(pickler->write, {whole.get()}))) result = failed;
    } else {
        pickler->output.append(octets);
    }
    pickler->framing = framing;
    return result;
}

}  // namespace minipy::pickle
