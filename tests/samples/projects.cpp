#include "projects.hpp"

#include <cmath>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>

#include "landscape.hpp"

namespace fs = std::filesystem;

namespace {

struct Place {
    std::string name, country, zone;
    double latitude = 0, longitude = 0;
};

std::string contents(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

void draw_pictures(const fs::path& root) {
    static const std::regex picture{"file: (([0-9]+)x([0-9]+)\\.jpg)"};
    std::set<std::string> drawn;
    fs::create_directories(root / "images");
    for (const auto& entry : fs::recursive_directory_iterator{root / "content"}) {
        if (!entry.is_regular_file()) continue;
        const std::string text = contents(entry.path());
        for (std::sregex_iterator at{text.begin(), text.end(), picture}, end; at != end; ++at)
            if (drawn.insert((*at)[1]).second)
                draw_landscape(root / "images" / (*at)[1].str(), std::stoi((*at)[2]), std::stoi((*at)[3]));
    }
}

std::vector<Place> listed_places() {
    std::vector<Place> places;
    std::ifstream in{fs::path{PROJECT_DIR} / "samples/partners/places.tsv"};
    for (std::string line; std::getline(in, line);) {
        std::istringstream fields{line};
        Place place;
        std::string latitude, longitude;
        std::getline(fields, place.name, '\t');
        std::getline(fields, place.country, '\t');
        std::getline(fields, latitude, '\t');
        std::getline(fields, longitude, '\t');
        std::getline(fields, place.zone);
        place.latitude = std::stod(latitude);
        place.longitude = std::stod(longitude);
        places.push_back(place);
    }
    return places;
}

// Degrees from "+DDMM", "+DDDMM", or with seconds behind (ISO 6709).
double degrees(const std::string& text, std::size_t figures) {
    const double whole = std::stod(text.substr(1, figures)), minutes = std::stod(text.substr(1 + figures, 2));
    return (text[0] == '-' ? -1 : 1) * (whole + minutes / 60);
}

// The places after which zones are called, as the time zone database lists them: code, coordinates, zone.
std::vector<Place> zone_places() {
    std::vector<Place> places;
    std::ifstream in{"/usr/share/zoneinfo/zone.tab"};
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream fields{line};
        std::string code, at, zone;
        fields >> code >> at >> zone;
        // Zones younger than what the program is built with are left out.
        if (zone == "America/Coyhaique" || zone == "America/Ciudad_Juarez") continue;
        Place place{zone.substr(zone.rfind('/') + 1), code, zone, 0, 0};
        for (char& c : place.name)
            if (c == '_') c = ' ';
        const std::size_t second = at.find_first_of("+-", 1);
        place.latitude = degrees(at.substr(0, second), 2);
        place.longitude = degrees(at.substr(second), 3);
        places.push_back(place);
    }
    if (places.empty()) throw std::runtime_error{"/usr/share/zoneinfo/zone.tab lists no place"};
    return places;
}

std::vector<Place> places(std::size_t count) {
    std::vector<Place> all = listed_places();
    if (all.size() < count) {
        const auto more = zone_places();
        for (std::size_t i = 0; all.size() < count; ++i) {
            Place place = more[i % more.size()];
            if (const std::size_t round = i / more.size(); round > 0) {
                // Some way off in another direction each time.
                place.name += " " + std::to_string(round + 1);
                const double angle = 2.4 * static_cast<double>(i);
                place.latitude = std::min(80.0, std::max(-80.0, place.latitude + 4 * std::sin(angle)));
                place.longitude = std::remainder(place.longitude + 5 * std::cos(angle), 360);
            }
            all.push_back(place);
        }
    }
    all.resize(count);
    return all;
}

}  // namespace

std::vector<std::string> sample_names() {
    return {"aspects", "bare", "names", "texts"};
}

void make_sample(const std::string& name, const fs::path& root, const std::optional<std::string>& only) {
    fs::create_directories(root);
    fs::copy(fs::path{PROJECT_DIR} / "samples" / name, root, fs::copy_options::recursive);
    std::vector<fs::path> others;
    if (only)
        for (const auto& entry : fs::directory_iterator{root / "content/cities"})
            if (entry.path().stem() != *only) others.push_back(entry.path());
    for (const auto& other : others) fs::remove(other);
    draw_pictures(root);
}

void make_partners(std::size_t count, const fs::path& root) {
    fs::create_directories(root / "content/cities");
    for (const char* file : {"organisation.yaml", "publications.yaml"})
        fs::copy_file(fs::path{PROJECT_DIR} / "samples/partners/content" / file, root / "content" / file);
    std::size_t number = 10000;
    for (const Place& place : places(count)) {
        ++number;
        std::ofstream{root / "content/cities" / ("p" + std::to_string(number) + ".yaml")}
            << "city:\n  name: \"" << place.name << "\"\n  country: " << place.country << "\n  coordinates: ["
            << place.latitude << ", " << place.longitude << "]\n  zone: " << place.zone << "\n  source: public\n"
            << "  email: city" << number - 10000 << "@example.org\n";
    }
}
