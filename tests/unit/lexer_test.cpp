// Tokens, errors and decoding of the lexer. CPython: Lib/test/test_tokenize.py, test_source_encoding.py
#include "lexer/lexer.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "lexer/codecs.h"
#include "lexer/module_tokens.h"

using namespace minipy;
using namespace std::string_view_literals;

namespace {

Source file(std::string_view bytes) { return decode_source(std::string(bytes), "file.py"); }

/// "def NAME ( ) : NEWLINE ...": the kinds of all tokens.
std::string kinds(std::string_view text) {
    const Source source = source_from_text(std::string(text), "file.py");
    std::string result;
    for (const Token& token : tokenize(source).tokens) {
        if (!result.empty()) result += ' ';
        result += token_kind_text(token.kind);
    }
    return result;
}

/// What a file is rejected with, by decoding or by the tokenizer.
std::optional<SourceError> rejection(std::string_view bytes) {
    try {
        return tokenize(file(bytes)).error;
    } catch (const SourceError& error) {
        return error;
    }
}

std::string text_of(std::string_view bytes) { return file(bytes).text; }

using Kind = SourceErrorKind;

struct Rejected {
    std::string_view bytes;
    Kind kind;
    std::string_view message;
    int line, column, end_line, end_column;
};

const Rejected rejected_files[] = {
#include "lexer_errors.def"
};

}  // namespace

TEST_CASE("indentation makes tokens outside brackets only") {
    CHECK(kinds("if x:\n  y\n") == "if NAME : NEWLINE INDENT NAME NEWLINE DEDENT ENDMARKER");
    CHECK(kinds("f(\n    x,\n  y)\n") == "NAME ( NAME , NAME ) NEWLINE ENDMARKER");
    CHECK(kinds("if x:\n\n  # c\n  y\n # d\nz") ==
          "if NAME : NEWLINE INDENT NAME NEWLINE DEDENT NAME NEWLINE ENDMARKER");
    CHECK(kinds("if x:\n  if y:\n    z") ==
          "if NAME : NEWLINE INDENT if NAME : NEWLINE INDENT NAME NEWLINE DEDENT DEDENT ENDMARKER");
    CHECK(kinds("if x:\n\ty\n\fz\n") == "if NAME : NEWLINE INDENT NAME NEWLINE DEDENT NAME NEWLINE ENDMARKER");
}

TEST_CASE("lines are joined by backslashes") {
    CHECK(kinds("x = 1 + \\\n  2\n") == "NAME = NUMBER + NUMBER NEWLINE ENDMARKER");
    CHECK(kinds("if x:\n  y\n  \\\n      z\n") ==
          "if NAME : NEWLINE INDENT NAME NEWLINE NAME NEWLINE DEDENT ENDMARKER");
}

TEST_CASE("empty and blank texts") {
    CHECK(kinds("") == "ENDMARKER");
    CHECK(kinds("\n  \n# c") == "ENDMARKER");
}

TEST_CASE("every operator is one token") {
    CHECK(kinds("a<<=b>>=c**=d//=e->f:=g...h<>i!=j@=k") ==
          "NAME <<= NAME >>= NAME **= NAME //= NAME -> NAME := NAME ... NAME != NAME != NAME @= NAME NEWLINE "
          "ENDMARKER");
    CHECK(kinds("$ ? !") == "OP OP OP NEWLINE ENDMARKER");
}

TEST_CASE("numbers and strings") {
    CHECK(kinds("0x_f 0b1 0o7 1_0 1e5 .5 1. 1.e-5_0 1j 0_0 00.5 09j") ==
          "NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NEWLINE "
          "ENDMARKER");
    CHECK(kinds("'' \"\" rb'\\'' Fr\"\"\"a\"b\n\"\"\" u'x\\\ny' bu''") ==
          "STRING STRING STRING STRING STRING NAME STRING NEWLINE ENDMARKER");
}

