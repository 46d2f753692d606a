#include "map/world.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "catch.hpp"
#include "map/arc.hpp"

using namespace brochure;
using namespace brochure::map;

namespace {

constexpr Position norman{35.2226, -97.4395}, clermont{45.7797, 3.0868}, colima{19.2447, -103.7127},
    seika{34.7604, 135.7859}, arezzo{43.4628, 11.8807};

World spread(Position home, std::vector<Position> partners) {
    World world;
    world.home = home;
    world.partners = std::move(partners);
    world.frame = {-9, 96, 801, 456};
    world.spine = Length::from_pt(396);
    world.turn = Length::from_pt(792);
    world.height = Length::from_pt(276);
    return world;
}

const Shape& shape_of(const WorldMap& map, Ink ink) {
    for (const auto& item : map.drawing)
        if (const auto* shape = std::get_if<Shape>(&item); shape && shape->ink == ink) return *shape;
    FAIL("no such shape");
    throw 0;
}

double longest(const Line& line) {
    double most = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        most = std::max(most, std::hypot((line[i].x - line[i - 1].x).pt(), (line[i].y - line[i - 1].y).pt()));
    return most;
}

bool on_edge(const Point& a, const Point& b, const Window& w) {
    const auto same = [](Length p, Length q, double edge) {
        return std::fabs(p.pt() - edge) < 0.001 && std::fabs(q.pt() - edge) < 0.001;
    };
    return same(a.x, b.x, w.left) || same(a.x, b.x, w.right) || same(a.y, b.y, w.top) || same(a.y, b.y, w.bottom);
}

}  // namespace

TEST_CASE("Patterson's heights are the published ones") {
    // Patterson, Savric and Jenny give the height of the map as 1.790857183 at the pole for a radius of 1.
    CHECK(patterson(90) == Approx(1.7908571830).epsilon(1e-6));
    CHECK(patterson(-90) == Approx(-patterson(90)));
    CHECK(patterson(0) == 0);
    for (int latitude = -89; latitude <= 90; ++latitude) CHECK(patterson(latitude) > patterson(latitude - 1));
}

TEST_CASE("the middle meridian is that of the smallest span of all arcs") {
    World world = spread(norman, {clermont, colima, seika, arezzo});
    world.spine.reset();
    CHECK(central_meridian(world) == Approx(-106.2).margin(0.1));  // DESIGN 8
    world.spine = Length::from_pt(396);                            // which Colima would stand 5 pt from
    CHECK(central_meridian(world) == Approx(-109.7).margin(0.1));
    World west = spread(seika, {norman, colima});
    west.spine.reset();
    CHECK(central_meridian(west) == Approx((135.7859 - 360 - 97.4395) / 2).margin(0.1));
}

TEST_CASE("nudges keep arcs whole and cities off the spine, within ten degrees of the middle") {
    World world = spread(norman, {clermont, colima, seika, arezzo});
    const auto all = nudges(world);
    REQUIRE(all.size() > 5);
    CHECK(all.front() == 0);
    const double first = central_meridian(world);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0) CHECK(std::fabs(all[i]) >= std::fabs(all[i - 1]));
        world.nudge = all[i];
        CHECK(central_meridian(world) == Approx(first + all[i]));
        CHECK(std::fabs(central_meridian(world) + 106.2) < 10.1);
        const auto map = place_world(world);
        CHECK(map.drawing.empty());
        auto places = map.partners;
        places.push_back(map.home);
        for (const Point& place : places) CHECK(std::fabs(place.x.pt() - 396) > 11.9);
        for (const Line& arc : map.arcs)
            for (const Point& p : arc) CHECK((p.x.pt() > world.frame.left && p.x.pt() < world.frame.right));
    }
    // A map as wide as its arcs stays where it is.
    CHECK(nudges(spread(norman, {{10, 81.5}, {10, 83.5}})).size() == 1);
}

TEST_CASE("the map is not moved off its ends: arcs that go nearly all round stay whole") {
    const World world = spread(norman, {{10, 81.5}, {10, 83.5}});  // eastwards and westwards, 358 degrees in all
    for (const Point& partner : draw_world(world).partners) {
        CHECK(partner.x.pt() > world.frame.left + 4.5);
        CHECK(partner.x.pt() < world.frame.right - 4.5);
    }
}

