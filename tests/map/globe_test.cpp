#include "map/globe.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "catch.hpp"
#include "map/arc.hpp"
#include "map/horizon.hpp"
#include "map/outlines.hpp"

using namespace brochure;
using namespace brochure::map;

namespace {

constexpr Position norman{35.2226, -97.4395}, clermont{45.7797, 3.0868}, seika{34.7604, 135.7859};

Globe globe_at(Position centre, double diameter = 98) {
    Globe globe;
    globe.home = norman;
    globe.partners = {clermont};
    globe.centre = centre;
    globe.middle = {Length::from_pt(200), Length::from_pt(300)};
    globe.diameter = Length::from_pt(diameter);
    return globe;
}

const Shape* shape_of(const Drawing& drawing, Ink ink) {
    for (const auto& item : drawing)
        if (const auto* shape = std::get_if<Shape>(&item); shape && shape->ink == ink) return shape;
    return nullptr;
}

std::vector<Disc> discs_of(const Drawing& drawing, Ink ink) {
    std::vector<Disc> found;
    for (const auto& item : drawing)
        if (const auto* disc = std::get_if<Disc>(&item); disc && disc->fill == ink) found.push_back(*disc);
    return found;
}

double from_middle(Point p, const Globe& globe) {
    return std::hypot((p.x - globe.middle.x).pt(), (p.y - globe.middle.y).pt());
}

/// The part of the disc that is land. The page's y runs down, so land turns the other way.
double land_part(const Shape& land, double radius) {
    double sum = 0;
    for (const auto& line : land.lines) {
        Ring ring;
        for (const Point& p : line) ring.push_back({p.x.pt(), p.y.pt()});
        sum -= doubled_area(ring) / 2;
    }
    return sum / (std::numbers::pi * radius * radius);
}

/// Whether the eye above `centre` sees land in the direction of a point of the disc: the rings are counted around it.
int turns_around(const std::vector<Ring>& rings, Planar p) {
    int turns = 0;
    for (const auto& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Planar &a = ring[i], &b = ring[(i + 1) % ring.size()];
            const double side = (b.x - a.x) * (p.y - a.y) - (p.x - a.x) * (b.y - a.y);
            if (a.y <= p.y && b.y > p.y && side > 0) ++turns;
            if (a.y > p.y && b.y <= p.y && side < 0) --turns;
        }
    return turns;
}

}  // namespace

TEST_CASE("every ring of land lies in the globe's disc, wherever it is turned") {
    for (int latitude = -90; latitude <= 90; latitude += 15)
        for (int longitude = -180; longitude < 180; longitude += 20) {
            const Globe globe = globe_at({double(latitude), double(longitude)});
            const auto drawing = draw_globe(globe);
            const auto* land = shape_of(drawing, Ink::land);
            REQUIRE(land);
            for (const auto& line : land->lines) {
                REQUIRE(line.size() >= 3);
                for (const Point& p : line) REQUIRE(from_middle(p, globe) <= 49.0001);
            }
            const double part = land_part(*land, 49);
            CHECK(part > 0.02);  // the Pacific has least, Africa with Europe most
            CHECK(part < 0.6);
        }
}

TEST_CASE("a globe shows more land over Africa than over the Pacific") {
    const auto part = [](Position centre) {
        const Globe globe = globe_at(centre);
        return land_part(*shape_of(draw_globe(globe), Ink::land), 49);
    };
    CHECK(part({20, 20}) > 0.45);  // most of the Old World in sight
    CHECK(part({-15, -160}) < 0.12);
    const double south = part({-90, 0});  // Antarctica, a tenth of the disc, and the tips of three continents
    CHECK(south > 0.12);
    CHECK(south < 0.25);
}

TEST_CASE("land stays land and sea stays sea across the horizon") {
    // Places far from coasts, seen from everywhere: the winding number says what the globe shows there.
    struct Spot {
        Position at;
        int land;
    };
    const std::vector<Spot> spots{{{24, 10}, 1},   {{60, 100}, 1}, {{-25, 134}, 1}, {{40, -100}, 1}, {{-85, 60}, 1},
                                  {{-10, -55}, 1}, {{72, -40}, 1}, {{0, -150}, 0},  {{-30, -15}, 0}, {{-40, 90}, 0},
                                  {{35, -45}, 0},  {{88, 0}, 0},   {{42, 50.5}, 0}, {{67, -175}, 1}, {{-60, -120}, 0}};
    for (int latitude = -80; latitude <= 80; latitude += 20)
        for (int longitude = -180; longitude < 180; longitude += 15) {
            const View view{{double(latitude), double(longitude)}};
            const auto coasts = land(Detail::coarse, 0);
            Horizon horizon{1e-4, 0};
            for (std::size_t i = 0; i < coasts.size(); ++i) {
                std::vector<Direction> seen;
                for (const auto& p : coasts.line(i)) seen.push_back(view.seen(direction_of(p)));
                horizon.add(seen);
            }
            const auto rings = horizon.rings();
            for (const auto& spot : spots) {
                const auto d = view.seen(direction_of(spot.at));
                if (d.z < 0.05) continue;
                INFO(latitude << " " << longitude << ": " << spot.at.latitude << " " << spot.at.longitude);
                CHECK(turns_around(rings, {d.x, d.y}) == spot.land);
            }
        }
}

