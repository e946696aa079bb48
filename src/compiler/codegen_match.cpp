// Code generation: `match` and its patterns.
//
// The code of a pattern takes the subject off the top of the stack; on failure it jumps to a block that pops
// whatever the patterns around it have piled up. Captured values are not stored at once but kept on the
// stack, below the `on_top` values still needed: names are bound only when the whole pattern has matched.
// Invariant: on success the captured values lie on the stack in the order of `stores`.
//
// CPython: Python/compile.c (compiler_match, compiler_pattern, pattern_helper_store_name)
#include <fmt/format.h>

#include <algorithm>
#include <climits>
#include <new>

#include "compiler/codegen.h"
#include "objects/singletons.h"

namespace minipy {

using enum Opcode;

namespace {

/// `_`: matches anything, binds nothing.
bool is_wildcard(const ast::Pattern* pattern) {
    auto* as_pattern = ast::try_as<const ast::MatchAs>(pattern);
    return as_pattern && !as_pattern->name;
}

/// `*_`
bool is_star_wildcard(const ast::Pattern* pattern) {
    auto* star = ast::try_as<const ast::MatchStar>(pattern);
    return star && !star->name;
}

/// Swaps in the patterns of a compilation; a pattern of 4,000 names has half as many.
constexpr std::int64_t max_pattern_swaps = 16'000'000;

bool contains(const std::vector<Str*>& names, Str* name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

//   []                            <subject>
//   [subject]                     COPY 1, <pattern>, <store captured names>      (for each case)
//   [subject]                     jump to fail_pop[0] unless <guard>
//   [subject]                     POP_TOP, <body>, JUMP end
//   [subject, n values] fail_pop[n]:  POP_TOP
//   [subject]           fail_pop[0]:  <next case>
//   []                       end:
// The last case (a final `case _` set aside) takes the subject itself instead of a copy.
void CodeGenerator::match_statement(ast::Match* statement) {
    expression(statement->subject);
    Block end = new_block();
    std::size_t count = statement->cases.size();
    ast::MatchCase* final_case = statement->cases[count - 1];
    bool has_default = is_wildcard(final_case->pattern) && count > 1;
    std::size_t tested = count - has_default;
    for (std::size_t i = 0; i < tested; ++i) {
        ast::MatchCase* each = statement->cases[i];
        PatternContext context;
        context.allow_irrefutable = each->guard || i + 1 == count;
        match_case(each, context, i + 1 == tested, end);
    }
    if (has_default) {
        unit_->at = final_case->pattern->at;
        emit(NOP);  // shows the line of the `case _` to tracing
        if (final_case->guard) jump_if(final_case->guard, end, false);
        statements(final_case->body);
    }
    begin(end);
}

void CodeGenerator::match_case(ast::MatchCase* match_case, PatternContext& context, bool last, Block end) {
    unit_->at = match_case->pattern->at;
    if (!last) emit(COPY, 1);
    pattern(match_case->pattern, context);
    for (Str* captured : context.stores) name(captured, ast::ExprContext::Store);
    if (match_case->guard) {
        ensure_fail_pop(context, 0);
        jump_if(match_case->guard, context.fail_pop[0], false);
    }
    if (!last) emit(POP_TOP);
    statements(match_case->body);
    jump(JUMP, end);
    unit_->at = match_case->pattern->at;
    emit_fail_pops(context);
}

void CodeGenerator::pattern(ast::Pattern* pattern, PatternContext& context) {
    using enum ast::PatternKind;
    unit_->at = pattern->at;
    switch (pattern->kind) {
        case MatchValue: return pattern_value(ast::as<ast::MatchValue>(pattern), context);
        case MatchSingleton: return pattern_singleton(ast::as<ast::MatchSingleton>(pattern), context);
        case MatchSequence: return pattern_sequence(ast::as<ast::MatchSequence>(pattern), context);
        case MatchMapping: return pattern_mapping(ast::as<ast::MatchMapping>(pattern), context);
        case MatchClass: return pattern_class(ast::as<ast::MatchClass>(pattern), context);
        case MatchStar: return capture(ast::as<ast::MatchStar>(pattern)->name, context);
        case MatchAs: return pattern_as(ast::as<ast::MatchAs>(pattern), context);
        case MatchOr: return pattern_or(ast::as<ast::MatchOr>(pattern), context);
    }
}

/// A pattern inside another one, where matching always is fine.
void CodeGenerator::subpattern(ast::Pattern* inner, PatternContext& context) {
    bool allowed = context.allow_irrefutable;
    context.allow_irrefutable = true;
    pattern(inner, context);
    context.allow_irrefutable = allowed;
}

//   [subject]           <value>, COMPARE_OP ==
//   [bool]              POP_JUMP_IF_FALSE fail
void CodeGenerator::pattern_value(ast::MatchValue* pattern, PatternContext& context) {
    if (pattern->value->kind != ast::ExprKind::Constant && pattern->value->kind != ast::ExprKind::Attribute) {
        error("patterns may only match literals and attribute lookups");
    }
    expression(pattern->value);
    comparison(ast::CompareOperator::Eq);
    jump_to_fail_pop(context, POP_JUMP_IF_FALSE);
}

//   [subject]           None, True or False, IS_OP
//   [bool]              POP_JUMP_IF_FALSE fail
void CodeGenerator::pattern_singleton(ast::MatchSingleton* pattern, PatternContext& context) {
    load_constant(pattern->value);
    comparison(ast::CompareOperator::Is);
    jump_to_fail_pop(context, POP_JUMP_IF_FALSE);
}

// Sequences.

//   [subject]                MATCH_SEQUENCE, POP_JUMP_IF_FALSE fail
//   [subject]                GET_LEN, <size>, COMPARE_OP == (>= with a star), POP_JUMP_IF_FALSE fail
//   [subject]                <unpack, index, or just drop it>
void CodeGenerator::pattern_sequence(ast::MatchSequence* pattern, PatternContext& context) {
    ast::Seq<ast::Pattern*> items = pattern->patterns;
    std::size_t star = items.size();
    bool only_wildcards = true, star_is_wildcard = false;
    for (std::size_t i = 0; i < items.size(); ++i) {
        bool wildcard = is_wildcard(items[i]);
        if (items[i]->kind == ast::PatternKind::MatchStar) {
            if (star != items.size()) error("multiple starred names in sequence pattern");
            star = i;
            wildcard = star_is_wildcard = is_star_wildcard(items[i]);
        }
        only_wildcards = only_wildcards && wildcard;
    }
    bool has_star = star != items.size();

    ++context.on_top;
    emit(MATCH_SEQUENCE);
    jump_to_fail_pop(context, POP_JUMP_IF_FALSE);
    if (!has_star || items.size() > 1) {
        emit(GET_LEN);
        load_int(static_cast<std::int64_t>(items.size()) - has_star);
        comparison(has_star ? ast::CompareOperator::GtE : ast::CompareOperator::Eq);
        jump_to_fail_pop(context, POP_JUMP_IF_FALSE);
    }
    --context.on_top;
    if (only_wildcards) {
        emit(POP_TOP);
    } else if (star_is_wildcard) {
        index_sequence(items, star, context);
    } else {
        unpack_sequence(items, context);
    }
}

//   [subject]                   UNPACK_SEQUENCE or UNPACK_EX
//   [last, ..., first]          <pattern>          (for each item)
void CodeGenerator::unpack_sequence(ast::Seq<ast::Pattern*> items, PatternContext& context) {
    std::size_t count = items.size();
    bool seen_star = false;
    for (std::size_t i = 0; i < count; ++i) {
        if (items[i]->kind != ast::PatternKind::MatchStar) continue;
        std::size_t after = count - i - 1;
        if (i >= 1 << 8 || after >= INT_MAX >> 8) {
            error("too many expressions in star-unpacking sequence pattern");
        }
        emit(UNPACK_EX, static_cast<int>(i + (after << 8)));
        seen_star = true;
    }
    if (!seen_star) emit(UNPACK_SEQUENCE, static_cast<int>(count));
    context.on_top += static_cast<int>(count);
    for (ast::Pattern* item : items) {
        --context.on_top;
        subpattern(item, context);
    }
}

// Sequences with `*_`: only the items asked for are fetched.
//   [subject]                   COPY 1, index or (GET_LEN, from the end, -), BINARY_SUBSCR
//   [subject, item]             <pattern>          (for each item that is no wildcard)
//   [subject]                   POP_TOP
void CodeGenerator::index_sequence(ast::Seq<ast::Pattern*> items, std::size_t star, PatternContext& context) {
    ++context.on_top;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i == star || is_wildcard(items[i])) continue;
        emit(COPY, 1);
        if (i < star) {
            load_int(static_cast<std::int64_t>(i));
        } else {
            emit(GET_LEN);
            load_int(static_cast<std::int64_t>(items.size() - i));
            binary_operation(ast::Operator::Sub, false);
        }
        emit(BINARY_SUBSCR);
        subpattern(items[i], context);
    }
    --context.on_top;
    emit(POP_TOP);
}

// Mappings.

//   [subject]                           MATCH_MAPPING, POP_JUMP_IF_FALSE fail
//   [subject]                           GET_LEN, <size>, COMPARE_OP >=, POP_JUMP_IF_FALSE fail
//   [subject]                           <keys>, BUILD_TUPLE, MATCH_KEYS
//   [subject, keys, values]             COPY 1, None, IS_OP 1, POP_JUMP_IF_FALSE fail
//   [subject, keys, values]             UNPACK_SEQUENCE, <pattern>        (for each value)
//   [subject, keys]                     <**rest>, or POP_TOP, POP_TOP
void CodeGenerator::pattern_mapping(ast::MatchMapping* pattern, PatternContext& context) {
    int size = static_cast<int>(pattern->keys.size());
    if (pattern->keys.size() != pattern->patterns.size()) {
        error(fmt::format("keys ({}) / patterns ({}) length mismatch in mapping pattern", size,
                          pattern->patterns.size()));
    }
    ++context.on_top;
    emit(MATCH_MAPPING);
    jump_to_fail_pop(context, POP_JUMP_IF_FALSE);
    if (!size && !pattern->rest) {
        --context.on_top;
        return emit(POP_TOP);
    }
    if (size) {
        emit(GET_LEN);
        load_int(size);
        comparison(ast::CompareOperator::GtE);
        jump_to_fail_pop(context, POP_JUMP_IF_FALSE);
    }
    mapping_keys(pattern);
    emit(BUILD_TUPLE, size);
    emit(MATCH_KEYS);
    context.on_top += 2;
    emit(COPY, 1);
    load_none();
    emit(IS_OP, 1);
    jump_to_fail_pop(context, POP_JUMP_IF_FALSE);
    emit(UNPACK_SEQUENCE, size);
    context.on_top += size - 1;
    for (ast::Pattern* value : pattern->patterns) {
        --context.on_top;
        subpattern(value, context);
    }
    context.on_top -= 2;
    if (pattern->rest) {
        mapping_rest(pattern->rest, size, context);
    } else {
        emit(POP_TOP);
        emit(POP_TOP);
    }
}

/// Pushes the keys: literals, each only once, and dotted names.
void CodeGenerator::mapping_keys(ast::MatchMapping* pattern) {
    std::vector<std::pair<Hash, Object*>> seen;
    for (Expr key : pattern->keys) {
        if (auto* constant = ast::try_as<ast::Constant>(key)) {
            Hash key_hash = *hash(constant->value);
            bool duplicate = std::any_of(seen.begin(), seen.end(), [&](const auto& earlier) {
                return earlier.first == key_hash &&
                       *compare_truth(earlier.second, constant->value, CompareOp::Eq);
            });
            if (duplicate)
                error(fmt::format("mapping pattern checks duplicate key ({})", repr_text(constant->value)));
            seen.emplace_back(key_hash, constant->value);
        } else if (key->kind != ast::ExprKind::Attribute) {
            error("mapping pattern keys may only match literals and attribute lookups");
        }
        expression(key);
    }
}

//   [subject, keys]                 BUILD_MAP 0, SWAP 3, DICT_UPDATE 2
//   [copy, keys]                    UNPACK_SEQUENCE
//   [copy, key, ..., key]           COPY, SWAP 2, DELETE_SUBSCR       (for each key)
//   [copy]                          <capture>
void CodeGenerator::mapping_rest(Str* rest, int size, PatternContext& context) {
    emit(BUILD_MAP, 0);
    emit(SWAP, 3);
    emit(DICT_UPDATE, 2);
    emit(UNPACK_SEQUENCE, size);
    for (; size; --size) {
        emit(COPY, 1 + size);
        emit(SWAP, 2);
        emit(DELETE_SUBSCR);
    }
    capture(rest, context);
}

// Classes.

//   [subject]                          <class>, tuple of attribute names, MATCH_CLASS
//   [attributes or None]               COPY 1, None, IS_OP 1, POP_JUMP_IF_FALSE fail
//   [attributes]                       UNPACK_SEQUENCE, <pattern>           (for each)
void CodeGenerator::pattern_class(ast::MatchClass* pattern, PatternContext& context) {
    int positional = static_cast<int>(pattern->patterns.size());
    int total = positional + static_cast<int>(pattern->kwd_attrs.size());
    if (pattern->kwd_attrs.size() != pattern->kwd_patterns.size()) {
        error(fmt::format("kwd_attrs ({}) / kwd_patterns ({}) length mismatch in class pattern",
                          pattern->kwd_attrs.size(), pattern->kwd_patterns.size()));
    }
    if (!pattern->kwd_attrs.empty()) {
        check_class_attributes(pattern);
        unit_->at = pattern->at;
    }
    expression(pattern->cls);
    std::vector<Object*> attribute_names(pattern->kwd_attrs.begin(), pattern->kwd_attrs.end());
    load_tuple(attribute_names);
    emit(MATCH_CLASS, positional);
    emit(COPY, 1);
    load_none();
    emit(IS_OP, 1);
    ++context.on_top;
    jump_to_fail_pop(context, POP_JUMP_IF_FALSE);
    emit(UNPACK_SEQUENCE, total);
    context.on_top += total - 1;
    for (int i = 0; i < total; ++i) {
        --context.on_top;
        ast::Pattern* inner = i < positional ? pattern->patterns[static_cast<std::size_t>(i)]
                                             : pattern->kwd_patterns[static_cast<std::size_t>(i - positional)];
        if (is_wildcard(inner)) {
            emit(POP_TOP);
        } else {
            subpattern(inner, context);
        }
    }
}

void CodeGenerator::check_class_attributes(ast::MatchClass* pattern) {
    ast::Seq<Str*> names = pattern->kwd_attrs;
    const Repetition found = find_repetition(names);
    for (std::size_t i = 0; i < names.size(); ++i) {
        unit_->at = pattern->kwd_patterns[i]->at;
        check_not_debug(names[i], ast::ExprContext::Store);
        if (i != found.first) continue;
        unit_->at = pattern->kwd_patterns[found.again]->at;
        error(fmt::format("attribute name repeated in class pattern: {}", str_utf8(names[i])));
    }
}

// Captures and alternatives.

/// `name`, `_`, or `<pattern> as name`.
void CodeGenerator::pattern_as(ast::MatchAs* pattern_node, PatternContext& context) {
    if (!pattern_node->pattern) {
        if (!context.allow_irrefutable) {
            if (!pattern_node->name) error("wildcard makes remaining patterns unreachable");
            error(fmt::format("name capture {} makes remaining patterns unreachable",
                              repr_text(pattern_node->name)));
        }
        return capture(pattern_node->name, context);
    }
    ++context.on_top;
    emit(COPY, 1);
    pattern(pattern_node->pattern, context);
    --context.on_top;
    capture(pattern_node->name, context);
}

//   [subject]                       COPY 1, <alternative>, JUMP end      (for each, with its own fail_pop
//   blocks) [subject]                       POP_TOP, JUMP fail [subject, captures]    end:     <move the
//   captures to their place>, POP_TOP
void CodeGenerator::pattern_or(ast::MatchOr* pattern, PatternContext& context) {
    Block end = new_block();
    std::vector<Str*> control;  // names of the first alternative; all others must bind the same
    for (ast::Pattern* each : pattern->patterns) {
        unit_->at = each->at;
        PatternContext inner;
        inner.allow_irrefutable = each == pattern->patterns.back() && context.allow_irrefutable;
        alternative(each, each == pattern->patterns.front(), inner, control);
        jump(JUMP, end);
        emit_fail_pops(inner);
    }
    emit(POP_TOP);
    jump_to_fail_pop(context, JUMP);
    begin(end);
    int rotations = static_cast<int>(control.size() + 1 + context.stores.size()) + context.on_top;
    for (Str* captured : control) {
        rotate(rotations);
        if (contains(context.stores, captured)) error_duplicate_capture(captured);
        context.stores.push_back(captured);
    }
    emit(POP_TOP);
}

void CodeGenerator::alternative(ast::Pattern* alternative, bool first, PatternContext& context,
                                std::vector<Str*>& control) {
    emit(COPY, 1);
    pattern(alternative, context);
    if (first) {
        control = context.stores;
    } else if (context.stores.size() != control.size()) {
        error("alternative patterns bind different names");
    } else {
        reorder_stores(context, control);
    }
}

/// Brings the captured values into the order in which the first alternative has them.
void CodeGenerator::reorder_stores(PatternContext& context, const std::vector<Str*>& control) {
    std::vector<Str*>& stores = context.stores;
    for (std::size_t wanted = control.size(); wanted-- > 0;) {
        auto found = std::find(stores.begin(), stores.end(), control[wanted]);
        if (found == stores.end()) error("alternative patterns bind different names");
        auto actual = static_cast<std::size_t>(found - stores.begin());
        if (actual == wanted) continue;
        // stores[0 .. actual] moves up so that stores[actual] lands on `wanted`; so do the values on the stack.
        auto begin = stores.begin();
        auto distance = [](std::size_t n) { return static_cast<std::ptrdiff_t>(n); };
        std::rotate(begin, begin + distance(actual + 1), begin + distance(wanted + 1));
        for (std::size_t i = 0; i <= actual; ++i) rotate(static_cast<int>(wanted) + 1);
    }
}

/// Puts the value on top below everything that has to stay above it; without a name drops it.
void CodeGenerator::capture(Str* captured, PatternContext& context) {
    if (!captured) return emit(POP_TOP);
    check_not_debug(captured, ast::ExprContext::Store);
    if (contains(context.stores, captured)) error_duplicate_capture(captured);
    rotate(context.on_top + static_cast<int>(context.stores.size()) + 1);
    context.stores.push_back(captured);
}

void CodeGenerator::error_duplicate_capture(Str* captured) {
    error(fmt::format("multiple assignments to name {} in pattern", repr_text(captured)));
}

/// Moves the top of the stack below the count - 1 values under it. The swaps grow with the square of the
/// names that a pattern captures: ten thousand names would fill two gigabytes.
void CodeGenerator::rotate(int count) {
    pattern_swaps_ += count;
    if (pattern_swaps_ > max_pattern_swaps) throw std::bad_alloc();
    for (; count > 1; --count) emit(SWAP, count);
}

// Failure.

void CodeGenerator::ensure_fail_pop(PatternContext& context, int pops) {
    while (context.fail_pop.size() <= static_cast<std::size_t>(pops)) context.fail_pop.push_back(new_block());
}

/// Jumps to where everything this pattern has on the stack is popped.
void CodeGenerator::jump_to_fail_pop(PatternContext& context, Opcode opcode) {
    int pops = context.on_top + static_cast<int>(context.stores.size());
    ensure_fail_pop(context, pops);
    jump(opcode, context.fail_pop[static_cast<std::size_t>(pops)]);
}

//   [.., n values]     fail_pop[n]:   POP_TOP
//   ...
//   [.., 1 value]      fail_pop[1]:   POP_TOP
//   [..]               fail_pop[0]:
void CodeGenerator::emit_fail_pops(PatternContext& context) {
    if (context.fail_pop.empty()) return;
    for (std::size_t pops = context.fail_pop.size(); --pops > 0;) {
        begin(context.fail_pop[pops]);
        emit(POP_TOP);
    }
    begin(context.fail_pop[0]);
    context.fail_pop.clear();
}

}  // namespace minipy
