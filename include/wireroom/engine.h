// The library: all knowledge loaded once, then reports in, coded reports out.
//
//   Result<Engine> engine = Engine::load({});
//   Engine::Desk desk = engine->desk();                   // one a thread
//   Coded coded = engine->code(std::move(report), desk);
//
// Promises: an Engine is never written after load() and may be used by any number of threads; the same report gives the
// same result on every machine, whatever was read before. code() never throws but for lack of memory: if a layer fails,
// its records are missing and the report has a note that begins with "internal".
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "wireroom/coded.h"
#include "wireroom/layers.h"

namespace wireroom {

struct EngineOptions {
  std::string model = "base";
  LayerSet layers = LayerSet::standard();  // only what these need is loaded and computed
  bool every_block = false;                // words of bylines, datelines, boilerplate, … too, not only of prose
};

class Engine {
 public:
  // Scratch memory of one thread, reused from report to report.
  class Desk {
   public:
    Desk(Desk&&) noexcept;
    Desk& operator=(Desk&&) noexcept;
    ~Desk();

   private:
    friend class Engine;
    struct Memory;
    explicit Desk(std::unique_ptr<Memory> memory);
    std::unique_ptr<Memory> memory_;
  };

  static Result<Engine> load(const EngineOptions& options);
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  [[nodiscard]] Desk desk() const;

  // The whole way of a report, as far as the chosen layers need it.
  [[nodiscard]] Coded code(Report report, Desk& desk) const;

  // The same with tokens and sentences as given: words need span, form and space_after.
  [[nodiscard]] Coded code_given_words(Report report, Parse words, Desk& desk) const;

 private:
  struct Knowledge;
  explicit Engine(std::unique_ptr<const Knowledge> knowledge);
  std::unique_ptr<const Knowledge> knowledge_;
};

}  // namespace wireroom
