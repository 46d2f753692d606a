#pragma once
#include "content/fields.hpp"
#include "content/visit.hpp"
#include "yaml/record.hpp"

/// The fields of a visit's records, declared once; the columns of its tables (CSV) are these fields too.
namespace brochure::content {

/// `shared`: pictures and facts are declared there; it and `files` must outlive the tables, which look up the CSV files
/// that a visit names in `files`.
struct VisitFields {
    VisitFields(const Fields& shared, const SourceFiles& files);
    VisitFields(const VisitFields&) = delete;
    VisitFields& operator=(const VisitFields&) = delete;

    yaml::Table<Visit::Dates> dates;
    yaml::Table<Visit::Welcome> welcome;
    yaml::Table<Visit::Person> person;
    yaml::Table<Visit::Place> place;
    yaml::Table<Visit::Item> item;
    yaml::Table<Visit::Lodging> lodging;
    yaml::Table<Visit::Stop> stop;
    yaml::Table<Visit::Leg> leg;
    yaml::Table<Visit::Flight> flight;
    yaml::Table<Visit::Emergency> emergency;
    yaml::Table<Visit::Phrase> phrase;
    yaml::Table<Visit::Note> gift;
    yaml::Table<Visit::Note> protocol;
    yaml::Table<Visit::Hosting> hosting;
    yaml::Table<Visit> visit;
    yaml::Table<Visit> visit_file;
};

}  // namespace brochure::content
