// The kernels, written once over types of eight and of sixteen lanes. Included only by the files of the instruction
// sets, each of which defines `Lanes` and `Wide` in its own unnamed namespace before it includes this one, so that no
// two sets share an instance.
//
// Lanes: load, all (broadcast), store, + - * /, fma(a, b, c) = a * b + c in one rounding, max, min, sqrt,
// keep(count, other) (others become those of `other`), negative_scaled(slope), times_power_of_two(n), from_bytes, sum,
// greatest, least, store_bytes (rounded to nearest, ties to even, what is no number to 0, others fit). max(a, b) is b
// if a comparison fails. transpose_eight(Lanes*). Wide: sixteen lanes with what concerns each lane alone; low() and
// high() are its halves, twice(lanes) puts them together. store_group(values, to): the bytes of kWidesOfGroup of them.
// What sums up lanes does so in eight of them on every set. kTileRows: rows of a tile of a product of floats, which is
// one panel wide. kByteRows and kBytePanels: the size of a tile of a product of bytes. byte_sums<kRows, kPanels>(a,
// a_stride, b, inner, sums): its sums by rows, at the beginning of a cache line. A set with its own product of bytes
// has neither. No function of the standard library is called here: a shared inline instance could hold the wrong
// instructions.

namespace wireroom {
namespace {

// Loop bounds of the product: a tile of kTileRows x 16 sums lives in registers, a panel of B of kBlockInner rows in the
// first cache, kBlockRows rows of A in the second.
constexpr std::size_t kBlockInner = 384;
constexpr std::size_t kBlockRows = 96;

// Calls use.run<n>(row) for tiles of n rows that cover [row, row_end), all of about the same height.
template <int kMost, typename Use>
inline void run_tile(std::size_t height, std::size_t row, Use use) {
  if constexpr (kMost > 0) {
    if (height == kMost)
      use.template run<kMost>(row);
    else
      run_tile<kMost - 1>(height, row, use);
  }
}
template <int kMost, typename Use>
inline void for_tiles(std::size_t row, std::size_t row_end, Use use) {
  while (row < row_end) {
    const std::size_t left = row_end - row, tiles = (left + kMost - 1) / kMost, height = (left + tiles - 1) / tiles;
    run_tile<kMost>(height, row, use);
    row += height;
  }
}

// Some panels of B: their sums continue from `c` or start from the bias.
template <int kPanels>
struct FloatTiles {
  const Product& p;
  std::size_t inner_begin, inner, panel;

  template <int kRows>
  void run(std::size_t first_row) const {
    const float* a = p.a + first_row * p.a_stride + inner_begin;
    const float* b = p.b + panel * p.b_panel + inner_begin * p.b_stride;
    float* c = p.c + first_row * p.c_stride + panel * kPanel;
    const float* start = inner_begin > 0 ? c : p.bias == nullptr ? nullptr : p.bias + panel * kPanel;
    const std::size_t start_stride = inner_begin > 0 ? p.c_stride : 0;
    Wide sums[kRows][kPanels];
#pragma GCC unroll 12
    for (int row = 0; row < kRows; ++row)
#pragma GCC unroll 2
      for (int i = 0; i < kPanels; ++i)
        sums[row][i] = start == nullptr ? Wide::all(0.0F) : Wide::load(start + at(row, start_stride, i));
    for (std::size_t k = 0; k < inner; ++k) {
      Wide right[kPanels];
#pragma GCC unroll 2
      for (int i = 0; i < kPanels; ++i) right[i] = Wide::load(b + static_cast<std::size_t>(i) * p.b_panel);
      b += p.b_stride;
#pragma GCC unroll 12
      for (int row = 0; row < kRows; ++row) {
        const Wide left = Wide::all(a[static_cast<std::size_t>(row) * p.a_stride + k]);
#pragma GCC unroll 2
        for (int i = 0; i < kPanels; ++i) sums[row][i] = fma(left, right[i], sums[row][i]);
      }
    }
#pragma GCC unroll 12
    for (int row = 0; row < kRows; ++row)
#pragma GCC unroll 2
      for (int i = 0; i < kPanels; ++i) sums[row][i].store(c + at(row, p.c_stride, i));
  }

