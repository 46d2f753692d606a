#pragma once
#include <string>

#include "layout/draft.hpp"
#include "layout/scope.hpp"
#include "layout/tagging.hpp"
#include "map/globe.hpp"
#include "map/labels.hpp"
#include "map/locator.hpp"
#include "map/world.hpp"

namespace brochure::layout {

/// A frame's place: the page of the master it stands on and its left and right edge there.
struct Room {
    int page = 0;
    Length left, right;
    Length width() const { return right - left; }
};

/// What every kind of frame is set with: the draft being made, the grid, and the frames' values for expressions.
/// One function for each kind of frame; they are in the files *_frame.cpp and *_frames.cpp, what a frame's place is in
/// places.cpp, and texts that are shortened in short_texts.cpp.
class Setter {
public:
    Setter(const Setting& setting, Draft& draft, Scope& scope, bool draw)
        : setting_{setting}, draft_{draft}, scope_{scope}, draw_{draw} {}
    void set(const design::Frame& frame);

    void text(const design::Frame& frame, const Words& words);
    void flow(const design::Frame& frame);
    void picture(const design::Frame& frame, const PhotoField& photo);
    void contrast(const design::Frame& frame, const PhotoField& photo);
    void logo(const design::Frame& frame, const PhotoField& photo);
    void panel(const design::Frame& frame);
    void rule(const design::Frame& frame);
    void facts(const design::Frame& frame, const FactsField& facts);
    const Words& label_for(const Fact& fact, const design::Style& style, Length width);
    const std::vector<Words>& values_for(const Fact& fact, const design::Style& style, Length width);
    void figures(const design::Frame& frame, const FiguresField& figures);
    void figure_rows(const design::Frame& frame, const FiguresField& figures);
    /// Most lines that the words after a number need in a cell of that width.
    std::size_t after_lines(const design::Frame& frame, const FiguresField& all, Length width);
    Length number_size(const design::Style& style, const FiguresField& all, Length cell);
    void list(const design::Frame& frame, const ListField& list);
    void table(const design::Frame& frame, const TableField& table);
    void parallel(const design::Frame& frame);
    void directory(const design::Frame& frame, const DirectoryField& directory);
    void globe(const design::Frame& frame, const PlacesField& places);
    void locator(const design::Frame& frame, const LocatorField& field);
    void world(const design::Frame& frame, const PlacesField& places);
    void qr(const design::Frame& frame, const Words& words);
    void hours(const design::Frame& frame, const HoursField& hours);
    void days(const design::Frame& frame, const DaysField& days);
    void cards(const design::Frame& frame, const CardsField& cards);
    void rows(const design::Frame& frame, const RowsField& rows);
    void clocks(const design::Frame& frame, const ClocksField& clocks);

private:
    /// Shows the field if it is what this kind of frame shows.
    template <class T>
    bool show(const design::Frame& frame, const Field& field, design::FrameKind kind,
              void (Setter::*shown)(const design::Frame&, const T&));
    bool applies(const design::Frame& frame) const;
    void absent(const design::Frame& frame);
    void put_off(const design::Frame& frame);
    /// Where the frame's source goes on, its start if it has not begun; empty when earlier frames hold all of it.
    std::optional<FlowPosition> begins(const design::Frame& frame) const;
    /// Frames stand where reading brings them: `left` is the side on which it begins.
    Room room_of(const design::Frame& frame) const;
    /// The same on paper, which of a publication from right to left is the mirror image.
    Length on_paper(Length left, Length width) const {
        return setting_.right_to_left ? setting_.format.trim.width - left - width : left;
    }
    Room on_paper(Room room) const {
        const Length left = on_paper(room.left, room.width());
        return {room.page, left, left + room.width()};
    }
    Rect on_paper(Rect rect) const {
        rect.left = on_paper(rect.left, rect.width);
        return rect;
    }
    /// The page, or the panel that the frame stands in, with as much of the bleed as `out` says beyond the trim.
    Rect ground_of(Length out) const;
    /// Whether the format has the frame's panel; columns then count from there.
    bool enter_panel(const design::Frame& frame);
    void show(const design::Frame& frame);
    /// Shows a frame of the stack below those above it, or leaves it, and all that are below it, to the next page.
    void stack(const design::Frame& frame);
    /// Where it begins: the first baseline, or a picture's top.
    /// `foot`: where what stands above it ends; none: it is the first of the page.
    Length start_in_stack(const design::Frame& frame, std::optional<Length> foot) const;
    /// Of a panel in the stack.
    Length height_of(const design::Frame& frame) const;
    /// The frame with a place of its own, beginning at `start`.
    design::Frame placed_at(const design::Frame& frame, Length start) const;
    /// Where it would end at that place; nothing where not even its beginning has room.
    std::optional<Length> end_in_stack(const design::Frame& frame, Length start) const;
    /// The same for a frame that has its place, whether it has room there or not; `rest`: what found none.
    Length measured_end(const design::Frame& placed, Progress* rest = nullptr) const;
    /// Whether it can begin there, with what it must be kept with.
    bool has_room(const design::Frame& frame, Length start) const;
    /// The next frame of the stack that has something to show; null: there is none.
    const design::Frame* next_in_stack(const design::Frame& frame) const;
    bool has_more(const design::Frame& frame) const;
    bool goes_with_rest(const design::Frame& frame) const;
    /// The next frame of the stack, whether it has words or none; null below the last.
    const design::Frame* frame_below(const design::Frame& frame) const;
    Rect area_of(const design::Frame& frame) const;
    const design::Style& style(const design::Frame& frame, std::size_t index) const;
    /// The style for words some of which have a reading above them: the one whose name ends on "-ruby", if there is
    /// one.
    const design::Style& style_for(const Words& words, const design::Style& style) const;
    /// What of the frame's source found no room.
    void leave(const design::Frame& frame, Rest rest);
    void remember(const design::Frame& frame, Length top, Length last, std::size_t lines);
    page::ElementId element(const design::Frame& frame, SourcePosition where);
    void draw_path(page::Path path, int page, Layer layer);
    /// Draws a rectangle or line given in the first page's coordinates on every page it touches.
    void draw_across(const Rect& rect, const std::string& fill);
    Length held_above_end(const design::Frame& frame, Length baseline, Length to_last, int page);
    Length flow_top(const design::Frame& frame, int page) const;
    /// The pieces of a text, its headings in the style of headings.
    std::vector<Piece> flow_text(const Words& words, const design::Style& style) const;
    std::vector<Piece> flow_pieces(const design::Frame& frame) const;
    /// Of a text too long for its columns, what fits of it in whole sentences; a note says what is left out.
    std::string name_of_text(const std::string& source) const;
    void tell_of_short(const design::Frame& frame, const content::RichText& whole, const content::RichText& shorter);
    std::vector<Piece> sentences_that_fit(const design::Frame& frame, const std::vector<Column>& columns);
    void check_thread(const design::Frame& frame, const std::vector<Piece>& pieces, FlowPosition from, Length measure);
    void end_with_whole_words(const design::Frame& frame, std::vector<Piece>& pieces, FlowPosition from,
                              const std::vector<Column>& columns, Filled& filled);
    Filled filled(const design::Frame& frame, const std::vector<Piece>& pieces, FlowPosition from,
                  const std::vector<Column>& columns);
    void set_in_lists(std::vector<Piece>& pieces, const std::vector<Column>& columns) const;
    std::vector<Column> flow_columns(const design::Frame& frame) const;
    void draw_flow(const std::vector<Piece>& pieces, const Filled& filled, const std::vector<Column>& columns,
                   FlowPosition from);
    /// Whether words of no running text begin at the right: as the publication's language does, whatever their own; but
    /// those of a document's second language as that does.
    bool begins_right(const std::string& lang) const;
    /// Pieces of what is no running text.
    std::vector<Piece> own_pieces(const Words& words, const design::Style& style) const;
    /// One line at a baseline; returns its width. `at_end`: it stands at the end of the room, not where reading begins.
    Length put(const Words& words, const design::Style& style, Room room, Length baseline, page::ElementId element,
               bool at_end = false);
    /// The left end of a line of no measure in its room.
    Length left_of(const text::Line& line, const Piece& piece, Room room, bool at_end) const;
    /// Lines of a short text within `width`, one leading apart; returns how many.
    std::size_t put_lines(const Words& words, const design::Style& style, int page, Length x, Length width,
                          Length baseline, page::ElementId element);
    /// The lines of one paragraph in the same way.
    struct LineRange {
        std::size_t from = 0, to = static_cast<std::size_t>(-1);
    };
    /// The piece's lines of the range, the first of them at `baseline`; returns how many those are.
    std::size_t put_piece(const Piece& piece, int page, Length x, Length width, Length baseline, page::ElementId tag,
                          LineRange range);
    std::size_t put_piece(const Piece& piece, int page, Length x, Length width, Length baseline, page::ElementId tag);
    Length beside_number(const design::Frame& frame, const FiguresField::Figure& figure, Room room);
    Length beside_numbers(const design::Frame& frame, const std::vector<const FiguresField::Figure*>& all, Room room);
    bool after_fits(const design::Frame& frame, const Words& words, Length width);
    bool has_row(const design::Frame& frame, const FiguresField::Figure& figure, Room room);
    std::vector<const FiguresField::Figure*> figures_shown(const design::Frame& frame, const FiguresField& all);
    void data_rows(const design::Frame& frame, const TableField& all);
    void flush_rows(const design::Frame& frame, const TableField& all);
    /// What of a table found no room, from row `first` on.
    void leave_rows(const design::Frame& frame, const TableField& all, std::size_t first);
    /// Rows in groups, each with a head, one group below the other: what days and tables in groups have in common.
    struct Groups;
    void grouped(const design::Frame& frame, const Groups& all);
    /// Whether a row's cells stand one below the other, each on the whole measure (`layout: lines`).
    bool in_lines(const design::Frame& frame) const { return option(frame, "layout", "") == "lines"; }
    /// The names of a group in one language or two, from its rule to that of its first row; zero without a name.
    Length name_group(const design::Frame& frame, Room room, const std::array<Words, 2>& names, Length rule,
                      bool print);
    struct DayGrid;
    DayGrid day_grid(const design::Frame& frame, const DaysField& all) const;
    /// A row of a day; returns its height. Without a table it is only measured; so is a card without a list.
    Length day_row(const design::Frame& frame, const DayGrid& grid, const DaysField::Entry& entry, Length rule,
                   page::ElementId table);
    Length card(const design::Frame& frame, const CardsField::Card& card, Room room, Length rule, page::ElementId list);
    Length head_of_rest(const design::Frame& frame, const CardsField& all, Room room, Length top);
    struct RowGrid;
    RowGrid row_grid(const design::Frame& frame, const RowsField& all) const;
    void turn_second_language(RowGrid& grid, const RowsField& all) const;
    /// A row of a group, or the row of the columns' names (`head`), in the same way as a row of a day.
    Length row_of_cells(const design::Frame& frame, const RowGrid& grid, const RowsField::Row& row, Length rule,
                        page::ElementId table, bool head = false);
    /// A row whose cells stand one below the other; `head`: the cell that names it. With a `heading` the first of them
    /// is no cell but the heading of this row and those that follow.
    struct LineRow {
        std::vector<Words> cells;
        std::size_t head = 0;
        bool heading = false;
    };
    /// Rows of cells in lines, flush left; as a table, or else a paragraph each.
    void line_rows(const design::Frame& frame, const std::vector<LineRow>& rows, bool is_table);
    static std::vector<bool> columns_of(const std::vector<LineRow>& rows);
    /// Facts as a list, label and value in one line or several.
    void fact_list(const design::Frame& frame, const FactsField& all);
    static std::vector<LineRow> rows_of(const TableField& all);
    static std::vector<LineRow> rows_of(const FactsField& all);
    static std::vector<LineRow> rows_of(const FiguresField& all);
    static std::vector<LineRow> rows_of(const DirectoryField& all);
    std::size_t lines_in(const Words& words, const design::Style& style, Length width);
    /// More than `width` where a word is wider.
    Length widest_line(const Words& words, const design::Style& style, Length width);
    Length second_column(const design::Frame& frame, const TableField& all, Room room);
    void hairline(int page, Length left, Length right, Length y, const std::string& swatch, double weight);
    const std::vector<text::Line>& lines_of(const Piece& piece, Length measure) {
        return draw_ ? setting_.workshop.printed_lines(piece, measure) : setting_.workshop.lines(piece, measure);
    }
    enum class Judged { photo, logo, furniture };
    /// Judges a picture's pixels at the size of `rect`. Too few: a warning, or a fault of the variant, since another
    /// one may show it smaller; a logo's size is the same in all, so that for it this is an error.
    void judge_pixels(const PhotoField& photo, const Region& crop, const Rect& rect, int page, Judged judged);
    /// Sets an entry of a directory in `row`, after its number; without one it only measures. Returns the entry's
    /// height. `named`: the region's name stands beside that of the place.
    Length directory_entry(const design::Frame& frame, const DirectoryField& all, std::size_t index, Room room,
                           Length rule, bool named, page::ElementId row);
    /// How wide the words are on one line.
    Length width_in(const Words& words, const design::Style& style);
    /// What a directory's entry has for its name beside the region's name, and whether each of its words fits in that.
    Length width_beside_region(const design::Frame& frame, const DirectoryField& all, std::size_t index, Room room);
    bool has_room_beside_region(const design::Frame& frame, const DirectoryField& all, std::size_t index, Room room);
    /// Whether no word is wider than that.
    bool words_fit(const Words& words, const design::Style& style, Length width);
    Length indent_of(const design::Frame& frame, const DirectoryField& all);
    void name_region(const design::Frame& frame, const DirectoryField& all, std::size_t index, Room room,
                     Length baseline, bool opens);
    /// Takes the partners that are not kept off the globe, notes it, and tells what the globe then shows.
    std::string leave_out(const PlacesField& places, const std::vector<bool>& kept, map::Globe& globe);
    /// The discs with the numbers of places, and home's name, on a globe drawn on `page`.
    void number_places(const design::Frame& frame, const PlacesField& places, const map::Globe& globe,
                       const std::vector<map::Line>& arcs, int page, page::ElementId tag);
    page::ElementId figure(const std::string& alt, const std::string& lang, SourcePosition where);
    /// Paints a map on every page of the master it touches; `frame` in the first page's coordinates cuts it, `arcs` its
    /// arcs.
    void draw_map(const map::Drawing& drawing, const Rect& frame, const Rect& arcs, const design::Palette& palette,
                  page::ElementId tag);
    /// The names of the partner and of home on a map of the surroundings, on one line or two.
    struct LocatorNames;
    LocatorNames names_on_locator(const design::Frame& frame, const LocatorField& field, const map::LocatorMap& drawn,
                                  const map::Obstacles& obstacles);
    void label_locator(const design::Frame& frame, const LocatorField& field, const map::LocatorMap& drawn,
                       const LocatorNames& names, map::Obstacles obstacles, page::ElementId tag);
    std::vector<text::Line> names_on_map(const design::Frame& frame, const PlacesField& places);
    map::PlacedLabels place_names(const design::Frame& frame, const std::vector<text::Line>& names,
                                  const map::WorldMap& world, const Rect& area) const;
    double nudge_for_labels(const design::Frame& frame, const PlacesField& places, map::World world, const Rect& area);
    void tell_unnamed(const PlacesField& places, const map::WorldMap& world);
    void tell_near_spine(const PlacesField& places, const map::WorldMap& world);
    void draw_labels(const design::Frame& frame, const PlacesField& places, const map::WorldMap& world,
                     const Rect& area, page::ElementId tag);
    void clock_face(const ClocksField::Clock& clock, const design::Frame& frame, Room room, Length top,
                    const std::string& lang);
    void clock_columns(const design::Frame& frame, const std::vector<ClocksField::Clock>& clocks, std::size_t across,
                       std::size_t most);
    void clock_words(const design::Frame& frame, const ClocksField::Clock& clock, Room at, Length baseline,
                     std::size_t longest, const std::vector<const Words*>& below);
    /// Lines of each name; one too wide or of more than `most` is a fault.
    std::vector<std::size_t> name_lines(const design::Frame& frame, const std::vector<ClocksField::Clock>& clocks,
                                        Length width, std::size_t most);
    const design::Palette& palette(const design::Frame& frame) const;
    std::string option(const design::Frame& frame, const std::string& name, const std::string& otherwise) const;
    int number_option(const design::Frame& frame, const std::string& name, int otherwise) const;

    /// A picture set so far: what lies where of it.
    struct Shown {
        std::string source;
        Rect rect;  // on its page, or across both of a spread
        Region crop;
    };
    std::vector<Shown> shown_;
    const Setting& setting_;
    Draft& draft_;
    Scope& scope_;
    bool draw_;
    std::optional<Length>
        foot_;     // of the stack: the last baseline or lower edge; empty: nothing stands on the page yet
    Length last_;  // of the frame set last
    bool stack_is_full_ = false;                                  // what comes now goes to the next page
    std::map<int, std::vector<map::Disc>> numbered_;              // by page: discs that stand there
    std::map<std::string, std::optional<FlowPosition>> threads_;  // by id: where a flow goes on; empty: it has ended
};

}  // namespace brochure::layout
