// The table of interned strings: equal names are one object, so comparing them is comparing addresses.
//
// Open addressing with linear probing over (hash, string); the table does not own the strings: one that
// dies takes itself out, and the entries behind it move up so that no probe sequence has a hole. Looking up
// ASCII text makes no object. Invariant: at most half of the entries are taken, so that probing ends.
// The empty string and single characters below 256 are shared anyway and never in the table.
//
// CPython: Objects/unicodeobject.c (PyUnicode_InternInPlace), where the table is a dict
#include <vector>

#include "objects/str_data.h"
#include "objects/str_storage.h"
#include "objects/string_hash.h"

namespace minipy {
namespace {

class InternTable {
  public:
    /// The interned string with these ASCII characters, or null.
    Str* find_ascii(std::string_view text, Hash hash) const noexcept {
        for (std::size_t at = home(hash); entries_[at].string; at = next(at)) {
            const Entry& entry = entries_[at];
            if (entry.hash == hash && entry.string->ascii && entry.string->view1() == text) return entry.string;
        }
        return nullptr;
    }

    Str* find(const Str* wanted, Hash hash) const noexcept {
        for (std::size_t at = home(hash); entries_[at].string; at = next(at)) {
            const Entry& entry = entries_[at];
            if (entry.hash == hash && str_equal(entry.string, wanted)) return entry.string;
        }
        return nullptr;
    }

    void add(Str* string) {
        if ((count_ + 1) * 2 > entries_.size()) grow();
        place({string->hash, string});
        ++count_;
        string->interned = true;
    }

    void remove(Str* string) noexcept {
        std::size_t hole = home(string->hash);
        while (entries_[hole].string != string) hole = next(hole);
        for (std::size_t at = next(hole); entries_[at].string; at = next(at)) {
            // An entry may move up if the hole lies between its home and where it stands.
            std::size_t from_home = (at - home(entries_[at].hash)) & mask();
            std::size_t from_hole = (at - hole) & mask();
            if (from_home >= from_hole) {
                entries_[hole] = entries_[at];
                hole = at;
            }
        }
        entries_[hole] = {};
        --count_;
    }

    std::size_t count() const noexcept { return count_; }

    /// Every string's hash anew, under another key.
    void rehash() {
        std::vector<Entry> old(entries_.size());
        old.swap(entries_);
        for (const Entry& entry : old) {
            if (!entry.string) continue;
            entry.string->hash = -1;
            place({str_hash(entry.string), entry.string});
        }
    }

  private:
    struct Entry {
        Hash hash;
        Str* string;  // borrowed; null: free
    };

    std::size_t mask() const noexcept { return entries_.size() - 1; }
    std::size_t home(Hash hash) const noexcept { return static_cast<std::size_t>(hash) & mask(); }
    std::size_t next(std::size_t at) const noexcept { return (at + 1) & mask(); }

    void place(Entry entry) noexcept {
        std::size_t at = home(entry.hash);
        while (entries_[at].string) at = next(at);
        entries_[at] = entry;
    }

    void grow() {
        std::vector<Entry> old(entries_.size() * 2);
        old.swap(entries_);
        for (const Entry& entry : old) {
            if (entry.string) place(entry);
        }
    }

    std::vector<Entry> entries_ = std::vector<Entry>(4096);
    std::size_t count_ = 0;
};

/// Never destroyed: strings that live to the very end still take themselves out.
InternTable& table() {
    static InternTable& instance = *new InternTable;
    return instance;
}

}  // namespace

Ref<Str> intern(std::string_view utf8) {
    if (utf8.size() <= 1 || !is_ascii(utf8)) {
        Ref<Str> string = str_from_utf8(utf8);
        intern(string);
        return string;
    }
    Hash hash = hash_octets(utf8);
    if (Str* known = table().find_ascii(utf8, hash)) return share(known);
    Ref<Str> made = str_from_utf8(utf8);
    made->hash = hash;
    table().add(made.get());
    return made;
}

void intern(Ref<Str>& string) {
    if (!string || string->interned || !is_exactly(string.get(), str_type)) return;
    Hash hash = str_hash(string.get());
    if (Str* known = table().find(string.get(), hash)) {
        string = share(known);
        return;
    }
    table().add(string.get());
}

void forget_interned(Str* string) noexcept { table().remove(string); }

void rehash_interned() { table().rehash(); }

Size interned_count() noexcept { return static_cast<Size>(table().count()); }

}  // namespace minipy
