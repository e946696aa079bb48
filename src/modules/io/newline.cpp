// Line ends, and the class IncrementalNewlineDecoder.
//
// CPython: Modules/_io/textio.c
#include "modules/io/newline.h"

#include <fmt/format.h>

#include "modules/io/io.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str_builder.h"
#include "objects/text_search.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

/// The first place of a character in [start, end), or `end`.
template <class Character>
Size find_or_end(const Character* text, Size start, Size end, char32_t wanted) noexcept {
    const Size step = find_character(text + start, end - start, wanted);
    return step < 0 ? end : start + step;
}

bool contains(const Str* text, char wanted) noexcept {
    return with_data(text, [&](const auto* data) {
        return find_character(data, text->size, static_cast<unsigned char>(wanted)) >= 0;
    });
}

/// Notes the line ends of the text and copies it with all of them as '\n' (`to` null: notes only).
std::uint8_t scan_line_ends(const Str* text, StrBuilder* to) {
    std::uint8_t seen = 0;
    const auto is_lf = [&](Size at) { return at < text->size && text->at(at) == '\n'; };
    Size start = 0;
    for (Size at = 0; at < text->size; ++at) {
        const char32_t c = text->at(at);
        if (c == '\n') seen |= newline_kind::lf;
        if (c != '\r') continue;
        const bool pair = is_lf(at + 1);
        seen |= pair ? newline_kind::crlf : newline_kind::cr;
        if (to) {
            to->append(text, start, at);
            to->append(U'\n');
        }
        at += pair;
        start = at + 1;
    }
    if (to) to->append(text, start, text->size);
    return seen;
}

}  // namespace

Ref<Str> NewlineState::decode(Ref<Str> text, bool translate, bool final) {
    if (pending_cr && (final || text->size)) {
        text = TRY(str_concat(str_from_character('\r').get(), text.get()));
        pending_cr = false;
    }
    if (!final && text->size && text->at(text->size - 1) == '\r') {
        text = TRY(str_substring(text.get(), 0, text->size - 1));
        pending_cr = true;
    }
    if (!contains(text.get(), '\r')) {
        if (!(seen & newline_kind::lf) && contains(text.get(), '\n')) seen |= newline_kind::lf;
        return text;
    }
    if (!translate) {
        seen |= scan_line_ends(text.get(), nullptr);
        return text;
    }
    StrBuilder translated;
    seen |= scan_line_ends(text.get(), &translated);
    return translated.finish();
}

NewRef newlines_seen(std::uint8_t seen) {
    if (seen == 0) return new_none();
    Ref<Str> names[3];
    Object* items[3];
    std::size_t count = 0;
    for (const auto& [kind, text] : {std::pair{newline_kind::cr, "\r"}, std::pair{newline_kind::lf, "\n"},
                                     std::pair{newline_kind::crlf, "\r\n"}}) {
        if (!(seen & kind)) continue;
        names[count] = intern(text);
        items[count] = names[count].get();
        ++count;
    }
    if (count == 1) return new_ref(items[0]);
    return new_tuple({items, count});
}

namespace {

template <class Character>
Size find_line_end(const NewlineMode& mode, const Character* text, Size start, Size end) noexcept {
    if (mode.translate || mode.ending == "\n") {
        const Size at = find_or_end(text, start, end, '\n');
        return at < end ? at + 1 : -1;
    }
    if (mode.universal) {
        const Size lf = find_or_end(text, start, end, '\n');
        const Size cr = find_or_end(text, start, lf, '\r');
        if (cr == lf) return lf < end ? lf + 1 : -1;
        return cr + 1 == lf && lf < end ? lf + 1 : cr + 1;
    }
    for (Size at = start; (at = find_or_end(text, at, end, '\r')) < end; ++at) {
        if (mode.ending.size() == 1) return at + 1;
        if (at + 1 < end && text[at + 1] == '\n') return at + 2;
    }
    return -1;
}

}  // namespace

Size NewlineMode::find_end(const Str* text, Size start, Size end) const noexcept {
    return with_data(text, [&](const auto* data) { return find_line_end(*this, data, start, end); });
}

Size NewlineMode::find_end(const char32_t* text, Size start, Size end) const noexcept {
    return find_line_end(*this, text, start, end);
}

Result<NewlineMode> parse_newline(Object* value, const char* function) {
    if (!value || is_none(value)) return NewlineMode{true, true, ""};
    if (!is_str(value)) return raise_bad_argument(function, "argument 'newline'", "str or None", value);
    auto* text = static_cast<Str*>(value);
    if (text->size == 0) return NewlineMode{true, false, ""};
    for (const char* ending : {"\n", "\r", "\r\n"})
        if (str_equal(text, ending)) return NewlineMode{false, false, ending};
    // StringIO shows the value as repr() does, the others as it is.
    const Ref<Str> shown = std::string_view(function) == "StringIO" ? TRY(str_repr(text)) : share(text);
    return raise(value_error_type, fmt::format("illegal newline value: {}", str_utf8(shown.get())));
}

// --- IncrementalNewlineDecoder

