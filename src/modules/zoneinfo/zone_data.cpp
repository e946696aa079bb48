// A zone's tables: from what the library reads out of a file, and the type that holds at a moment.
//
// CPython: Modules/_zoneinfo.c (load_data, utcoff_to_dstoff, ts_to_local, find_ttinfo)
#include <algorithm>

#include "modules/zoneinfo/zoneinfo.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/names.h"
#include "objects/tuple.h"
#include "vm/import.h"

namespace minipy::zoneinfo {

Status fill_time_type(TimeType& type, std::int64_t utc_seconds, std::int64_t dst_seconds,
                      Ref<Object> abbreviation) {
    type.utc_offset = TRY(datetime::new_delta(0, utc_seconds, 0));
    type.dst_offset = TRY(datetime::new_delta(0, dst_seconds, 0));
    type.abbreviation = std::move(abbreviation);
    type.utc_seconds = utc_seconds;
    return done;
}

namespace {

/// What the library has read, as numbers.
struct RawZone {
    std::vector<std::int64_t> type_indices, utc, utc_offsets, daylight_flags;
    Ref<Tuple> abbreviations;
    Ref<Object> tail;
};

Result<Done> read_numbers(Object* sequence, std::vector<std::int64_t>& numbers) {
    Ref<Tuple> items = TRY(sequence_to_tuple(sequence));
    for (Object* item : items->span()) numbers.push_back(TRY(argument_size(item)));
    return done;
}

Status read_file(Object* file, RawZone& raw) {
    Ref<Object> common = TRY(import_module("zoneinfo._common"));
    Ref<Object> loaded = TRY(call_method(common.get(), name<"load_data">, {file}));
    if (!is_tuple(loaded.get()) || static_cast<Tuple*>(loaded.get())->size != 6)
        return raise(type_error_type,
                     fmt::format("Invalid data result type: {}", repr_for_message(loaded.get())));
    const Tuple& parts = *static_cast<Tuple*>(loaded.get());
    TRY(read_numbers(parts[0], raw.type_indices));
    TRY(read_numbers(parts[1], raw.utc));
    TRY(read_numbers(parts[2], raw.utc_offsets));
    TRY(read_numbers(parts[3], raw.daylight_flags));
    raw.abbreviations = TRY(sequence_to_tuple(parts[4]));
    raw.tail = share(parts[5]);
    const auto types = static_cast<std::int64_t>(raw.utc_offsets.size());
    if (raw.type_indices.size() != raw.utc.size() || raw.daylight_flags.size() != raw.utc_offsets.size() ||
        raw.abbreviations->size != types)
        return raise(value_error_type, "the parts of the zone do not fit together");
    for (std::int64_t index : raw.type_indices)
        if (index < 0 || index >= types)
            return raise(value_error_type,
                         fmt::format("Invalid transition index found while reading TZif: {}", index));
    return done;
}

/// The file says which types are daylight saving time, but not by how much: that is the difference from the
/// standard time before or, failing that, after it.
std::vector<std::int64_t> daylight_offsets(const RawZone& raw) {
    std::vector<std::int64_t> shifts(raw.utc_offsets.size(), 0);
    const auto from_standard = [&](std::size_t type, std::size_t transition) -> std::int64_t {
        const auto other = static_cast<std::size_t>(raw.type_indices[transition]);
        return raw.daylight_flags[other] ? 0 : raw.utc_offsets[type] - raw.utc_offsets[other];
    };
    for (std::size_t i = 1; i < raw.utc.size(); ++i) {
        const auto type = static_cast<std::size_t>(raw.type_indices[i]);
        if (!raw.daylight_flags[type] || shifts[type]) continue;
        shifts[type] = from_standard(type, i - 1);
        if (!shifts[type] && type + 1 < shifts.size() && i + 1 < raw.utc.size())
            shifts[type] = from_standard(type, i + 1);
    }
    // An hour is a better guess than nothing.
    for (std::size_t type = 0; type < shifts.size(); ++type)
        if (raw.daylight_flags[type] && !shifts[type]) shifts[type] = 3600;
    return shifts;
}

/// Hostile files hold any number; wrapping around is as good as anything then.
std::int64_t plus(std::int64_t moment, std::int64_t offset) noexcept {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(moment) + static_cast<std::uint64_t>(offset));
}

/// In local time a transition is a gap or an overlap: the first reading takes the larger offset, the second
/// (`fold`) the smaller one.
void fill_transitions(const RawZone& raw, Transitions& transitions) {
    transitions.utc = raw.utc;
    std::size_t before = 0;
    for (std::size_t i = 0; i < raw.utc.size(); ++i) {
        const auto after = static_cast<std::size_t>(raw.type_indices[i]);
        const auto [smaller, larger] = std::minmax(raw.utc_offsets[before], raw.utc_offsets[after]);
        transitions.local[0].push_back(plus(raw.utc[i], larger));
        transitions.local[1].push_back(plus(raw.utc[i], smaller));
        transitions.type_indices.push_back(after);
        before = after;
    }
}

Result<bool> same_type(const TimeType& left, const TimeType& right) {
    return TRY(compare_truth(left.utc_offset.get(), right.utc_offset.get(), CompareOp::Eq)) &&
           TRY(compare_truth(left.dst_offset.get(), right.dst_offset.get(), CompareOp::Eq)) &&
           TRY(compare_truth(left.abbreviation.get(), right.abbreviation.get(), CompareOp::Eq));
}

Status fill_tail(const RawZone& raw, ZoneData& zone) {
    if (!is_none(raw.tail.get()) && TRY(truth(raw.tail.get()))) {
        if (!is_bytes(raw.tail.get())) return raise(type_error_type, "a TZ string is bytes");
        return parse_tail_rule(raw.tail.get(), zone.tail);
    }
    if (zone.types.empty()) return raise(value_error_type, "No time zone information found.");
    zone.tail.standard =
        zone.transitions.utc.empty() ? zone.types.back() : zone.type_after(zone.transitions.utc.size() - 1);
    return done;
}

Status fill_zone(const RawZone& raw, ZoneData& zone) {
    const std::vector<std::int64_t> shifts = daylight_offsets(raw);
    zone.types.resize(shifts.size());
    for (std::size_t i = 0; i < shifts.size(); ++i)
        TRY(fill_time_type(zone.types[i], raw.utc_offsets[i], shifts[i],
                           share((*raw.abbreviations)[static_cast<Size>(i)])));
    fill_transitions(raw, zone.transitions);
    const auto standard = std::ranges::find(raw.daylight_flags, 0);
    if (standard != raw.daylight_flags.end())
        zone.type_before = static_cast<std::size_t>(standard - raw.daylight_flags.begin());
    TRY(fill_tail(raw, zone));
    zone.fixed_offset = zone.tail.standard_only && zone.types.size() <= 1 &&
                        (zone.types.empty() || TRY(same_type(zone.types[0], zone.tail.standard)));
    return done;
}

}  // namespace

