// Running a codec over a text.
//
// CPython: Modules/cjkcodecs/multibytecodec.c
#include "modules/multibyte/run.h"

#include <fmt/format.h>

#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/exception_layouts.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/memory_guard.h"
#include "objects/tuple.h"

namespace minipy::multibyte {
namespace {

constexpr const char* illegal = "illegal multibyte sequence";
constexpr const char* incomplete = "incomplete multibyte sequence";

/// Makes the exception, or brings that of an earlier error in the same call up to date.
Status set_exception(Ref<Object>& exception, Type& type, const char* encoding, Ref<Object> subject, Size start,
                     Size end, const char* reason) {
    if (!subject) return failed;
    Ref<Str> why = str_from_utf8(reason);
    if (exception) {
        auto* known = static_cast<UnicodeErrorObject*>(exception.get());
        known->start = start;
        known->end = end;
        Ref<Object> old = Ref<Object>::steal(std::exchange(known->reason, why.release()));
        return done;
    }
    Ref<Str> name = str_from_utf8(encoding);
    Ref<Int> from = new_int(start), to = new_int(end);
    exception = TRY(call(&type, {name.get(), subject.get(), from.get(), to.get(), why.get()}));
    return done;
}

/// Where to go on: the second part of a handler's answer.
Result<Size> answered_place(Object* answer, Size size) {
    Result<Size> given = argument_size((*static_cast<Tuple*>(answer))[1]);
    if (!given) clear_exception();
    Size place = given ? *given : -1;
    if (given && place < 0) place += size;
    if (place >= 0 && place <= size) return place;
    return raise(index_error_type, fmt::format("position {} from error handler out of bounds", place));
}

/// The answer of the handler: a pair of a str (or bytes, if these are allowed) and an int.
Ref<Object> ask(Str* errors, Object* exception, bool bytes_allowed, const char* complaint) {
    Ref<Object> handler = TRY(codec_hooks.find_error_handler(std::string(str_utf8(errors))));
    Ref<Object> answer = TRY(call(handler.get(), {exception}));
    const auto* parts = static_cast<Tuple*>(answer.get());
    if (!is_tuple(parts) || parts->size != 2 || !is_int((*parts)[1]) ||
        !(is_str((*parts)[0]) || (bytes_allowed && is_bytes((*parts)[0]))))
        return raise(type_error_type, complaint);
    return answer;
}

Failure raise_bad_state() { return raise(runtime_error_type, "internal codec error"); }

class Encoding {
  public:
    Encoding(MultibyteCodec& codec, State& state, Str* text, Str* errors, bool is_last)
        : codec_(codec), errors_(errors), run_{text, 0, state, octets_, is_last} {
        octets_.reserve(static_cast<std::size_t>(text->size) * 2 + 16);
    }

    Status run() {
        while (run_.left()) {
            const Stop stop = codec_.encode(codec_, run_);
            if (stop == at_end || (stop == too_few && !run_.is_last)) break;
            if (stop == bad_state) return raise_bad_state();
            TRY(handle(stop));
            if (stop == too_few) break;
        }
        return done;
    }
    void reset() {
        if (codec_.reset_encoder) codec_.reset_encoder(run_);
    }
    Ref<Bytes> finish() const { return new_bytes(octets_); }
    Size taken() const noexcept { return run_.at; }

  private:
    Status handle(Stop stop) {
        const Size length = stop == too_few ? run_.left() : stop;
        const char* reason = stop == too_few ? incomplete : illegal;
        if (str_equal(errors_, "ignore")) {
            run_.at += length;
            return done;
        }
        if (str_equal(errors_, "replace")) {
            put_question_mark();
            run_.at += length;
            return done;
        }
        TRY(set_exception(exception_, unicode_encode_error_type, codec_.name, share<Object>(run_.text), run_.at,
                          run_.at + length, reason));
        if (str_equal(errors_, "strict")) return raise_object(exception_);
        return ask_handler();
    }

    /// In the codec's own way: it may have to leave a set of characters first.
    void put_question_mark() {
        Ref<Str> mark = str_from_character('?');
        EncodeRun run{mark.get(), 0, run_.state, octets_};
        if (codec_.encode(codec_, run) != at_end) octets_ += '?';
    }

    Status ask_handler() {
        Ref<Object> answer =
            TRY(ask(errors_, exception_.get(), true, "encoding error handler must return (str, int) tuple"));
        Object* replacement = (*static_cast<Tuple*>(answer.get()))[0];
        if (is_bytes(replacement)) {
            octets_ += static_cast<Bytes*>(replacement)->view();
        } else {
            Ref<Str> strict = intern("strict");
            Ref<Bytes> octets = TRY(encode(codec_, run_.state, static_cast<Str*>(replacement), strict.get(),
                                           {.is_last = true, .resets = false}));
            octets_ += octets->view();
        }
        run_.at = TRY(answered_place(answer.get(), run_.text->size));
        return done;
    }

    MultibyteCodec& codec_;
    Str* errors_;
    std::string octets_;
    EncodeRun run_;
    Ref<Object> exception_;  // made by the first error
};

}  // namespace

Status Decoding::feed(std::string_view octets, bool is_whole) {
    TRY(prepare(codec_));
    run_.octets = octets;
    run_.at = 0;
    while (run_.left()) {
        const Stop stop = codec_.decode(codec_, run_);
        if (stop == at_end || (stop == too_few && !is_whole)) break;
        TRY(handle(stop));
    }
    return done;
}

Status Decoding::refuse_rest() { return run_.left() ? handle(too_few) : done; }

Status Decoding::handle(Stop stop) {
    if (stop == bad_state) return raise_bad_state();
    const Size end = stop == too_few ? run_.at + run_.left() : run_.at + stop;
    const bool replaces = str_equal(errors_, "replace");
    if (!replaces && !str_equal(errors_, "ignore"))
        return ask_handler(end, stop == too_few ? incomplete : illegal);
    if (replaces) run_.text.append(0xFFFD);
    run_.at = end;
    return done;
}

Status Decoding::ask_handler(Size end, const char* reason) {
    Ref<Object> subject = exception_ ? share(exception_.get()) : Ref<Object>(new_bytes(run_.octets));
    TRY(set_exception(exception_, unicode_decode_error_type, codec_.name, std::move(subject), run_.at, end,
                      reason));
    if (str_equal(errors_, "strict")) return raise_object(exception_);
    Ref<Object> answer =
        TRY(ask(errors_, exception_.get(), false, "decoding error handler must return (str, int) tuple"));
    run_.text.append(static_cast<Str*>((*static_cast<Tuple*>(answer.get()))[0]));
    run_.at = TRY(answered_place(answer.get(), static_cast<Size>(run_.octets.size())));
    return done;
}

Ref<Bytes> encode(MultibyteCodec& codec, State& state, Str* text, Str* errors, EncodeOrder order, Size* taken) {
    return guard_memory([&]() -> Ref<Bytes> {
        TRY(prepare(codec));
        Encoding encoding(codec, state, text, errors, order.is_last);
        TRY(encoding.run());
        if (order.resets) encoding.reset();
        if (taken) *taken = encoding.taken();
        return encoding.finish();
    });
}

}  // namespace minipy::multibyte
