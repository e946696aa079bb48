// Speed of the lexer: bytes per second over CPython's whole library, held in memory as one text.
//
// Files that CPython rejects would end the scan: those that do not tokenise alone are left out.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "lexer/lexer.h"

namespace {

using namespace minipy;

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The environment's MINIPY_STDLIB, else the library that the build was configured with.
std::filesystem::path library() {
    const char* given = std::getenv("MINIPY_STDLIB");
    return given ? given : MINIPY_STDLIB;
}

const std::string& whole_library() {
    static const std::string text = [] {
        std::string all;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(library())) {
            if (entry.path().extension() != ".py") continue;
            try {
                const Source source = decode_source(read_file(entry.path()), entry.path());
                if (!tokenize(source).error) all += source.text;
            } catch (const SourceError&) {
            }
        }
        return all;
    }();
    return text;
}

void bytes_processed(benchmark::State& state) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * whole_library().size()));
}

void decode(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(decode_source(whole_library(), "library"));
    bytes_processed(state);
}

void tokenize_library(benchmark::State& state) {
    const Source source = source_from_text(whole_library(), "library");
    std::size_t tokens = 0;
    for (auto _ : state) {
        const TokenStream stream = tokenize(source);
        if (stream.error) state.SkipWithError("the library does not tokenise");
        tokens = stream.tokens.size();
    }
    bytes_processed(state);
    state.counters["tokens"] = static_cast<double>(tokens);
}

BENCHMARK(decode)->Name("lexer/decode")->Unit(benchmark::kMillisecond);
BENCHMARK(tokenize_library)->Name("lexer/tokenize")->Unit(benchmark::kMillisecond);

}  // namespace