std::unique_ptr<ZoneData> load_zone(Object* file) {
    RawZone raw;
    if (!read_file(file, raw)) return nullptr;
    auto zone = std::make_unique<ZoneData>();
    if (!fill_zone(raw, *zone)) return nullptr;
    return zone;
}

// --- looking up

const TimeType& ZoneData::at_local(std::int64_t seconds, bool fold, int year) const noexcept {
    const std::vector<std::int64_t>& moments = transitions.local[fold];
    if (moments.empty() || seconds > moments.back()) return tail.at_local(seconds, fold, year);
    if (seconds < moments.front()) return types[type_before];
    const auto next = std::ranges::upper_bound(moments, seconds);
    return type_after(static_cast<std::size_t>(next - moments.begin()) - 1);
}

const TimeType& ZoneData::at_utc(std::int64_t seconds, int year, bool& fold) const noexcept {
    const std::vector<std::int64_t>& moments = transitions.utc;
    fold = false;
    if (moments.empty()) return tail.at_utc(seconds, year, fold);
    if (seconds < moments.front()) return types[type_before];
    const auto next = std::ranges::upper_bound(moments, seconds);
    const auto latest = static_cast<std::size_t>(next - moments.begin()) - 1;
    const TimeType& before = latest ? type_after(latest - 1) : types[type_before];
    const bool in_tail = seconds > moments.back();
    const TimeType& now = in_tail ? tail.at_utc(seconds, year, fold) : type_after(latest);
    // Behind a transition that turns the clock back the local time exists twice.
    const datetime::Wide elapsed = datetime::Wide{seconds} - moments[latest];
    if (before.utc_seconds - now.utc_seconds > elapsed) fold = true;
    return now;
}

}  // namespace minipy::zoneinfo
