// Reading the command line: see option_parser.h.
//
// CPython: Python/getopt.c, Python/initconfig.c (config_parse_cmdline)
#include "cli/option_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace minipy {
namespace {

constexpr std::string_view options_with_argument = "cmWX";

class OptionParser {
  public:
    OptionParser(std::span<const std::string_view> words, Invocation& invocation)
        : words_(words), invocation_(invocation) {}

    std::string parse() {
        while (!program_named_ && at_ < words_.size()) {
            const std::string_view word = words_[at_];
            if (word.size() < 2 || word[0] != '-') break;
            ++at_;
            if (word == "--") break;
            std::string error = word[1] == '-' ? read_long(word.substr(2)) : read_joined(word.substr(1));
            if (!error.empty()) return error;
        }
        take_program();
        return {};
    }

  private:
    RunOptions& options() noexcept { return invocation_.options; }

    std::string read_long(std::string_view name) {
        constexpr std::array helps = {"help", "help-env", "help-xoptions", "help-all"};
        if (std::ranges::find(helps, name) != helps.end()) {
            invocation_.help = name;
        } else if (name == "version") {
            ++invocation_.show_version;
        } else if (name == "gc-stress") {
            options().gc_stress = true;
        } else if (name == "site" || name == "check-hash-based-pycs") {
            if (at_ == words_.size()) return fmt::format("Argument expected for the --{} options", name);
            const std::string_view word = words_[at_++];
            if (name == "site") {
                options().site_directories.emplace_back(word);
            } else {
                options().check_hash_based_pycs = word;
                invocation_.bad_check_hash_word = word != "always" && word != "never" && word != "default";
            }
        } else {
            return fmt::format("unknown option --{}", name);
        }
        return {};
    }

    /// The letters of one word.
    std::string read_joined(std::string_view letters) {
        for (std::size_t i = 0; i < letters.size(); ++i) {
            const char letter = letters[i];
            if (options_with_argument.find(letter) != std::string_view::npos)
                return read_with_argument(letter, letters.substr(i + 1));
            if (letter == 'J') return "-J is reserved for Jython";
            if (!set_flag(letter)) return fmt::format("Unknown option: -{}", letter);
        }
        return {};
    }

    std::string read_with_argument(char letter, std::string_view rest) {
        std::string argument(rest);
        if (argument.empty()) {
            if (at_ == words_.size()) return fmt::format("Argument expected for the -{} option", letter);
            argument = words_[at_++];
        }
        if (letter == 'W') {
            options().warn_options.push_back(std::move(argument));
        } else if (letter == 'X') {
            options().x_options.push_back(std::move(argument));
        } else {
            using Kind = Invocation::Kind;
            program_named_ = true;
            invocation_.kind = letter == 'c' ? Kind::Command : Kind::Module;
            invocation_.target = std::move(argument);
            options().argv.push_back({'-', letter});
        }
        return {};
    }

    /// Options without an argument; false if the letter is none.
    bool set_flag(char letter) {
        RunOptions& all = options();
        switch (letter) {
            case 'b': ++all.bytes_warning; return true;
            case 'B': all.dont_write_bytecode = true; return true;
            case 'd': ++all.debug; return true;
            case 'E': all.ignore_environment = true; return true;
            case 'h':
            case '?': invocation_.help = "help"; return true;
            case 'i': all.interactive = all.inspect = true; return true;
            case 'I':
                all.isolated = all.ignore_environment = all.no_user_site = all.safe_path = true;
                return true;
            case 'O': ++all.optimize; return true;
            case 'P': all.safe_path = true; return true;
            case 'q': ++all.quiet; return true;
            case 'R': ++invocation_.hash_option; return true;
            case 's': all.no_user_site = true; return true;
            case 'S': all.no_site = true; return true;
            case 't': return true;  // of Python 2
            case 'u': all.unbuffered = true; return true;
            case 'v': ++all.verbose; return true;
            case 'V': ++invocation_.show_version; return true;
            case 'x': all.skip_first_line = true; return true;
            default: return false;
        }
    }

    /// What is left: the program, unless an option named it, and its arguments.
    void take_program() {
        if (!program_named_ && at_ < words_.size() && words_[at_] != "-") {
            invocation_.kind = Invocation::Kind::File;
            invocation_.target = words_[at_];
        }
        if (!program_named_ && at_ == words_.size()) options().argv.emplace_back();
        for (; at_ < words_.size(); ++at_) options().argv.emplace_back(words_[at_]);
    }

    std::span<const std::string_view> words_;
    Invocation& invocation_;
    std::size_t at_ = 0;
    bool program_named_ = false;
};

}  // namespace

std::string parse_options(std::span<const std::string_view> words, Invocation& invocation) {
    return OptionParser(words, invocation).parse();
}

}  // namespace minipy
