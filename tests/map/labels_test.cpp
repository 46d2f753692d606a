// Where names stand on a map (DESIGN 8).
#include "map/labels.hpp"

#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "map/world.hpp"

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

Point at(double x, double y) {
    return {Length::from_pt(x), Length::from_pt(y)};
}

Rect box(double left, double top, double width, double height) {
    return {Length::from_pt(left), Length::from_pt(top), Length::from_pt(width), Length::from_pt(height)};
}

bool inside(const Rect& r, Point p) {
    return p.x > r.left && p.x < r.right() && p.y > r.top && p.y < r.bottom();
}

/// Whether a line comes into a box, looked at every quarter of a point.
bool meets(const Rect& r, const Line& line) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point a = line[i - 1], b = line[i];
        const int steps = 1 + static_cast<int>(std::hypot((b.x - a.x).pt(), (b.y - a.y).pt()) * 4);
        for (int t = 0; t <= steps; ++t)
            if (inside(r, {a.x + (b.x - a.x) * (double(t) / steps), a.y + (b.y - a.y) * (double(t) / steps)}))
                return true;
    }
    return false;
}

bool overlap(const Rect& a, const Rect& b) {
    return a.left < b.right() && b.left < a.right() && a.top < b.bottom() && b.top < a.bottom();
}

}  // namespace

TEST_CASE("labels meet no arc, no place, no other label and no fold") {
    const World world = spread(norman, {clermont, colima, seika, arezzo});
    const auto map = draw_world(world);
    std::vector<Label> labels{{map.home, Length::from_pt(27)}};
    const std::vector<double> widths{62, 24, 19, 24};
    for (std::size_t i = 0; i < map.partners.size(); ++i)
        labels.push_back({map.partners[i], Length::from_pt(widths[i])});
    Obstacles obstacles;
    obstacles.arcs = map.arcs;
    for (const auto& label : labels) obstacles.points.push_back(label.at);
    obstacles.frame = {Length::from_pt(18), Length::from_pt(96), Length::from_pt(756), Length::from_pt(342)};
    obstacles.spine = world.spine;
    const auto placed = place_labels(labels, obstacles);
    REQUIRE(placed.size() == 5);
    const auto is_in = [&](const Point& p, std::size_t i) {  // the label's ink, with a little room
        const Point at = *placed[i];
        return p.x > at.x - Length::from_pt(1) && p.x < at.x + labels[i].width + Length::from_pt(1) &&
               p.y > at.y - Length::from_pt(6) && p.y < at.y + Length::from_pt(2);
    };
    for (std::size_t i = 0; i < placed.size(); ++i) {
        REQUIRE(placed[i]);
        for (const auto& arc : map.arcs)
            for (std::size_t k = 1; k < arc.size(); ++k)
                for (int t = 0; t <= 20; ++t) {
                    const Point p{arc[k - 1].x + (arc[k].x - arc[k - 1].x) * (t / 20.0),
                                  arc[k - 1].y + (arc[k].y - arc[k - 1].y) * (t / 20.0)};
                    REQUIRE_FALSE(is_in(p, i));
                }
        for (const auto& label : labels) CHECK_FALSE(is_in(label.at, i));
        CHECK((placed[i]->x >= *world.spine + Length::from_pt(12) ||
               placed[i]->x + labels[i].width <= *world.spine - Length::from_pt(12)));
        for (std::size_t k = 0; k < i; ++k)
            CHECK_FALSE((is_in(*placed[k], i) || is_in({placed[k]->x + labels[k].width, placed[k]->y}, i)));
    }
}

TEST_CASE("a label without room is left out, the first of the candidates is right below") {
    Obstacles obstacles;
    obstacles.frame = {{}, {}, Length::from_pt(200), Length::from_pt(200)};
    const Point at{Length::from_pt(100), Length::from_pt(100)};
    obstacles.points = {at};
    const std::vector<Label> one{{at, Length::from_pt(30)}};
    const auto placed = place_labels(one, obstacles);
    REQUIRE(placed[0]);
    CHECK(*placed[0] == Point{Length::from_pt(109), Length::from_pt(109)});
    // A way that passes on the right keeps the name from standing behind it; one that ends at the place does not.
    const auto line = [](double x, double from, double to) {
        return Line{{Length::from_pt(x), Length::from_pt(from)}, {Length::from_pt(x), Length::from_pt(to)}};
    };
    obstacles.arcs = {line(102, 20, 180)};
    CHECK(*place_labels(one, obstacles)[0] == Point{Length::from_pt(61), Length::from_pt(109)});
    obstacles.arcs = {line(100, 100, 20)};
    CHECK(*place_labels(one, obstacles)[0] == Point{Length::from_pt(109), Length::from_pt(109)});
    obstacles.boxes = {{{}, {}, Length::from_pt(200), Length::from_pt(200)}};
    CHECK_FALSE(place_labels(one, obstacles)[0]);
}

