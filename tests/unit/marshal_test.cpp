// marshal and .pyc: what is written is read back; damaged bytes give an exception, never a crash.
#include <doctest/doctest.h>

#include "cli/code_input.h"
#include "compiler/disassembler.h"
#include "compiler/marshal.h"
#include "compiler/pyc.h"
#include "objects/constant.h"
#include "objects/errors.h"
#include "objects/float.h"
#include "objects/int.h"

using namespace minipy;

namespace {

constexpr const char* program =
    "import os\n"
    "x = (1, -0.0, 2j, b'ab', 'caf\\xe9', 10**30, ..., None, True)\n"
    "def f(a, *b, c=3, **d):\n"
    "    try:\n"
    "        return [lambda: a for y in b if y in {1, 2, 3}]\n"
    "    except ValueError as e:\n"
    "        yield from d\n";

Ref<Code> compiled() { return compile_bytes(program, "program.py"); }

std::string error_of(std::string_view bytes) {
    Ref<Object> object = marshal_load(bytes);
    if (object) return "";
    Ref<Object> exception = take_exception();
    return short_name(exception->type);
}

/// Reads damaged bytes as `--dis` does; whatever comes of it, nothing may crash.
void survive(std::string_view bytes) {
    Ref<Code> code = load_pyc(bytes, "damaged.pyc");
    if (code) {
        auto visit = [](Code* inner) { return static_cast<bool>(disassembly_text(inner, true)); };
        for_each_code(code.get(), visit);
    }
    clear_exception();
}

}  // namespace

TEST_CASE("marshal: values come back equal, types and signs included") {
    const std::vector<Ref<Object>> values = {new_int(5), new_int(-1234567890123), int_from_digits("9", 10),
                                             int_from_digits("123456789012345678901234567890", 10),
                                             new_float(-0.0), str_from_utf8("h\xc3\xa9"), new_bytes("a\0b"),
                                             str_from_utf8("\xed\xa0\x80")};
    for (const Ref<Object>& value : values) {
        Result<std::string> bytes = marshal_dump(value.get());
        REQUIRE(bytes);
        Ref<Object> back = marshal_load(*bytes);
        REQUIRE(back);
        CHECK(constant_equal(back.get(), value.get()));
    }
}

TEST_CASE("marshal: code objects come back equal") {
    Ref<Code> code = compiled();
    Result<std::string> bytes = pyc_bytes(code.get(), PycCheck::CheckedHash, program, 0);
    REQUIRE(bytes);
    Ref<Code> back = load_pyc(*bytes, "program.pyc");
    REQUIRE(back);
    CHECK(code_equal(back.get(), code.get()));
}

TEST_CASE("marshal: damage is named") {
    CHECK(error_of("") == "EOFError");
    CHECK(error_of("e1") == "ValueError");
    CHECK(error_of("0") == "TypeError");
    CHECK(error_of(std::string_view("s\x05\0\0\0ab", 7)) == "EOFError");
    CHECK(error_of(std::string_view("(\xff\xff\xff\x7f", 5)) == "EOFError");
    CHECK(error_of(std::string_view("r\0\0\0\0", 5)) == "ValueError");
    CHECK(error_of(std::string_view("\xa9\x01r\0\0\0\0", 7)) == "ValueError");  // a tuple inside itself
    std::string deep;
    for (int i = 0; i < 3000; ++i) deep += ")\x01";
    CHECK(error_of(deep) == "ValueError");
}

TEST_CASE("pyc: truncated and altered files never crash") {
    Ref<Code> code = compiled();
    Result<std::string> bytes = pyc_bytes(code.get(), PycCheck::Timestamp, program, 0);
    REQUIRE(bytes);
    const std::string& whole = *bytes;
    for (std::size_t length = 0; length < whole.size(); ++length) survive(whole.substr(0, length));
    std::uint64_t state = 1;
    auto random = [&state](std::size_t below) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::size_t>(state >> 33) % below;
    };
    for (int round = 0; round < 3000; ++round) {
        std::string damaged = whole;
        for (std::size_t changes = 1 + random(4); changes > 0; --changes)
            damaged[pyc_header_size + random(whole.size() - pyc_header_size)] = static_cast<char>(random(256));
        survive(damaged);
    }
}