namespace {

struct NewlineDecoder : Object {
    Object* decoder;  // None: the input is text already
    Object* errors;
    NewlineState state;
    bool translate;
};

NewlineDecoder* as_decoder(Object* object) noexcept { return static_cast<NewlineDecoder*>(object); }

NewRef decoder_new(Type* type, Tuple*, Dict*) { return NewRef(allocate_instance(type)); }

Status decoder_init(Object* self, Tuple* arguments, Dict* keywords) {
    static constexpr const char* names[] = {"decoder", "translate", "errors"};
    Object* bound[3];
    TRY(bind_arguments("IncrementalNewlineDecoder", names, arguments, keywords, bound, 2));
    NewlineDecoder* decoder = as_decoder(self);
    decoder->translate = TRY(argument_int(bound[1])) != 0;
    decoder->state = {};
    incref(bound[0]);
    xdecref(std::exchange(decoder->decoder, bound[0]));
    Object* errors = bound[2] ? bound[2] : name<"strict">;
    incref(errors);
    xdecref(std::exchange(decoder->errors, errors));
    return done;
}

void decoder_clear(Object* self) {
    xdecref(std::exchange(as_decoder(self)->decoder, nullptr));
    xdecref(std::exchange(as_decoder(self)->errors, nullptr));
}

void decoder_dealloc(Object* self) noexcept {
    if (self->type->has(type_flag::collected)) untrack(self);
    decoder_clear(self);
    free_object(self);
}

int decoder_traverse(Object* self, Visit visit, void* context) {
    NewlineDecoder* decoder = as_decoder(self);
    if (decoder->decoder)
        if (int result = visit(decoder->decoder, context)) return result;
    return decoder->errors ? visit(decoder->errors, context) : 0;
}

Status check_decoder(Object* self) {
    if (as_decoder(self)->decoder) return done;
    return raise(value_error_type, "IncrementalNewlineDecoder.__init__() not called");
}

NewRef decoder_decode(Object* self, Object* const* arguments) {
    TRY(check_decoder(self));
    NewlineDecoder* decoder = as_decoder(self);
    const bool final = TRY(truth(arguments[1]));
    Ref<Object> text = share(arguments[0]);
    if (!is_none(decoder->decoder))
        text = TRY(call_method(decoder->decoder, name<"decode">,
                               {arguments[0], TRY(Ref<Object>(new_bool(final))).get()}));
    if (!is_str(text.get()))
        return raise(type_error_type,
                     fmt::format("decoder should return a string result, not '{}'", text->type->name));
    return decoder->state.decode(Ref<Str>::steal(static_cast<Str*>(text.release())), decoder->translate, final);
}

NewRef decoder_getstate(Object* self, Object* const*) {
    TRY(check_decoder(self));
    NewlineDecoder* decoder = as_decoder(self);
    Ref<Object> buffer = TRY(new_bytes({})), flags = new_int(0);
    if (!is_none(decoder->decoder)) {
        Ref<Object> state = TRY(call_method(decoder->decoder, name<"getstate">));
        if (!is_tuple(state.get())) return raise(type_error_type, "illegal decoder state");
        auto* pair = static_cast<Tuple*>(state.get());
        if (pair->size != 2 || !is_int((*pair)[1])) return raise(type_error_type, "illegal decoder state");
        buffer = share((*pair)[0]);
        flags = share((*pair)[1]);
    }
    const Size old_flags = TRY(index_size(flags.get(), &overflow_error_type));
    Ref<Int> with_cr = new_int(old_flags << 1 | static_cast<Size>(decoder->state.pending_cr));
    Object* items[] = {buffer.get(), with_cr.get()};
    return new_tuple(items);
}

NewRef decoder_setstate(Object* self, Object* const* arguments) {
    TRY(check_decoder(self));
    NewlineDecoder* decoder = as_decoder(self);
    if (!is_tuple(arguments[0])) return raise(type_error_type, "state argument must be a tuple");
    auto* pair = static_cast<Tuple*>(arguments[0]);
    if (pair->size != 2) return raise(type_error_type, "setstate(): illegal state argument");
    const Size flags = TRY(index_size((*pair)[1], &overflow_error_type));
    decoder->state.pending_cr = flags & 1;
    if (is_none(decoder->decoder)) return new_none();
    Ref<Int> inner = new_int(flags >> 1);
    Object* items[] = {(*pair)[0], inner.get()};
    Ref<Tuple> state = TRY(new_tuple(items));
    return call_method(decoder->decoder, name<"setstate">, {state.get()});
}

NewRef decoder_reset(Object* self, Object* const*) {
    TRY(check_decoder(self));
    as_decoder(self)->state = {};
    if (is_none(as_decoder(self)->decoder)) return new_none();
    return call_method(as_decoder(self)->decoder, name<"reset">);
}

NewRef decoder_get_newlines(Object* self) {
    TRY(check_decoder(self));
    return newlines_seen(as_decoder(self)->state.seen);
}

constexpr NativeDef decoder_methods[] = {
    {"decode", decoder_decode, "($self, /, input, final=False)", "The next piece of text."},
    {"getstate", decoder_getstate, "($self, /)", "The pair (octets kept back, flags)."},
    {"setstate", decoder_setstate, "($self, state, /)", "Goes back to what getstate() returned."},
    {"reset", decoder_reset, "($self, /)", "Forgets what is kept back and what was seen."},
};

constexpr GetSetDef decoder_getset[] = {{"newlines", decoder_get_newlines, nullptr, nullptr}};

const TypeSpec decoder_spec = {
    .name = "_io.IncrementalNewlineDecoder",
    .basic_size = sizeof(NewlineDecoder),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "Decodes piece by piece and notes, or translates, the line ends.",
    .slots = {.new_ = decoder_new,
              .init = decoder_init,
              .dealloc = decoder_dealloc,
              .traverse = decoder_traverse,
              .clear = decoder_clear},
    .methods = decoder_methods,
    .getset = decoder_getset,
    .signature = "(decoder, translate, errors='strict')",
};

}  // namespace

Type newline_decoder_type(decoder_spec);

}  // namespace minipy
