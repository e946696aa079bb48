// XMLParser: the parser of the library expat, whose events go to a target: a TreeBuilder, straight to its
// functions, or any object, to the methods that it has.
//
// Invariant: once an exception is pending no further event is told; the call that feeds the parser finds it
// when expat has come back. A parser is never fed from one of its own events.
//
// CPython: Modules/_elementtree.c (expat_start_handler and its like, XMLParser)
#include <memory>
#include <unordered_map>

#include "modules/buffer_argument.h"
#include "modules/elementtree/elementtree.h"
#include "modules/expat/expat.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/exceptions.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/text_argument.h"
#include "objects/vm_hooks.h"

namespace minipy::elementtree {
namespace {

/// The methods of a target, in the order of `method_names`.
enum Method {
    start_method,
    data_method,
    end_method,
    start_ns_method,
    end_ns_method,
    comment_method,
    pi_method,
    doctype_method,
    close_method,
    method_count
};
constexpr std::array<const char*, method_count> method_names = {
    "start", "data", "end", "start_ns", "end_ns", "comment", "pi", "doctype", "close"};

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
};
/// Names as expat has them, and as strings.
using NameTable = std::unordered_map<std::string, Ref<Object>, TextHash, std::equal_to<>>;

struct XmlParser : Object {
    XML_Parser parser;                          // null: `__init__` has not been called
    Object* target;                             // null: the same
    Object* entity;                             // dict of entities that the program defines
    std::array<Object*, method_count> methods;  // null: the target has none of that name
    bool parsing;
    NameTable names;

