#include "cli/surroundings.hpp"

#include <cstdlib>
#include <map>

#include "catch.hpp"

using namespace brochure::cli;

namespace {

/// Sets variables for the length of a scope; an empty optional unsets.
class WithVariables {
public:
    explicit WithVariables(const std::map<std::string, std::optional<std::string>>& wanted) {
        for (const auto& [name, value] : wanted) {
            const char* before = std::getenv(name.c_str());
            before_[name] = before ? std::optional<std::string>{before} : std::nullopt;
            set(name, value);
        }
    }
    ~WithVariables() {
        for (const auto& [name, value] : before_) set(name, value);
    }

private:
    static void set(const std::string& name, const std::optional<std::string>& value) {
        if (value)
            setenv(name.c_str(), value->c_str(), 1);
        else
            unsetenv(name.c_str());
    }
    std::map<std::string, std::optional<std::string>> before_;
};

}  // namespace

TEST_CASE("the cache lies in XDG_CACHE_HOME, else in the home folder, else nowhere") {
    {
        const WithVariables set{{{"XDG_CACHE_HOME", "/c"}, {"HOME", "/h"}}};
        CHECK(look_around().cache == "/c/brochure");
    }
    for (const auto& xdg :
         {std::optional<std::string>{}, std::optional<std::string>{""}, std::optional<std::string>{"relative"}}) {
        const WithVariables set{{{"XDG_CACHE_HOME", xdg}, {"HOME", "/h"}}};
        CHECK(look_around().cache == "/h/.cache/brochure");
    }
    const WithVariables set{{{"XDG_CACHE_HOME", std::nullopt}, {"HOME", std::nullopt}}};
    CHECK(look_around().cache.empty());
}

TEST_CASE("SOURCE_DATE_EPOCH becomes a date in UTC") {
    CHECK(date_of_epoch("0") == "1970-01-01T00:00:00Z");
    CHECK(date_of_epoch("1784635200") == "2026-07-21T12:00:00Z");
    CHECK(date_of_epoch("253402300799") == "9999-12-31T23:59:59Z");
    const WithVariables set{{{"SOURCE_DATE_EPOCH", "86400"}, {"TZ", "Asia/Tokyo"}}};
    CHECK(look_around().date == "1970-01-02T00:00:00Z");
}

TEST_CASE("a SOURCE_DATE_EPOCH that is no number of seconds is a fault, not a guess") {
    for (const char* bad : {"", "-1", "soon", "12.5", "1e9", "253402300800", "99999999999999999999", "12 "})
        CHECK_FALSE(date_of_epoch(bad));
    const WithVariables set{{{"SOURCE_DATE_EPOCH", "soon"}}};
    CHECK(look_around().fault.find("\"soon\"") != std::string::npos);
}

TEST_CASE("without the variables nothing is dated") {
    const WithVariables set{{{"SOURCE_DATE_EPOCH", std::nullopt}}};
    CHECK_FALSE(look_around().date);
    CHECK(look_around().fault.empty());
    CHECK(look_around().cores >= 1);
}
