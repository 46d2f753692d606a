#include "prepress/tags.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace brochure::prepress {
namespace {
using page::Role;

std::string named(Role role) {
    return std::string{page::structure_type(role)};
}

// The level of a heading, 1 to 3; 0: it is none.
int heading_level(Role role) {
    return role == Role::h1 ? 1 : role == Role::h2 ? 2 : role == Role::h3 ? 3 : 0;
}

// Roles that stand in one other alone (ISO 32000-1, 14.8.4.3).
struct Nesting {
    Role child, parent;
};
constexpr std::array nestings{Nesting{Role::list_item, Role::list}, Nesting{Role::list_body, Role::list_item},
                              Nesting{Role::row, Role::table},      Nesting{Role::head_cell, Role::row},
                              Nesting{Role::data_cell, Role::row},  Nesting{Role::toc_item, Role::toc},
                              Nesting{Role::ruby_base, Role::ruby}, Nesting{Role::ruby_text, Role::ruby}};

class Tags {
public:
    Tags(const page::Publication& publication, Diagnostics& found)
        : publication_{publication}, elements_{publication.structure}, found_{found} {}

    bool check() {
        look_up_content();
        check_document();
        if (!elements_.empty()) walk(0);
        return good_;
    }

private:
    void look_up_content() {
        heard_.assign(elements_.size(), false);
        for (const page::Page& page : publication_.pages)
            for (const page::Item& item : page.items) {
                const page::ElementId id = std::visit([](const auto& it) { return it.element; }, item);
                if (id.index >= 0 && static_cast<std::size_t>(id.index) < heard_.size())
                    heard_[static_cast<std::size_t>(id.index)] = true;
            }
        for (std::size_t i = elements_.size(); i-- > 1;)
            if (const int parent = elements_[i].parent.index; heard_[i] && parent >= 0)
                heard_[static_cast<std::size_t>(parent)] = true;
    }

    void check_document() {
        const SourcePosition start = elements_.empty() ? SourcePosition{} : elements_[0].where;
        if (publication_.title.empty())
            fault(start, "the document has no title", "title: what a viewer shows in its window's head");
        if (publication_.lang.empty()) fault(start, "the document names no language", "lang: en-US");
        if (elements_.empty()) fault(start, "the document has no structure", "");
    }

    // In the order in which it is read.
    void walk(std::size_t i) {
        if (!heard_[i]) return;
        check_element(elements_[i]);
        for (const page::ElementId child : elements_[i].children) walk(static_cast<std::size_t>(child.index));
    }

    void check_element(const page::Element& element) {
        if (element.role == Role::figure && element.alt.empty())
            fault(element.where, "a picture has no alternative text",
                  "alt: what a reader who cannot see the picture should know of it");
        if (element.role == Role::link && element.alt.empty() && element.title.empty() && element.url.empty())
            fault(element.where, "a link has no words", "");
        if (element.role == Role::head_cell && element.scope.empty())
            fault(element.where, "a head cell does not say whether it heads a row or a column", "");
        check_heading(element);
        check_parent(element);
        if (element.role == Role::table) check_rows(element);
    }

    // As a reader tells columns by counting cells.
    void check_rows(const page::Element& table) {
        std::optional<int> columns;
        for (const page::ElementId id : table.children) {
            const page::Element& row = elements_[static_cast<std::size_t>(id.index)];
            if (row.role != Role::row || !heard_[static_cast<std::size_t>(id.index)]) continue;
            int count = 0;
            for (const page::ElementId cell : row.children)
                count += elements_[static_cast<std::size_t>(cell.index)].column_span;
            if (columns && *columns != count)
                fault(row.where,
                      "a row of " + std::to_string(count) + " cells follows one of " + std::to_string(*columns), "");
            columns = count;
        }
    }

    void check_heading(const page::Element& element) {
        const int level = heading_level(element.role);
        if (level == 0) return;
        if (level > deepest_ + 1)
            fault(element.where,
                  named(element.role) +
                      (deepest_ == 0 ? " is the first heading" : " follows H" + std::to_string(deepest_)),
                  "the first heading is an H1, and levels go down one by one: give the frame another role");
        deepest_ = level;
    }

    void check_parent(const page::Element& element) {
        const auto rule = std::find_if(nestings.begin(), nestings.end(),
                                       [&](const Nesting& one) { return one.child == element.role; });
        if (rule == nestings.end()) return;
        const int parent = element.parent.index;
        const Role role = parent < 0 ? Role::document : elements_[static_cast<std::size_t>(parent)].role;
        if (role != rule->parent) fault(element.where, named(element.role) + " stands in " + named(role), "");
    }

    void fault(SourcePosition where, const std::string& text, const std::string& hint) {
        good_ = false;
        found_.warning(where, "no-pdf-ua",
                       text + "; the file '" + publication_.name + "' does not call itself accessible (PDF/UA-1)",
                       hint);
    }

    const page::Publication& publication_;
    const std::vector<page::Element>& elements_;
    Diagnostics& found_;
    std::vector<bool> heard_;  // itself or something in it
    int deepest_ = 0;          // level of the heading before
    bool good_ = true;
};

}  // namespace

bool check_tags(const page::Publication& publication, Diagnostics& found) {
    return Tags{publication, found}.check();
}

}  // namespace brochure::prepress
