#pragma once
#include <cassert>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yaml/reader.hpp"

/// One declaration of a record's fields: it decodes, it validates, and it describes itself.
///
///     const yaml::Table<Contacts>& contacts_table() {
///         static const auto table = yaml::Table<Contacts>("contacts", "How readers reach the organisation.")
///             .required("name",  &Contacts::name,  yaml::text(), "Who answers.", "Sister Cities International")
///             .wanted  ("phone", &Contacts::phone, yaml::text(), "With the country's code.", "+1 405 555 0100")
///             .optional("lines", &Contacts::lines, yaml::list(yaml::text()), "The address.", "[Main Street 1,
///             Norman]");
///         return table;
///     }
namespace brochure::yaml {

/// A field apart from the record it belongs to. Keys, docs and examples are literals: the table keeps views of them.
struct FieldName {
    std::string_view key, doc, example;
    Presence presence = Presence::optional;
};

/// The fields of a record type R, in the order in which the manual lists them; at most 64.
/// If R has a member `where`, it becomes the position of the record. Tables must not contain themselves.
template <class R>
class Table {
public:
    /// `name`: as faults and "still to fill in" name it, best the key it stands under; "" for a whole file.
    explicit Table(std::string_view name, std::string_view doc = {}) : name_{name}, doc_{doc} {}

    /// `into`: a pointer to a member of R, or a function from R& to a reference: std::identity{} reads a nested map
    /// into R itself. `example`: a value as the author would write it, shown in hints.
    template <class Into, class Reader>
    Table&& required(std::string_view key, Into into, Reader reader, std::string_view doc,
                     std::string_view example) && {
        return add({key, doc, example, Presence::required}, std::move(into), std::move(reader));
    }
    template <class Into, class Reader>
    Table&& wanted(std::string_view key, Into into, Reader reader, std::string_view doc, std::string_view example) && {
        return add({key, doc, example, Presence::wanted}, std::move(into), std::move(reader));
    }
    template <class Into, class Reader>
    Table&& optional(std::string_view key, Into into, Reader reader, std::string_view doc,
                     std::string_view example = {}) && {
        return add({key, doc, example, Presence::optional}, std::move(into), std::move(reader));
    }
    /// A second way to write the record, for anything that is not a map: `photo: colima.jpg` for `photo: {file: …}`.
    /// `function(const Node&, R&, Diagnostics&)` returns false after reporting a fault.
    template <class Function>
    Table&& short_form(Type (*describe)(), Function function) && {
        short_type_ = describe;
        short_form_ = std::move(function);
        return std::move(*this);
    }

    std::string_view name() const { return name_; }
    std::string_view doc() const { return doc_; }

private:
    struct Field {
        FieldName name;
        explicit Field(FieldName n) : name{n} {}
        virtual ~Field() = default;
        virtual bool read(const Node& node, R& record, Diagnostics& found) const = 0;
        virtual Type type() const = 0;
    };
    template <class Into, class Reader>
    struct FieldInto final : Field {
        Into into;
        Reader reader;
        FieldInto(FieldName n, Into i, Reader r) : Field{n}, into{std::move(i)}, reader{std::move(r)} {}
        bool read(const Node& node, R& record, Diagnostics& found) const override {
            return read_value(reader, node, std::invoke(into, record),
                              Asked{this->name.key, this->name.example, found});
        }
        Type type() const override { return reader.type(); }
    };
    template <class Into, class Reader>
    Table&& add(FieldName name, Into into, Reader reader) {
        assert(fields_.size() < 64);
        fields_.push_back(std::make_unique<FieldInto<Into, Reader>>(name, std::move(into), std::move(reader)));
        return std::move(*this);
    }

    std::string_view name_, doc_;
    std::vector<std::unique_ptr<Field>> fields_;
    Type (*short_type_)() = nullptr;
    std::function<bool(const Node&, R&, Diagnostics&)> short_form_;