    /// The target if events can go straight to its functions.
    TreeBuilder* builder() const noexcept {
        return is_exactly(target, tree_builder_type) ? as_builder(target) : nullptr;
    }
};

XmlParser* as_parser(Object* self) noexcept { return static_cast<XmlParser*>(self); }

/// "{uri}local" for a name with a name space, which expat has as "uri}local".
Ref<Object> universal_name(XmlParser* parser, const XML_Char* raw) {
    const std::string_view text = raw;
    const auto known = parser->names.find(text);
    if (known != parser->names.end()) return known->second;
    const bool has_space = text.find('}') != std::string_view::npos;
    Ref<Object> made = has_space ? str_from_utf8(fmt::format("{{{}", text)) : str_from_utf8(text);
    parser->names.emplace(text, made);
    return made;
}

Ref<Object> name_or_none(XmlParser* parser, const XML_Char* raw_or_null) {
    return raw_or_null ? universal_name(parser, raw_or_null) : share(&none);
}

/// ParseError "no element found: line 1, column 3" with code and position.
Failure raise_parse_error(XML_Parser parser, XML_Error code, const std::string& text) {
    const auto line = static_cast<std::int64_t>(XML_GetErrorLineNumber(parser));
    const auto column = static_cast<std::int64_t>(XML_GetErrorColumnNumber(parser));
    Ref<Str> message = str_from_utf8(fmt::format("{}: line {}, column {}", text, line, column));
    Ref<Object> error = TRY(call(parse_error_class, {message.get()}));
    TRY(set_attribute(error.get(), name<"code">, new_int(code).get()));
    Ref<Tuple> position = pack({new_int(line).get(), new_int(column).get()});
    TRY(set_attribute(error.get(), name<"position">, position.get()));
    return raise_object(std::move(error));
}

// --- Events. Each gives failure if an exception is pending then; expat's functions only drop that.

/// Calls the target's method, if it has it.
Status call_target(XmlParser* parser, Method method, std::initializer_list<Object*> arguments) {
    if (Ref<Object> function = share(parser->methods[method])) TRY(call(function.get(), arguments));
    return done;
}

Ref<Dict> attribute_dict(XmlParser* parser, const XML_Char** attributes) {
    Ref<Dict> dict = new_dict();
    for (; attributes[0] && attributes[1]; attributes += 2) {
        Ref<Object> key = universal_name(parser, attributes[0]);
        TRY(dict_set(dict.get(), key.get(), str_from_utf8(attributes[1]).get()));
    }
    return dict;
}

Status on_start(XmlParser* parser, const XML_Char* raw_tag, const XML_Char** raw_attributes) {
    TreeBuilder* builder = parser->builder();
    if (!builder && !parser->methods[start_method]) return done;
    Ref<Object> tag = universal_name(parser, raw_tag);
    Ref<Dict> attributes;
    if (raw_attributes[0] || !builder) attributes = TRY(attribute_dict(parser, raw_attributes));
    if (!builder) return call_target(parser, start_method, {tag.get(), attributes.get()});
    TRY(build_start(builder, tag.get(), attributes.get()));
    return done;
}

Status on_end(XmlParser* parser, const XML_Char* raw_tag) {
    if (TreeBuilder* builder = parser->builder()) {
        TRY(build_end(builder));
        return done;
    }
    if (!parser->methods[end_method]) return done;
    return call_target(parser, end_method, {universal_name(parser, raw_tag).get()});
}

Status on_data(XmlParser* parser, const XML_Char* text, int size) {
    const std::string_view piece(text, static_cast<std::size_t>(size));
    if (TreeBuilder* builder = parser->builder()) {
        build_parsed_data(builder, piece);
        return done;
    }
    if (!parser->methods[data_method]) return done;
    return call_target(parser, data_method, {str_from_utf8(piece).get()});
}

/// What expat does not know itself: of that, entities that the program has defined.
Status on_default(XmlParser* parser, const XML_Char* text, int size) {
    if (size < 2 || text[0] != '&') return done;
    const std::string_view reference(text, static_cast<std::size_t>(size));
    Ref<Str> entity = str_from_utf8(reference.substr(1, reference.size() - 2));
    Object* found = TRY(dict_get(static_cast<Dict*>(parser->entity), static_cast<Object*>(entity.get())));
    if (!found)
        return raise_parse_error(parser->parser, XML_ERROR_UNDEFINED_ENTITY,
                                 fmt::format("undefined entity {:.100}", reference));
    Ref<Object> value = share(found);
    if (TreeBuilder* builder = parser->builder()) return build_data(builder, value.get());
    return call_target(parser, data_method, {value.get()});
}

Status on_start_ns(XmlParser* parser, const XML_Char* raw_prefix, const XML_Char* raw_uri) {
    TreeBuilder* builder = parser->builder();
    if (builder ? !builder->wants(start_ns_event) : !parser->methods[start_ns_method]) return done;
    Ref<Str> prefix = str_from_utf8(raw_prefix ? raw_prefix : ""), uri = str_from_utf8(raw_uri ? raw_uri : "");
    if (builder) return tell(builder, start_ns_event, pack({prefix.get(), uri.get()}).get());
    return call_target(parser, start_ns_method, {prefix.get(), uri.get()});
}

Status on_end_ns(XmlParser* parser, const XML_Char* raw_prefix) {
    if (TreeBuilder* builder = parser->builder()) return tell(builder, end_ns_event, &none);
    return call_target(parser, end_ns_method, {str_from_utf8(raw_prefix ? raw_prefix : "").get()});
}

Status on_comment(XmlParser* parser, const XML_Char* raw_text) {
    Ref<Str> text = str_from_utf8(raw_text);
    TreeBuilder* builder = parser->builder();
    if (!builder) return call_target(parser, comment_method, {text.get()});
    TRY(build_comment(builder, text.get()));
    return done;
}

Status on_pi(XmlParser* parser, const XML_Char* raw_target, const XML_Char* raw_text) {
    TreeBuilder* builder = parser->builder();
    if (builder && !builder->wants(pi_event) && !builder->insert_pis) return done;
    Ref<Str> target = str_from_utf8(raw_target), text = str_from_utf8(raw_text);
    if (!builder) return call_target(parser, pi_method, {target.get(), text.get()});
    TRY(build_pi(builder, target.get(), text.get()));
    return done;
}

Status on_doctype(XmlParser* parser, const XML_Char* raw_name, const XML_Char* raw_system,
                  const XML_Char* raw_public, int) {
    Ref<Object> root = universal_name(parser, raw_name), system = name_or_none(parser, raw_system);
    Ref<Object> public_id = name_or_none(parser, raw_public);
    if (parser->methods[doctype_method])
        return call_target(parser, doctype_method, {root.get(), public_id.get(), system.get()});
    Ref<Object> own;
    TRY(find_attribute(parser, name<"doctype">, own));
    if (!own) return done;
    return warn(runtime_warning_type,
                "The doctype() method of XMLParser is ignored.  "
                "Define doctype() method on the TreeBuilder target.");
}

/// The event as a function that expat can call.
template <auto event, class... Parameters>
void handler(void* data, Parameters... parameters) {
    if (!pending_exception()) (void)event(static_cast<XmlParser*>(data), parameters...);
}

void install_namespace_handlers(XML_Parser parser) {
    XML_SetNamespaceDeclHandler(parser, handler<on_start_ns, const XML_Char*, const XML_Char*>,
                                handler<on_end_ns, const XML_Char*>);
}
void install_comment_handler(XML_Parser parser) {
    XML_SetCommentHandler(parser, handler<on_comment, const XML_Char*>);
}
void install_pi_handler(XML_Parser parser) {
    XML_SetProcessingInstructionHandler(parser, handler<on_pi, const XML_Char*, const XML_Char*>);
}

void install_handlers(const XmlParser* parser) {
    XML_Parser raw = parser->parser;
    XML_SetElementHandler(raw, handler<on_start, const XML_Char*, const XML_Char**>,
                          handler<on_end, const XML_Char*>);
    XML_SetDefaultHandlerExpand(raw, handler<on_default, const XML_Char*, int>);
    XML_SetCharacterDataHandler(raw, handler<on_data, const XML_Char*, int>);
    XML_SetStartDoctypeDeclHandler(raw,
                                   handler<on_doctype, const XML_Char*, const XML_Char*, const XML_Char*, int>);
    XML_SetUnknownEncodingHandler(raw, expat::unknown_encoding, nullptr);
    if (parser->methods[start_ns_method] || parser->methods[end_ns_method]) install_namespace_handlers(raw);
    if (parser->methods[comment_method]) install_comment_handler(raw);
    if (parser->methods[pi_method]) install_pi_handler(raw);
}

// --- Life

NewRef parser_new(Type* type, Tuple*, Dict*) {
    XmlParser* made = as_parser(allocate_instance(type));
    std::construct_at(&made->names);
    return NewRef(made);
}

int parser_traverse(Object* self, Visit visit, void* context) {
    XmlParser* parser = as_parser(self);
    for (Object* field : {parser->target, parser->entity})
        if (int result = field ? visit(field, context) : 0) return result;
    for (Object* method : parser->methods)
        if (int result = method ? visit(method, context) : 0) return result;
    return 0;
}

void parser_clear(Object* self) {
    XmlParser* parser = as_parser(self);
    if (parser->parser) XML_ParserFree(std::exchange(parser->parser, nullptr));
    replace_field(parser->target, Ref<Object>());
    replace_field(parser->entity, Ref<Object>());
    for (Object*& method : parser->methods) replace_field(method, Ref<Object>());
}

void parser_dealloc(Object* self) noexcept {
    untrack(self);
    parser_clear(self);
    std::destroy_at(&as_parser(self)->names);
    free_object(self);
}

Failure raise_busy() { return raise(runtime_error_type, "the parser is parsing already"); }

Status parser_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"target", "encoding"};
    if (arguments->size) return raise(type_error_type, "XMLParser() takes no positional arguments");
    Object* bound[2];
    TRY(bind_arguments("XMLParser", names, arguments, keywords_or_null, bound));
    const char* encoding = nullptr;
    if (bound[1] && !is_none(bound[1])) {
        if (!is_str(bound[1]))
            return raise(type_error_type, fmt::format("XMLParser() argument 'encoding' must be str or None, "
                                                      "not {}",
                                                      bound[1]->type->name));
        encoding = TRY(c_string_argument(bound[1], "XMLParser"));
    }
    XmlParser* parser = as_parser(self);
    if (parser->parsing) return raise_busy();
    const bool has_target = bound[0] && !is_none(bound[0]);
    Ref<Object> target = has_target
                             ? share(bound[0])
                             : Ref<Object>(tree_builder_type.slots.new_(&tree_builder_type, nullptr, nullptr));
    std::array<Ref<Object>, method_count> methods;
    for (std::size_t i = 0; i < method_count; ++i)
        TRY(find_attribute(target.get(), intern(method_names[i]).get(), methods[i]));
    XML_Parser raw = XML_ParserCreate_MM(encoding, nullptr, "}");
    if (!raw) return raise(memory_error_type);
    parser_clear(parser);
    parser->names.clear();
    parser->parser = raw;
    parser->target = target.release();
    parser->entity = new_dict().release();
    for (std::size_t i = 0; i < method_count; ++i) parser->methods[i] = methods[i].release();
    XML_SetUserData(raw, parser);
    install_handlers(parser);
    return done;
}