TEST_CASE("cities keep their distance from the frame's sides, where it must be on a smaller map") {
    for (const auto& partners : {std::vector<Position>{{10, 81.5}, {10, 83.5}}, {{18.8, 99}, {26.9, 75.8}}}) {
        World world = spread(norman, partners);
        world.sides = Length::from_pt(21);
        const auto map = draw_world(world);
        for (const Point& partner : map.partners) {
            CHECK(partner.x.pt() > world.frame.left + 20.99);
            CHECK(partner.x.pt() < world.frame.right - 20.99);
        }
    }
}

TEST_CASE("rather than near the spine or the frame's sides, cities stand on a smaller map") {
    World world = spread(norman, {{18.8, 99}, {26.9, 75.8}, {20.97, -89.62}});
    world.sides = Length::from_pt(31.5);
    const auto map = place_world(world);
    double least = std::fabs(map.home.x.pt() - 396), side = 1e9;
    for (const Point& at : map.partners) {
        least = std::min(least, std::fabs(at.x.pt() - 396));
        side = std::min({side, at.x.pt() - world.frame.left, world.frame.right - at.x.pt()});
    }
    CHECK(least > 11.9);
    CHECK(side > 31.49);
    // As wide as its sides allow, less a tenth at most.
    const double degrees = 99 + 89.62, turn = std::fabs((map.partners[0].x - map.partners[2].x).pt()) / degrees * 360;
    CHECK(turn > 0.9 * (792 + 18 - 63) / 1.0 - 0.01);
    CHECK(turn < world.turn.pt());
}

TEST_CASE("dots that would run together are drawn once, and counted") {
    World world = spread(norman, {{48, 2}, {48.1, 2.1}, {48, 2}, {48, 12}});
    world.sizes.arc = {};
    const auto discs = [](const WorldMap& map) {
        return std::count_if(map.drawing.begin(), map.drawing.end(), [](const auto& item) {
            const auto* disc = std::get_if<Disc>(&item);
            return disc && disc->fill == Ink::partner;
        });
    };
    CHECK(discs(draw_world(world)) == 4);
    world.sizes.apart = Length::from_pt(2.2);
    const auto map = draw_world(world);
    CHECK(discs(map) == 2);
    CHECK(map.sharing == 2);
    CHECK(map.partners.size() == 4);
    // However many there are, most of the land stays bare.
    world.partners.clear();
    for (int i = 0; i < 2000; ++i) world.partners.push_back({40 + i % 47 * 0.3, i % 43 * 0.5});
    double covered = 0;
    for (const auto& item : draw_world(world).drawing)
        if (const auto* disc = std::get_if<Disc>(&item); disc && disc->fill == Ink::partner)
            covered += 3.14 * 0.9 * 0.9;
    const double scale = 792 / 360.0;
    CHECK(covered < 0.4 * (21 * scale + 2) * (14 * scale * 1.5 + 2));
}

TEST_CASE("land ends where the design says, and nothing stands above it") {
    const auto map = draw_world(spread(norman, {clermont, colima, seika, arezzo}));
    double top = 1000, bottom = 0;
    for (const auto& line : shape_of(map, Ink::land).lines)
        for (const Point& p : line) {
            top = std::min(top, p.y.pt());
            bottom = std::max(bottom, p.y.pt());
        }
    CHECK(top == Approx(105).margin(1));  // DESIGN 8
    CHECK(bottom == Approx(456).margin(0.001));
}

TEST_CASE("no coast is drawn across the map") {
    for (int longitude = -180; longitude < 180; longitude += 20) {
        World world = spread({10, double(longitude)}, {{20, longitude + 5.0}});
        world.frame = {-9, 20, 801, 700};  // down to the pole
        const auto map = draw_world(world);
        for (const auto& line : shape_of(map, Ink::land).lines)
            for (std::size_t i = 0; i < line.size(); ++i) {
                const Point &a = line[i], &b = line[(i + 1) % line.size()];
                REQUIRE((a.x.pt() >= -9.001 && a.x.pt() <= 801.001));
                // Antarctica is closed along the pole, and what is cut runs along the map's edge; all else is coast.
                const double pole = 276 + 792 / (2 * 3.14159265) * (patterson(19) + patterson(90));
                const bool along_pole = std::fabs(a.y.pt() - pole) < 0.5 && std::fabs(b.y.pt() - pole) < 0.5;
                const bool to_pole = std::fabs(a.x.pt() - b.x.pt()) < 0.01;
                if (!on_edge(a, b, world.frame) && !along_pole && !to_pole)
                    REQUIRE(std::hypot((a.x - b.x).pt(), (a.y - b.y).pt()) < 40);
            }
    }
}

