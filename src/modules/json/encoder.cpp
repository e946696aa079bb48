// _json.make_encoder: writes values as JSON text, and the module's table.
//
// One builder takes the whole text; what is no JSON type goes through `default`. Invariant: the ids of the
// containers being written are keys of `markers` (if it is a dict), so that one inside itself is found.
//
// CPython: Modules/_json.c (encoder_listencode_obj ...)
#include <cmath>

#include "modules/json/json.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/call.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

using WriteString = void (*)(StrBuilder& out, const Str* text);

struct JsonEncoder : Object {
    Object* markers;  // a dict or None
    Object* default_function;
    Object* encoder;
    Object* indent;
    Str* key_separator;
    Str* item_separator;
    bool sort_keys, skip_keys, allow_nan;
    WriteString write_string;  // what `encoder` does if it is one of this module's; else null
};

JsonEncoder* as_encoder(Object* self) noexcept { return static_cast<JsonEncoder*>(self); }

using EncoderLife =
    OwnedFields<JsonEncoder, &JsonEncoder::markers, &JsonEncoder::default_function, &JsonEncoder::encoder,
                &JsonEncoder::indent, &JsonEncoder::key_separator, &JsonEncoder::item_separator>;

/// One call of the encoder.
class Writer {
  public:
    explicit Writer(JsonEncoder* encoder) : encoder_(encoder) {}

    Status value(Object* object) {
        if (write_constant(object)) return done;
        if (is_str(object)) return string(static_cast<Str*>(object));
        if (is_int(object)) return integer(object);
        if (is_float(object)) return number(float_value(object));
        if (is_list(object) || is_tuple(object)) return nested(&Writer::array, object);
        if (is_dict(object)) return nested(&Writer::members, object);
        return other(object);
    }
    Ref<Str> finish() { return out_.finish(); }

  private:
    bool write_constant(Object* object) {
        if (is_none(object))
            out_.append_ascii("null");
        else if (is_bool(object))
            out_.append_ascii(object == &true_object ? "true" : "false");
        else
            return false;
        return true;
    }

    Status string(Str* text) {
        if (encoder_->write_string) {
            encoder_->write_string(out_, text);
            return done;
        }
        Ref<Object> literal = TRY(call(encoder_->encoder, {text}));
        if (!is_str(literal.get()))
            return raise(type_error_type,
                         fmt::format("encoder() must return a string, not {}", literal->type->name));
        out_.append(static_cast<Str*>(literal.get()));
        return done;
    }

    Status integer(Object* object) {
        Ref<Str> digits = TRY(int_repr(as_int(object)));
        out_.append_ascii(digits->view1());
        return done;
    }

    Status number(double value) {
        if (!std::isfinite(value)) {
            if (!encoder_->allow_nan)
                return raise(value_error_type, "Out of range float values are not JSON compliant");
            out_.append_ascii(std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
            return done;
        }
        out_.append_ascii(double_repr(value));
        return done;
    }

    /// Writes what lies inside the object; ValueError if that is being written already.
    Status nested(Status (Writer::*write)(Object*), Object* object) {
        RecursionGuard guard(" while encoding a JSON object");
        if (!guard.entered()) return failed;
        Ref<Object> keep = share(object);
        if (is_none(encoder_->markers)) return (this->*write)(object);
        auto* markers = static_cast<Dict*>(encoder_->markers);
        Ref<Int> id = new_int_unsigned(reinterpret_cast<std::uintptr_t>(object));
        if (TRY(dict_get(markers, id.get()))) return raise(value_error_type, "Circular reference detected");
        TRY(dict_set(markers, id.get(), object));
        TRY((this->*write)(object));
        return dict_delete(markers, id.get());
    }

    Status array(Object* sequence) {
        Ref<Tuple> keep;  // a list may change while its items are written
        if (is_tuple(sequence)) keep = share(static_cast<Tuple*>(sequence));
        auto size = [&] { return static_cast<VarObject*>(sequence)->size; };
        auto item = [&](Size i) { return share(keep ? (*keep)[i] : static_cast<List*>(sequence)->items[i]); };
        out_.append('[');
        for (Size i = 0; i < size(); ++i) {
            if (i) out_.append(encoder_->item_separator);
            TRY(value(item(i).get()));
        }
        out_.append(']');
        return done;
    }

    /// The key as a string literal; false if it is skipped.
    Result<bool> key(Object* object, bool first) {
        const bool known = is_str(object) || is_float(object) || is_none(object) || is_int(object);
        if (!known && encoder_->skip_keys) return false;
        if (!known)
            return raise(type_error_type,
                         fmt::format("keys must be str, int, float, bool or None, not {}", object->type->name));
        if (!first) out_.append(encoder_->item_separator);
        if (is_str(object)) {
            TRY(string(static_cast<Str*>(object)));
        } else if (encoder_->write_string) {
            out_.append('"');
            TRY(value(object));
            out_.append('"');
        } else {
            Writer text(encoder_);
            TRY(text.value(object));
            Ref<Str> shown = TRY(text.finish());
            TRY(string(shown.get()));
        }
        out_.append(encoder_->key_separator);
        return true;
    }

    Status member(Object* key_object, Object* member_value, bool& first) {
        if (!TRY(key(key_object, first))) return done;
        first = false;
        return value(member_value);
    }

    Status members(Object* object) {
        out_.append('{');
        if (static_cast<Dict*>(object)->used) {
            Ref<List> items = new_list();
            Ref<Object> view = TRY(call_method(object, name<"items">));
            TRY(list_extend(items.get(), view.get()));
            if (encoder_->sort_keys) TRY(list_sort(items.get()));
            bool first = true;
            for (Size i = 0; i < items->size; ++i) {
                Ref<Object> item = share(items->items[i]);
                const auto* pair = static_cast<Tuple*>(item.get());
                if (!is_tuple(item.get()) || pair->size != 2)
                    return raise(value_error_type, "items must return 2-tuples");
                TRY(member((*pair)[0], (*pair)[1], first));
            }
        }
        out_.append('}');
        return done;
    }

    Status replacement(Object* object) {
        Ref<Object> replaced = TRY(call(encoder_->default_function, {object}));
        return value(replaced.get());
    }

    Status other(Object* object) { return nested(&Writer::replacement, object); }

    JsonEncoder* encoder_;
    StrBuilder out_;
};

NewRef encoder_call(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"obj", "_current_indent_level"};
    Object* bound[2];
    TRY(bind_arguments("_iterencode", names, arguments, keywords_or_null, bound, 2));
    TRY(argument_size(bound[1]));
    Writer writer(as_encoder(self));
    TRY(writer.value(bound[0]));
    Ref<Object> text = TRY(writer.finish());
    Object* items[] = {text.get()};
    return new_list(items);
}