TEST_CASE("a name farther off than usual is much nearer to its own place than to any other") {
    Obstacles obstacles;
    obstacles.frame = box(0, 0, 200, 200);
    obstacles.points = {at(100, 100)};
    obstacles.boxes = {box(60, 89, 80, 60)};  // leaves but the place above, at 15
    const std::vector<Label> one{{at(100, 100), Length::from_pt(30)}};
    REQUIRE(place_labels(one, obstacles)[0]);
    CHECK(place_labels(one, obstacles)[0]->y.pt() == Approx(85));
    obstacles.points.push_back(at(100, 64));  // as far again above it
    CHECK_FALSE(place_labels(one, obstacles)[0]);
}

TEST_CASE("places that lie on each other have both their names") {
    const World world = spread(norman, {{34.69, 135.5}, {35.01, 135.77}, arezzo});
    const auto drawn = place_world(world);
    Obstacles obstacles;
    obstacles.arcs = drawn.arcs;
    obstacles.points = drawn.partners;
    obstacles.points.push_back(drawn.home);
    obstacles.frame = box(18, 18, 756, 576);
    std::vector<Label> labels;
    for (const Point& place : drawn.partners) labels.push_back({place, Length::from_pt(30), Length::from_pt(7)});
    for (const auto& baseline : place_labels(labels, obstacles)) CHECK(baseline);
}

TEST_CASE("a name without room by its place stands farther off, at the end of a line") {
    Obstacles obstacles;
    obstacles.frame = box(0, 0, 200, 200);
    obstacles.points = {at(100, 100)};
    const std::vector<Label> one{{at(100, 100), Length::from_pt(30)}};
    CHECK(place_with_leaders(one, obstacles).leaders.empty());
    obstacles.boxes = {box(60, 92, 36, 40), box(104, 92, 36, 40), box(60, 60, 80, 30), box(60, 110, 80, 30)};
    REQUIRE_FALSE(place_labels(one, obstacles)[0]);
    CHECK_FALSE(place_with_leaders(one, obstacles).baselines[0]);  // walled in
    obstacles.boxes.pop_back();
    const auto placed = place_with_leaders(one, obstacles);
    REQUIRE(placed.baselines[0]);
    REQUIRE(placed.leaders.size() == 1);
    const Line& leader = placed.leaders[0];
    CHECK(std::hypot((leader.front().x - at(100, 100).x).pt(), (leader.front().y - at(100, 100).y).pt()) ==
          Approx(4.5));
    const Rect ink = ink_of(*placed.baselines[0], one[0]);
    CHECK(ink.top.pt() > 132);
    for (const Rect& other : obstacles.boxes) {
        CHECK_FALSE(overlap(ink, other));
        CHECK_FALSE(meets(other, leader));
    }
}

TEST_CASE("a leader crosses no arc and is never long") {
    Obstacles obstacles;
    obstacles.frame = box(0, 0, 200, 200);
    obstacles.points = {at(100, 100)};
    const std::vector<Label> one{{at(100, 100), Length::from_pt(30)}};
    // Between two arcs the name has no room, at their open end it has.
    obstacles.arcs = {{at(90, 0), at(90, 122)}, {at(110, 0), at(110, 122)}};
    const auto below = place_with_leaders(one, obstacles);
    REQUIRE(below.leaders.size() == 1);
    for (const Line& arc : obstacles.arcs) {
        CHECK_FALSE(meets(ink_of(*below.baselines[0], one[0]), arc));
        CHECK(below.leaders[0].back().y.pt() > 122);
    }
    obstacles.arcs = {{at(90, 0), at(90, 140)}, {at(110, 0), at(110, 140)}};
    const auto longer = place_with_leaders(one, obstacles);
    REQUIRE(longer.leaders.size() == 1);
    CHECK(longer.leaders[0].back().y.pt() > 140);
    obstacles.frame = box(0, 0, 200, 400);
    for (const double end : {230.0, 400.0}) {  // that end is too far off, or there is none
        obstacles.arcs = {{at(90, 0), at(90, end)}, {at(110, 0), at(110, end)}};
        CHECK_FALSE(place_with_leaders(one, obstacles).baselines[0]);
    }
}

