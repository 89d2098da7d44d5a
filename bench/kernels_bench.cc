// The kernels on the shapes of the model `base`.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <vector>

#include "model/floats.h"
#include "model/kernels/kernels.h"

namespace wireroom {
namespace {

Floats random_floats(std::size_t size) {
  std::mt19937 random(1);
  std::uniform_real_distribution<float> value(-1, 1);
  Floats values(size);
  for (float& x : values) x = value(random);
  return values;
}

// Arguments: rows, inputs, outputs. Counts operations (two a multiply-add).
void Product(benchmark::State& state) {
  const auto rows = static_cast<std::size_t>(state.range(0)), inner = static_cast<std::size_t>(state.range(1)),
             columns = static_cast<std::size_t>(state.range(2));
  const Floats a = random_floats(rows * inner), b = random_floats(inner * columns), bias = random_floats(columns);
  Floats c(rows * columns);
  for (auto _ : state) {
    best_kernels().product({.a = a.data(),
                            .a_stride = inner,
                            .b = b.data(),
                            .b_stride = kPanel,
                            .b_panel = kPanel * inner,
                            .bias = bias.data(),
                            .c = c.data(),
                            .c_stride = columns,
                            .rows = rows,
                            .inner = inner,
                            .panels = columns / kPanel});
    benchmark::ClobberMemory();
  }
  state.counters["operations"] = benchmark::Counter(2.0 * static_cast<double>(rows * inner * columns),
                                                    benchmark::Counter::kIsIterationInvariantRate);
  state.SetLabel(best_kernels().name);
}
BENCHMARK(Product)->Args({512, 384, 1152})->Args({32, 384, 384})->Args({30, 32, 32});

// The same in bytes: the encoder's matrices.
void BytesProduct(benchmark::State& state) {
  const auto rows = static_cast<std::size_t>(state.range(0)), inner = static_cast<std::size_t>(state.range(1)),
             columns = static_cast<std::size_t>(state.range(2));
  const std::vector<std::uint8_t> a(rows * inner, 200);
  const std::vector<std::int8_t> b(inner * columns, 31);
  const Floats of_rows = random_floats(rows), of_columns = random_floats(columns);
  Floats c(rows * columns);
  for (auto _ : state) {
    best_kernels().byte_product({.a = a.data(),
                                 .a_stride = inner,
                                 .row_scale = of_rows.data(),
                                 .row_least = of_rows.data(),
                                 .b = b.data(),
                                 .column_scale = of_columns.data(),
                                 .column_sum = of_columns.data(),
                                 .bias = of_columns.data(),
                                 .c = c.data(),
                                 .c_stride = columns,
                                 .rows = rows,
                                 .inner = inner,
                                 .panels = columns / kBytePanel});
    benchmark::ClobberMemory();
  }
  state.counters["operations"] = benchmark::Counter(2.0 * static_cast<double>(rows * inner * columns),
                                                    benchmark::Counter::kIsIterationInvariantRate);
  state.SetLabel(best_kernels().name);
}
BENCHMARK(BytesProduct)
    ->Args({48, 384, 1152})
    ->Args({48, 384, 1536})
    ->Args({48, 1536, 384})
    ->Args({32, 384, 384})
    ->Args({5, 384, 384});

void Quantise(benchmark::State& state) {
  const Floats x = random_floats(384);
  std::vector<std::uint8_t> bytes(384);
  float scale = 0, least = 0;
  for (auto _ : state) {
    best_kernels().quantise(x.data(), x.size(), bytes.data(), &scale, &least);
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * 384);
}
BENCHMARK(Quantise);

void Gelu(benchmark::State& state) {
  const Floats start = random_floats(1536);
  Floats x = start;
  for (auto _ : state) {
    x = start;
    best_kernels().gelu(x.data(), x.size());
    benchmark::DoNotOptimize(x.data());
  }
  state.SetItemsProcessed(state.iterations() * 1536);
}
BENCHMARK(Gelu);

void Softmax(benchmark::State& state) {
  const Floats start = random_floats(64);
  Floats x = start;
  for (auto _ : state) {
    x = start;
    best_kernels().softmax(x.data(), 1, 0, static_cast<std::size_t>(state.range(0)), 1);
    benchmark::DoNotOptimize(x.data());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(Softmax)->Arg(30);

void LayerNorm(benchmark::State& state) {
  Floats x = random_floats(384);
  const Floats weight = random_floats(384), bias = random_floats(384);
  for (auto _ : state) {
    best_kernels().layer_norm(x.data(), nullptr, 1, weight.data(), bias.data(), 384, x.data());
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * 384);
}
BENCHMARK(LayerNorm);

}  // namespace
}  // namespace wireroom
