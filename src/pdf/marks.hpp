#pragma once
#include <string>
#include <string_view>

#include "pdf/content.hpp"

namespace brochure::pdf {

/// Marks what is painted for one element, or as an artifact, as a scope: what is open at its end is closed.
/// Sequences of an element lie side by side and never in each other, each with an MCID of its own: Poppler loses the
/// text that follows a sequence nested in one with an MCID.
class Marker {
public:
    Marker(std::string& out, Content& content, const Resources& resources, page::ElementId element, std::size_t page);
    ~Marker();
    Marker(const Marker&) = delete;
    Marker& operator=(const Marker&) = delete;

    /// What follows is content of the element and no more; goes on where that is so already.
    void plain();
    /// What follows is in `language` (empty: as inherited) and is read as `actual_text` (null: as it is drawn).
    void special(std::string_view language, const std::string* actual_text);

private:
    enum class Open { nothing, plain, special };
    void close();
    void open(std::string_view tag, const std::string& properties);

    std::string& out_;
    Content& content_;
    const Resources& resources_;
    page::ElementId element_;
    std::size_t page_;
    Open open_ = Open::nothing;
};

}  // namespace brochure::pdf