  static std::size_t at(int row, std::size_t stride, int i) {
    return static_cast<std::size_t>(row) * stride + static_cast<std::size_t>(i) * kPanel;
  }
};

void product(const Product& p) {
  for (std::size_t row = 0; row < p.rows; row += kBlockRows) {
    const std::size_t row_end = row + kBlockRows < p.rows ? row + kBlockRows : p.rows;
    std::size_t inner_begin = 0;
    do {
      const std::size_t left = p.inner - inner_begin;
      const std::size_t inner = left < kBlockInner ? left : kBlockInner;
      std::size_t panel = 0;
      for (; panel + kTilePanels <= p.panels; panel += kTilePanels)
        for_tiles<kTileRows>(row, row_end, FloatTiles<kTilePanels>{p, inner_begin, inner, panel});
      for (; panel < p.panels; ++panel) for_tiles<kTileRows>(row, row_end, FloatTiles<1>{p, inner_begin, inner, panel});
      inner_begin += inner;
    } while (inner_begin < p.inner);
  }
}

// What the sums of a panel's columns become, for rows whose sums stand `stride` apart.
inline void finish(const ByteProduct& p, std::size_t row, std::size_t count, std::size_t panel, const int* sums,
                   std::size_t stride) {
  const std::size_t column = panel * kBytePanel;
  const Wide scale = Wide::load(p.column_scale + column), column_sum = Wide::load(p.column_sum + column);
  const Wide bias = Wide::load(p.bias + column);
  for (std::size_t i = 0; i < count; ++i) {
    const Wide least = column_sum * Wide::all(p.row_least[row + i]);
    const Wide value = fma(Wide::from_integers(sums + i * stride), Wide::all(p.row_scale[row + i]), least);
    fma(value, scale, bias).store(p.c + (row + i) * p.c_stride + column);
  }
}

#ifndef WIREROOM_OWN_BYTE_PRODUCT
template <int kPanels>
struct ByteTiles {
  const ByteProduct& p;
  std::size_t panel;

