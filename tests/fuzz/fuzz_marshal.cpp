// libFuzzer target for marshal and .pyc files: hostile bytes -> object; a code object is disassembled and
// written again.
//
// What it looks for: crashes, memory beyond any bound, and code objects let through that readers of their
// tables stumble over. The first byte chooses between a whole .pyc and what stands behind its header.
#include <cstddef>
#include <cstdint>
#include <string>

#include "compiler/disassembler.h"
#include "compiler/marshal.h"
#include "compiler/pyc.h"
#include "objects/errors.h"
#include "vm/runtime.h"

namespace {

using namespace minipy;

constexpr std::size_t longest_unfolded = 1 << 20;

void read_everything(Code* code) {
    auto visit = [](Code* inner) {
        const bool show_caches = inner->flags & 1;
        if (!disassembly_text(inner, show_caches)) clear_exception();
        return true;
    };
    for_each_code(code, visit);
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    minipy::initialize_types();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const Ref<Object> object = data[0] % 2 == 0 ? marshal_load(bytes, longest_unfolded)
                                                : Ref<Object>(load_pyc(bytes, "fuzz.pyc"));
    if (!object) {
        clear_exception();
        return 0;
    }
    if (is_code(object.get())) read_everything(static_cast<Code*>(object.get()));
    if (!marshal_dump(object.get())) clear_exception();
    return 0;
}
