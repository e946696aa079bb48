// Making the tables of a coded character set.
//
// iconv is asked for each code on its own: tens of thousands of calls, two to five milliseconds, once per set
// and only if it is used.
//
// CPython: Modules/cjkcodecs/cjkcodecs.h (getmultibytecodec, importmap)
#include "modules/multibyte/charset.h"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <initializer_list>

namespace minipy::multibyte {

/// Codes in a row that stand for characters in a row.
struct Change {
    unsigned code;
    unsigned count;
    char32_t character;
};

/// Characters in a row that have codes in a row, whether or not these are read that way.
struct Extra {
    char32_t character;
    unsigned count;
    unsigned code;
};

struct LeadRange {
    unsigned first, last;
};

using LeadRanges = std::array<LeadRange, 2>;  // an empty one is {1, 0}

enum class Preference { first_code, last_code };

struct CharsetSpec {
    const char* converter;
    std::string_view prefix;
    const LeadRanges& rows;
    unsigned first_column;
    Preference preference;
    std::initializer_list<Change> changes;
    std::initializer_list<Extra> extras;
    std::initializer_list<Change> more_changes = {};
    std::initializer_list<Change> even_more_changes = {};
};

namespace {

constexpr LeadRanges all_rows = {{{0x81, 0xFE}, {1, 0}}};
constexpr LeadRanges euc_rows = {{{0xA1, 0xFE}, {1, 0}}};
constexpr LeadRanges euc_jp_rows = {{{0x8E, 0x8E}, {0xA1, 0xFE}}};
constexpr LeadRanges shift_jis_rows = {{{0x81, 0x9F}, {0xE0, 0xFC}}};

#define CHANGES(name, ...) constexpr std::initializer_list<Change> name = {__VA_ARGS__};
#define EXTRAS(name, ...) constexpr std::initializer_list<Extra> name = {__VA_ARGS__};
#include "modules/multibyte/charsets.def"

using enum Preference;
const CharsetSpec specs[] = {
#define CHARSET(name, ...) {__VA_ARGS__},
#include "modules/multibyte/charsets.def"
};

/// Octets to code points, by the C library.
class Converter {
  public:
    explicit Converter(const char* name) noexcept : handle_(iconv_open("WCHAR_T", name)) {}
    ~Converter() {
        if (is_open()) iconv_close(handle_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    bool is_open() const noexcept { return handle_ != reinterpret_cast<iconv_t>(-1); }

    /// The one or two characters that the octets stand for; none if they do not stand for just these.
    std::u32string_view convert(std::string_view octets) noexcept {
        char* source = const_cast<char*>(octets.data());
        std::size_t source_left = octets.size(), room = sizeof buffer_;
        char* target = reinterpret_cast<char*>(buffer_);
        iconv(handle_, nullptr, nullptr, nullptr, nullptr);
        // A character that may be the first of a pair comes out only when there is no more input.
        if (iconv(handle_, &source, &source_left, &target, &room) != 0 || source_left ||
            iconv(handle_, nullptr, nullptr, &target, &room) != 0)
            return {};
        return {buffer_, (sizeof buffer_ - room) / sizeof *buffer_};
    }

  private:
    static_assert(sizeof(wchar_t) == sizeof(char32_t));
    iconv_t handle_;
    char32_t buffer_[4];
};

}  // namespace

Charset::Row Charset::empty_row{};
Charset::Page Charset::empty_page{};

Charset::Charset() noexcept {
    rows_.fill(&empty_row);
    pages_.fill(&empty_page);
}

void Charset::set_character(Code code, char32_t character) {
    Row*& row = rows_[code >> 8];
    if (row == &empty_row) {
        if (!character) return;
        row = owned_rows_.emplace_back(std::make_unique<Row>()).get();
    }
    (*row)[code & 0xFF] = character;
}

void Charset::set_code(char32_t character, Code code) {
    Page*& page = pages_[character >> 8];
    if (page == &empty_page) page = owned_pages_.emplace_back(std::make_unique<Page>()).get();
    (*page)[character & 0xFF] = code;
}

Status Charset::read_from_iconv(const CharsetSpec& spec) {
    Converter converter(spec.converter);
    if (!converter.is_open())
        return raise(lookup_error_type,
                     fmt::format("the C library's iconv does not know the encoding {}", spec.converter));
    std::string octets(spec.prefix);
    octets += "  ";
    for (const LeadRange& range : spec.rows) {
        for (unsigned lead = range.first; lead <= range.last; ++lead) {
            for (unsigned trail = spec.first_column; trail < 0x100; ++trail) {
                octets.end()[-2] = static_cast<char>(lead);
                octets.end()[-1] = static_cast<char>(trail);
                const std::u32string_view text = converter.convert(octets);
                const Code code = static_cast<Code>(lead << 8 | trail);
                if (text.size() == 1) set_character(code, text[0]);
                if (text.size() != 2) continue;
                set_character(code, first_pair + static_cast<char32_t>(pairs_.size()));
                pairs_.push_back({text[0], text[1], code});
            }
        }
    }
    return done;
}

void Charset::change(const CharsetSpec& spec) {
    for (const auto& changes : {spec.changes, spec.more_changes, spec.even_more_changes})
        for (const Change& each : changes)
            for (unsigned i = 0; i < each.count; ++i)
                set_character(static_cast<Code>(each.code + i), each.character ? each.character + i : 0);
}

/// Fills the codes of the characters from the characters of the codes.
void Charset::invert(bool last_code_wins) {
    for (unsigned code = 0; code < 0x10000; ++code) {
        const char32_t character = this->character(code >> 8, code & 0xFF);
        if (!character || character >= refused) continue;
        if (last_code_wins || !this->code(character)) set_code(character, static_cast<Code>(code));
    }
    for (std::size_t i = 0, count = pairs_.size(); i < count; ++i) {
        const char32_t first = pairs_[i].first;
        if (code(first) == maybe_pair) continue;
        pairs_.push_back({first, 0, code(first)});
        set_code(first, maybe_pair);
    }
}

Code Charset::code_of_pair(char32_t first, char32_t second) const noexcept {
    for (const Pair& pair : pairs_)
        if (pair.first == first && pair.second == second) return pair.code;
    return 0;
}

Result<std::unique_ptr<Charset>> Charset::make(const CharsetSpec& spec) {
    std::unique_ptr<Charset> made(new Charset);
    TRY(made->read_from_iconv(spec));
    made->change(spec);
    made->invert(spec.preference == last_code);
    for (const Extra& each : spec.extras) {
        for (unsigned i = 0; i < each.count; ++i) {
            const unsigned code = each.code ? each.code + i : 0;
            made->set_code(each.character + i, static_cast<Code>(code));
            if (code >= 0x80 && code < 0x100) made->set_character(static_cast<Code>(code), each.character + i);
        }
    }
    return made;
}

Result<const Charset*> find_charset(CharsetId id) {
    static std::array<std::unique_ptr<Charset>, static_cast<std::size_t>(CharsetId::Count)> made;
    const auto place = static_cast<std::size_t>(id);
    if (!made[place]) made[place] = TRY(Charset::make(specs[place]));
    return static_cast<const Charset*>(made[place].get());
}

}  // namespace minipy::multibyte