TEST_CASE("arcs leave from home and arrive at the partner without a streak") {
    const Position fiji{-17.8, 178.1}, samoa{-13.8, -171.8}, anadyr{64.73, 177.5}, provideniya{64.42, -173.23};
    for (const auto& world : {spread(norman, {clermont, colima, seika, arezzo}), spread(fiji, {samoa, norman}),
                              spread(anadyr, {provideniya, seika}), spread(norman, {{51.1, 71.4}, {13.75, 100.5}})}) {
        const auto map = draw_world(world);
        const auto& arcs = shape_of(map, Ink::arc);
        REQUIRE(arcs.lines.size() == world.partners.size());
        for (std::size_t i = 0; i < arcs.lines.size(); ++i) {
            CHECK(arcs.lines[i].front() == map.home);
            CHECK(arcs.lines[i].back() == map.partners[i]);
            CHECK(longest(arcs.lines[i]) < 60);  // of a straight stretch: simplified within 0.02 pt
            for (const Point& p : arcs.lines[i]) {
                CHECK(p.x.pt() >= world.frame.left);
                CHECK(p.x.pt() <= world.frame.right);
            }
        }
    }
}

TEST_CASE("an arc over the pole runs along it, in one piece") {
    const auto map = draw_world(spread({60, 30}, {{60, -150}}));
    const auto& arcs = shape_of(map, Ink::arc);
    REQUIRE(arcs.lines.size() == 1);
    const Line& arc = arcs.lines.front();
    CHECK(arc.front() == map.home);
    CHECK(arc.back() == map.partners.front());
    const auto [lowest, highest] =
        std::minmax_element(arc.begin(), arc.end(), [](Point a, Point b) { return a.y < b.y; });
    CHECK(lowest->y.pt() == Approx(96 + 12).margin(0.01));
    CHECK(highest->y.pt() == Approx(map.home.y.pt()));
    for (std::size_t i = 1; i < arc.size(); ++i)  // along a meridian or along the pole, nowhere across
        CHECK((std::fabs((arc[i].x - arc[i - 1].x).pt()) < 1 || std::fabs((arc[i].y - lowest->y).pt()) < 1));
}

TEST_CASE("no meridian stands by the trim") {
    for (double lean = -15; lean < 15; lean += 0.5) {
        World world = spread({35, lean}, {{40, lean + 20}});
        world.edge = Length::from_pt(13.5);
        const WorldMap map = draw_world(world);
        for (const Line& line : shape_of(map, Ink::graticule).lines) {
            if (line.front().x != line.back().x) continue;
            CHECK(line.front().x.pt() >= world.frame.left + 13.5);
            CHECK(line.front().x.pt() <= world.frame.right - 13.5);
        }
    }
}

TEST_CASE("every place and every arc stands inside the frame, at the poles too") {
    const double bottom = GENERATE(456, 432);
    const auto [home, partner] = GENERATE(table<Position, Position>({{norman, {90, 0}},
                                                                     {norman, {89, 30}},
                                                                     {norman, {-90, 0}},
                                                                     {norman, {-89.9, -40}},
                                                                     {norman, {-35.2226, 82.5605}},
                                                                     {norman, norman},
                                                                     {norman, {10, 180}},
                                                                     {norman, {-17, 179.99}},
                                                                     {{90, 0}, {-90, 0}},
                                                                     {{-90, 0}, {69.65, 18.96}},
                                                                     {{-33.87, 151.2}, {-33.45, -70.67}}}));
    CAPTURE(bottom, home.latitude, partner.latitude, partner.longitude);
    World world = spread(home, {partner, {69.65, 18.96}});
    world.frame.bottom = bottom;
    const auto map = draw_world(world);
    const auto inside = [&](const Point& p, double clear) {
        return p.x.pt() > -9 && p.x.pt() < 801 && p.y.pt() > 96 + clear && p.y.pt() < bottom - clear;
    };
    CHECK(inside(map.home, 11.99));
    for (const Point& p : map.partners) CHECK(inside(p, 11.99));
    for (const auto& arc : map.arcs) {
        CHECK(arc.front() == map.home);
        CHECK(std::all_of(arc.begin(), arc.end(), [&](const Point& p) { return inside(p, 11.99); }));
    }
}