TEST_CASE("a sea inside land that fills the disc keeps its shore") {
    // A small circle of sea around the eye, on a globe that is otherwise land: clockwise, the inside to the left.
    Horizon horizon{1e-3, 0};
    std::vector<Direction> shore;
    for (int i = 0; i < 36; ++i) {
        const double angle = -2 * std::numbers::pi * i / 36;
        shore.push_back({0.3 * std::cos(angle), 0.3 * std::sin(angle), std::sqrt(1 - 0.09)});
    }
    horizon.add(shore);
    double sum = 0;
    for (const auto& ring : horizon.rings()) sum += doubled_area(ring) / 2;
    CHECK(sum == Approx(std::numbers::pi * (1 - 0.09)).epsilon(0.01));
}

TEST_CASE("an arc runs from home's disc to the partner's and bows to the north") {
    Globe globe = globe_at(centre_of_globe(norman, {clermont}));
    const auto drawing = draw_globe(globe);
    const auto* arc = shape_of(drawing, Ink::arc);
    REQUIRE(arc);
    REQUIRE(arc->lines.size() == 1);
    const auto home = discs_of(drawing, Ink::home), partner = discs_of(drawing, Ink::partner);
    REQUIRE(home.size() == 1);
    REQUIRE(partner.size() == 1);
    const auto& line = arc->lines[0];
    CHECK(line.front() == home[0].centre);
    CHECK(line.back().x.pt() == Approx(partner[0].centre.x.pt()).margin(0.001));
    CHECK(line.back().y.pt() == Approx(partner[0].centre.y.pt()).margin(0.001));
    Length highest = line.front().y;
    for (const Point& p : line) highest = std::min(highest, p.y);
    CHECK(highest < std::min(line.front().y, line.back().y));
}

TEST_CASE("an arc that passes the limb ends on it, and a place behind it is not drawn") {
    Globe globe = globe_at({10, -97});
    globe.partners = {seika};
    const auto drawing = draw_globe(globe);
    CHECK(discs_of(drawing, Ink::partner).empty());
    CHECK(discs_of(drawing, Ink::home).size() == 1);
    const auto* arc = shape_of(drawing, Ink::arc);
    REQUIRE(arc);
    CHECK(from_middle(arc->lines[0].back(), globe) == Approx(49).margin(0.01));
}

TEST_CASE("home and its antipode make an arc of which half is seen") {
    Globe globe = globe_at({35.2226, -97.4395});
    globe.partners = {{-35.2226, 82.5605}};
    const auto drawing = draw_globe(globe);
    const auto* arc = shape_of(drawing, Ink::arc);
    REQUIRE(arc);
    for (const auto& line : arc->lines)
        for (const Point& p : line) CHECK(from_middle(p, globe) <= 49.001);
}

TEST_CASE("a globe is turned to half the latitude of the arc's middle") {
    const auto centre = centre_of_globe(norman, {clermont});
    CHECK(centre.latitude == Approx(26.6).margin(0.1));
    CHECK(centre.longitude == Approx(-52.6).margin(0.2));
    CHECK(centre_of_globe(norman, {clermont, seika}).longitude == norman.longitude);
}

TEST_CASE("a globe that is cut turns its places into sight") {
    const Sight sight{0.25, 0.85};
    const auto seen = [&](Position centre, Position place) {
        const auto d = View{centre}.seen(direction_of(place));
        return d.z > 0 && d.y >= sight.lift && std::fabs(d.x) <= sight.side;
    };
    for (const auto& [home, partner] : {std::pair{norman, clermont},
                                        {norman, seika},
                                        {Position{-36.8, 174.7}, Position{-33.4, -70.6}},
                                        {norman, Position{-18.1, 178.4}},
                                        {norman, Position{27.7, 85.3}}}) {  // the last beyond the pole
        const auto centre = centre_of_globe(home, {partner}, sight);
        INFO(partner.latitude << " " << partner.longitude);
        CHECK(seen(centre, home));
        CHECK(seen(centre, partner));
    }
    // Perth is too far from Norman for both: it is shown, and the arc leaves over the horizon, not under the edge.
    const Position perth{-31.95, 115.86};
    const auto centre = centre_of_globe(norman, {perth}, sight);
    CHECK(seen(centre, perth));
    for (const Position& at : great_circle(norman, perth)) {
        const auto d = View{centre}.seen(direction_of(at));
        CHECK((d.z <= 0 || d.y >= sight.lift));
    }
    // The south pole lies in the lower half of every globe that has north up: home is shown.
    CHECK(seen(centre_of_globe(norman, {{-90, 0}}, sight), norman));
    // And a globe that shows its places already stays as it is.
    const auto whole = centre_of_globe(norman, {clermont});
    CHECK(centre_of_globe(norman, {clermont}, Sight{0, 1}).latitude == whole.latitude);
}

