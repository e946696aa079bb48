// Scopes and errors of the symbol table; python3.11 said what is right. The whole standard library is
// compared by tests/parity/symtable_parity.py.
#include <doctest/doctest.h>

#include <string>

#include "compiler/future.h"
#include "compiler/symbol_table.h"
#include "objects/str.h"
#include "parser/arena.h"

using namespace minipy;

namespace {

/// A parsed text and its table.
struct Analyzed {
    explicit Analyzed(std::string text) : source(source_from_text(std::move(text), "<test>")) {
        ast::Mod* module = parse(source, ParseMode::Exec, arena);
        table = build_symbol_table(module, arena, source, find_future_features(module, source).flags);
    }

    /// The symbol of the block reached through first children ("" is the module, "f.g" g in f).
    const Symbol& symbol(std::string_view path, std::string_view name) const {
        const SymbolTableEntry* entry = table.top;
        while (!path.empty()) {
            std::size_t dot = std::min(path.find('.'), path.size());
            const SymbolTableEntry* found = nullptr;
            for (const SymbolTableEntry* child : entry->children)
                if (str_utf8(child->name) == path.substr(0, dot)) found = child;
            REQUIRE(found);
            entry = found;
            path.remove_prefix(std::min(dot + 1, path.size()));
        }
        const Symbol* symbol = entry->find(intern(name).get());
        REQUIRE(symbol);
        return *symbol;
    }
    Scope scope(std::string_view path, std::string_view name) const { return symbol(path, name).scope; }

    Source source;
    ast::Arena arena;
    SymbolTable table;
};

}  // namespace

TEST_CASE("symbol table: a variable of a function is a cell where a function inside uses it") {
    Analyzed code("x = y = 0\n"
                  "def f(a, b):\n"
                  "    c = a\n"
                  "    def g():\n"
                  "        nonlocal c\n"
                  "        global x\n"
                  "        c = x\n"
                  "        return [b + i + y for i in c]\n");
    CHECK(code.scope("", "x") == Scope::GlobalExplicit);
    CHECK(code.scope("", "y") == Scope::Local);
    CHECK(code.scope("f", "a") == Scope::Local);
    CHECK(code.scope("f", "b") == Scope::Cell);
    CHECK(code.scope("f", "c") == Scope::Cell);
    CHECK(code.scope("f.g", "c") == Scope::Free);
    CHECK(code.scope("f.g", "x") == Scope::GlobalExplicit);
    CHECK(code.scope("f.g", "b") == Scope::Free);
    CHECK(code.symbol("f.g", "b").flags == 0);
    CHECK(code.scope("f.g.listcomp", "i") == Scope::Local);
    CHECK(code.scope("f.g.listcomp", "y") == Scope::GlobalImplicit);
}

TEST_CASE("symbol table: names of a class are invisible from inside, but for __class__") {
    Analyzed code("def f(x):\n"
                  "    class C:\n"
                  "        x = x\n"
                  "        __y = 1\n"
                  "        def m(self):\n"
                  "            return super().m(x, self.__y)\n"
                  "        def n(self):\n"
                  "            return x\n");
    CHECK(code.scope("f", "x") == Scope::Cell);
    CHECK(code.scope("f.C", "x") == Scope::Local);
    CHECK((code.symbol("f.C", "x").flags & symbol_flag::free_class) != 0);
    CHECK(code.scope("f.C", "_C__y") == Scope::Local);
    CHECK(code.scope("f.C.m", "x") == Scope::Free);
    CHECK(code.scope("f.C.m", "__class__") == Scope::Free);
    CHECK(code.table.top->children[0]->children[0]->needs_class_closure);
}

TEST_CASE("symbol table: a named expression in a comprehension binds around it") {
    Analyzed code("def f(x):\n    [y := i for i in x]\n[z := i for i in x]\n");
    CHECK(code.scope("f", "y") == Scope::Cell);
    CHECK(code.scope("f.listcomp", "y") == Scope::Free);
    CHECK(code.scope("", "z") == Scope::GlobalExplicit);
    CHECK(code.scope("listcomp", "z") == Scope::GlobalExplicit);
}

TEST_CASE("symbol table: errors have CPython's text and place") {
    struct Row {
        const char* text;
        const char* message;
        int line, column, end_line, end_column;
    };
    const Row rows[] = {
        {"def f(a,a):pass\n", "duplicate argument 'a' in function definition", 1, 9, 1, 10},
        {"def f(a):\n global a\n", "name 'a' is parameter and global", 2, 2, 2, 10},
        {"def f():\n \u00e9=1; global \u00e9\n",
         "name '\u00e9' is assigned to before global declaration", 2, 8, 2, 17},
        {"def f():\n print(x)\n nonlocal x\n", "name 'x' is used prior to nonlocal declaration", 3, 2, 3, 12},
        {"def f():\n x:int\n global x\n", "annotated name 'x' can't be global", 3, 2, 3, 10},
        {"def f():\n global x\n x:int=1\n", "annotated name 'x' can't be global", 3, 2, 3, 9},
        {"def f():\n global x\n nonlocal x\n", "name 'x' is nonlocal and global", 2, 2, 2, 10},
        {"nonlocal x\n", "nonlocal declaration not allowed at module level", 1, 1, 1, 11},
        {"def f():\n nonlocal x\n", "no binding for nonlocal 'x' found", 2, 2, 2, 12},
        {"def f():\n from x import *\n", "import * only allowed at module level", 2, 16, 2, 17},
        {"[(yield 1) for x in y]\n", "'yield' inside list comprehension", 1, 3, 1, 10},
        {"[[(i:=0) for j in x] for i in x]\n",
         "assignment expression cannot rebind comprehension iteration variable 'i'", 1, 4, 1, 5},
        {"[i for i in (x:=y)]\n",
         "assignment expression cannot be used in a comprehension iterable expression", 1, 14, 1, 18},
        {"[x for y in z if (j:=0) for j in y]\n",
         "comprehension inner loop cannot rebind assignment expression target 'j'", 1, 29, 1, 30},
        {"class A:\n [(x:=1) for y in z]\n",
         "assignment expression within a comprehension cannot be used in a class body", 2, 4, 2, 5},
        {"from __future__ import annotations\nx:(y:=1)\n",
         "'named expression' can not be used within an annotation", 2, 4, 2, 8},
        {"from __future__ import braces\n", "not a chance", 1, 1, 1, -1},
        {"from __future__ import scopes\n", "future feature scopes is not defined", 1, 1, 1, -1},
        {"x=1;from __future__ import division\n",
         "from __future__ imports must occur at the beginning of the file", 1, 4, 1, -1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        try {
            Analyzed code(row.text);
            FAIL("accepted");
        } catch (const SourceError& error) {
            CHECK(error.message == row.message);
            CHECK(error.line == row.line);
            CHECK(error.column == row.column);
            CHECK(error.end_line == row.end_line);
            CHECK(error.end_column == row.end_column);
        }
    }
}

TEST_CASE("symbol table: a tree too deep is an error") {
    std::string sum = "x";
    for (int i = 0; i < 2997; ++i) sum += "-x";
    CHECK_NOTHROW(Analyzed(sum + '\n'));
    CHECK_THROWS_AS(Analyzed(sum + "-x-x\n"), SourceError);
}
