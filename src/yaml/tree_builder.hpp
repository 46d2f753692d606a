#pragma once
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <string>
#include <string_view>
#include <vector>

#include "yaml/node.hpp"
#include "yaml/scan.hpp"

namespace brochure::yaml {

/// Thrown through yaml-cpp to end parsing after the reason was reported; never leaves `parse`.
struct Stop {};

/// Takes yaml-cpp's events and grows the tree, within the limits.
class TreeBuilder final : public YAML::EventHandler {
public:
    TreeBuilder(CleanText& source, const Limits& limits, Diagnostics& found)
        : source_{source}, limits_{limits}, found_{found} {}
    /// The tree, once the parser is done; keys are unique (the first of each stays). Throws `Stop`.
    Node take();
    /// The offset of the last scalar that came.
    std::size_t last_scalar() const { return last_scalar_; }

    void OnDocumentStart(const YAML::Mark& mark) override;
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { open_.pop_back(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override;

private:
    struct Open {
        Node* node;
        bool expects_key;
    };
    [[noreturn]] void stop(SourcePosition where, std::string rule, std::string text, std::string hint = {});
    [[noreturn]] void stop_at_key(Kind kind, std::size_t offset, SourcePosition where);
    [[noreturn]] void stop_too_deep(SourcePosition where);
    std::size_t value_offset(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& tag) const;
    std::size_t tag_offset(const YAML::Mark& mark, std::size_t value) const;
    void check_tag(const std::string& tag, std::string_view own, const YAML::Mark& mark, std::size_t value);
    bool key_is_next() const { return !open_.empty() && open_.back().expects_key; }
    void add_key(SourcePosition where, const std::string& text);
    Node& add_value(YAML::anchor_t anchor);
    void open(Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);
    void count(std::size_t nodes, SourcePosition where);
    void remember(YAML::anchor_t anchor);
    const Node* anchored(YAML::anchor_t anchor) const;
    void warn_of_comment();
    void report_duplicates(const Node& map);

    CleanText& source_;
    const Limits& limits_;
    Diagnostics& found_;
    Node root_;
    bool has_root_ = false, has_duplicates_ = false;
    std::vector<Open> open_;                         // from the root to the innermost list or map
    std::vector<std::vector<std::size_t>> anchors_;  // for each anchor, the way to its node from the root
    std::size_t nodes_ = 0, copied_bytes_ = 0, last_scalar_ = 0;
};

}  // namespace brochure::yaml