/// The writer that a native of this module stands for, or null.
WriteString known_writer(const Object* encoder) noexcept {
    if (!is_exactly(encoder, builtin_function_type)) return nullptr;
    const NativeFunction function =
        static_cast<const BuiltinFunction*>(encoder)->signature->definition->function;
    if (function == json_encode_basestring_ascii) return write_ascii_json_string;
    if (function == json_encode_basestring) return write_json_string;
    return nullptr;
}

NewRef encoder_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"markers",   "default",       "encoder",
                                            "indent",    "key_separator", "item_separator",
                                            "sort_keys", "skipkeys",      "allow_nan"};
    Object* bound[9];
    TRY(bind_arguments("make_encoder", names, arguments, keywords_or_null, bound, 9));
    for (int i : {4, 5})
        if (!is_str(bound[i]))
            return raise_bad_argument("make_encoder", fmt::format("argument {}", i + 1), "str", bound[i]);
    bool flags[3];
    for (int i = 0; i < 3; ++i) flags[i] = TRY(truth(bound[6 + i]));
    if (!is_none(bound[0]) && !is_dict(bound[0]))
        return raise_bad_argument("make_encoder", "argument 1", "dict or None", bound[0]);
    auto* made = static_cast<JsonEncoder*>(allocate_instance(type));
    made->markers = share(bound[0]).release();
    made->default_function = share(bound[1]).release();
    made->encoder = share(bound[2]).release();
    made->indent = share(bound[3]).release();
    made->key_separator = share(static_cast<Str*>(bound[4])).release();
    made->item_separator = share(static_cast<Str*>(bound[5])).release();
    made->sort_keys = flags[0];
    made->skip_keys = flags[1];
    made->allow_nan = flags[2];
    made->write_string = known_writer(bound[2]);
    return NewRef(made);
}

constexpr MemberDef encoder_members[] = {
    {"markers", MemberKind::Object, offsetof(JsonEncoder, markers), true, "markers"},
    {"default", MemberKind::Object, offsetof(JsonEncoder, default_function), true, "default"},
    {"encoder", MemberKind::Object, offsetof(JsonEncoder, encoder), true, "encoder"},
    {"indent", MemberKind::Object, offsetof(JsonEncoder, indent), true, "indent"},
    {"key_separator", MemberKind::Object, offsetof(JsonEncoder, key_separator), true, "key_separator"},
    {"item_separator", MemberKind::Object, offsetof(JsonEncoder, item_separator), true, "item_separator"},
    {"sort_keys", MemberKind::Bool, offsetof(JsonEncoder, sort_keys), true, "sort_keys"},
    {"skipkeys", MemberKind::Bool, offsetof(JsonEncoder, skip_keys), true, "skipkeys"},
};

const TypeSpec encoder_spec = {
    .name = "_json.Encoder",
    .basic_size = sizeof(JsonEncoder),
    .flags = type_flag::collected,
    .doc = "Writes values as JSON text.",
    .slots = {.new_ = encoder_new,
              .dealloc = EncoderLife::dealloc,
              .traverse = EncoderLife::traverse,
              .clear = EncoderLife::clear,
              .call = encoder_call},
    .members = encoder_members,
};

constexpr NativeDef json_functions[] = {
    {"encode_basestring_ascii", json_encode_basestring_ascii, "-($module, string, /)",
     "The text as a JSON string literal of ASCII characters alone."},
    {"encode_basestring", json_encode_basestring, "-($module, string, /)",
     "The text as a JSON string literal."},
    {"scanstring", json_scanstring, "-($module, string, end, strict=True, /)",
     "Reads a string literal from behind its opening quote on; gives it and the position behind it."},
};

Status json_fill(Module* module) {
    ready_type(json_scanner_type);
    ready_type(json_encoder_type);
    TRY(module_set(module, "make_scanner", &json_scanner_type));
    return module_set(module, "make_encoder", &json_encoder_type);
}

const ModuleSpec json_spec = {"_json", "The inner loops of json.", json_functions, json_fill};

}  // namespace

Type json_encoder_type(encoder_spec);

Ref<Module> make_json_module() { return new_native_module(json_spec); }

}  // namespace minipy