// --- Methods

Status check_ready(const XmlParser* parser) {
    if (!parser->target) return raise(value_error_type, "XMLParser.__init__() wasn't called");
    if (parser->parsing) return raise_busy();
    return done;
}

/// Feeds expat, which calls the functions of the events. OverflowError for more than it can count.
Status parse(XmlParser* parser, std::string_view octets, bool is_final = false) {
    if (octets.size() > INT_MAX) return raise(overflow_error_type, "size does not fit in an int");
    Ref<Object> alive = share<Object>(parser);
    parser->parsing = true;
    const XML_Status status =
        XML_Parse(parser->parser, octets.data(), static_cast<int>(octets.size()), is_final);
    parser->parsing = false;
    if (pending_exception()) return failed;
    if (status == XML_STATUS_OK) return done;
    const XML_Error code = XML_GetErrorCode(parser->parser);
    const XML_LChar* text = XML_ErrorString(code);
    return raise_parse_error(parser->parser, code, text ? text : "unknown error");
}

NewRef parser_feed(Object* self, Object* const* arguments) {
    XmlParser* parser = as_parser(self);
    TRY(check_ready(parser));
    if (is_str(arguments[0])) {
        const std::string_view text = TRY(strict_utf8(static_cast<Str*>(arguments[0])));
        (void)XML_SetEncoding(parser->parser, "utf-8");
        TRY(parse(parser, text));
        return new_none();
    }
    HeldBuffer data;
    TRY(get_buffer(arguments[0], data, buffer_flag::simple));
    TRY(parse(parser, data.view()));
    return new_none();
}

