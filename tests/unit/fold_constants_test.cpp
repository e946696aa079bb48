// What folds, and what does not: python3.11's `compile` said so.
#include <doctest/doctest.h>

#include <string>

#include "compiler/fold_constants.h"
#include "objects/errors.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "parser/parser.h"

using namespace minipy;

namespace {

struct Folded {
    explicit Folded(const std::string& text, int optimize = 0) : source(source_from_text(text, "<test>")) {
        ast::Mod* module = parse(source, ParseMode::Eval, arena);
        fold_constants(module, arena, optimize, 0);
        expr = ast::as<ast::Expression>(module)->body;
    }
    /// The value's text if all has become one constant, else "".
    std::string constant() const {
        auto* constant = ast::try_as<ast::Constant>(expr);
        return constant ? std::string(str_utf8(repr(constant->value).get())) : "";
    }

    Source source;
    ast::Arena arena;
    ast::Expr* expr;
};

std::string folded(const std::string& text) { return Folded(text).constant(); }

}  // namespace

TEST_CASE("folding: operations on constants") {
    struct Row {
        const char* text;
        const char* value;
    };
    const Row rows[] = {
        {"-(-(1))", "1"},      {"~True", "-2"},           {"not 1", "False"},         {"1 + 2 * 3", "7"},
        {"5 // 2 % 3", "2"},   {"(1, 2)[1]", "2"},        {"b'ab'[-1]", "98"},        {"'abc'[1]", "'b'"},
        {"()*5000", "()"},     {"(1, 2) + (3,)", "(1, 2, 3)"},
        {"__debug__", "True"}, {"'a' * 3 + 'b'", "'aaab'"},
        {"1 < 2", ""},         {"(1, (2, 'x'))", "(1, (2, 'x'))"},
        {"2 ** 64", "18446744073709551616"},
        {"1 << 127", "170141183460469231731687303715884105728"},
        {"1 if True else 2", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(folded(row.text) == row.value);
    }
    CHECK(Folded("__debug__", 1).constant() == "False");
}

TEST_CASE("folding: what would be large, or raise, stays") {
    for (const char* text :
         {"2 ** 128", "1 << 128", "1 << -1", "'a' * 4097", "(1,) * 257", "(1, (2,) * 100) * 50", "1 / 0",
          "'abc'[5]", "'a' + 1", "3 @ 4", "'a' % 1", "10 ** 100 * 10 ** 100", "-'a'", "'a' * -1",
          "1 << 10 ** 30", "(1, [])"}) {
        CAPTURE(text);
        CHECK(folded(text) == "");
        CHECK_FALSE(pending_exception());
    }
}

TEST_CASE("folding: literals that are only searched") {
    auto searched = [](const char* text) {
        Folded tree(text);
        ast::Expr* in = ast::as<ast::Compare>(tree.expr)->comparators.back();
        if (auto* constant = ast::try_as<ast::Constant>(in))
            return std::string(str_utf8(repr(constant->value).get()));
        return "kind " + std::to_string(int(in->kind));
    };
    CHECK(searched("x in [1, 2]") == "(1, 2)");
    CHECK(searched("x not in {3, 2, 1}") == "frozenset({1, 2, 3})");
    CHECK(searched("x in [1, y]") == "kind " + std::to_string(int(ast::ExprKind::Tuple)));
    CHECK(searched("x in [*y]") == "kind " + std::to_string(int(ast::ExprKind::List)));
    CHECK(searched("not (x in y)") == "kind " + std::to_string(int(ast::ExprKind::Name)));
    Folded negated("not x in y");
    CHECK(ast::as<ast::Compare>(negated.expr)->ops[0] == ast::CompareOperator::NotIn);
}

TEST_CASE("folding: formats become f-strings") {
    Folded simple("'a%%b%5s|%-5r%05.3a' % (x, y, z)");
    auto* joined = ast::try_as<ast::JoinedStr>(simple.expr);
    REQUIRE(joined);
    CHECK(joined->values.size() == 5);
    for (const char* text : {"'%zs' % (x,)", "'%100s' % (x,)", "'%' % (x,)", "'%s %s' % (x,)", "'%s' % (x, y)",
                             "'%d' % (x,)", "'%s' % (*x,)", "'%s' % x"}) {
        CAPTURE(text);
        CHECK(Folded(text).expr->kind == ast::ExprKind::BinOp);
    }
}
