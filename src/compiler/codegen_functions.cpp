// Code generation: functions, lambdas and classes: defaults, annotations, closures, decorators.
//
// A definition is an expression in disguise: the code object is a constant, MAKE_FUNCTION turns it with
// defaults, annotations and the cells it closes over into a function, decorators are calls around it, and the
// result is stored under the name. A class is a call of `__build_class__` with such a function.
//
// CPython: Python/compile.c (compiler_function, compiler_class, compiler_lambda, compiler_make_closure)
#include <type_traits>

#include "compiler/codegen.h"
#include "objects/singletons.h"
#include "parser/unparse.h"

namespace minipy {

using enum Opcode;

namespace {

/// Flags of MAKE_FUNCTION: what lies on the stack below the code object.
namespace function_flag {
constexpr int defaults = 1, keyword_defaults = 2, annotations = 4, closure = 8;
}

/// A decorated definition starts at its first decorator.
template <class Definition>
int first_line_of(const Definition* definition) {
    return definition->decorator_list.empty() ? definition->at.line : definition->decorator_list[0]->at.line;
}

}  // namespace

//   []                                 <decorators>
//   [decorators]                       <tuple of defaults> <dict of keyword-only defaults>
//   [decorators, defaults]             <tuple of annotation names and values>
//   [decorators, ..., annotations]     <tuple of cells>, code object, MAKE_FUNCTION
//   [decorators, function]             PRECALL 0, CALL 0      (once for each decorator)
//   [function]                         STORE <name>
template <class Definition>
void CodeGenerator::function(Definition* definition, UnitKind kind) {
    const ast::Arguments* arguments = definition->args;
    check_argument_names(arguments);
    expressions(definition->decorator_list);
    int flags = default_arguments(arguments);
    if (annotations(arguments, definition->returns)) flags |= function_flag::annotations;

    enter_unit(definition->name, kind, static_cast<Stmt>(definition), first_line_of(definition));
    ast::Constant* docstring = this->docstring(definition->body);
    add_constant(docstring ? docstring->value : &none);
    set_argument_counts(arguments);
    statements(definition->body.subspan(docstring ? 1 : 0));
    Ref<Code> code = finish_unit(true);

    make_closure(code.get(), flags);
    apply_decorators(definition->decorator_list);
    name(definition->name, ast::ExprContext::Store);
}

template void CodeGenerator::function(ast::FunctionDef*, UnitKind);
template void CodeGenerator::function(ast::AsyncFunctionDef*, UnitKind);

/// A lambda's first constant is None: it has no docstring.
void CodeGenerator::lambda(ast::Lambda* expression_node) {
    const ast::Arguments* arguments = expression_node->args;
    check_argument_names(arguments);
    int flags = default_arguments(arguments);

    enter_unit(lambda_, UnitKind::Lambda, static_cast<Expr>(expression_node), expression_node->at.line);
    add_constant(&none);
    set_argument_counts(arguments);
    expression(expression_node->body);
    bool generator = unit_->scope->is_generator;
    if (!generator) emit(RETURN_VALUE);
    Ref<Code> code = finish_unit(!generator);
    make_closure(code.get(), flags);
}

//   []                                          <decorators>
//   [decorators]                                PUSH_NULL, LOAD_BUILD_CLASS
//   [decorators, NULL, build]                   <function of the class body>, "name"
//   [decorators, NULL, build, function, name]   <bases and keywords>, PRECALL, CALL
//   [decorators, class]                         PRECALL 0, CALL 0      (once for each decorator)
//   [class]                                     STORE <name>
void CodeGenerator::class_definition(ast::ClassDef* definition) {
    expressions(definition->decorator_list);
    enter_unit(definition->name, UnitKind::Class, static_cast<Stmt>(definition), first_line_of(definition));
    class_body(definition);
    Ref<Code> code = finish_unit(true);

    emit(PUSH_NULL);
    emit(LOAD_BUILD_CLASS);
    make_closure(code.get(), 0);
    load_constant(definition->name);
    call_arguments(2, definition->bases, definition->keywords);
    apply_decorators(definition->decorator_list);
    name(definition->name, ast::ExprContext::Store);
}

/// The function that fills the namespace of a class. It returns the cell of `__class__` if a method uses it
/// (`super()` does), so that `type.__new__` can put the class there; otherwise None.
void CodeGenerator::class_body(ast::ClassDef* definition) {
    unit_->private_class = definition->name;
    name(name_, ast::ExprContext::Load);
    name(module_, ast::ExprContext::Store);
    load_constant(unit_->qualified_name.get());
    name(qualname_, ast::ExprContext::Store);
    body(definition->body);
    clear_position();
    if (unit_->scope->needs_class_closure) {
        emit(LOAD_CLOSURE, unit_->cells.find(class_));
        emit(COPY, 1);
        name(classcell_, ast::ExprContext::Store);
    } else {
        load_none();
    }
    emit(RETURN_VALUE);
}

void CodeGenerator::set_argument_counts(const ast::Arguments* arguments) {
    unit_->positional_only_count = static_cast<int>(arguments->posonlyargs.size());
    unit_->argument_count = unit_->positional_only_count + static_cast<int>(arguments->args.size());
    unit_->keyword_only_count = static_cast<int>(arguments->kwonlyargs.size());
}

/// Pushes the defaults there are; returns the flags that say which.
int CodeGenerator::default_arguments(const ast::Arguments* arguments) {
    int flags = 0;
    if (!arguments->defaults.empty()) {
        expressions(arguments->defaults);
        emit(BUILD_TUPLE, static_cast<int>(arguments->defaults.size()));
        flags |= function_flag::defaults;
    }
    if (keyword_only_defaults(arguments)) flags |= function_flag::keyword_defaults;
    return flags;
}

/// Pushes a dict of the keyword-only arguments that have a default, if any has.
bool CodeGenerator::keyword_only_defaults(const ast::Arguments* arguments) {
    std::vector<Object*> names;
    for (std::size_t i = 0; i < arguments->kwonlyargs.size(); ++i) {
        Expr value = arguments->kw_defaults[i];
        if (!value) continue;
        names.push_back(mangled(arguments->kwonlyargs[i]->arg));
        expression(value);
    }
    if (names.empty()) return false;
    load_tuple(names);
    emit(BUILD_CONST_KEY_MAP, static_cast<int>(names.size()));
    return true;
}

/// Pushes a tuple `(name, annotation, name, annotation, ...)`, if there is any annotation. Plain arguments
/// come before positional-only ones here.
bool CodeGenerator::annotations(const ast::Arguments* arguments, Expr returns) {
    int count = annotations_of(arguments->args) + annotations_of(arguments->posonlyargs);
    if (arguments->vararg) count += annotation(arguments->vararg->arg, arguments->vararg->annotation);
    count += annotations_of(arguments->kwonlyargs);
    if (arguments->kwarg) count += annotation(arguments->kwarg->arg, arguments->kwarg->annotation);
    count += annotation(return_, returns);
    if (count) emit(BUILD_TUPLE, count);
    return count != 0;
}

int CodeGenerator::annotations_of(ast::Seq<ast::Arg*> arguments) {
    int count = 0;
    for (ast::Arg* argument : arguments) count += annotation(argument->arg, argument->annotation);
    return count;
}

/// Returns the number of values pushed: two, or none without an annotation.
int CodeGenerator::annotation(Str* argument, Expr annotation) {
    if (!annotation) return 0;
    load_constant(mangled(argument));
    if (postponed_annotations()) {
        annotation_text(annotation);
    } else if (auto* starred = ast::try_as<ast::Starred>(annotation)) {
        expression(starred->value);  // `*args: *Ts`: the value is the one item of [*Ts]
        emit(UNPACK_SEQUENCE, 1);
    } else {
        expression(annotation);
    }
    return 2;
}

/// `from __future__ import annotations`: the annotation's source text instead of its value.
void CodeGenerator::annotation_text(Expr annotation) { load_constant(arena_.own(unparse(annotation))); }

/// Makes a function of the code object, its closure being the cells of this unit that the code refers to.
void CodeGenerator::make_closure(Code* code, int flags) {
    Size slots = code->local_names->size;
    int captured = 0;
    for (Size slot = 0; slot < slots; ++slot) {
        if (!(static_cast<std::uint8_t>(code->local_kinds->data()[slot]) & local_kind::free)) continue;
        emit(LOAD_CLOSURE, closure_index(reinterpret_cast<Str*>((*code->local_names)[slot])));
        ++captured;
    }
    if (captured) {
        flags |= function_flag::closure;
        emit(BUILD_TUPLE, captured);
    }
    load_constant(code);
    emit(MAKE_FUNCTION, flags);
}

/// Where this unit keeps the cell of a name that an inner unit closes over. In a class a name can be a free
/// variable for its methods and a plain name of the namespace at once: the free variable is meant here.
int CodeGenerator::closure_index(Str* name) {
    bool own_class_cell = unit_->kind == UnitKind::Class && name == class_;
    if (own_class_cell || unit_->scope->scope_of(name) == Scope::Cell) return unit_->cells.find(name);
    return unit_->cells.size() + unit_->free_variables.find(name);
}

/// One call for each decorator, the innermost first, at the decorator's own place.
void CodeGenerator::apply_decorators(ast::Seq<Expr> decorators) {
    Position at = unit_->at;
    for (std::size_t i = decorators.size(); i-- > 0;) {
        unit_->at = decorators[i]->at;
        emit_call(0);
    }
    unit_->at = at;
}

}  // namespace minipy
