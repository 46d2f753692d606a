// make_project FOLDER CITIES PHOTOS EDITION: a project with that many cities, each with one of PHOTOS different
// 12-megapixel JPEG files of about 4 MB. Photos that are there already are kept.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include <jpeglib.h>

namespace fs = std::filesystem;

namespace {

constexpr int width = 4000, height = 3000;

/// Soft shapes with grain: what a camera's sky, wall and foliage weigh, without being a photo of anything.
void draw_row(std::vector<JSAMPLE>& row, int y, unsigned seed, std::uint32_t& noise) {
    for (int x = 0; x < width; ++x) {
        noise = noise * 1664525u + 1013904223u;
        const int grain = static_cast<int>(noise >> 26) - 32;
        const unsigned soft = static_cast<unsigned>((x / 3 + y / 2) ^ static_cast<int>(seed * 37)) & 127u;
        for (unsigned c = 0; c < 3; ++c) {
            const int value = static_cast<int>(60 + soft + 20 * c) + grain * (1 + (x / 400 + y / 300) % 3) / 3;
            row[static_cast<std::size_t>(x) * 3 + c] = static_cast<JSAMPLE>(value < 0 ? 0 : value > 255 ? 255 : value);
        }
    }
}

void write_photo(const fs::path& file, unsigned seed) {
    std::FILE* out = std::fopen(file.c_str(), "wb");
    if (!out) std::exit(3);
    jpeg_compress_struct jpeg;
    jpeg_error_mgr errors;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_stdio_dest(&jpeg, out);
    jpeg.image_width = width;
    jpeg.image_height = height;
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 84, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    std::vector<JSAMPLE> row(width * 3);
    std::uint32_t noise = seed * 2654435761u + 1;
    for (int y = 0; y < height; ++y) {
        draw_row(row, y, seed, noise);
        JSAMPROW rows[] = {row.data()};
        jpeg_write_scanlines(&jpeg, rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    std::fclose(out);
}

std::string photo_name(int number) {
    return "photo-" + std::to_string(number) + ".jpg";
}

constexpr const char* organisation = R"(organisation:
  name: Sister Cities International
  home: {city: Norman, region: Oklahoma, country: US, coordinates: [35.2226, -97.4395], zone: America/Chicago}
cover:
  title: Sister Cities
  photo: {file: photo-0.jpg, kind: illustration, alt: Grain, caption: Grain, credit: benchmark}
about:
  title: Sister Cities International
  text: |-
    Founded in 1956 by President Dwight D. Eisenhower, Sister Cities International (SCI) is the national, nonprofit, volunteer membership organization representing the sister cities programs of more than 1,100 U.S. cities and their 2,000 partners in over 120 countries worldwide. As the premier organization for citizen diplomacy in the U.S., SCI leads the national movement for local community development and volunteer action in the global arena.
mission:
  title: Mission
  text: |-
    Sister Cities International (SCI) is a non-profit citizen diplomacy network creating and strengthening partnerships between U.S. and international communities in an effort to increase global cooperation at the municipal level, to promote cultural understanding and to stimulate economic development.
goals:
  title: Goals
  items:
    - Develop municipal partnerships between U.S. cities, counties, states and similar jurisdictions in other nations
    - Provide opportunities for city officials and citizens to experience and explore other cultures through long-term community partnerships
    - Create an atmosphere in which economic and community development can be implemented and strengthened
)";

// Some 90 to 190 characters each, with the accents, hyphens and figures that such texts have.
constexpr const char* sentences[] = {
    "It is a university city in central France, bordered by the volcanic Chaîne des Puys mountains.",
    "Near the fountains and statues of the central square are the Gothic Notre-Dame-de-l'Assomption Cathedral, "
    "constructed from lava stone, and a Romanesque basilica with mosaics.",
    "Northwest of the city is a volcano-themed amusement park and museum with interactive shows for families and "
    "schools.",
    "The gently rolling hills extend to the west and south, flat farmland extends to the east, and the river flows to "
    "the eastern end.",
    "The average temperature of the year is about 15 degrees Celsius, and it has a warm climate with dry summers.",
    "It lies near the central coast, in a valley south of the mountains, two hours by train from the capital.",
    "The main square features a 19th-century kiosk and a grand building with a row of arches on its northern side.",
    "Every September a festival of short films fills the theatres, libraries and schools of the old quarter for nine "
    "days.",
    "Its engineers built the first tramway of the region in 1890, and a modern line with rubber tyres has run since "
    "2006.",
    "Students from both cities have exchanged letters, recipes and science projects since the agreement was signed.",
    "The botanical garden keeps more than 1,200 species of plants, among them a collection of mountain orchids.",
    "Markets on Wednesdays and Saturdays sell cheese, lentils, chestnut honey and the dark bread of the uplands.",
    "A delegation of teachers, firefighters and musicians visits in alternate years and stays with host families.",
    "The harbour handles timber, grain and machine parts, and a ferry crosses to the islands three times a day.",
    "In the 17th century weavers settled along the canal, and their tall brick houses are now workshops and cafés.",
    "The museum of natural history shows a complete skeleton of a whale that was found on the shore in 1934.",
    "Cyclists follow the old railway through eleven tunnels to a lake where herons and kingfishers can be watched.",
    "Its orchestra, founded by amateurs in 1921, gives open-air concerts beneath the plane trees throughout the "
    "summer.",
    "A bridge of seven stone arches, rebuilt after the flood of 1783, joins the upper town with the station quarter.",
    "The university's institute for earthquake research advises architects and city planners throughout the country.",
    "Winter brings snow to the passes, and the youth hostel at 1,465 metres is the starting point of many excursions.",
    "Local companies make tyres, precision instruments and medicines, and employ about one third of the inhabitants.",
    "Volunteers of the friendship association planted 400 cherry trees along the embankment to mark the anniversary.",
    "Poets and painters met at the inn beside the northern gate, whose wooden ceiling still bears their signatures.",
};

/// Two paragraphs of four sentences each, in another choice and order for each city, as texts of different authors
/// differ.
std::string text_of_city(int city) {
    std::vector<const char*> left(std::begin(sentences), std::end(sentences));
    std::uint32_t noise = static_cast<std::uint32_t>(city) * 2654435761u + 12345;
    std::string text = "  text: |-\n    City " + std::to_string(city) + " has kept its name since the Middle Ages.";
    for (int i = 0; i < 6; ++i) {
        noise = noise * 1664525u + 1013904223u;
        const auto chosen = left.begin() + static_cast<std::ptrdiff_t>((noise >> 8) % left.size());
        text += (i == 3 ? "\n\n    In City " + std::to_string(city) + ", visitors are welcome. " : " ") +
                std::string{*chosen};
        left.erase(chosen);
    }
    return text + "\n";
}

std::string publication(const std::string& name, const std::string& edition, const std::string& photos) {
    return "  " + name +
           ":\n    title: Sister Cities\n    design: benchmark\n    format: letter\n    binding: none\n    lang: "
           "en-US\n"
           "    editions: [" +
           edition + "]\n    sections: [cover, about, mission, goals, cities]\n" +
           (photos.empty() ? "" : "    printer: {like: us-offset, " + photos + "}\n");
}

void write_text(const fs::path& file, const std::string& text) {
    std::ofstream{file} << text;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) return 2;
    const fs::path folder = argv[1];
    const int cities = std::atoi(argv[2]), photos = std::atoi(argv[3]);
    fs::create_directories(folder / "images");
    fs::remove_all(folder / "content");
    fs::create_directories(folder / "content/cities");
    fs::create_directories(folder / "content/designs");
    write_text(folder / "content/organisation.yaml", organisation);
    // For print: photos as they are, with a profile, and photos in the printer's inks.
    const bool print = std::string_view{argv[4]} == "print";
    write_text(folder / "content/publications.yaml",
               "publications:\n" + publication("brochure", argv[4], print ? "photos: tagged-srgb" : "") +
                   (print ? publication("inks", argv[4], "photos: convert") : ""));
    for (int i = 0; i < cities; ++i) {
        const std::string number = std::to_string(i);
        write_text(folder / "content/cities" / ("city-" + std::string(4 - number.size(), '0') + number + ".yaml"),
                   "city:\n  name: City " + number + "\n  country: FR\n  photo: {file: " + photo_name(i % photos) +
                       ", kind: illustration, alt: Grain of City " + number + ", caption: Grain, credit: benchmark}\n" +
                       text_of_city(i));
    }
    std::vector<std::jthread> threads;
    const int cores = static_cast<int>(std::thread::hardware_concurrency());
    for (int core = 0; core < cores; ++core)
        threads.emplace_back([&, core] {
            for (int i = core; i < photos; i += cores)
                if (const fs::path file = folder / "images" / photo_name(i); !fs::exists(file))
                    write_photo(file, static_cast<unsigned>(i));
        });
}