NewRef parser_close(Object* self, Object* const*) {
    XmlParser* parser = as_parser(self);
    TRY(check_ready(parser));
    TRY(parse(parser, "", true));
    if (const TreeBuilder* builder = parser->builder()) return new_ref(builder->root ? builder->root : &none);
    Ref<Object> close = share(parser->methods[close_method]);
    return close ? call(close.get(), {}) : new_none();
}

/// The next piece of a file, empty at its end.
Ref<Bytes> read_piece(Object* read) {
    constexpr int piece_size = 64 * 1024;
    Ref<Object> piece = TRY(call(read, {new_int(piece_size).get()}));
    if (is_exactly(piece.get(), str_type)) return encode_utf8(static_cast<Str*>(piece.get()), "surrogatepass");
    if (!is_exactly(piece.get(), bytes_type)) return new_bytes("");
    return share(static_cast<Bytes*>(piece.get()));
}

NewRef parser_parse_whole(Object* self, Object* const* arguments) {
    XmlParser* parser = as_parser(self);
    TRY(check_ready(parser));
    Ref<Object> read = TRY(get_attribute(arguments[0], name<"read">));
    for (;;) {
        Ref<Bytes> piece = TRY(read_piece(read.get()));
        if (piece->size == 0) break;
        TRY(check_ready(parser));
        TRY(parse(parser, piece->view()));
    }
    TRY(check_ready(parser));
    TRY(parse(parser, "", true));
    const TreeBuilder* builder = parser->builder();
    return new_ref(builder && builder->root ? builder->root : &none);
}

