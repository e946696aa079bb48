// Lines of source files.
//
// CPython: Python/traceback.c
#include "vm/source_lines.h"

#include <cstdio>
#include <memory>

#include "objects/dict.h"
#include "vm/import.h"

namespace minipy {
namespace {

std::optional<Source> read_source(const std::string& filename) {
    if (filename.starts_with('<') && filename.ends_with('>')) return std::nullopt;
    std::optional<std::string> bytes = read_file(filename);
    if (!bytes) return std::nullopt;
    try {
        return decode_source(std::move(*bytes), filename);
    } catch (const SourceError&) {
        return std::nullopt;
    }
}

}  // namespace

std::optional<std::string> read_file(const std::string& filename) {
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(filename.c_str(), "rb"),
                                                         [](std::FILE* opened) { return std::fclose(opened); });
    if (!file) return std::nullopt;
    std::string bytes;
    char buffer[1 << 16];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file.get()))
        bytes.append(buffer, count);
    if (std::ferror(file.get())) return std::nullopt;
    return bytes;
}

std::optional<std::string_view> SourceLines::line(std::string_view filename, int number) {
    if (!imported_modules()->used) return std::nullopt;  // at the end of the process CPython shows none either
    auto found = sources_.find(filename);
    if (found == sources_.end()) found = sources_.emplace(filename, read_source(std::string(filename))).first;
    const std::optional<Source>& source = found->second;
    if (!source || !source->valid_utf8 || number < 1 ||
        static_cast<std::size_t>(number) > source->line_starts.size())
        return std::nullopt;
    return source->line(number);
}

}  // namespace minipy