TEST_CASE("a whole globe shows home and the partner while both can be seen, then the partner") {
    const auto seen = [](Position centre, Position place) { return View{centre}.seen(direction_of(place)).z > 0; };
    for (const Position& home : {norman, Position{-36.85, 174.76}, Position{90, 0}, Position{-90, 0}})
        for (int latitude = -90; latitude <= 90; latitude += 15)
            for (int longitude = -180; longitude < 180; longitude += 30) {
                const Position partner{static_cast<double>(latitude), static_cast<double>(longitude)};
                const auto centre = centre_of_globe(home, {partner});
                CAPTURE(home.latitude, latitude, longitude, centre.latitude, centre.longitude);
                CHECK(seen(centre, partner));
                if (distance_metres(home, partner) < 19300000) CHECK(seen(centre, home));  // 174 degrees
            }
    CHECK(seen(centre_of_globe(norman, {{-35.2226, 82.5605}}), {-35.2226, 82.5605}));
}

TEST_CASE("a cut globe with several ways is turned so that fewer of them leave its frame") {
    // As on a page: 500 across, of which 396 are seen, cut 56 above the middle.
    const Sight sight{130 / 250.0, 180 / 250.0, 62 / 250.0, 192 / 250.0};
    const auto globe_of = [&](const std::vector<Position>& partners) {
        Globe globe = globe_at(centre_of_globe(norman, partners, sight), 500);
        globe.partners = partners;
        globe.edge = {200 - 198, -1e9, 200 + 198, 300 - 56};
        return globe;
    };
    const auto kept = [](const Globe& globe) {
        const auto inside = ways_inside(globe);
        return std::count(inside.begin(), inside.end(), true);
    };
    // Those that stay inside as it is: nothing is turned.
    const Position colima{19.2447, -103.7127}, arezzo{43.4628, 11.8807};
    const Globe sample = globe_of({clermont, colima, seika, arezzo});
    CHECK(sample.centre.longitude == norman.longitude);
    CHECK(kept(sample) == 4);
    // Kumasi, Mombasa, Arequipa and Merida: two at least, and home stays in sight.
    const std::vector<Position> south{{6.69, -1.62}, {-4.04, 39.67}, {-16.4, -71.54}, {20.97, -89.62}};
    const Globe turned = globe_of(south);
    Globe straight = turned;
    straight.centre = sample.centre;
    CHECK(kept(turned) > kept(straight));
    const auto home = seen_on_globe(turned, norman);
    REQUIRE(home);
    CHECK(std::fabs((home->x - turned.middle.x).pt()) < 180);
    CHECK((turned.middle.y - home->y).pt() >= 129.9);
    // Where home can keep none, the first partner is shown with what can be seen of its way.
    const Position perth{-31.95, 115.86}, capetown{-33.92, 18.42};
    const auto seen = seen_on_globe(globe_of({capetown, perth}), capetown);
    REQUIRE(seen);
    CHECK((turned.middle.y - seen->y).pt() >= 129.9);
}

TEST_CASE("a way is inside while it and its partner's disc are") {
    Globe globe = globe_at({35.2226, -97.4395}, 500);
    globe.partners = {{20.97, -89.62}, {0, -60}, {-35.2226, 82.5605}};
    const auto merida = seen_on_globe(globe, globe.partners[0]);
    REQUIRE(merida);
    CHECK(ways_inside(globe) == std::vector<bool>{true, true, true});
    globe.edge.bottom = merida->y.pt() + 4;  // the disc with its ring reaches 3.5 below
    CHECK(ways_inside(globe)[0]);
    CHECK_FALSE(ways_inside(globe)[1]);
    globe.edge.bottom -= 1;
    CHECK_FALSE(ways_inside(globe)[0]);
}

TEST_CASE("a place whose disc an edge would cut is left out") {
    Globe globe = globe_at({35.2226, -97.4395});
    const auto home = seen_on_globe(globe, norman);
    REQUIRE(home);
    globe.edge = {100, 200, 300, home->y.pt() + 4};  // home's ring reaches 4.4 below
    CHECK(discs_of(draw_globe(globe), Ink::home).empty());
    globe.edge.bottom += 1;
    CHECK(discs_of(draw_globe(globe), Ink::home).size() == 1);
}

TEST_CASE("land outside the frame is left out") {
    Globe globe = globe_at({15, -97}, 420);
    globe.frame = {0, 0, 396, 280};
    const auto drawing = draw_globe(globe);
    for (const auto& line : shape_of(drawing, Ink::land)->lines)
        for (const Point& p : line) {
            REQUIRE(p.y.pt() <= 280.001);
            REQUIRE(p.x.pt() >= -0.001);
            REQUIRE(p.x.pt() <= 396.001);
        }
}
