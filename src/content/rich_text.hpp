#pragma once
#include <string>
#include <vector>

#include "base/source.hpp"

namespace brochure::content {

/// A run of characters that share their emphasis and link. `where` is where its first character was written.
struct Span {
    std::string text;       // UTF-8, no line breaks but '\n' for a hard break
    bool emphasis = false;  // *so*
    bool strong = false;    // **so**
    std::string link;       // an address, or empty
    std::string lang;       // BCP 47, where the author or the program said so; empty: the text's own
    SourcePosition where;
    std::string before = {};  // what was written from `where` to `text`, when a text was divided here
    int unit = 0;  // spans of one number are read as one, whatever the direction of the words around them; 0: of none
};

enum class BlockKind { paragraph, heading, bullet, numbered };

/// A paragraph, heading or list item. A list item that holds several paragraphs gives several blocks,
/// of which only the first has `marker`.
struct Block {
    BlockKind kind = BlockKind::paragraph;
    int level = 1;   // headings: 1 to 6; lists: depth from 1
    int number = 0;  // numbered items: the number; else 0
    bool marker = true;
    std::vector<Span> spans;
};

/// CommonMark inside a YAML string: emphasis, links and lists (md4c). Raw HTML, images and code blocks are refused.
struct RichText {
    std::vector<Block> blocks;
    SourcePosition where;
    bool empty() const { return blocks.empty(); }
};

/// The characters of the text without markup, blocks separated by '\n'.
std::string plain(const RichText& text);

/// A text in one or more languages. A bare string has one version, whose tag is empty: the publication's language.
struct Text {
    struct Version {
        std::string lang;
        RichText value;
    };
    std::vector<Version> versions;
    SourcePosition where;
    bool empty() const { return versions.empty(); }
    /// The version for `lang` ("fr-CA" falls back to "fr", then to "fr-CH", to the untagged one, to the first);
    /// null only when there is none at all.
    const Version* find(std::string_view lang) const;
};

}  // namespace brochure::content