  template <int kRows>
  void run(std::size_t row) const {
    alignas(64) int sums[kRows * kPanels * kBytePanel];
    byte_sums<kRows, kPanels>(p.a + row * p.a_stride, p.a_stride, p.b + panel * kBytePanel * p.inner, p.inner, sums);
    for (std::size_t i = 0; i < kPanels; ++i)
      finish(p, row, kRows, panel + i, sums + i * kBytePanel, kPanels * kBytePanel);
  }
};

void byte_product(const ByteProduct& p) {
  std::size_t panel = 0;
  for (; panel + kBytePanels <= p.panels; panel += kBytePanels)
    for_tiles<kByteRows>(0, p.rows, ByteTiles<kBytePanels>{p, panel});
  for (; panel < p.panels; ++panel) for_tiles<kByteRows>(0, p.rows, ByteTiles<1>{p, panel});
}
#endif

void quantise(const float* x, std::size_t size, std::uint8_t* bytes, float* scale, float* least) {
  constexpr std::size_t kGroup = kWidesOfGroup * 16;
  const std::size_t whole = size / kGroup * kGroup;
  Lanes low = Lanes::load(x), high = low;
  if (whole > 0) {
    // Several at once, since each waits for the one before.
    Wide lows[kWidesOfGroup], highs[kWidesOfGroup];
#pragma GCC unroll 4
    for (std::size_t part = 0; part < kWidesOfGroup; ++part) lows[part] = highs[part] = Wide::load(x + 16 * part);
    for (std::size_t i = kGroup; i < whole; i += kGroup) {
#pragma GCC unroll 4
      for (std::size_t part = 0; part < kWidesOfGroup; ++part) {
        const Wide value = Wide::load(x + i + 16 * part);
        lows[part] = min(value, lows[part]);
        highs[part] = max(value, highs[part]);
      }
    }
#pragma GCC unroll 4
    for (std::size_t part = 1; part < kWidesOfGroup; ++part) {
      lows[0] = min(lows[part], lows[0]);
      highs[0] = max(highs[part], highs[0]);
    }
    low = min(lows[0].high(), lows[0].low());
    high = max(highs[0].high(), highs[0].low());
  }
  for (std::size_t i = whole; i < size; i += 8) {
    const Lanes value = Lanes::load(x + i);
    low = min(value, low);
    high = max(value, high);
  }
  *least = low.least() + 0.0F;  // never -0, whose place the order of comparisons would decide
  const float range = high.greatest() - *least + 0.0F;
  *scale = range / 255.0F;
  const float factor = range > 1e-30F ? 255.0F / range : 0.0F;
  const Wide begin = Wide::all(*least), factors = Wide::all(factor);
  for (std::size_t i = 0; i < whole; i += kGroup) {
    Wide values[kWidesOfGroup];
#pragma GCC unroll 4
    for (std::size_t part = 0; part < kWidesOfGroup; ++part)
      values[part] = (Wide::load(x + i + 16 * part) - begin) * factors;
    store_group(values, bytes + i);
  }
  for (std::size_t i = whole; i < size; i += 8)
    ((Lanes::load(x + i) - Lanes::all(*least)) * Lanes::all(factor)).store_bytes(bytes + i);
}

// So many rows at once, since the additions of one wait for each other.
template <int kRows>
inline void normalise_rows(const float* x, const float* change, const float* weight, const float* bias,
                           std::size_t size, float* y) {
  const Lanes count = Lanes::all(static_cast<float>(size));
  Lanes mean[kRows], factor[kRows];
#pragma GCC unroll 4
  for (int row = 0; row < kRows; ++row) mean[row] = factor[row] = Lanes::all(0.0F);
  for (std::size_t i = 0; i < size; i += 8) {
#pragma GCC unroll 4
    for (int row = 0; row < kRows; ++row) {
      const std::size_t at = static_cast<std::size_t>(row) * size + i;
      Lanes value = Lanes::load(x + at);
      if (change != nullptr) value = value + Lanes::load(change + at);
      value.store(y + at);
      mean[row] = mean[row] + value;
    }
  }
#pragma GCC unroll 4
  for (int row = 0; row < kRows; ++row) mean[row] = Lanes::all(mean[row].sum()) / count;
  for (std::size_t i = 0; i < size; i += 8) {
#pragma GCC unroll 4
    for (int row = 0; row < kRows; ++row) {
      const Lanes distance = Lanes::load(y + static_cast<std::size_t>(row) * size + i) - mean[row];
      factor[row] = fma(distance, distance, factor[row]);
    }
  }
#pragma GCC unroll 4
  for (int row = 0; row < kRows; ++row) {
    const Lanes variance = Lanes::all(factor[row].sum()) / count;
    factor[row] = Lanes::all(1.0F) / sqrt(variance + Lanes::all(1e-12F));
  }
  for (std::size_t i = 0; i < size; i += 8) {
    const Lanes weights = Lanes::load(weight + i), biases = Lanes::load(bias + i);
#pragma GCC unroll 4
    for (int row = 0; row < kRows; ++row) {
      float* to = y + static_cast<std::size_t>(row) * size + i;
      fma((Lanes::load(to) - mean[row]) * factor[row], weights, biases).store(to);
    }
  }
}

void layer_norm(const float* x, const float* change, std::size_t rows, const float* weight, const float* bias,
                std::size_t size, float* y) {
  std::size_t row = 0;
  const auto change_of = [&] { return change == nullptr ? nullptr : change + row * size; };
  for (; row + 4 <= rows; row += 4) normalise_rows<4>(x + row * size, change_of(), weight, bias, size, y + row * size);
  for (; row < rows; ++row) normalise_rows<1>(x + row * size, change_of(), weight, bias, size, y + row * size);
}

// e to the power of x, for x <= 0 or small; below -87 as -87. Cody-Waite reduction, polynomial of Cephes expf; error
// about one unit in the last place.
template <typename Some>
inline Some exponential(Some x) {
  x = max(x, Some::all(-87.0F));
  const Some magic = Some::all(12582912.0F);  // 1.5 * 2^23: adding it rounds to an integer
  const Some n = fma(x, Some::all(1.44269504F), magic) - magic;
  Some r = fma(n, Some::all(-0.693359375F), x);
  r = fma(n, Some::all(2.12194440e-4F), r);
  Some p = Some::all(1.9875691500e-4F);
  p = fma(p, r, Some::all(1.3981999507e-3F));
  p = fma(p, r, Some::all(8.3334519073e-3F));
  p = fma(p, r, Some::all(4.1665795894e-2F));
  p = fma(p, r, Some::all(1.6666665459e-1F));
  p = fma(p, r, Some::all(5.0000001201e-1F));
  p = fma(p, r * r, r) + Some::all(1.0F);
  return p.times_power_of_two(n);
}

// So many rows at once, since what concerns one waits for itself.
template <int kRows>
inline void softmax_rows(float* x, std::size_t stride, std::size_t size, float scale) {
  const std::size_t whole = size / 8 * 8;
  const auto of_row = [&](int row) { return x + static_cast<std::size_t>(row) * stride; };
  Lanes top[kRows], total[kRows];
#pragma GCC unroll 4
  for (int row = 0; row < kRows; ++row) {
    const Lanes first = Lanes::all(*of_row(row));
    top[row] = first;
    for (std::size_t i = 0; i < whole; i += 8) top[row] = max(top[row], Lanes::load(of_row(row) + i));
    if (whole < size) top[row] = max(top[row], Lanes::load(of_row(row) + whole).keep(size - whole, first));
  }
#pragma GCC unroll 4
  for (int row = 0; row < kRows; ++row) {
    top[row] = Lanes::all(top[row].greatest());
    total[row] = Lanes::all(0.0F);
  }
  std::size_t i = 0;
  for (; i + 16 <= size; i += 16) {
#pragma GCC unroll 4
    for (int row = 0; row < kRows; ++row) {
      float* to = of_row(row) + i;
      const Wide e = exponential((Wide::load(to) - Wide::twice(top[row])) * Wide::all(scale));
      e.store(to);
      total[row] = total[row] + e.low();
      total[row] = total[row] + e.high();
    }
  }
  for (; i < size; i += 8) {
#pragma GCC unroll 4
    for (int row = 0; row < kRows; ++row) {
      float* to = of_row(row) + i;
      Lanes e = exponential((Lanes::load(to) - top[row]) * Lanes::all(scale));
      if (size - i < 8) e = e.keep(size - i, Lanes::all(0.0F));
      e.store(to);
      total[row] = total[row] + e;
    }
  }
#pragma GCC unroll 4
  for (int row = 0; row < kRows; ++row) total[row] = Lanes::all(1.0F) / Lanes::all(total[row].sum());
  for (i = 0; i < size; i += 8)
#pragma GCC unroll 4
    for (int row = 0; row < kRows; ++row) (Lanes::load(of_row(row) + i) * total[row]).store(of_row(row) + i);
}

void softmax(float* x, std::size_t rows, std::size_t stride, std::size_t size, float scale) {
  if (size == 0) return;
  std::size_t row = 0;
  for (; row + 4 <= rows; row += 4) softmax_rows<4>(x + row * stride, stride, size, scale);
  for (; row < rows; ++row) softmax_rows<1>(x + row * stride, stride, size, scale);
}

// The error function as an odd rational function on [-4, 4], constant beyond; absolute error below 1e-6. Coefficients
// as in XLA (Apache-2.0).
template <typename Some>
inline Some error_function(Some x) {
  x = min(max(x, Some::all(-4.0F)), Some::all(4.0F));
  const Some y = x * x;
  Some p = Some::all(-2.72614225801306e-10F);
  p = fma(p, y, Some::all(2.77068142495902e-08F));
  p = fma(p, y, Some::all(-2.10102402082508e-06F));
  p = fma(p, y, Some::all(-5.69250639462346e-05F));
  p = fma(p, y, Some::all(-7.34990630326855e-04F));
  p = fma(p, y, Some::all(-2.95459980854025e-03F));
  p = fma(p, y, Some::all(-1.60960333262415e-02F));
  Some q = Some::all(-1.45660718464996e-05F);
  q = fma(q, y, Some::all(-2.13374055278905e-04F));
  q = fma(q, y, Some::all(-1.68282697438203e-03F));
  q = fma(q, y, Some::all(-7.37332916720468e-03F));
  q = fma(q, y, Some::all(-1.42647390514189e-02F));
  return x * p / q;
}

template <typename Some>
inline Some gelu_of(Some value) {
  const Some half = value * Some::all(0.5F);
  return fma(half, error_function(value * Some::all(0.707106781F)), half);
}

// Calls wide(i) for each sixteen, then perhaps narrow(i) for eight more.
template <typename WideUse, typename NarrowUse>
inline void for_lanes(std::size_t size, WideUse wide, NarrowUse narrow) {
  std::size_t i = 0;
  for (; i + 16 <= size; i += 16) wide(i);
  for (; i < size; i += 8) narrow(i);
}

void gelu(float* x, std::size_t size) {
  for_lanes(
      size, [&](std::size_t i) { gelu_of(Wide::load(x + i)).store(x + i); },
      [&](std::size_t i) { gelu_of(Lanes::load(x + i)).store(x + i); });
}

void leaky(float* x, std::size_t size, float slope) {
  for_lanes(
      size, [&](std::size_t i) { Wide::load(x + i).negative_scaled(slope).store(x + i); },
      [&](std::size_t i) { Lanes::load(x + i).negative_scaled(slope).store(x + i); });
}

void add(float* y, const float* x, std::size_t size) {
  for_lanes(
      size, [&](std::size_t i) { (Wide::load(y + i) + Wide::load(x + i)).store(y + i); },
      [&](std::size_t i) { (Lanes::load(y + i) + Lanes::load(x + i)).store(y + i); });
}

template <typename Some, int kCount>
inline void mix_lanes(const float* const* x, std::size_t from, const float* shares, std::size_t count, float* y) {
  constexpr std::size_t kLanes = sizeof(Some) / sizeof(float);
  Some sums[kCount];
#pragma GCC unroll 4
  for (int part = 0; part < kCount; ++part) sums[part] = Some::all(0.0F);
  for (std::size_t k = 0; k < count; ++k) {
    const Some share = Some::all(shares[k]);
#pragma GCC unroll 4
    for (int part = 0; part < kCount; ++part)
      sums[part] = fma(Some::load(x[k] + from + kLanes * static_cast<std::size_t>(part)), share, sums[part]);
  }
#pragma GCC unroll 4
  for (int part = 0; part < kCount; ++part) sums[part].store(y + from + kLanes * static_cast<std::size_t>(part));
}

void mix(const float* const* x, const float* shares, std::size_t count, float* y, std::size_t size) {
  std::size_t i = 0;
  for (; i + 64 <= size; i += 64) mix_lanes<Wide, 4>(x, i, shares, count, y);
  for (; i < size; i += 8) mix_lanes<Lanes, 1>(x, i, shares, count, y);
}

void add_bytes(float* y, const std::int8_t* x, float scale, std::size_t size) {
  for_lanes(
      size, [&](std::size_t i) { fma(Wide::from_bytes(x + i), Wide::all(scale), Wide::load(y + i)).store(y + i); },
      [&](std::size_t i) { fma(Lanes::from_bytes(x + i), Lanes::all(scale), Lanes::load(y + i)).store(y + i); });
}

template <int kCount>
inline void some_dots(const float* a, const float* b, std::size_t stride, std::size_t size, float* sums) {
  Lanes totals[kCount];
#pragma GCC unroll 4
  for (int at = 0; at < kCount; ++at) totals[at] = Lanes::all(0.0F);
  for (std::size_t i = 0; i < size; i += 8) {
    const Lanes value = Lanes::load(a + i);
#pragma GCC unroll 4
    for (int at = 0; at < kCount; ++at)
      totals[at] = fma(value, Lanes::load(b + static_cast<std::size_t>(at) * stride + i), totals[at]);
  }
#pragma GCC unroll 4
  for (int at = 0; at < kCount; ++at) sums[at] = totals[at].sum();
}

void dots(const float* a, const float* b, std::size_t stride, std::size_t count, std::size_t size, float* sums) {
  std::size_t at = 0;
  for (; at + 4 <= count; at += 4) some_dots<4>(a, b + at * stride, stride, size, sums + at);
  for (; at < count; ++at) some_dots<1>(a, b + at * stride, stride, size, sums + at);
}

void transpose(const float* x, std::size_t stride, std::size_t rows, std::size_t columns, float* y,
               std::size_t y_stride) {
  for (std::size_t row = 0; row < padded(rows); row += 8) {
    for (std::size_t column = 0; column < columns; column += 8) {
      Lanes eight[8];
      for (std::size_t i = 0; i < 8; ++i)
        eight[i] = row + i < rows ? Lanes::load(x + (row + i) * stride + column) : Lanes::all(0.0F);
      transpose_eight(eight);
#pragma GCC unroll 8
      for (std::size_t i = 0; i < 8; ++i) eight[i].store(y + (column + i) * y_stride + row);
    }
  }
}

constexpr Kernels kernels_named(const char* name, void (*byte_product)(const ByteProduct&)) {
  return {name,  product, byte_product, quantise,  layer_norm, softmax,  gelu,
          leaky, add,     mix,          add_bytes, dots,       transpose};
}

}  // namespace
}  // namespace wireroom
