#include "yaml/record.hpp"

namespace brochure::yaml {

namespace {

std::string path_of(std::string_view record, std::string_view key) {
    return record.empty() ? std::string(key) : std::string(record) + "." + std::string(key);
}

void report_to_fill_in(const std::string& path, std::string_view key, std::string_view example, SourcePosition where,
                       Diagnostics& found) {
    std::string hint;
    if (!example.empty()) hint = "for example  " + std::string(key) + ": " + std::string(example);
    found.note(where, "still-to-fill-in", "still to fill in: " + path, std::move(hint));
}

}  // namespace

void report_unknown_key(const Located<std::string>& key, std::string_view record,
                        const std::vector<std::string_view>& known, Diagnostics& found) {
    std::string hint;
    if (const auto meant = nearest(key.value, known); !meant.empty()) {
        hint = "did you mean '" + std::string(meant) + "'?";
    } else {
        hint = "known here: ";
        for (std::size_t i = 0; i < known.size(); ++i) hint += (i > 0 ? ", " : "") + std::string(known[i]);
    }
    constexpr std::size_t longest = 60;
    std::string name = key.value.size() <= longest ? key.value : key.value.substr(0, longest);
    while (name.size() < key.value.size() && (static_cast<unsigned char>(key.value[name.size()]) & 0xC0) == 0x80)
        name.pop_back();
    if (name.size() < key.value.size()) name += "…";
    found.error(key.where, "unknown-key",
                "unknown key '" + name + "'" + (record.empty() ? "" : " in '" + std::string(record) + "'"),
                std::move(hint));
}

bool report_absent(const FieldName& field, const Type& type, std::string_view record, SourcePosition where,
                   Diagnostics& found) {
    if (field.presence == Presence::optional) return true;
    if (field.presence == Presence::required) {
        std::string hint;
        if (!field.example.empty())
            hint = "for example  " + std::string(field.key) + ": " + std::string(field.example);
        else if (!field.doc.empty())
            hint = std::string(field.key) + ": " + std::string(field.doc);
        found.error(where, "missing-key",
                    "'" + std::string(field.key) + "' is missing" +
                        (record.empty() ? "" : " from '" + std::string(record) + "'"),
                    std::move(hint));
        return false;
    }
    // A record that is wanted as a whole: name what is wanted of it, so that the list says what to find out.
    bool listed = false;
    for (const auto& inner : type.fields) {
        if (inner.presence != Presence::wanted) continue;
        report_to_fill_in(path_of(field.key, inner.key), inner.key, inner.example, where, found);
        listed = true;
    }
    if (!listed) report_to_fill_in(path_of(record, field.key), field.key, field.example, where, found);
    return true;
}

bool is_absent(const Node& value, Presence presence) {
    if (value.kind == Kind::null) return true;
    return presence != Presence::optional && value.kind == Kind::scalar &&
           value.scalar.find_first_not_of(" \t\n") == std::string::npos;
}

Type record_type(std::string_view name, std::vector<Description> fields, const Type* short_form) {
    Type type;
    type.form = Type::Form::record;
    type.record = name;
    type.words = "a map with ";
    std::size_t shown = 0;
    for (const auto& field : fields) {
        if (shown == 4) {
            type.words += ", …";
            break;
        }
        type.words += (shown++ > 0 ? ", " : "") + field.key;
    }
    type.fields = std::move(fields);
    if (short_form == nullptr) return type;
    std::string words = short_form->words + ", or " + type.words;
    return either(std::move(words), {*short_form, std::move(type)});
}

}  // namespace brochure::yaml
