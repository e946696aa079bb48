// Code generation: calls, and f-strings.
//
// A call leaves room below the callable: NULL, or with LOAD_METHOD the object whose method it is, so that no
// bound method has to be made. Keyword arguments lie on the stack after the positional ones, KW_NAMES holds
// their names. Calls with `*` or `**`, or with very many arguments, build a tuple and a dict instead.
//
// CPython: Python/compile.c (compiler_call, maybe_optimize_method_call, compiler_call_helper,
// compiler_joined_str)
#include <algorithm>

#include "compiler/codegen.h"
#include "objects/singletons.h"

namespace minipy {

using enum Opcode;

namespace {

bool has_starred(ast::Seq<ast::Expr*> arguments) {
    return std::any_of(arguments.begin(), arguments.end(),
                       [](const ast::Expr* argument) { return argument->kind == ast::ExprKind::Starred; });
}

/// Whether there is a `**mapping` among the keywords.
bool has_unpacking(ast::Seq<ast::Keyword*> keywords) {
    return std::any_of(keywords.begin(), keywords.end(),
                       [](const ast::Keyword* keyword) { return !keyword->arg; });
}

std::vector<Object*> names_of(ast::Seq<ast::Keyword*> keywords) {
    std::vector<Object*> names;
    names.reserve(keywords.size());
    for (const ast::Keyword* keyword : keywords) names.push_back(keyword->arg);
    return names;
}

}  // namespace

//   []                              PUSH_NULL, <function>
//   [NULL, function]                <arguments>, PRECALL, CALL
void CodeGenerator::call(ast::Call* node) {
    check_keywords(node->keywords);
    if (is_method_call(node)) return method_call(node);
    check_callable(node->func);
    unit_->at = node->func->at;
    emit(PUSH_NULL);
    unit_->at = node->at;
    expression(node->func);
    call_arguments(0, node->args, node->keywords);
}

/// Whether LOAD_METHOD pays: `value.name(...)` where the value is not an imported module.
bool CodeGenerator::is_method_call(ast::Call* node) const {
    auto* method = ast::try_as<ast::Attribute>(node->func);
    if (!method || method->ctx != ast::ExprContext::Load) return false;
    if (auto* base = ast::try_as<ast::Name>(method->value)) {
        const Symbol* symbol = symbols_.top->find(base->id);
        if (symbol && (symbol->flags & symbol_flag::import)) return false;
    }
    std::size_t keywords = node->keywords.size();
    if (node->args.size() + keywords + (keywords != 0) >= stack_use_guideline) return false;
    return !has_starred(node->args) && !has_unpacking(node->keywords);
}

//   [value]                         LOAD_METHOD
//   [method, value or NULL]         <arguments>, KW_NAMES, PRECALL, CALL
void CodeGenerator::method_call(ast::Call* node) {
    auto* method = ast::as<ast::Attribute>(node->func);
    expression(method->value);
    unit_->at = method->at;
    move_to_attribute(method);
    emit_name(LOAD_METHOD, method->attr);
    expressions(node->args);
    keyword_values(node->keywords);
    unit_->at = node->at;
    move_to_attribute(method);
    emit_call(static_cast<int>(node->args.size() + node->keywords.size()));
}

void CodeGenerator::emit_call(int arguments) {
    emit(PRECALL, arguments);
    emit(CALL, arguments);
}

/// The values of keyword arguments without `**`, then their names.
void CodeGenerator::keyword_values(ast::Seq<ast::Keyword*> keywords) {
    if (keywords.empty()) return;
    for (ast::Keyword* keyword : keywords) expression(keyword->value);
    emit(KW_NAMES, add_constant(new_tuple(names_of(keywords)).get()));
}

/// Arguments and call, for calls and class statements; `pushed` arguments are on the stack already.
void CodeGenerator::call_arguments(int pushed, ast::Seq<Expr> arguments, ast::Seq<ast::Keyword*> keywords) {
    check_keywords(keywords);
    bool big = arguments.size() + keywords.size() * 2 > stack_use_guideline;
    if (big || has_starred(arguments) || has_unpacking(keywords)) {
        return unpacking_call_arguments(pushed, arguments, keywords);
    }
    expressions(arguments);
    keyword_values(keywords);
    emit_call(pushed + static_cast<int>(arguments.size() + keywords.size()));
}

//   [NULL, function]                      <tuple of positional arguments, or the one `*iterable` itself>
//   [NULL, function, tuple]               <dict of keyword arguments>
//   [NULL, function, tuple, dict]         CALL_FUNCTION_EX
void CodeGenerator::unpacking_call_arguments(int pushed, ast::Seq<Expr> arguments,
                                             ast::Seq<ast::Keyword*> keywords) {
    auto* only = arguments.size() == 1 ? ast::try_as<ast::Starred>(arguments[0]) : nullptr;
    if (only && pushed == 0) {
        expression(only->value);
    } else {
        display(arguments, pushed, tuple_display);
    }
    if (!keywords.empty()) merge_keywords(keywords);
    emit(CALL_FUNCTION_EX, keywords.empty() ? 0 : 1);
}

//   []           <run of name=value>                  (or BUILD_MAP 0)
//   [dict]       <mapping>, DICT_MERGE 1              (for `**mapping`)
//   [dict]       <run of name=value>, DICT_MERGE 1
void CodeGenerator::merge_keywords(ast::Seq<ast::Keyword*> keywords) {
    std::size_t run = 0;  // named keywords not emitted yet
    bool have_dict = false;
    auto finish_run = [&](std::size_t end) {
        if (!run) return;
        keyword_dict(keywords.subspan(end - run, run));
        if (have_dict) emit(DICT_MERGE, 1);
        have_dict = true;
        run = 0;
    };
    for (std::size_t i = 0; i < keywords.size(); ++i) {
        if (keywords[i]->arg) {
            ++run;
            continue;
        }
        finish_run(i);
        if (!have_dict) emit(BUILD_MAP, 0);
        have_dict = true;
        expression(keywords[i]->value);
        emit(DICT_MERGE, 1);
    }
    finish_run(keywords.size());
}

/// [] -> [{name: value, ...}]
void CodeGenerator::keyword_dict(ast::Seq<ast::Keyword*> keywords) {
    int count = static_cast<int>(keywords.size());
    bool big = count * 2 > stack_use_guideline;
    if (count > 1 && !big) {
        for (ast::Keyword* keyword : keywords) expression(keyword->value);
        load_tuple(names_of(keywords));
        return emit(BUILD_CONST_KEY_MAP, count);
    }
    if (big) emit_without_line(BUILD_MAP, 0);
    for (ast::Keyword* keyword : keywords) {
        load_constant(keyword->arg);
        expression(keyword->value);
        if (big) emit_without_line(MAP_ADD, 1);
    }
    if (!big) emit(BUILD_MAP, count);
}

// f-strings.

//   []                     <part>                                         (for each part)
//   [part, ..., part]      BUILD_STRING
// or, when the parts are many:
//   []                     "", LOAD_METHOD join, BUILD_LIST 0
//   [join, "", list]       <part>, LIST_APPEND 1                          (for each part)
//   [join, "", list]       PRECALL 1, CALL 1
void CodeGenerator::joined_string(ast::JoinedStr* node) {
    int count = static_cast<int>(node->values.size());
    if (count <= stack_use_guideline) {
        expressions(node->values);
        if (count != 1) emit(BUILD_STRING, count);
        return;
    }
    load_constant(empty_);
    emit_name(LOAD_METHOD, join_);
    emit(BUILD_LIST, 0);
    for (Expr part : node->values) {
        expression(part);
        emit(LIST_APPEND, 1);
    }
    emit_call(1);
}

//   [value]                <format spec>             (only if there is one)
//   [value, spec]          FORMAT_VALUE
void CodeGenerator::formatted_value(ast::FormattedValue* node) {
    constexpr int has_spec = 4;
    int flags = node->conversion == 's' ? 1 : node->conversion == 'r' ? 2 : node->conversion == 'a' ? 3 : 0;
    expression(node->value);
    if (node->format_spec) {
        expression(node->format_spec);
        flags |= has_spec;
    }
    emit(FORMAT_VALUE, flags);
}

}  // namespace minipy
