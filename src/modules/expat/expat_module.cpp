// The module pyexpat: errors, constants, and the submodules `errors` and `model`.
//
// CPython: Modules/pyexpat.c
#include "modules/buffer_argument.h"
#include "modules/constants.h"
#include "modules/expat/expat.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/singletons.h"
#include "vm/import.h"

namespace minipy {
namespace expat {
namespace {

Type* expat_error_type = nullptr;

/// Names of error codes by number; the texts are expat's own.
constexpr const char* error_names[] = {
#define ERROR(name) "XML_ERROR_" #name
    ERROR(NO_MEMORY),
    ERROR(SYNTAX),
    ERROR(NO_ELEMENTS),
    ERROR(INVALID_TOKEN),
    ERROR(UNCLOSED_TOKEN),
    ERROR(PARTIAL_CHAR),
    ERROR(TAG_MISMATCH),
    ERROR(DUPLICATE_ATTRIBUTE),
    ERROR(JUNK_AFTER_DOC_ELEMENT),
    ERROR(PARAM_ENTITY_REF),
    ERROR(UNDEFINED_ENTITY),
    ERROR(RECURSIVE_ENTITY_REF),
    ERROR(ASYNC_ENTITY),
    ERROR(BAD_CHAR_REF),
    ERROR(BINARY_ENTITY_REF),
    ERROR(ATTRIBUTE_EXTERNAL_ENTITY_REF),
    ERROR(MISPLACED_XML_PI),
    ERROR(UNKNOWN_ENCODING),
    ERROR(INCORRECT_ENCODING),
    ERROR(UNCLOSED_CDATA_SECTION),
    ERROR(EXTERNAL_ENTITY_HANDLING),
    ERROR(NOT_STANDALONE),
    ERROR(UNEXPECTED_STATE),
    ERROR(ENTITY_DECLARED_IN_PE),
    ERROR(FEATURE_REQUIRES_XML_DTD),
    ERROR(CANT_CHANGE_FEATURE_ONCE_PARSING),
    ERROR(UNBOUND_PREFIX),
    ERROR(UNDECLARING_PREFIX),
    ERROR(INCOMPLETE_PE),
    ERROR(XML_DECL),
    ERROR(TEXT_DECL),
    ERROR(PUBLICID),
    ERROR(SUSPENDED),
    ERROR(NOT_SUSPENDED),
    ERROR(ABORTED),
    ERROR(FINISHED),
    ERROR(SUSPEND_PE),
    ERROR(RESERVED_PREFIX_XML),
    ERROR(RESERVED_PREFIX_XMLNS),
    ERROR(RESERVED_NAMESPACE_URI),
    ERROR(INVALID_ARGUMENT),
    ERROR(NO_BUFFER),
    ERROR(AMPLIFICATION_LIMIT_BREACH)
#undef ERROR
};

constexpr IntConstant model_constants[] = {
    {"XML_CTYPE_EMPTY", XML_CTYPE_EMPTY},   {"XML_CTYPE_ANY", XML_CTYPE_ANY},
    {"XML_CTYPE_MIXED", XML_CTYPE_MIXED},   {"XML_CTYPE_NAME", XML_CTYPE_NAME},
    {"XML_CTYPE_CHOICE", XML_CTYPE_CHOICE}, {"XML_CTYPE_SEQ", XML_CTYPE_SEQ},
    {"XML_CQUANT_NONE", XML_CQUANT_NONE},   {"XML_CQUANT_OPT", XML_CQUANT_OPT},
    {"XML_CQUANT_REP", XML_CQUANT_REP},     {"XML_CQUANT_PLUS", XML_CQUANT_PLUS},
};

constexpr IntConstant constants[] = {
    {"XML_PARAM_ENTITY_PARSING_NEVER", XML_PARAM_ENTITY_PARSING_NEVER},
    {"XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE", XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE},
    {"XML_PARAM_ENTITY_PARSING_ALWAYS", XML_PARAM_ENTITY_PARSING_ALWAYS},
};

/// A submodule, which is in `sys.modules`, too.
Ref<Module> add_submodule(Module* parent, const char* name, const char* doc) {
    const std::string full_name = fmt::format("pyexpat.{}", name);
    Ref<Module> made = TRY(new_module(full_name));
    TRY(module_set(made.get(), "__doc__", str_from_utf8(doc).get()));
    TRY(dict_set(imported_modules(), str_from_utf8(full_name).get(), made.get()));
    TRY(module_set(parent, name, made.get()));
    return made;
}

Status add_errors(Module* module) {
    Ref<Module> errors = TRY(add_submodule(module, "errors", "What may be wrong with a document."));
    Ref<Dict> codes = new_dict(), messages = new_dict();
    for (std::size_t i = 0; i < std::size(error_names); ++i) {
        const int code = static_cast<int>(i) + 1;
        const XML_LChar* text = XML_ErrorString(static_cast<XML_Error>(code));
        if (!text) continue;
        Ref<Str> message = str_from_utf8(text);
        Ref<Int> number = new_int(code);
        TRY(module_set(errors.get(), error_names[i], message.get()));
        TRY(dict_set(codes.get(), message.get(), number.get()));
        TRY(dict_set(messages.get(), number.get(), message.get()));
    }
    TRY(module_set(errors.get(), "codes", codes.get()));
    return module_set(errors.get(), "messages", messages.get());
}

Status add_features(Module* module) {
    Ref<List> features = new_list();
    for (const XML_Feature* feature = XML_GetFeatureList(); feature->feature != XML_FEATURE_END; ++feature) {
        Ref<Str> name = str_from_utf8(feature->name);
        TRY(list_append(features.get(), pack({name.get(), new_int(feature->value).get()}).get()));
    }
    return module_set(module, "features", features.get());
}

NewRef expat_error_string(Object*, Object* const* arguments) {
    const XML_LChar* text = XML_ErrorString(static_cast<XML_Error>(TRY(argument_int(arguments[0]))));
    if (!text) return new_none();
    return str_from_utf8(text);
}

constexpr NativeDef expat_functions[] = {
    {"ParserCreate", parser_create,
     "($module, /, encoding=None, namespace_separator=None,\n             intern=<unrepresentable>)",
     "A new parser of XML."},
    {"ErrorString", expat_error_string, "($module, code, /)", "The text for an error's code."},
};

Status expat_fill(Module* module) {
    ready_type(xml_parser_type);
    TRY(module_set(module, "XMLParserType", &xml_parser_type));
    TRY(module_set(module, "error", &error_class()));
    TRY(module_set(module, "ExpatError", &error_class()));
    TRY(module_set_constants(module, constants));
    const XML_Expat_Version version = XML_ExpatVersionInfo();
    TRY(module_set(module, "EXPAT_VERSION", str_from_utf8(XML_ExpatVersion()).get()));
    TRY(module_set(
        module, "version_info",
        pack({new_int(version.major).get(), new_int(version.minor).get(), new_int(version.micro).get()})
            .get()));
    TRY(module_set(module, "native_encoding", str_from_utf8("UTF-8").get()));
    TRY(add_features(module));
    TRY(add_errors(module));
    Ref<Module> model = TRY(add_submodule(module, "model", "What content models are made of."));
    return module_set_constants(model.get(), model_constants);
}

const ModuleSpec expat_spec = {"pyexpat", "Python wrapper for Expat parser.", expat_functions, expat_fill};

}  // namespace

Type& error_class() {
    if (!expat_error_type)
        expat_error_type = new_exception_class("xml.parsers.expat.ExpatError", exception_type);
    return *expat_error_type;
}

Failure raise_error(XML_Parser parser, XML_Error code) {
    const Ref<Int> line = new_int(static_cast<std::int64_t>(XML_GetErrorLineNumber(parser)));
    const Ref<Int> column = new_int(static_cast<std::int64_t>(XML_GetErrorColumnNumber(parser)));
    const XML_LChar* text = XML_ErrorString(code);
    Ref<Str> message = str_from_utf8(
        fmt::format("{}: line {}, column {}", text ? text : "unknown error", line->small, column->small));
    Ref<Object> error = TRY(call(&error_class(), {message.get()}));
    TRY(set_attribute(error.get(), intern("code").get(), new_int(code).get()));
    TRY(set_attribute(error.get(), intern("offset").get(), column.get()));
    TRY(set_attribute(error.get(), intern("lineno").get(), line.get()));
    return raise_object(std::move(error));
}

}  // namespace expat

Ref<Module> make_pyexpat_module() { return new_native_module(expat::expat_spec); }

}  // namespace minipy
