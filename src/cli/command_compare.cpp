// `minipy --compare FILE [--python PATH]`: the file's bytecode as minipy makes it, beside that of an installed
// CPython, with a one-line verdict.
//
// Both sides are the text of `dis`, taken apart into code objects; each pair is aligned by its longest common
// subsequence of lines. Marks: `|` other line, `<` only minipy's, `>` only CPython's. Addresses do not count,
// and hashes are not randomised, so that sets come out in one order. Exit code 1 if anything differs.
//
// CPython: Lib/dis.py
#include <fmt/core.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <set>

#include "cli/code_input.h"
#include "cli/command.h"
#include "compiler/disassembler.h"
#include "compiler/pyc.h"
#include "objects/errors.h"
#include "objects/string_hash.h"

namespace minipy {
namespace {

constexpr int column_width = 72;
constexpr std::size_t largest_alignment = 16'000'000;  // cells; beyond: paired in order

using Lines = std::vector<std::string>;

/// What the other CPython prints first: its version and whether its bytecode is that of 3.11.
struct OtherPython {
    std::string version;
    bool same_bytecode = false;
    Lines lines;
};

/// Prints version, magic number and disassembly; the file's name is argument 1.
constexpr const char* disassemble_script =
    "import dis, importlib.util, platform, sys, warnings\n"
    "warnings.simplefilter('ignore')\n"
    "sys.stdout.reconfigure(encoding='utf-8', errors='surrogatepass')\n"
    "print(platform.python_version())\n"
    "print(int.from_bytes(importlib.util.MAGIC_NUMBER, 'little'), flush=True)\n"
    "with open(sys.argv[1], 'rb') as file: source = file.read()\n"
    "dis.dis(compile(source, sys.argv[1], 'exec', dont_inherit=True))\n";

/// What the program prints; false if it cannot be run or fails.
bool run_program(const std::vector<std::string>& words, std::string& output) {
    int ends[2];
    if (::pipe(ends) != 0) return false;
    const pid_t child = ::fork();
    if (child < 0) return false;
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        ::setenv("PYTHONHASHSEED", "0", 1);
        std::vector<char*> argv;
        for (const std::string& word : words) argv.push_back(const_cast<char*>(word.c_str()));
        argv.push_back(nullptr);
        ::execvp(argv[0], argv.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    char buffer[1 << 16];
    for (ssize_t count; (count = ::read(ends[0], buffer, sizeof buffer)) != 0;) {
        if (count > 0) output.append(buffer, static_cast<std::size_t>(count));
        if (count < 0 && errno != EINTR) break;
    }
    ::close(ends[0]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Takes out what differs from run to run: " at 0x7f..." becomes " at 0x...".
std::string without_addresses(std::string line) {
    for (std::size_t at = 0; (at = line.find(" at 0x", at)) != std::string::npos;) {
        at += 6;
        const std::size_t end = line.find_first_not_of("0123456789abcdef", at);
        line.replace(at, (end == std::string::npos ? line.size() : end) - at, "...");
    }
    return line;
}

Lines split_lines(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(without_addresses(std::string(text.substr(0, end))));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

bool ask_other(const std::string& python, const std::string& file, OtherPython& other) {
    std::string output;
    const bool ran = run_program({python, "-I", "-c", disassemble_script, file}, output);
    other.lines = split_lines(output);
    if (!ran || other.lines.size() < 2) {
        fmt::print(stderr, "minipy: {} could not disassemble {}\n", python, file);
        return false;
    }
    other.version = other.lines[0];
    other.same_bytecode = other.lines[1] == std::to_string(pyc_magic);
    other.lines.erase(other.lines.begin(), other.lines.begin() + 2);
    return true;
}

struct OwnCode {
    Lines lines;
    std::size_t code_objects = 0;
    std::size_t instructions = 0;
};

/// False with an exception pending if a constant has no text.
bool disassemble_own(Code* root, OwnCode& own) {
    auto visit = [&own, root](Code* code) {
        if (code != root) {
            own.lines.emplace_back();
            own.lines.push_back(fmt::format("Disassembly of <code object {} at 0x..., file \"{}\", line {}>:",
                                            str_utf8(code->name.get()), str_utf8(code->filename.get()),
                                            code->first_line));
        }
        Result<std::string> text = disassembly_text(code, false);
        Result<std::vector<DisassembledInstruction>> instructions = disassemble(code, false);
        if (!text || !instructions) return false;
        std::ranges::move(split_lines(*text), std::back_inserter(own.lines));
        own.instructions += (*instructions).size();
        ++own.code_objects;
        return true;
    };
    return for_each_code(root, visit);
}

/// Equal but for the order of a frozenset's items: it depends on which strings a process has interned before.
bool same_line(const std::string& left, const std::string& right) {
    if (left == right) return true;
    if (left.size() != right.size() || left.find("frozenset({") == std::string::npos) return false;
    std::string a = left, b = right;
    std::ranges::sort(a);
    std::ranges::sort(b);
    return a == b;
}

/// Pairs of line numbers, -1 where a side has none.
using Alignment = std::vector<std::pair<int, int>>;

/// Aligns lines [0, n) with [0, m) by their longest common subsequence.
Alignment align(std::span<const std::string> left, std::span<const std::string> right) {
    const std::size_t n = left.size(), m = right.size(), width = m + 1;
    Alignment pairs;
    if ((n + 1) * width > largest_alignment) {
        for (std::size_t i = 0; i < std::max(n, m); ++i)
            pairs.emplace_back(i < n ? static_cast<int>(i) : -1, i < m ? static_cast<int>(i) : -1);
        return pairs;
    }
    std::vector<int> common((n + 1) * width, 0);  // length of the subsequence of the rests
    for (std::size_t i = n; i-- > 0;)
        for (std::size_t j = m; j-- > 0;)
            common[i * width + j] = same_line(left[i], right[j])
                                        ? common[(i + 1) * width + j + 1] + 1
                                        : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
    for (std::size_t i = 0, j = 0; i < n || j < m;) {
        if (i < n && j < m && same_line(left[i], right[j]))
            pairs.emplace_back(static_cast<int>(i++), static_cast<int>(j++));
        else if (j == m || (i < n && common[(i + 1) * width + j] >= common[i * width + j + 1]))
            pairs.emplace_back(static_cast<int>(i++), -1);
        else
            pairs.emplace_back(-1, static_cast<int>(j++));
    }
    return pairs;
}

/// Cut to the width in characters, padded to it.
std::string fitted(std::string_view text, int width) {
    std::string line;
    int characters = 0;
    for (char c : text) {
        const bool starts_character = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        if (starts_character && characters++ == width) break;
        line.push_back(c);
    }
    if (characters < width) line.append(static_cast<std::size_t>(width - characters), ' ');
    return line;
}

/// Prints one code object's lines side by side; returns how many differ.
int print_side_by_side(std::span<const std::string> left, std::span<const std::string> right) {
    int differences = 0;
    for (const auto& [i, j] : align(left, right)) {
        const std::string a = i >= 0 ? left[static_cast<std::size_t>(i)] : "";
        const std::string b = j >= 0 ? right[static_cast<std::size_t>(j)] : "";
        const char mark = i < 0 ? '>' : j < 0 ? '<' : same_line(a, b) ? ' ' : '|';
        differences += mark != ' ';
        const std::string row = fmt::format("{} {} {}", fitted(a, column_width), mark, fitted(b, column_width));
        fmt::print("{}\n", row.substr(0, row.find_last_not_of(' ') + 1));
    }
    return differences;
}

/// The end of the code object that begins at `start`: the next heading or the end.
std::size_t section_end(const Lines& lines, std::size_t start) {
    for (std::size_t i = start + 1; i < lines.size(); ++i)
        if (lines[i].starts_with("Disassembly of ")) return i;
    return lines.size();
}

int print_comparison(const Lines& own, const Lines& other) {
    int differences = 0;
    std::size_t i = 0, j = 0;
    while (i < own.size() || j < other.size()) {
        const std::size_t own_end = section_end(own, i), other_end = section_end(other, j);
        differences += print_side_by_side(std::span(own).subspan(i, own_end - i),
                                          std::span(other).subspan(j, other_end - j));
        i = own_end;
        j = other_end;
    }
    return differences;
}

/// The words in capitals: names of opcodes.
std::set<std::string> opcodes_in(const Lines& lines) {
    std::set<std::string> names;
    for (const std::string& line : lines) {
        std::size_t start = line.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        if (start == std::string::npos || line.starts_with("Disassembly") || line.starts_with("ExceptionTable"))
            continue;
        names.insert(line.substr(start, line.find(' ', start) - start));
    }
    return names;
}

std::string joined_difference(const std::set<std::string>& from, const std::set<std::string>& what) {
    std::string text;
    for (const std::string& name : from)
        if (!what.contains(name)) text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "none" : text;
}

void explain_version(const OwnCode& own, const OtherPython& other) {
    const std::set<std::string> ours = opcodes_in(own.lines), theirs = opcodes_in(other.lines);
    fmt::print("CPython {} has bytecode of its own (another magic number than 3.11's), which explains these:\n"
               "  opcodes here only in 3.11: {}\n  opcodes here only in {}: {}\n",
               other.version, joined_difference(ours, theirs), other.version, joined_difference(theirs, ours));
}

std::string with_thousands(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
    return digits;
}

int print_verdict(const OwnCode& own, const OtherPython& other, int differences) {
    const std::string size = fmt::format("{} code object{}, {} instructions", with_thousands(own.code_objects),
                                         own.code_objects == 1 ? "" : "s", with_thousands(own.instructions));
    if (differences == 0) {
        fmt::print("identical: {} (CPython {})\n", size, other.version);
        return 0;
    }
    if (!other.same_bytecode) explain_version(own, other);
    fmt::print("different: {} lines differ; {} (CPython {})\n", differences, size, other.version);
    return 1;
}

}  // namespace

int command_compare(Arguments arguments) {
    std::string python = "python3.11", file;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--python" && i + 1 < arguments.size())
            python = arguments[++i];
        else if (file.empty() && !arguments[i].starts_with('-'))
            file = arguments[i];
        else
            return bad_usage;
    }
    if (file.empty()) return bad_usage;
    set_hash_seed("0");
    return with_code(file, {}, [&](Code* code) {
        OwnCode own;
        OtherPython other;
        if (!disassemble_own(code, own)) return report_exception();
        if (!ask_other(python, file, other)) return 2;
        fmt::print("{} | {}\n", fitted("minipy", column_width), fmt::format("CPython {}", other.version));
        return print_verdict(own, other, print_comparison(own.lines, other.lines));
    });
}

}  // namespace minipy
