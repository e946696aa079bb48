// Speed of the parser alone: every file of CPython's library, decoded and tokenised beforehand.
//
// Counters, for one byte of source: `arena_bytes_per_byte` is the memory of the nodes; `all_bytes_per_byte`
// adds the text, its line starts and the tokens, which is all that is alive when a file has been parsed.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <list>

#include "parser/parser.h"

namespace {

using namespace minipy;

struct TokenisedFile {
    Source source;
    TokenStream stream;
};

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The files that parse.
const std::list<TokenisedFile>& library() {
    static const std::list<TokenisedFile> files = [] {
        std::list<TokenisedFile> all;
        const char* given = std::getenv("MINIPY_STDLIB");
        for (const auto& entry : std::filesystem::recursive_directory_iterator(given ? given : MINIPY_STDLIB)) {
            if (entry.path().extension() != ".py") continue;
            try {
                Source source = decode_source(read_file(entry.path()), entry.path());
                TokenStream stream = tokenize(source);
                ast::Arena arena;
                parse_tokens(source, stream, ParseMode::Exec, arena);
                all.push_back({std::move(source), std::move(stream)});
            } catch (const SourceError&) {
            }
        }
        return all;
    }();
    return files;
}

void parse_library(benchmark::State& state) {
    std::size_t text_bytes = 0, input_bytes = 0, arena_bytes = 0;
    for (const TokenisedFile& file : library()) {
        text_bytes += file.source.text.size();
        input_bytes += file.source.text.capacity() + file.stream.tokens.capacity() * sizeof(Token) +
                       file.source.line_starts.capacity() * sizeof(file.source.line_starts[0]);
    }
    for (auto _ : state) {
        arena_bytes = 0;
        for (const TokenisedFile& file : library()) {
            ast::Arena arena;
            benchmark::DoNotOptimize(parse_tokens(file.source, file.stream, ParseMode::Exec, arena));
            arena_bytes += arena.bytes();
        }
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text_bytes));
    const auto per_byte = [&](std::size_t bytes) {
        return static_cast<double>(bytes) / static_cast<double>(text_bytes);
    };
    state.counters["arena_bytes_per_byte"] = per_byte(arena_bytes);
    state.counters["all_bytes_per_byte"] = per_byte(arena_bytes + input_bytes);
}

BENCHMARK(parse_library)->Name("parser/parse")->Unit(benchmark::kMillisecond);

}  // namespace