TEST_CASE("names and leaders of a crowd keep clear of arcs, places, each other, fold and margin") {
    std::vector<Position> partners;
    for (int i = 0; i < 30; ++i) partners.push_back({44.0 + i % 6 * 2.5, i / 6 * 5.0 - 5});
    const World world = spread(norman, partners);
    const auto map = place_world(world);
    std::vector<Label> labels;
    for (const Point& p : map.partners) labels.push_back({p, Length::from_pt(28)});
    Obstacles obstacles;
    obstacles.arcs = map.arcs;
    obstacles.points = map.partners;
    obstacles.points.push_back(map.home);
    obstacles.frame = box(18, 96, 756, 360);
    obstacles.spine = world.spine;
    const auto near = place_labels(labels, obstacles);
    const auto placed = place_with_leaders(labels, obstacles);
    const auto count = [](const auto& all) { return all.size() - std::count(all.begin(), all.end(), std::nullopt); };
    CHECK(placed.leaders.size() == count(placed.baselines) - count(near));
    CHECK_FALSE(placed.leaders.empty());
    std::vector<Rect> inks;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (!placed.baselines[i]) continue;
        const Rect ink = ink_of(*placed.baselines[i], labels[i]);
        for (const Line& arc : map.arcs) CHECK_FALSE(meets(ink, arc));
        for (const Line& leader : placed.leaders) CHECK_FALSE(meets(ink, leader));
        for (const Rect& other : inks) CHECK_FALSE(overlap(ink, other));
        for (const Point& p : obstacles.points) CHECK_FALSE(inside(ink, p));
        CHECK((ink.left >= obstacles.frame.left && ink.right() <= obstacles.frame.right()));
        CHECK((ink.left.pt() >= 396 + 18 || ink.right().pt() <= 396 - 18));
        inks.push_back(ink);
    }
    for (const Line& leader : placed.leaders) {
        CHECK((leader.front().x > *world.spine) == (leader.back().x > *world.spine));
        std::size_t near_places = 0;
        for (const Point& p : obstacles.points)
            near_places += meets({p.x - Length::from_pt(4.4), p.y - Length::from_pt(4.4), Length::from_pt(8.8),
                                  Length::from_pt(8.8)},
                                 leader)
                               ? 1
                               : 0;
        CHECK(near_places <= 1);
    }
}

TEST_CASE(
    "the name a map is about stands on it though neighbours crowd the place: in two lines, farther off, in their "
    "stead") {
    Obstacles around;
    around.frame = box(0, 0, 400, 300);
    around.points = {at(200, 150)};
    const std::vector<std::vector<Label>> names{
        {{at(200, 150), Length::from_pt(100)},
         {at(200, 150), Length::from_pt(52), Length::from_pt(7), 2, Length::from_pt(9)}}};
    const auto place = [&](const std::vector<Point>& neighbours) { return place_foremost(names, around, neighbours); };
    const auto alone = place({});
    CHECK(alone.forms == std::vector<std::size_t>{0});
    CHECK(alone.placed.baselines.front() == at(209, 159));
    // Places as far off as one line would reach: two lines still have room.
    const auto two = place({at(285, 140), at(285, 160), at(115, 140), at(115, 160), at(245, 130), at(245, 175),
                            at(155, 130), at(155, 175)});
    CHECK(two.forms == std::vector<std::size_t>{1});
    REQUIRE(two.placed.baselines.front());
    CHECK(two.placed.leaders.empty());
    CHECK(two.dropped == std::vector<bool>(8, false));
    // A ring of places: the one whose going is enough goes, no more.
    std::vector<Point> ring;
    for (int k = 0; k < 12; ++k) ring.push_back(at(200 + 17 * std::cos(k * 0.5236), 150 + 17 * std::sin(k * 0.5236)));
    for (int k = 0; k < 12; ++k) ring.push_back(at(200 + 34 * std::cos(k * 0.5236), 150 + 34 * std::sin(k * 0.5236)));
    const auto crowded = place(ring);
    REQUIRE(crowded.placed.baselines.front());
    const auto gone = std::count(crowded.dropped.begin(), crowded.dropped.end(), true);
    CHECK(gone >= 1);
    CHECK(gone < 12);
    const Rect ink = ink_of(*crowded.placed.baselines.front(), names[0][crowded.forms[0]]);
    for (std::size_t i = 0; i < ring.size(); ++i)
        if (!crowded.dropped[i]) CHECK_FALSE(inside(ink, ring[i]));
}

TEST_CASE("a name beside its place stands over a border only where each place there does") {
    Obstacles obstacles;
    obstacles.frame = box(0, 0, 400, 400);
    obstacles.points = {at(200, 200)};
    const Label name{at(200, 200), 40.0_pt, 7.0_pt};
    const std::vector<Label> names{name};
    const auto usual = place_labels(names, obstacles).front();
    REQUIRE(usual);
    obstacles.borders = {{at(230, 0), at(230, 400)}};
    const auto other = place_labels(names, obstacles).front();
    REQUIRE(other);
    CHECK_FALSE(meets(ink_of(*other, name), obstacles.borders.front()));
    for (double x = 0; x < 400; x += 10) obstacles.borders.push_back({at(x, 0), at(x, 400)});
    CHECK(place_labels(names, obstacles).front() == usual);
}
