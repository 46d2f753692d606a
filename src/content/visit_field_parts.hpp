#pragma once
#include "content/visit_fields.hpp"

/// The tables of a visit's longer records, apart from `visit_fields.cpp` so that each file is one screenful or two.
namespace brochure::content {

yaml::Table<Visit::Person> visit_person_table(const Fields& shared, const SourceFiles& files);
yaml::Table<Visit::Hosting> visit_hosting_table(const SourceFiles& files);
yaml::Table<Visit::Place> visit_place_table(const SourceFiles& files);
yaml::Table<Visit::Item> visit_item_table(const SourceFiles& files);
yaml::Table<Visit::Lodging> visit_lodging_table(const SourceFiles& files);
yaml::Table<Visit::Stop> visit_stop_table(const SourceFiles& files);
/// `fields`: its tables of stops, and of legs for the flight, are already made.
yaml::Table<Visit::Leg> visit_leg_table(const VisitFields& fields, const SourceFiles& files);
yaml::Table<Visit::Flight> visit_flight_table(const VisitFields& fields, const SourceFiles& files);

}  // namespace brochure::content
