// The bytes of a file -> its text.
//
// CPython: check_bom(), check_coding_spec(), decoding_fgets() in Parser/tokenizer.c; PEP 263
#include "lexer/lexer.h"
#include "lexer/source_internal.h"

namespace minipy {

Source decode_source(std::string bytes, std::string filename) {
    const bool bom = bytes.starts_with("\xEF\xBB\xBF");
    if (bom) bytes.erase(0, 3);
    Source source = finish_source(std::move(bytes), std::move(filename));
    source.from_file = true;
    source.encoding_declared = bom;
    return source;
}

}  // namespace minipy
