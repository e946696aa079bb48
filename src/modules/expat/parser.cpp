// xmlparser: feeding expat, and the attributes of the parser.
//
// CPython: Modules/pyexpat.c (xmlparse_...)
#include <algorithm>
#include <climits>
#include <memory>

#include "modules/buffer_argument.h"
#include "modules/expat/expat.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"

namespace minipy::expat {
namespace {

constexpr Size usual_text_limit = 8192, largest_piece = 1 << 20, file_piece = 2048;

/// What expat has answered, or the exception: one of a handler first.
NewRef finish(XmlParser* parser, XML_Status status) {
    if (pending_exception()) return failed;
    if (status == XML_STATUS_ERROR) return raise_error(parser->parser, XML_GetErrorCode(parser->parser));
    TRY(flush_text(parser));
    return new_int(status);
}

/// Feeds the octets, in pieces that expat can count.
XML_Status feed(XmlParser* parser, std::string_view octets, bool is_final) {
    XML_Status status;
    do {
        const std::size_t piece = std::min<std::size_t>(octets.size(), largest_piece);
        const bool is_last = piece == octets.size();
        status = XML_Parse(parser->parser, octets.data(), static_cast<int>(piece), is_last && is_final);
        octets.remove_prefix(piece);
    } while (status == XML_STATUS_OK && !octets.empty() && !pending_exception());
    return status;
}

/// Marks the parser as busy: expat cannot be fed from one of its own events.
class Parsing {
  public:
    explicit Parsing(XmlParser* parser) : keep_(share<Object>(parser)), parser_(parser) {
        entered_ = !std::exchange(parser->parsing, true);
    }
    ~Parsing() {
        if (entered_) parser_->parsing = false;
    }
    Parsing(const Parsing&) = delete;
    Parsing& operator=(const Parsing&) = delete;
    Status check() const {
        if (entered_) return done;
        return raise(runtime_error_type, "the parser is parsing already");
    }