/// Notes that the program wants to hear of the event, under the object that it names it by.
Status want_event(const XmlParser* parser, TreeBuilder* builder, Object* wanted) {
    std::string_view text;
    if (is_str(wanted))
        text = str_utf8(static_cast<Str*>(wanted));
    else if (is_bytes(wanted))
        text = static_cast<Bytes*>(wanted)->view();
    else
        return raise(value_error_type, "invalid events sequence");
    const auto found = std::ranges::find(event_names, text);
    if (found == event_names.end()) return raise(value_error_type, fmt::format("unknown event '{}'", text));
    const auto event = static_cast<Event>(found - event_names.begin());
    replace_field(builder->events[event], share(wanted));
    if (event == start_ns_event || event == end_ns_event) install_namespace_handlers(parser->parser);
    if (event == comment_event) install_comment_handler(parser->parser);
    if (event == pi_event) install_pi_handler(parser->parser);
    return done;
}

NewRef parser_setevents(Object* self, Object* const* arguments) {
    XmlParser* parser = as_parser(self);
    TRY(check_ready(parser));
    Ref<TreeBuilder> builder = share(parser->builder());
    if (!builder)
        return raise(type_error_type, "event handling only supported for ElementTree.TreeBuilder targets");
    replace_field(builder->append_event, TRY(get_attribute(arguments[0], name<"append">)));
    for (Object*& event : builder->events) replace_field(event, Ref<Object>());
    if (is_none(arguments[1])) {
        replace_field(builder->events[end_event], Ref<Object>(intern("end")));
        return new_none();
    }
    Ref<Object> iterator = iterate(arguments[1]);
    if (!iterator) {
        if (pending_matches(type_error_type)) {
            clear_exception();
            return raise(type_error_type, "events must be a sequence");
        }
        return failed;
    }
    Ref<Tuple> events = TRY(sequence_to_tuple(iterator.get()));
    for (Size i = 0; i < events->size; ++i) TRY(want_event(parser, builder.get(), (*events)[i]));
    return new_none();
}

NewRef get_version(Object*) {
    return str_from_utf8(
        fmt::format("Expat {}.{}.{}", XML_MAJOR_VERSION, XML_MINOR_VERSION, XML_MICRO_VERSION));
}

constexpr NativeDef parser_methods[] = {
    {"feed", parser_feed, "($self, data, /)", "Parses a piece of a document."},
    {"close", parser_close, "($self, /)", "Ends the document; what the target makes of it."},
    {"_parse_whole", parser_parse_whole, "($self, file, /)", "Parses all that the file-like object holds."},
    {"_setevents", parser_setevents, "($self, events_queue, events_to_report=None, /)",
     "Which events are appended to the queue."},
};
constexpr GetSetDef parser_getset[] = {{"version", get_version, nullptr, nullptr}};
constexpr MemberDef parser_members[] = {
    {"entity", MemberKind::Object, offsetof(XmlParser, entity), true, nullptr},
    {"target", MemberKind::Object, offsetof(XmlParser, target), true, nullptr},
};

const TypeSpec parser_spec = {
    .name = "xml.etree.ElementTree.XMLParser",
    .basic_size = sizeof(XmlParser),
    .flags = type_flag::base_type | type_flag::collected,
    .slots = {.new_ = parser_new,
              .init = parser_init,
              .dealloc = parser_dealloc,
              .traverse = parser_traverse,
              .clear = parser_clear},
    .methods = parser_methods,
    .getset = parser_getset,
    .members = parser_members,
};

}  // namespace

Type xml_parser_type(parser_spec);

}  // namespace minipy::elementtree
