// pack_tables FOLDER: writes places.packed and directory.packed into the folder. Run by the build (CMakeLists.txt).
// A wrong table ends it with a message that names file and line.
#include <cstdio>
#include <fstream>
#include <string>

#include "actor/directory_tables.h"
#include "place/gazetteer.h"

namespace {

bool write(const std::string& path, const wireroom::Result<std::string>& bytes) {
  if (!bytes) {
    std::fputs((bytes.error().message + "\n").c_str(), stderr);
    return false;
  }
  std::ofstream out(path, std::ios::binary);
  out.write(bytes->data(), static_cast<std::streamsize>(bytes->size()));
  out.close();
  if (!out) std::fputs((path + ": cannot be written\n").c_str(), stderr);
  return out.good();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("pack_tables FOLDER: writes the packed tables into the folder\n", stderr);
    return 2;
  }
  const std::string folder = arguments[1];
  const bool places = write(folder + "/places.packed", wireroom::pack_gazetteer());
  const bool directory = write(folder + "/directory.packed", wireroom::pack_directory());
  return places && directory ? 0 : 1;
}
