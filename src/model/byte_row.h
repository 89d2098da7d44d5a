// Rows of a weight matrix as bytes that the fast kernels can add up in 16 bits without overflow.
//
// The kernels multiply activations of 0 to 255 by weights of -127 to 127 and add four such products in 16 bits: those
// of the inputs {0, 1, 4, 5} and of {2, 3, 6, 7} of each eight. Whatever the activations, no such sum overflows if the
// positive weights of each group add up to kMostOfGroup at most, and the negative ones too (255 * 128 < 2^15). A row
// for which that holds *fits*.
#pragma once

#include <cstddef>
#include <cstdint>

namespace wireroom {

inline constexpr int kMostOfGroup = 128;

[[nodiscard]] bool fits(const std::int8_t* row, std::size_t size);

// Bytes that fit and, times the scale that is returned, come near to the values. Rounds to the nearest, even on ties; a
// group that rounding makes too great is lessened where that errs least.
float quantise_row(const float* values, std::size_t size, std::int8_t* bytes);

// The same for a row of bytes (a row of a weight file), fast: `row` times the factor that is returned fits.
float fit_row(const std::int8_t* row, std::size_t size, std::int8_t* bytes);

}  // namespace wireroom