    template <class T>
    friend bool read_record(const Node&, const Table<T>&, T&, const Asked&);
    template <class T>
    friend std::vector<Description> describe(const Table<T>&);
    template <class T>
    friend Type type_of(const Table<T>&);
};

/// Of one record no more unknown keys than this are reported: it is then some other file altogether.
inline constexpr int most_unknown_keys = 20;

/// The parts of reading a record that do not depend on its type.
void report_unknown_key(const Located<std::string>& key, std::string_view record,
                        const std::vector<std::string_view>& known, Diagnostics& found);
/// False when the field is required: that is an error; a wanted field is a note.
bool report_absent(const FieldName& field, const Type& type, std::string_view record, SourcePosition where,
                   Diagnostics& found);
/// Nothing, or for a field that must not stay empty, blank text.
bool is_absent(const Node& value, Presence presence);
Type record_type(std::string_view name, std::vector<Description> fields, const Type* short_form);

/// The fields of a record, as a plain value.
template <class R>
std::vector<Description> describe(const Table<R>& table) {
    std::vector<Description> list;
    for (const auto& field : table.fields_)
        list.push_back({std::string(field->name.key), std::string(field->name.doc), std::string(field->name.example),
                        field->name.presence, field->type()});
    return list;
}

/// The whole record as a type: `either` of its short form and its map, if it has a short form.
template <class R>
Type type_of(const Table<R>& table) {
    if (!table.short_type_) return record_type(table.name_, describe(table), nullptr);
    const Type short_form = table.short_type_();
    return record_type(table.name_, describe(table), &short_form);
}

/// Reads a map (or the short form) into `record`, reporting every fault in it: unknown key with "did you mean", missing
/// key, wrong type; values still to fill in are notes. Keys in any order. False when there was an error; then `record`
/// holds what could be read, and its member `whole`, if it has one, is false.
template <class R>
bool read_record(const Node& node, const Table<R>& table, R& record, const Asked& asked) {
    if constexpr (requires { record.where = node.where; }) record.where = node.where;
    if constexpr (requires { record.whole = false; }) record.whole = false;
    if (node.kind != Kind::map) {
        if (table.short_form_ && node.kind != Kind::null) return table.short_form_(node, record, asked.found);
        return refuse(node, type_of(table).words, asked);
    }
    bool good = true;
    std::uint64_t seen = 0;
    int unknown = 0;
    for (const auto& [key, value] : node.entries) {
        std::size_t i = 0;
        while (i < table.fields_.size() && table.fields_[i]->name.key != key.value) ++i;
        if (i == table.fields_.size()) {
            good = false;
            if (++unknown > most_unknown_keys) continue;
            std::vector<std::string_view> known;
            for (const auto& field : table.fields_) known.push_back(field->name.key);
            report_unknown_key(key, table.name_, known, asked.found);
            continue;
        }
        const auto& field = *table.fields_[i];
        seen |= std::uint64_t{1} << i;
        if (!is_absent(value, field.name.presence))
            good = field.read(value, record, asked.found) && good;
        else
            good = report_absent(field.name, field.type(), table.name_, key.where, asked.found) && good;
    }
    for (std::size_t i = 0; i < table.fields_.size(); ++i) {
        const auto& field = *table.fields_[i];
        if ((seen >> i & 1) != 0 || field.name.presence == Presence::optional) continue;
        good = report_absent(field.name, field.type(), table.name_, node.where, asked.found) && good;
    }
    if constexpr (requires { record.whole = good; }) record.whole = good;
    return good;
}
template <class R>
bool read_record(const Node& node, const Table<R>& table, R& record, Diagnostics& found) {
    return read_record(node, table, record, Asked{table.name(), {}, found});
}

/// A nested record. `table` must outlive the reader.
template <class R>
struct RecordReader {
    const Table<R>* table;
    bool read(const Node& node, R& value, const Asked& asked) const { return read_record(node, *table, value, asked); }
    Type type() const { return type_of(*table); }
};
template <class R>
RecordReader<R> record(const Table<R>& table) {
    return {&table};
}

}  // namespace brochure::yaml
