// HZ: GB 2312 in seven bits, between "~{" and "~}". Outside "~~" is a tilde.
//
// Invariant: the first octet of the state says whether such a part is open.
//
// CPython: Modules/cjkcodecs/_codecs_cn.c (hz)
#include "modules/multibyte/codec.h"

namespace minipy::multibyte {
namespace {

unsigned char& is_open(State& state) noexcept { return state[0]; }

Stop decode_escape(DecodeRun& run) {
    if (run.left() < 2) return too_few;
    const unsigned kind = run.octet(1);
    const bool was_open = is_open(run.state);
    if (was_open ? kind != '}' : kind != '{' && kind != '~' && kind != '\n') return 1;
    if (kind == '~') run.text.append('~');
    if (kind == '{' || kind == '}') is_open(run.state) = !was_open;  // else a line that goes on
    run.at += 2;
    return at_end;
}

}  // namespace

Stop decode_hz(const MultibyteCodec& codec, DecodeRun& run) {
    while (run.left()) {
        const unsigned octet = run.octet(0);
        if (octet == '~') {
            if (const Stop stop = decode_escape(run); stop != at_end) return stop;
        } else if (octet & 0x80) {
            return 1;
        } else if (!is_open(run.state)) {
            run.take(1, octet);
        } else if (run.left() < 2) {
            return too_few;
        } else {
            const unsigned column = run.octet(1);
            const char32_t character =
                column & 0x80 ? char32_t{0} : codec.charset().character(octet | 0x80, column | 0x80);
            if (!character) return 1;
            run.take(2, character);
        }
    }
    return at_end;
}

Stop encode_hz(const MultibyteCodec& codec, EncodeRun& run) {
    while (run.left()) {
        const char32_t character = run.character();
        if (character < 0x80) {
            reset_hz_encoder(run);
            if (character == '~') run.put_octet('~');
            run.put_octet(static_cast<unsigned>(character));
        } else {
            const Code code = codec.charset().code(character);
            if (!code) return 1;
            if (!is_open(run.state)) run.octets += "~{";
            is_open(run.state) = 1;
            run.put(static_cast<Code>(code & 0x7F7F));
        }
        ++run.at;
    }
    return at_end;
}

void reset_hz_encoder(EncodeRun& run) {
    if (is_open(run.state)) run.octets += "~}";
    is_open(run.state) = 0;
}

void reset_hz_decoder(State& state) { is_open(state) = 0; }

}  // namespace minipy::multibyte
