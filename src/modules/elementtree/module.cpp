// The module `_elementtree`: see elementtree.h.
//
// CPython: Modules/_elementtree.c (module_exec)
#include "modules/buffer_argument.h"
#include "modules/elementtree/elementtree.h"
#include "objects/attribute.h"
#include "objects/exceptions.h"
#include "vm/import.h"

namespace minipy {
namespace elementtree {

Type* parse_error_class = nullptr;
Object *deepcopy_function = nullptr, *path_module = nullptr;

namespace {

constexpr NativeDef functions[] = {
    {"SubElement", sub_element, "-($module, *arguments, **extra)", "A new child of an element."},
    {"_set_factories", set_factories, "($module, comment_factory, pi_factory, /)",
     "Sets what makes comments and processing instructions; gives the old ones."},
};

Status fill(Module* module) {
    Ref<Object> copy = TRY(import_module("copy"));
    replace_field(deepcopy_function, TRY(get_attribute(copy.get(), name<"deepcopy">)));
    replace_field(path_module, TRY(import_module("xml.etree.ElementPath")));
    if (!parse_error_class)
        parse_error_class = new_exception_class("xml.etree.ElementTree.ParseError", syntax_error_type);
    TRY(module_set(module, "ParseError", parse_error_class));
    ready_type(element_iterator_type);
    for (Type* type : {&element_type, &tree_builder_type, &xml_parser_type})
        TRY(module_add_type(module, *type));
    return done;
}

const ModuleSpec spec = {"_elementtree", nullptr, functions, fill};

}  // namespace
}  // namespace elementtree

Ref<Module> make_elementtree_module() { return new_native_module(elementtree::spec); }

}  // namespace minipy