TEST_CASE("positions") {
    const Source source = source_from_text("x = '''a\nb''' # c\ny", "file.py");
    const std::vector<Token> tokens = tokenize(source).tokens;
    CHECK(token_text(source, tokens[2]) == "'''a\nb'''");
    CHECK(tokens[2].line == 1);
    CHECK(tokens[2].end_line == 2);
    CHECK(token_text(source, tokens[3]) == "# c");
    CHECK(tokens[4].line == 3);
    CHECK(source.line(2) == "b''' # c");
    CHECK(source.line(4) == "");
    CHECK(source.newline_added);
}

TEST_CASE("a keyword right behind a number is warned of") {
    const TokenStream stream = tokenize(source_from_text("x = 1if 0xfor 2else 3\n", "file.py"));
    CHECK_FALSE(stream.error);
    REQUIRE(stream.warnings.size() == 3);
    CHECK(stream.warnings[1].message == "invalid hexadecimal literal");
}

TEST_CASE("what CPython rejects is rejected with the same error") {
    for (const Rejected& wanted : rejected_files) {
        CAPTURE(wanted.bytes);
        const std::optional<SourceError> error = rejection(wanted.bytes);
        REQUIRE(error);
        CHECK(error->message == wanted.message);
        CHECK(error->kind == wanted.kind);
        CHECK(error->line == wanted.line);
        CHECK(error->column == wanted.column);
        CHECK(error->end_line == wanted.end_line);
        CHECK(error->end_column == wanted.end_column);
    }
}

TEST_CASE("too deep") {
    CHECK(rejection(std::string(1000000, '('))->message == "too many nested parentheses");
    std::string nested;
    for (int i = 0; i <= 100; ++i) nested += std::string(static_cast<std::size_t>(i), ' ') + "if x:\n";
    CHECK(rejection(nested)->message == "too many levels of indentation");
}

TEST_CASE("decoding") {
    CHECK(text_of("a\r\nb\rc") == "a\nb\nc\n");
    CHECK(text_of("\xEF\xBB\xBF# coding: utf-8\n") == "# coding: utf-8\n");
    CHECK(text_of("# coding: latin-1\n'\xE9'") == "# coding: latin-1\n'\u00e9'\n");
    CHECK(text_of("\n# vim: set fileencoding=cp1252 :\n'\x80'") ==
          "\n# vim: set fileencoding=cp1252 :\n'\u20ac'\n");
    CHECK(text_of("# coding: shift_jis\n'\x83\x5C'") == "# coding: shift_jis\n'\u30bd'\n");
    CHECK(text_of("x = 1\n# coding: nowhere\n") == "x = 1\n# coding: nowhere\n");
    CHECK(file("# coding: Latin_1-unix\n").encoding == "iso-8859-1");
    CHECK(text_of("x = 1 \0 y\n+ 2\n"sv) == "x = 1 + 2\n");
}

TEST_CASE("codecs are found by the names that Python knows") {
    CHECK(find_source_codec("CP1252")->name == "cp1252");
    CHECK(find_source_codec("windows-1252")->name == "cp1252");
    CHECK(find_source_codec("ISO_8859-15")->name == "iso8859_15");
    CHECK(find_source_codec("utf-16") == nullptr);
    CHECK(find_source_codec("") == nullptr);
}

TEST_CASE("the module's tokens") {
    const auto types = [](std::string_view text) {
        std::string result;
        for (const ModuleToken& token : module_tokens(text).tokens) {
            if (!result.empty()) result += ' ';
            result += token.type;
        }
        return result;
    };
    CHECK(types("async # c") == "NAME COMMENT NEWLINE ENDMARKER");
    CHECK(types("a <> $ 'b") ==
          "NAME LESS GREATER ERRORTOKEN ERRORTOKEN ERRORTOKEN ERRORTOKEN NAME NEWLINE ENDMARKER");
    CHECK(types("'a\\\r\nb'\r\n") == "STRING NEWLINE ENDMARKER");
    CHECK(types("'a\\\nb\nc") == "ERRORTOKEN NAME NEWLINE ENDMARKER");
    CHECK(module_tokens("if x:\n    y\n  z\n").error == "unindent does not match any outer indentation level");
    CHECK(module_tokens("'''a\n").error == "EOF in multi-line string");
    CHECK(module_tokens("(a\n").error == "EOF in multi-line statement");
}
