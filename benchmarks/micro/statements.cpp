// Speed of single statements on the machine, as `statements.txt` lists them: `python/COMPONENT/NAME` is the
// time of one statement, with a tenth of a round of the loop around it. micro_compare runs them in CPython too.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

#include "modules/startup.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/int.h"
#include "objects/str.h"
#include "vm/compile_source.h"
#include "vm/eval.h"
#include "vm/run_main.h"

namespace {

using namespace minipy;

constexpr long rounds_per_call = 100, statements_per_round = 10;

struct Statement {
    std::string name, setup, text;
};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// `\n` stands for the end of a line.
std::string with_lines(std::string_view text) {
    std::string lines(trimmed(text));
    for (std::size_t at; (at = lines.find("\\n")) != lines.npos;) lines.replace(at, 2, "\n");
    return lines;
}

std::vector<Statement> read_statements() {
    std::ifstream file(MINIPY_STATEMENTS);
    std::vector<Statement> all;
    for (std::string line; std::getline(file, line);) {
        const std::size_t first = line.find('|'), second = line.find('|', first + 1);
        if (line.starts_with('#') || second == line.npos) continue;
        const std::string_view view(line);
        all.push_back({std::string(trimmed(view.substr(0, first))),
                       with_lines(view.substr(first + 1, second - first - 1)),
                       with_lines(view.substr(second + 1))});
    }
    return all;
}

std::string indented(const std::string& text, int columns) {
    std::string result;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        result += fmt::format("{:{}}{}\n", "", columns, text.substr(start, end - start));
        start = end + 1;
    }
    return result;
}

/// A function of the number of rounds. Ends the process with the traceback if it cannot be made.
Ref<Object> compile_function(const Statement& statement) {
    std::string text = "def run(rounds):\n" + indented(statement.setup, 4) + "    for _ in range(rounds):\n";
    for (long i = 0; i < statements_per_round; ++i) text += indented(statement.text, 8);
    Ref<Dict> space = new_dict();
    Ref<Code> code = compile_text(text, statement.name, {});
    Ref<Object> done;
    if (code) done = evaluate_code(code.get(), space.get(), space.get());
    if (!done) {
        print_uncaught();
        std::exit(1);
    }
    return Ref<Object>::share(dict_get(space.get(), str_from_utf8("run").get()));
}

void time_statement(benchmark::State& state, const Statement& statement) {
    Ref<Object> function = compile_function(statement);
    Ref<Object> rounds = new_int(rounds_per_call);
    while (state.KeepRunningBatch(rounds_per_call * statements_per_round))
        if (!call(function.get(), {rounds.get()})) {
            print_uncaught();
            return state.SkipWithError("the statement raised");
        }
}

}  // namespace

// Our own: the machine must be there before the statements. It is never taken down, its process ends with it.
int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv) || !initialize_runtime({})) return 1;
    for (const Statement& statement : read_statements())
        benchmark::RegisterBenchmark(("python/" + statement.name).c_str(), time_statement, statement)
            ->Unit(benchmark::kNanosecond);
    benchmark::RunSpecifiedBenchmarks();
    std::fflush(stdout);
    std::_Exit(0);
}