TEST_CASE("the land about the south pole goes on to the frame's foot") {
    for (const Position partner : {Position{-70, 30}, {-77.85, 166.67}, {-90, 0}}) {
        const auto map = draw_world(spread({-18.12, 178.45}, {partner, {69.65, 18.96}}));
        double along = 0;
        for (const auto& line : shape_of(map, Ink::land).lines)
            for (std::size_t i = 0; i < line.size(); ++i) {
                const Point &a = line[i], &b = line[(i + 1) % line.size()];
                if (std::fabs(a.y.pt() - 456) < 0.001 && std::fabs(b.y.pt() - 456) < 0.001)
                    along += std::fabs((a.x - b.x).pt());
            }
        CHECK(along > 809.9);  // from bleed to bleed
    }
}

TEST_CASE("an arc to a place near the pole has no step") {
    const auto map = draw_world(spread({-18.12, 178.45}, {{89.9, -62.3}}));
    const Line& arc = map.arcs.front();
    for (std::size_t i = 2; i < arc.size(); ++i) {
        const auto heading = [&](std::size_t k) {
            return std::atan2((arc[k].y - arc[k - 1].y).pt(), (arc[k].x - arc[k - 1].x).pt());
        };
        CHECK(std::fabs(std::remainder(heading(i) - heading(i - 1), 2 * 3.14159265)) < 0.6);  // 35 degrees
    }
}

TEST_CASE("a place at a pole stands where its arc arrives, whatever its longitude") {
    const auto map = draw_world(spread(norman, {{90, 0}, {90, 140}}));
    CHECK(map.partners[0].x.pt() == Approx(map.home.x.pt()));
    CHECK(map.partners[1].x.pt() == Approx(map.home.x.pt()));
}

TEST_CASE("a map that holds all its places keeps its scale and its height") {
    const World world = spread(norman, {clermont, colima, seika, arezzo});
    const auto map = draw_world(world);
    const double scale = 792 / (2 * 3.14159265358979);
    CHECK(map.home.y.pt() == Approx(276 + scale * (patterson(19) - patterson(norman.latitude))));
    CHECK((map.partners[0].x - map.home.x).pt() == Approx((clermont.longitude - norman.longitude) * 792 / 360));
}

TEST_CASE("no city stands in the fold while ten degrees can help it") {
    for (int longitude = -175; longitude < 180; longitude += 7) {
        const World world = spread({35, double(longitude)}, {{40, longitude + 2.0}, {-10, longitude - 2.0}});
        const auto map = draw_world(world);
        CHECK(std::fabs((map.home.x - *world.spine).pt()) > 11.9);
        for (const Point& p : map.partners) CHECK(std::fabs((p.x - *world.spine).pt()) > 11.9);
    }
}

TEST_CASE("a city far in the south lifts the map until it is clear") {
    const World world = spread(norman, {{-54.8, -68.3}});
    const auto map = draw_world(world);
    CHECK(map.partners[0].y.pt() <= 456 - 12 + 0.001);
    World low = world;
    low.frame.bottom = 432;
    CHECK(draw_world(low).partners[0].y.pt() == Approx(420).margin(0.001));
}

TEST_CASE("two thousand partners are drawn in bounded time") {
    std::vector<Position> partners;
    for (int i = 0; i < 2000; ++i) partners.push_back({std::fmod(i * 37.0, 140) - 60, std::fmod(i * 91.0, 360) - 180});
    const auto start = std::chrono::steady_clock::now();
    const auto map = draw_world(spread(norman, partners));
    CHECK(map.partners.size() == 2000);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{20});  // a hundredfold of what it takes
}
