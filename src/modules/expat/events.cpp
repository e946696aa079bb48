// The events of expat, each turned into a call of the function that asked for it.
//
// CPython: Modules/pyexpat.c (VOID_HANDLER, my_StartElementHandler, PyUnknownEncodingHandler)
#include <initializer_list>

#include "modules/expat/expat.h"
#include "modules/support.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/singletons.h"

namespace minipy::expat {
namespace {

Ref<Object> text_or_none(const XML_Char* text) {
    if (!text) return new_none();
    return str_from_utf8(text);
}
Ref<Object> text_or_none(const XML_Char* text, int size) {
    if (!text) return new_none();
    return str_from_utf8({text, static_cast<std::size_t>(size)});
}

/// A name, as the one object that the parser's names have in common.
Ref<Object> interned(XmlParser* parser, const XML_Char* text) {
    if (!text) return new_none();
    Ref<Str> name = str_from_utf8(text);
    if (!parser->intern) return name;
    return share(TRY(dict_set_default(static_cast<Dict*>(parser->intern), name.get(), name.get())));
}

/// Stops the parser because of the pending exception.
void stop(XmlParser* parser) noexcept { XML_StopParser(parser->parser, XML_FALSE); }

/// Calls the handler; its result, or empty when parsing is over.
Ref<Object> tell(XmlParser* parser, Handler which, std::initializer_list<Ref<Object>> arguments) {
    std::array<Object*, 8> borrowed{};
    Size count = 0;
    for (const Ref<Object>& argument : arguments) {
        if (!argument) {
            stop(parser);
            return failed;
        }
        borrowed[count++] = argument.get();
    }
    Ref<Object> handler = share(parser->handlers[which]);
    if (!handler) return share<Object>(&none);  // a key of `intern` has taken it away
    Ref<Object> result = call(handler.get(), borrowed.data(), count);
    if (!result) stop(parser);
    return result;
}

/// Whether the event is to be told: a handler is there, and nothing has gone wrong. Tells waiting text first.
XmlParser* ready(void* data, Handler which) {
    auto* parser = static_cast<XmlParser*>(data);
    if (!parser->handlers[which] || pending_exception()) return nullptr;
    if (flush_text(parser)) return parser->handlers[which] ? parser : nullptr;
    stop(parser);
    return nullptr;
}

/// Attributes as a dict, or as a list of names and values in turn.
Ref<Object> attributes_of(XmlParser* parser, const XML_Char** attributes) {
    int count = 0;
    if (parser->specified_attributes)
        count = XML_GetSpecifiedAttributeCount(parser->parser);
    else
        while (attributes[count]) count += 2;
    Ref<List> list = new_list();
    Ref<Dict> dict = new_dict();
    for (int i = 0; i < count; i += 2) {
        Ref<Object> name = TRY(interned(parser, attributes[i]));
        Ref<Str> value = str_from_utf8(attributes[i + 1]);
        if (parser->ordered_attributes) {
            TRY(list_append(list.get(), name.get()));
            TRY(list_append(list.get(), value.get()));
        } else {
            TRY(dict_set(dict.get(), name.get(), value.get()));
        }
    }
    if (parser->ordered_attributes) return list;
    return dict;
}

/// (type, quantifier, name, children) of a content model.
Ref<Object> model_tuple(XmlParser* parser, const XML_Content& model) {
    RecursionGuard guard(" in a content model");
    if (!guard.entered()) return failed;
    Ref<Tuple> children = new_tuple({});
    if (model.numchildren) {
        Ref<List> list = new_list();
        for (unsigned i = 0; i < model.numchildren; ++i)
            TRY(list_append(list.get(), TRY(model_tuple(parser, model.children[i])).get()));
        children = TRY(list_to_tuple(list.get()));
    }
    Ref<Object> name = TRY(interned(parser, model.name));
    return pack({new_int(model.type).get(), new_int(model.quant).get(), name.get(), children.get()});
}

// --- the functions that expat calls

void on_start_element(void* data, const XML_Char* name, const XML_Char** attributes) {
    if (XmlParser* parser = ready(data, start_element))
        (void)tell(parser, start_element, {interned(parser, name), attributes_of(parser, attributes)});
}

void on_character_data(void* data, const XML_Char* text, int size) {
    auto* parser = static_cast<XmlParser*>(data);
    if (!parser->handlers[character_data] || pending_exception()) return;
    const std::string_view piece(text, static_cast<std::size_t>(size));
    if (!parser->buffer_text) {
        (void)tell(parser, character_data, {str_from_utf8(piece)});
        return;
    }
    if (static_cast<Size>(parser->text.size() + piece.size()) > parser->text_limit && !flush_text(parser))
        return stop(parser);
    if (static_cast<Size>(piece.size()) > parser->text_limit)
        (void)tell(parser, character_data, {str_from_utf8(piece)});
    else
        parser->text.append(piece);
}

template <Handler which>
void on_name(void* data, const XML_Char* name) {
    if (XmlParser* parser = ready(data, which)) (void)tell(parser, which, {interned(parser, name)});
}

template <Handler which>
void on_nothing(void* data) {
    if (XmlParser* parser = ready(data, which)) (void)tell(parser, which, {});
}

template <Handler which>
void on_text(void* data, const XML_Char* text, int size) {
    if (XmlParser* parser = ready(data, which)) (void)tell(parser, which, {text_or_none(text, size)});
}

void on_comment(void* data, const XML_Char* text) {
    if (XmlParser* parser = ready(data, comment)) (void)tell(parser, comment, {text_or_none(text)});
}

void on_processing_instruction(void* data, const XML_Char* target, const XML_Char* text) {
    if (XmlParser* parser = ready(data, processing_instruction))
        (void)tell(parser, processing_instruction, {interned(parser, target), text_or_none(text)});
}

void on_start_namespace(void* data, const XML_Char* prefix, const XML_Char* uri) {
    if (XmlParser* parser = ready(data, start_namespace))
        (void)tell(parser, start_namespace, {interned(parser, prefix), interned(parser, uri)});
}

void on_unparsed_entity(void* data, const XML_Char* name, const XML_Char* base, const XML_Char* system,
                        const XML_Char* public_id, const XML_Char* notation_name) {
    if (XmlParser* p = ready(data, unparsed_entity))
        (void)tell(p, unparsed_entity,
                   {interned(p, name), interned(p, base), interned(p, system), interned(p, public_id),
                    interned(p, notation_name)});
}

void on_notation(void* data, const XML_Char* name, const XML_Char* base, const XML_Char* system,
                 const XML_Char* public_id) {
    if (XmlParser* p = ready(data, notation))
        (void)tell(p, notation,
                   {interned(p, name), interned(p, base), interned(p, system), interned(p, public_id)});
}

void on_start_doctype(void* data, const XML_Char* name, const XML_Char* system, const XML_Char* public_id,
                      int has_internal) {
    if (XmlParser* p = ready(data, start_doctype))
        (void)tell(p, start_doctype,
                   {interned(p, name), interned(p, system), interned(p, public_id), new_int(has_internal)});
}

void on_entity(void* data, const XML_Char* name, int is_parameter, const XML_Char* value, int size,
               const XML_Char* base, const XML_Char* system, const XML_Char* public_id,
               const XML_Char* notation_name) {
    if (XmlParser* p = ready(data, entity))
        (void)tell(p, entity,
                   {interned(p, name), new_int(is_parameter), text_or_none(value, size), interned(p, base),
                    interned(p, system), interned(p, public_id), interned(p, notation_name)});
}

void on_xml_declaration(void* data, const XML_Char* version, const XML_Char* encoding, int standalone) {
    if (XmlParser* parser = ready(data, xml_declaration))
        (void)tell(parser, xml_declaration,
                   {text_or_none(version), text_or_none(encoding), new_int(standalone)});
}

void on_element(void* data, const XML_Char* name, XML_Content* model) {
    if (XmlParser* parser = ready(data, element))
        (void)tell(parser, element, {interned(parser, name), model_tuple(parser, *model)});
    XML_FreeContentModel(static_cast<XmlParser*>(data)->parser, model);
}

void on_attribute_list(void* data, const XML_Char* owner, const XML_Char* name, const XML_Char* type,
                       const XML_Char* fallback, int is_required) {
    if (XmlParser* p = ready(data, attribute_list))
        (void)tell(p, attribute_list,
                   {interned(p, owner), interned(p, name), text_or_none(type), text_or_none(fallback),
                    new_int(is_required)});
}

void on_skipped_entity(void* data, const XML_Char* name, int is_parameter) {
    if (XmlParser* parser = ready(data, skipped_entity))
        (void)tell(parser, skipped_entity, {interned(parser, name), new_int(is_parameter)});
}

/// The number that a handler has answered; 0, which stops the parser, if it is none.
int answer(XmlParser* parser, const Ref<Object>& result) {
    if (!result) return 0;
    const Result<int> number = argument_int(result.get());
    if (!number) stop(parser);
    return number ? *number : 0;
}

int on_not_standalone(void* data) {
    XmlParser* parser = ready(data, not_standalone);
    return parser ? answer(parser, tell(parser, not_standalone, {})) : 0;
}

int on_external_entity(XML_Parser raw, const XML_Char* context, const XML_Char* base, const XML_Char* system,
                       const XML_Char* public_id) {
    XmlParser* p = ready(XML_GetUserData(raw), external_entity);
    if (!p) return 0;
    return answer(
        p, tell(p, external_entity,
                {text_or_none(context), interned(p, base), interned(p, system), interned(p, public_id)}));
}

}  // namespace

Status flush_text(XmlParser* parser) {
    if (parser->text.empty()) return done;
    Ref<Str> text = str_from_utf8(parser->text);
    parser->text.clear();
    if (!parser->handlers[character_data]) return done;
    Ref<Object> handler = share(parser->handlers[character_data]);
    TRY(call(handler.get(), {text.get()}));
    return done;
}

void install_handler(XmlParser* self, Handler which) noexcept {
    XML_Parser p = self->parser;
    const bool on = self->handlers[which] != nullptr;
    switch (which) {
        case start_element: return XML_SetStartElementHandler(p, on ? on_start_element : nullptr);
        case end_element: return XML_SetEndElementHandler(p, on ? on_name<end_element> : nullptr);
        case processing_instruction:
            return XML_SetProcessingInstructionHandler(p, on ? on_processing_instruction : nullptr);
        case character_data: return XML_SetCharacterDataHandler(p, on ? on_character_data : nullptr);
        case unparsed_entity: return XML_SetUnparsedEntityDeclHandler(p, on ? on_unparsed_entity : nullptr);
        case notation: return XML_SetNotationDeclHandler(p, on ? on_notation : nullptr);
        case start_namespace: return XML_SetStartNamespaceDeclHandler(p, on ? on_start_namespace : nullptr);
        case end_namespace: return XML_SetEndNamespaceDeclHandler(p, on ? on_name<end_namespace> : nullptr);
        case comment: return XML_SetCommentHandler(p, on ? on_comment : nullptr);
        case start_cdata: return XML_SetStartCdataSectionHandler(p, on ? on_nothing<start_cdata> : nullptr);
        case end_cdata: return XML_SetEndCdataSectionHandler(p, on ? on_nothing<end_cdata> : nullptr);
        case default_handler: return XML_SetDefaultHandler(p, on ? on_text<default_handler> : nullptr);
        case default_expand: return XML_SetDefaultHandlerExpand(p, on ? on_text<default_expand> : nullptr);
        case not_standalone: return XML_SetNotStandaloneHandler(p, on ? on_not_standalone : nullptr);
        case external_entity: return XML_SetExternalEntityRefHandler(p, on ? on_external_entity : nullptr);
        case start_doctype: return XML_SetStartDoctypeDeclHandler(p, on ? on_start_doctype : nullptr);
        case end_doctype: return XML_SetEndDoctypeDeclHandler(p, on ? on_nothing<end_doctype> : nullptr);
        case entity: return XML_SetEntityDeclHandler(p, on ? on_entity : nullptr);
        case xml_declaration: return XML_SetXmlDeclHandler(p, on ? on_xml_declaration : nullptr);
        case element: return XML_SetElementDeclHandler(p, on ? on_element : nullptr);
        case attribute_list: return XML_SetAttlistDeclHandler(p, on ? on_attribute_list : nullptr);
        case skipped_entity: return XML_SetSkippedEntityHandler(p, on ? on_skipped_entity : nullptr);
        case handler_count: return;
    }
}

int unknown_encoding(void*, const XML_Char* name, XML_Encoding* table) {
    if (pending_exception()) return XML_STATUS_ERROR;
    std::string octets(256, '\0');
    for (int i = 0; i < 256; ++i) octets[static_cast<std::size_t>(i)] = static_cast<char>(i);
    Ref<Str> characters = decode_octets(octets, name, "replace");
    if (!characters) return XML_STATUS_ERROR;
    if (characters->size != 256) {
        (void)raise(value_error_type, "multi-byte encodings are not supported");
        return XML_STATUS_ERROR;
    }
    for (int i = 0; i < 256; ++i) {
        const char32_t character = characters->at(i);
        table->map[i] = character == 0xFFFD ? -1 : static_cast<int>(character);
    }
    table->data = nullptr;
    table->convert = nullptr;
    table->release = nullptr;
    return XML_STATUS_OK;
}

}  // namespace minipy::expat
