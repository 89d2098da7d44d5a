// The kernels, written once over a type of eight lanes. Included only by the files of the instruction sets, each of
// which defines `Lanes` in its own unnamed namespace before it includes this one, so that no two sets share an
// instance.
//
// Lanes: load, all (broadcast), store, + - * /, fma(a, b, c) = a * b + c in one rounding, max, min, sqrt,
// keep(count) (others become 0), negative_scaled(slope), times_power_of_two(n), from_bytes, sum, greatest, least,
// store_bytes (values from 0 to 255, rounded to nearest, ties to even). max(a, b) is b if a comparison fails.
// kByteRows: rows of a tile of a product of bytes, which is two panels wide (kPanel). byte_sums<kRows>(a, a_stride, b,
// inner, sums): the sums of a row and panel of bytes, each as a float; a panel holds inner * kBytePanel bytes.
// No function of the standard library is called here: a shared inline instance could hold the wrong instructions.

namespace wireroom {
namespace {

// Loop bounds of the product: a tile of kTileRows x 16 sums lives in registers, a panel of B of kBlockInner rows in the
// first cache, kBlockRows rows of A in the second.
constexpr int kTileRows = 6;
constexpr std::size_t kBlockInner = 384;
constexpr std::size_t kBlockRows = 96;

template <int kRows>
inline void tile(const float* a, std::size_t a_stride, const float* b, std::size_t b_stride, std::size_t inner,
                 const float* start, std::size_t start_stride, float* c, std::size_t c_stride) {
  Lanes sums[kRows][2];
#pragma GCC unroll 6
  for (int row = 0; row < kRows; ++row) {
    const float* from = start == nullptr ? nullptr : start + static_cast<std::size_t>(row) * start_stride;
    sums[row][0] = from == nullptr ? Lanes::all(0.0F) : Lanes::load(from);
    sums[row][1] = from == nullptr ? Lanes::all(0.0F) : Lanes::load(from + 8);
  }
  for (std::size_t k = 0; k < inner; ++k) {
    const Lanes left = Lanes::load(b), right = Lanes::load(b + 8);
    b += b_stride;
#pragma GCC unroll 6
    for (int row = 0; row < kRows; ++row) {
      const Lanes value = Lanes::all(a[static_cast<std::size_t>(row) * a_stride + k]);
      sums[row][0] = fma(value, left, sums[row][0]);
      sums[row][1] = fma(value, right, sums[row][1]);
    }
  }
#pragma GCC unroll 6
  for (int row = 0; row < kRows; ++row) {
    sums[row][0].store(c + static_cast<std::size_t>(row) * c_stride);
    sums[row][1].store(c + static_cast<std::size_t>(row) * c_stride + 8);
  }
}

// One panel of B over rows [row, row_end): the sums of columns [0, 16) continue from `c` or start from the bias.
inline void panel_product(const Product& p, std::size_t row, std::size_t row_end, std::size_t inner_begin,
                          std::size_t inner, std::size_t panel) {
  const float* b = p.b + panel * p.b_panel + inner_begin * p.b_stride;
  const float* bias = p.bias == nullptr ? nullptr : p.bias + panel * kPanel;
  while (row < row_end) {
    const float* a = p.a + row * p.a_stride + inner_begin;
    float* c = p.c + row * p.c_stride + panel * kPanel;
    const float* start = inner_begin > 0 ? c : bias;
    const std::size_t start_stride = inner_begin > 0 ? p.c_stride : 0;
    const auto run = [&](auto kernel) {
      kernel(a, p.a_stride, b, p.b_stride, inner, start, start_stride, c, p.c_stride);
    };
    switch (row_end - row) {
      case 1:
        run(tile<1>);
        break;
      case 2:
        run(tile<2>);
        break;
      case 3:
        run(tile<3>);
        break;
      case 4:
        run(tile<4>);
        break;
      case 5:
        run(tile<5>);
        break;
      default:
        run(tile<6>);
    }
    row += kTileRows;
  }
}

void product(const Product& p) {
  for (std::size_t row = 0; row < p.rows; row += kBlockRows) {
    const std::size_t row_end = row + kBlockRows < p.rows ? row + kBlockRows : p.rows;
    std::size_t inner_begin = 0;
    do {
      const std::size_t left = p.inner - inner_begin;
      const std::size_t inner = left < kBlockInner ? left : kBlockInner;
      for (std::size_t panel = 0; panel < p.panels; ++panel) panel_product(p, row, row_end, inner_begin, inner, panel);
      inner_begin += inner;
    } while (inner_begin < p.inner);
  }
}

template <int kRows>
inline void byte_tile(const ByteProduct& p, std::size_t row, std::size_t panel) {
  Lanes sums[kRows][2];
  byte_sums<kRows>(p.a + row * p.a_stride, p.a_stride, p.b + panel * kBytePanel * p.inner, p.inner, sums);
#pragma GCC unroll 2
  for (int half = 0; half < 2; ++half) {
    const std::size_t column = (panel + static_cast<std::size_t>(half)) * kBytePanel;
    const Lanes scale = Lanes::load(p.column_scale + column), column_sum = Lanes::load(p.column_sum + column);
    const Lanes bias = Lanes::load(p.bias + column);
#pragma GCC unroll 8
    for (int i = 0; i < kRows; ++i) {
      const std::size_t at = row + static_cast<std::size_t>(i);
      const Lanes value = fma(sums[i][half], Lanes::all(p.row_scale[at]), column_sum * Lanes::all(p.row_least[at]));
      fma(value, scale, bias).store(p.c + at * p.c_stride + column);
    }
  }
}

// The rows from `row` on that are fewer than a tile's.
template <int kRows>
inline void last_byte_tile(const ByteProduct& p, std::size_t row, std::size_t panel) {
  if constexpr (kRows > 0) {
    if (p.rows - row == kRows)
      byte_tile<kRows>(p, row, panel);
    else
      last_byte_tile<kRows - 1>(p, row, panel);
  }
}

void byte_product(const ByteProduct& p) {
  const std::size_t whole = p.rows / kByteRows * kByteRows;
  for (std::size_t panel = 0; panel < p.panels; panel += 2) {
    for (std::size_t row = 0; row < whole; row += kByteRows) byte_tile<kByteRows>(p, row, panel);
    last_byte_tile<kByteRows - 1>(p, whole, panel);
  }
}

void quantise(const float* x, std::size_t size, std::uint8_t* bytes, float* scale, float* least) {
  Lanes low = Lanes::load(x), high = low;
  for (std::size_t i = 8; i < size; i += 8) {
    const Lanes value = Lanes::load(x + i);
    low = min(value, low);
    high = max(value, high);
  }
  *least = low.least() + 0.0F;  // never -0, whose place the order of comparisons would decide
  const float range = high.greatest() - *least;
  *scale = range / 255.0F;
  const Lanes factor = Lanes::all(range > 1e-30F ? 255.0F / range : 0.0F), begin = Lanes::all(*least);
  for (std::size_t i = 0; i < size; i += 8) {
    const Lanes value = (Lanes::load(x + i) - begin) * factor;
    min(max(value, Lanes::all(0.0F)), Lanes::all(255.0F)).store_bytes(bytes + i);
  }
}

void layer_norm(float* x, const float* weight, const float* bias, std::size_t size) {
  const Lanes count = Lanes::all(static_cast<float>(size));
  Lanes total = Lanes::all(0.0F);
  for (std::size_t i = 0; i < size; i += 8) total = total + Lanes::load(x + i);
  const Lanes mean = Lanes::all(total.sum()) / count;
  Lanes squares = Lanes::all(0.0F);
  for (std::size_t i = 0; i < size; i += 8) {
    const Lanes distance = Lanes::load(x + i) - mean;
    squares = fma(distance, distance, squares);
  }
  const Lanes variance = Lanes::all(squares.sum()) / count;
  const Lanes factor = Lanes::all(1.0F) / sqrt(variance + Lanes::all(1e-12F));
  for (std::size_t i = 0; i < size; i += 8)
    fma((Lanes::load(x + i) - mean) * factor, Lanes::load(weight + i), Lanes::load(bias + i)).store(x + i);
}

// e to the power of x, for x <= 0 or small; below -87 as -87. Cody-Waite reduction, polynomial of Cephes expf; error
// about one unit in the last place.
inline Lanes exponential(Lanes x) {
  x = max(x, Lanes::all(-87.0F));
  const Lanes magic = Lanes::all(12582912.0F);  // 1.5 * 2^23: adding it rounds to an integer
  const Lanes n = fma(x, Lanes::all(1.44269504F), magic) - magic;
  Lanes r = fma(n, Lanes::all(-0.693359375F), x);
  r = fma(n, Lanes::all(2.12194440e-4F), r);
  Lanes p = Lanes::all(1.9875691500e-4F);
  p = fma(p, r, Lanes::all(1.3981999507e-3F));
  p = fma(p, r, Lanes::all(8.3334519073e-3F));
  p = fma(p, r, Lanes::all(4.1665795894e-2F));
  p = fma(p, r, Lanes::all(1.6666665459e-1F));
  p = fma(p, r, Lanes::all(5.0000001201e-1F));
  p = fma(p, r * r, r) + Lanes::all(1.0F);
  return p.times_power_of_two(n);
}

void softmax(float* x, std::size_t size, float scale) {
  if (size == 0) return;
  const std::size_t end = (size + 7) / 8 * 8;
  for (std::size_t i = size; i < end; ++i) x[i] = x[0];
  Lanes greatest = Lanes::load(x);
  for (std::size_t i = 8; i < end; i += 8) greatest = max(greatest, Lanes::load(x + i));
  const Lanes top = Lanes::all(greatest.greatest()), factor = Lanes::all(scale);
  Lanes total = Lanes::all(0.0F);
  for (std::size_t i = 0; i < end; i += 8) {
    Lanes e = exponential((Lanes::load(x + i) - top) * factor);
    if (size - i < 8) e = e.keep(size - i);
    e.store(x + i);
    total = total + e;
  }
  const Lanes share = Lanes::all(1.0F) / Lanes::all(total.sum());
  for (std::size_t i = 0; i < end; i += 8) (Lanes::load(x + i) * share).store(x + i);
}

// The error function as an odd rational function on [-4, 4], constant beyond; absolute error below 1e-6. Coefficients
// as in XLA (Apache-2.0).
inline Lanes error_function(Lanes x) {
  x = min(max(x, Lanes::all(-4.0F)), Lanes::all(4.0F));
  const Lanes y = x * x;
  Lanes p = Lanes::all(-2.72614225801306e-10F);
  p = fma(p, y, Lanes::all(2.77068142495902e-08F));
  p = fma(p, y, Lanes::all(-2.10102402082508e-06F));
  p = fma(p, y, Lanes::all(-5.69250639462346e-05F));
  p = fma(p, y, Lanes::all(-7.34990630326855e-04F));
  p = fma(p, y, Lanes::all(-2.95459980854025e-03F));
  p = fma(p, y, Lanes::all(-1.60960333262415e-02F));
  Lanes q = Lanes::all(-1.45660718464996e-05F);
  q = fma(q, y, Lanes::all(-2.13374055278905e-04F));
  q = fma(q, y, Lanes::all(-1.68282697438203e-03F));
  q = fma(q, y, Lanes::all(-7.37332916720468e-03F));
  q = fma(q, y, Lanes::all(-1.42647390514189e-02F));
  return x * p / q;
}

void gelu(float* x, std::size_t size) {
  for (std::size_t i = 0; i < size; i += 8) {
    const Lanes value = Lanes::load(x + i);
    const Lanes half = value * Lanes::all(0.5F);
    fma(half, error_function(value * Lanes::all(0.707106781F)), half).store(x + i);
  }
}

void leaky(float* x, std::size_t size, float slope) {
  for (std::size_t i = 0; i < size; i += 8) Lanes::load(x + i).negative_scaled(slope).store(x + i);
}

void add(float* y, const float* x, std::size_t size) {
  for (std::size_t i = 0; i < size; i += 8) (Lanes::load(y + i) + Lanes::load(x + i)).store(y + i);
}

template <int kLanes>
inline void mix_lanes(const float* x, std::size_t stride, const float* shares, std::size_t count, float* y) {
  Lanes sums[kLanes];
#pragma GCC unroll 4
  for (int lane = 0; lane < kLanes; ++lane) sums[lane] = Lanes::all(0.0F);
  for (std::size_t k = 0; k < count; ++k) {
    const Lanes share = Lanes::all(shares[k]);
#pragma GCC unroll 4
    for (int lane = 0; lane < kLanes; ++lane)
      sums[lane] = fma(Lanes::load(x + k * stride + 8 * static_cast<std::size_t>(lane)), share, sums[lane]);
  }
#pragma GCC unroll 4
  for (int lane = 0; lane < kLanes; ++lane) sums[lane].store(y + 8 * static_cast<std::size_t>(lane));
}

void mix(const float* x, std::size_t stride, const float* shares, std::size_t count, float* y, std::size_t size) {
  std::size_t i = 0;
  for (; i + 32 <= size; i += 32) mix_lanes<4>(x + i, stride, shares, count, y + i);
  for (; i < size; i += 8) mix_lanes<1>(x + i, stride, shares, count, y + i);
}

void add_bytes(float* y, const std::int8_t* x, float scale, std::size_t size) {
  const Lanes factor = Lanes::all(scale);
  for (std::size_t i = 0; i < size; i += 8) fma(Lanes::from_bytes(x + i), factor, Lanes::load(y + i)).store(y + i);
}

float dot(const float* a, const float* b, std::size_t size) {
  Lanes total = Lanes::all(0.0F);
  for (std::size_t i = 0; i < size; i += 8) total = fma(Lanes::load(a + i), Lanes::load(b + i), total);
  return total.sum();
}

constexpr Kernels kernels_named(const char* name) {
  return {name, product, byte_product, quantise, layer_norm, softmax, gelu, leaky, add, mix, add_bytes, dot};
}

}  // namespace
}  // namespace wireroom