  private:
    Ref<Object> keep_;
    XmlParser* parser_;
    bool entered_;
};

NewRef parser_parse(Object* self, Object* const* arguments) {
    XmlParser* parser = as_parser(self);
    const bool is_final = arguments[1] && TRY(truth(arguments[1]));
    Parsing parsing(parser);
    TRY(parsing.check());
    if (is_str(arguments[0])) {
        const std::string_view text = TRY(strict_utf8(static_cast<Str*>(arguments[0])));
        (void)XML_SetEncoding(parser->parser, "utf-8");
        return finish(parser, feed(parser, text, is_final));
    }
    HeldBuffer data;
    TRY(get_buffer(arguments[0], data, buffer_flag::simple));
    return finish(parser, feed(parser, data.view(), is_final));
}

NewRef parser_parse_file(Object* self, Object* const* arguments) {
    XmlParser* parser = as_parser(self);
    Ref<Object> read;
    TRY(find_attribute(arguments[0], name<"read">, read));
    if (!read) return raise(type_error_type, "argument must have 'read' attribute");
    Parsing parsing(parser);
    TRY(parsing.check());
    for (;;) {
        Ref<Object> piece = TRY(call(read.get(), {new_int(file_piece).get()}));
        HeldBuffer data;
        if (!is_bytes(piece.get()) && !is_instance_of(piece.get(), bytearray_type))
            return raise(type_error_type,
                         fmt::format("read() did not return a bytes object (type={})", piece->type->name));
        TRY(get_buffer(piece.get(), data, buffer_flag::simple));
        if (data.size > file_piece)
            return raise(value_error_type,
                         fmt::format("read() returned too much data: {} bytes requested, {} returned",
                                     file_piece, data.size));
        const bool is_last = data.size == 0;
        const XML_Status status = feed(parser, data.view(), is_last);
        if (status != XML_STATUS_OK || is_last || pending_exception()) return finish(parser, status);
    }
}

NewRef parser_set_base(Object* self, Object* const* arguments) {
    const char* base = TRY(c_string_argument(arguments[0], "SetBase"));
    if (!XML_SetBase(as_parser(self)->parser, base)) return raise(memory_error_type);
    return new_none();
}

NewRef parser_get_base(Object* self, Object* const*) {
    const XML_Char* base = XML_GetBase(as_parser(self)->parser);
    if (!base) return new_none();
    return str_from_utf8(base);
}

NewRef parser_get_input_context(Object* self, Object* const*) {
    XmlParser* parser = as_parser(self);
    if (!parser->parsing) return new_none();
    int offset, size;
    const char* context = XML_GetInputContext(parser->parser, &offset, &size);
    if (!context) return new_none();
    return new_bytes({context + offset, static_cast<std::size_t>(size - offset)});
}

Ref<XmlParser> new_parser(XML_Parser raw, Object* intern_or_null) {
    if (!raw) return raise(memory_error_type);
    XmlParser* made = as_parser(allocate_instance(&xml_parser_type));
    std::construct_at(&made->text);
    made->parser = raw;
    made->text_limit = usual_text_limit;
    made->intern = share(intern_or_null).release();
    XML_SetUserData(raw, made);
    XML_SetUnknownEncodingHandler(raw, unknown_encoding, nullptr);
    return Ref<XmlParser>::steal(made);
}

NewRef parser_external(Object* self, Object* const* arguments) {
    XmlParser* parser = as_parser(self);
    const char* context =
        is_none(arguments[0])
            ? nullptr
            : TRY(c_string_argument(arguments[0], "ExternalEntityParserCreate", "argument 1"));
    const char* encoding =
        arguments[1] ? TRY(c_string_argument(arguments[1], "ExternalEntityParserCreate", "argument 2"))
                     : nullptr;
    Ref<XmlParser> made =
        TRY(new_parser(XML_ExternalEntityParserCreate(parser->parser, context, encoding), parser->intern));
    made->parent = share<Object>(parser).release();
    made->buffer_text = parser->buffer_text;
    made->text_limit = parser->text_limit;
    made->ordered_attributes = parser->ordered_attributes;
    made->specified_attributes = parser->specified_attributes;
    made->namespace_prefixes = parser->namespace_prefixes;
    for (int i = 0; i < handler_count; ++i) {
        made->handlers[i] = share(parser->handlers[i]).release();
        install_handler(made.get(), static_cast<Handler>(i));
    }
    return made;
}

NewRef parser_set_param_entity_parsing(Object* self, Object* const* arguments) {
    const int flag = TRY(argument_int(arguments[0]));
    return new_int(
        XML_SetParamEntityParsing(as_parser(self)->parser, static_cast<XML_ParamEntityParsing>(flag)));
}

NewRef parser_use_foreign_dtd(Object* self, Object* const* arguments) {
    const bool flag = !arguments[0] || TRY(truth(arguments[0]));
    const XML_Error error = XML_UseForeignDTD(as_parser(self)->parser, flag ? XML_TRUE : XML_FALSE);
    if (error != XML_ERROR_NONE) return raise_error(as_parser(self)->parser, error);
    return new_none();
}

// --- attributes

Failure raise_no_deletion() { return raise(runtime_error_type, "Cannot delete attribute"); }

template <int which>
NewRef get_handler(Object* self) {
    Object* handler = as_parser(self)->handlers[which];
    return handler ? new_ref(handler) : new_none();
}

template <int which>
Status set_handler(Object* self, Object* value_or_null) {
    XmlParser* parser = as_parser(self);
    if (!value_or_null) return raise_no_deletion();
    if (which == character_data) TRY(flush_text(parser));
    replace_field(parser->handlers[which], is_none(value_or_null) ? Ref<Object>() : share(value_or_null));
    install_handler(parser, static_cast<Handler>(which));
    return done;
}

template <bool XmlParser::*flag>
NewRef get_flag(Object* self) {
    return new_bool(as_parser(self)->*flag);
}

template <bool XmlParser::*flag>
Status set_flag(Object* self, Object* value_or_null) {
    XmlParser* parser = as_parser(self);
    if (!value_or_null) return raise_no_deletion();
    const bool value = TRY(truth(value_or_null));
    if (flag == &XmlParser::buffer_text && !value) TRY(flush_text(parser));
    if (flag == &XmlParser::namespace_prefixes) XML_SetReturnNSTriplet(parser->parser, value);
    parser->*flag = value;
    return done;
}

NewRef get_buffer_size(Object* self) { return new_int(as_parser(self)->text_limit); }
NewRef get_buffer_used(Object* self) { return new_int(static_cast<Size>(as_parser(self)->text.size())); }

Status set_buffer_size(Object* self, Object* value_or_null) {
    if (!value_or_null) return raise_no_deletion();
    if (!is_int(value_or_null)) return raise(type_error_type, "buffer_size must be an integer");
    const Size size = TRY(argument_size(value_or_null));
    if (size <= 0) return raise(value_error_type, "buffer_size must be greater than zero");
    if (size > INT_MAX)
        return raise(value_error_type, fmt::format("buffer_size must not be greater than {}", INT_MAX));
    if (size != as_parser(self)->text_limit) TRY(flush_text(as_parser(self)));
    as_parser(self)->text_limit = size;
    return done;
}

template <auto function>
NewRef get_number(Object* self) {
    return new_int(static_cast<std::int64_t>(function(as_parser(self)->parser)));
}

int parser_traverse(Object* self, Visit visit, void* context) {
    XmlParser* parser = as_parser(self);
    for (Object* handler : parser->handlers)
        if (int result = handler ? visit(handler, context) : 0) return result;
    for (Object* field : {parser->intern, parser->parent})
        if (int result = field ? visit(field, context) : 0) return result;
    return 0;
}

void parser_clear(Object* self) {
    XmlParser* parser = as_parser(self);
    for (int i = 0; i < handler_count; ++i) {
        Ref<Object> dropped = Ref<Object>::steal(std::exchange(parser->handlers[i], nullptr));
        install_handler(parser, static_cast<Handler>(i));
    }
    replace_field(parser->intern, Ref<Object>());
}

void parser_dealloc(Object* self) noexcept {
    untrack(self);
    parser_clear(self);
    XmlParser* parser = as_parser(self);
    XML_ParserFree(parser->parser);
    xdecref(parser->parent);  // its parser shares tables with this one: it goes last
    std::destroy_at(&parser->text);
    free_object(self);
}

constexpr NativeDef parser_methods[] = {
    {"Parse", parser_parse, "($self, data, isfinal=False, /)",
     "Parses a piece of a document; isfinal says that it is the last."},
    {"ParseFile", parser_parse_file, "($self, file, /)", "Parses what the file-like object holds."},
    {"SetBase", parser_set_base, "($self, base, /)", "Sets the address that relative ones are relative to."},
    {"GetBase", parser_get_base, "($self, /)", "The address that relative ones are relative to."},
    {"GetInputContext", parser_get_input_context, "($self, /)",
     "Within an event: the input from where the event began on; else None."},
    {"ExternalEntityParserCreate", parser_external,
     "($self, context, encoding=<unrepresentable>,\n                           /)",
     "A parser for an external entity, with the same handlers."},
    {"SetParamEntityParsing", parser_set_param_entity_parsing, "($self, flag, /)",
     "Whether parameter entities, and the external subset, are parsed. Whether that could be set."},
    {"UseForeignDTD", parser_use_foreign_dtd, "($self, flag=True, /)",
     "A document without an external subset gets one from the program."},
};

template <std::size_t... which>
constexpr auto parser_getset(std::index_sequence<which...>) {
    return std::array{
        GetSetDef{handler_attributes[which], get_handler<which>, set_handler<which>, nullptr}...,
        GetSetDef{"ErrorCode", get_number<XML_GetErrorCode>, nullptr, nullptr},
        GetSetDef{"ErrorLineNumber", get_number<XML_GetCurrentLineNumber>, nullptr, nullptr},
        GetSetDef{"ErrorColumnNumber", get_number<XML_GetCurrentColumnNumber>, nullptr, nullptr},
        GetSetDef{"ErrorByteIndex", get_number<XML_GetCurrentByteIndex>, nullptr, nullptr},
        GetSetDef{"CurrentLineNumber", get_number<XML_GetCurrentLineNumber>, nullptr, nullptr},
        GetSetDef{"CurrentColumnNumber", get_number<XML_GetCurrentColumnNumber>, nullptr, nullptr},
        GetSetDef{"CurrentByteIndex", get_number<XML_GetCurrentByteIndex>, nullptr, nullptr},
        GetSetDef{"buffer_size", get_buffer_size, set_buffer_size, nullptr},
        GetSetDef{"buffer_used", get_buffer_used, nullptr, nullptr},
        GetSetDef{"buffer_text", get_flag<&XmlParser::buffer_text>, set_flag<&XmlParser::buffer_text>, nullptr},
        GetSetDef{"namespace_prefixes", get_flag<&XmlParser::namespace_prefixes>,
                  set_flag<&XmlParser::namespace_prefixes>, nullptr},
        GetSetDef{"ordered_attributes", get_flag<&XmlParser::ordered_attributes>,
                  set_flag<&XmlParser::ordered_attributes>, nullptr},
        GetSetDef{"specified_attributes", get_flag<&XmlParser::specified_attributes>,
                  set_flag<&XmlParser::specified_attributes>, nullptr},
    };
}

constexpr auto parser_attributes = parser_getset(std::make_index_sequence<handler_count>{});
constexpr MemberDef parser_members[] = {
    {"intern", MemberKind::Object, offsetof(XmlParser, intern), true, nullptr},
};

const TypeSpec parser_spec = {
    .name = "pyexpat.xmlparser",
    .basic_size = sizeof(XmlParser),
    .flags = type_flag::collected | type_flag::disallow_new,
    .doc = "A parser of XML that tells events to its handlers.",
    .slots = {.dealloc = parser_dealloc, .traverse = parser_traverse, .clear = parser_clear},
    .methods = parser_methods,
    .getset = parser_attributes,
    .members = parser_members,
};

}  // namespace

Type xml_parser_type(parser_spec);

NewRef parser_create(Object*, Object* const* arguments) {
    const auto text = [&](int i, const char* what) -> Result<const char*> {
        if (is_none(arguments[i])) return static_cast<const char*>(nullptr);
        if (!is_str(arguments[i]))
            return raise_bad_argument(fmt::format("ParserCreate() argument '{}'", what), "str or None",
                                      arguments[i]);
        return c_string_argument(arguments[i], "ParserCreate");
    };
    const char* encoding = TRY(text(0, "encoding"));
    const char* separator = TRY(text(1, "namespace_separator"));
    if (separator && separator[0] && separator[1])
        return raise(value_error_type, "namespace_separator must be at most one character, omitted, or None");
    Ref<Object> intern = share(arguments[2]);
    if (!intern)
        intern = new_dict();
    else if (is_none(intern.get()))
        intern.reset();
    else if (!is_dict(intern.get()))
        return raise(type_error_type, "intern must be a dictionary");
    return new_parser(XML_ParserCreate_MM(encoding, nullptr, separator), intern.get());
}

}  // namespace minipy::expat
