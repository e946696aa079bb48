// pyexpat: the parser of XML of the library expat, with its events as calls of Python functions.
//
// Invariant: an exception that an event's function raises stays pending, the parser is told to stop, and no
// further event is told: `Parse` sees the exception when expat has come back.
//
// CPython: Modules/pyexpat.c
#pragma once

#include <expat.h>

#include <array>
#include <string>

#include "objects/errors.h"
#include "objects/type.h"

namespace minipy::expat {

/// One for each attribute like `StartElementHandler`, in the order of `handler_attributes`.
enum Handler {
    start_element,
    end_element,
    processing_instruction,
    character_data,
    unparsed_entity,
    notation,
    start_namespace,
    end_namespace,
    comment,
    start_cdata,
    end_cdata,
    default_handler,
    default_expand,
    not_standalone,
    external_entity,
    start_doctype,
    end_doctype,
    entity,
    xml_declaration,
    element,
    attribute_list,
    skipped_entity,
    handler_count
};
inline constexpr std::array<const char*, handler_count> handler_attributes = {"StartElementHandler",
                                                                              "EndElementHandler",
                                                                              "ProcessingInstructionHandler",
                                                                              "CharacterDataHandler",
                                                                              "UnparsedEntityDeclHandler",
                                                                              "NotationDeclHandler",
                                                                              "StartNamespaceDeclHandler",
                                                                              "EndNamespaceDeclHandler",
                                                                              "CommentHandler",
                                                                              "StartCdataSectionHandler",
                                                                              "EndCdataSectionHandler",
                                                                              "DefaultHandler",
                                                                              "DefaultHandlerExpand",
                                                                              "NotStandaloneHandler",
                                                                              "ExternalEntityRefHandler",
                                                                              "StartDoctypeDeclHandler",
                                                                              "EndDoctypeDeclHandler",
                                                                              "EntityDeclHandler",
                                                                              "XmlDeclHandler",
                                                                              "ElementDeclHandler",
                                                                              "AttlistDeclHandler",
                                                                              "SkippedEntityHandler"};

struct XmlParser : Object {
    XML_Parser parser;
    Object* intern;  // dict of names, or null
    Object* parent;  // the parser that this one was made by, for an external entity, or null
    std::array<Object*, handler_count> handlers;  // null: none
    std::string text;                             // character data that waits to be told together
    Size text_limit;
    bool buffer_text, ordered_attributes, specified_attributes, namespace_prefixes, parsing;
};

inline XmlParser* as_parser(Object* self) noexcept { return static_cast<XmlParser*>(self); }

extern Type xml_parser_type;

/// `xml.parsers.expat.ExpatError`.
Type& error_class();
/// The exception for what the parser complains of (or for another code), with place.
Failure raise_error(XML_Parser parser, XML_Error code);

/// Tells expat which function is to hear of the event; off when there is no handler.
void install_handler(XmlParser* parser, Handler which) noexcept;
/// Tells the character data that waits.
Status flush_text(XmlParser* parser);
/// Makes tables for encodings that expat does not know.
int unknown_encoding(void* data, const XML_Char* name, XML_Encoding* table);

/// `ParserCreate(encoding, namespace_separator, intern)`.
NewRef parser_create(Object* module, Object* const* arguments);

}  // namespace minipy::expat
