// Whole files for the trainer's programs.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace wireroom::train {

// All bytes of a file. Throws std::runtime_error with its name if it cannot be opened.
inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + ": cannot be opened");
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace wireroom::train
