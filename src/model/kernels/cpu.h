// What the compiler's own question about the CPU does not know of in every version that we build with.
#pragma once

namespace wireroom {

[[nodiscard]] bool cpu_has_avx_vnni();
// Also asks the system for the tile registers, which it gives to a process only on demand.
[[nodiscard]] bool cpu_has_amx_int8();

}  // namespace wireroom
