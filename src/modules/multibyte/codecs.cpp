// The list of the multibyte codecs.
//
// CPython: Modules/cjkcodecs/_codecs_*.c (the lists at their ends)
#include <algorithm>

#include "modules/multibyte/iso2022.h"

namespace minipy::multibyte {
namespace {

using Set = CharsetId;

constexpr Designation kr_sets[] = {{Mark::ksx1001, 0, 1}};
constexpr Designation jp_sets[] = {{Mark::jisx0208, 0}, {Mark::jis_roman, -1}, {Mark::jisx0208_1978, 0}};
constexpr Designation jp_1_sets[] = {
    {Mark::jisx0208, 0}, {Mark::jisx0212, 1}, {Mark::jis_roman, -1}, {Mark::jisx0208_1978, 0}};
constexpr Designation jp_2_sets[] = {{Mark::jisx0208, 0}, {Mark::jisx0212, 1},   {Mark::ksx1001, 2},
                                     {Mark::gb2312, 3},   {Mark::jis_roman, -1}, {Mark::jisx0208_1978, 0},
                                     {Mark::latin_1, -1}, {Mark::greek, -1}};
constexpr Designation jp_ext_sets[] = {{Mark::jisx0208, 0},
                                       {Mark::jisx0212, 1},
                                       {Mark::jis_roman, -1},
                                       {Mark::katakana, -1},
                                       {Mark::jisx0208_1978, 0}};
constexpr Designation jp_3_sets[] = {{Mark::jisx0213_1_2000, 1, 0, true},
                                     {Mark::jisx0208, 0},
                                     {Mark::jisx0213_1_2000, 1},
                                     {Mark::jisx0213_2, 2}};
constexpr Designation jp_2004_sets[] = {
    {Mark::jisx0213_1, 1, 0, true}, {Mark::jisx0208, 0}, {Mark::jisx0213_1, 1}, {Mark::jisx0213_2, 2}};

constexpr Iso2022Form kr = {.designations = kr_sets, .has_shifts = true, .has_revisions = false};
constexpr Iso2022Form jp = {.designations = jp_sets};
constexpr Iso2022Form jp_1 = {.designations = jp_1_sets};
constexpr Iso2022Form jp_2 = {.designations = jp_2_sets, .has_g2 = true};
constexpr Iso2022Form jp_ext = {.designations = jp_ext_sets};
constexpr Iso2022Form jp_3 = {.designations = jp_3_sets};
constexpr Iso2022Form jp_2004 = {.designations = jp_2004_sets};

using Charsets = std::vector<CharsetId>;

MultibyteCodec by_table(const char* module, const char* name, Charsets charsets,
                        Stop (*decode_more)(const MultibyteCodec&, DecodeRun&) = nullptr,
                        Stop (*encode_more)(const MultibyteCodec&, EncodeRun&) = nullptr) {
    return {.name = name,
            .module = module,
            .decode = decode_by_table,
            .encode = encode_by_table,
            .charset_ids = std::move(charsets),
            .decode_more = decode_more,
            .encode_more = encode_more};
}

MultibyteCodec shift_jis(const char* name, CharsetId charset, unsigned last_lead, bool is_roman) {
    MultibyteCodec codec = by_table("_codecs_jp", name, {charset});
    codec.last_lead = last_lead;
    codec.is_roman = is_roman;
    return codec;
}

MultibyteCodec euc_jp(const char* name, Charsets charsets) {
    return by_table("_codecs_jp", name, std::move(charsets), decode_three_octets, encode_three_octets);
}

MultibyteCodec iso2022(const char* name, const Iso2022Form& form, Charsets charsets) {
    return {.name = name,
            .module = "_codecs_iso2022",
            .decode = decode_iso2022,
            .encode = encode_iso2022,
            .charset_ids = std::move(charsets),
            .encoder_start = {Mark::ascii, Mark::ascii},
            .decoder_start = {Mark::ascii, Mark::ascii, Mark::ascii},
            .reset_encoder = reset_iso2022_encoder,
            .reset_decoder = reset_iso2022_decoder,
            .form = &form};
}

std::vector<MultibyteCodec> make_codecs() {
    return {
        by_table("_codecs_cn", "gb2312", {Set::gb2312}),
        by_table("_codecs_cn", "gbk", {Set::gbk}),
        by_table("_codecs_cn", "gb18030", {Set::gb18030}, decode_four_octets, encode_four_octets),
        {.name = "hz",
         .module = "_codecs_cn",
         .decode = decode_hz,
         .encode = encode_hz,
         .charset_ids = {Set::gb2312},
         .reset_encoder = reset_hz_encoder,
         .reset_decoder = reset_hz_decoder},
        by_table("_codecs_hk", "big5hkscs", {Set::big5hkscs}),
        by_table("_codecs_tw", "big5", {Set::big5}),
        by_table("_codecs_tw", "cp950", {Set::cp950}),
        by_table("_codecs_kr", "euc_kr", {Set::euc_kr}, decode_composed_hangul, encode_composed_hangul),
        by_table("_codecs_kr", "cp949", {Set::cp949}),
        by_table("_codecs_kr", "johab", {Set::johab}),
        shift_jis("shift_jis", Set::shift_jis, 0xEA, false),
        shift_jis("shift_jis_2004", Set::shift_jis_2004, 0xFC, true),
        shift_jis("shift_jisx0213", Set::shift_jisx0213, 0xFC, true),
        by_table("_codecs_jp", "cp932", {Set::cp932}),
        euc_jp("euc_jp", {Set::euc_jp, Set::jisx0212}),
        euc_jp("euc_jis_2004", {Set::euc_jis_2004, Set::jisx0213_2, Set::jisx0212}),
        euc_jp("euc_jisx0213", {Set::euc_jisx0213, Set::jisx0213_2_2000, Set::jisx0212_2000}),
        iso2022("iso2022_kr", kr, {Set::ksx1001}),
        iso2022("iso2022_jp", jp, {Set::jisx0208}),
        iso2022("iso2022_jp_1", jp_1, {Set::jisx0208, Set::jisx0212}),
        iso2022("iso2022_jp_2", jp_2, {Set::jisx0208, Set::jisx0212, Set::ksx1001, Set::gb2312}),
        iso2022("iso2022_jp_ext", jp_ext, {Set::jisx0208, Set::jisx0212}),
        iso2022("iso2022_jp_3", jp_3, {Set::jisx0208, Set::jisx0213_1_2000, Set::jisx0213_2_iso_2000}),
        iso2022("iso2022_jp_2004", jp_2004, {Set::jisx0208, Set::jisx0213_1, Set::jisx0213_2}),
    };
}

}  // namespace

MultibyteCodec* find_multibyte_codec(std::string_view module, std::string_view name) {
    static std::vector<MultibyteCodec> codecs = make_codecs();
    const auto found = std::ranges::find_if(
        codecs, [=](const MultibyteCodec& codec) { return codec.name == name && codec.module == module; });
    return found == codecs.end() ? nullptr : &*found;
}

Status prepare(MultibyteCodec& codec) {
    if (!codec.charsets.empty()) return done;
    std::vector<const Charset*> charsets;
    for (const CharsetId id : codec.charset_ids) charsets.push_back(TRY(find_charset(id)));
    codec.charsets = std::move(charsets);
    return done;
}

}  // namespace minipy::multibyte
