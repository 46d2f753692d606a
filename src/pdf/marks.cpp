#include "pdf/marks.hpp"

#include <utility>

namespace brochure::pdf {

Marker::Marker(std::string& out, Content& content, const Resources& resources, page::ElementId element,
               std::size_t page)
    : out_{out}, content_{content}, resources_{resources}, element_{element}, page_{page} {
    if (element_ == page::artifact) out_ += "/Artifact BMC\n";
}

Marker::~Marker() {
    close();
    if (element_ == page::artifact) out_ += "EMC\n";
}

void Marker::close() {
    if (std::exchange(open_, Open::nothing) != Open::nothing) out_ += "EMC\n";
}

void Marker::open(std::string_view tag, const std::string& properties) {
    (out_ += '/') += tag;
    out_ += "<<";
    if (element_ != page::artifact) {
        put(out_ += "/MCID ", static_cast<std::int64_t>(content_.marks.size()));
        content_.marks.push_back({element_, page_});
    }
    out_ += properties;
    out_ += ">>BDC\n";
}

void Marker::plain() {
    if (open_ == Open::plain) return;
    close();
    if (element_ == page::artifact) return;  // its own sequence is open anyway
    open(page::structure_type(resources_.publication->structure[static_cast<std::size_t>(element_.index)].role), {});
    open_ = Open::plain;
}

void Marker::special(std::string_view language, const std::string* actual_text) {
    if (language.empty() && !actual_text) return plain();
    close();
    std::string properties;
    if (!language.empty()) put_text(properties += "/Lang", language);
    if (actual_text) put_text(properties += "/ActualText", *actual_text);
    open("Span", properties);
    open_ = Open::special;
}

}  // namespace brochure::pdf
