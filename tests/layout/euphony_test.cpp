#include "layout/euphony.hpp"

#include "catch.hpp"

using namespace brochure;

namespace {

std::string mended(const std::string& before, const std::string& name, const std::string& lang) {
    std::string text = before + name;
    const std::size_t at = layout::mend_word_before(text, before.size(), lang);
    CHECK(text.substr(at) == name);
    return text;
}

}  // namespace

TEST_CASE("small words give way to names in Italian, French and Spanish") {
    CHECK(mended("ore a ", "Arezzo", "it") == "ore ad Arezzo");
    CHECK(mended("ore a ", "Norman", "it") == "ore a Norman");
    CHECK(mended("a ", "Essen", "it") == "a Essen");
    CHECK(mended("Roma e ", "Empoli", "it") == "Roma ed Empoli");
    CHECK(mended("Grand cercle de ", "Oklahoma City", "fr-FR") == "Grand cercle d’Oklahoma City");
    CHECK(mended("Grand cercle de ", "Évreux", "fr") == "Grand cercle d’Évreux");
    CHECK(mended("Grand cercle de ", "Œrsted", "fr") == "Grand cercle d’Œrsted");
    CHECK(mended("Grand cercle de ", "Norman", "fr") == "Grand cercle de Norman");
    CHECK(mended("Comme à ", "Arezzo", "fr") == "Comme à Arezzo");
    CHECK(mended("León y ", "Irapuato", "es-MX") == "León e Irapuato");
    CHECK(mended("From here and a ", "Arezzo", "en") == "From here and a Arezzo");
}

TEST_CASE("the end of a longer word is no small word") {
    CHECK(mended("fra ", "Arezzo", "it") == "fra Arezzo");
    CHECK(mended("mundo ", "Oaxaca", "es") == "mundo Oaxaca");
    CHECK(mended("", "Arezzo", "it") == "Arezzo");
}

TEST_CASE("lists have the comma of their language") {
    CHECK(layout::comma_in("en-US") == ", ");
    CHECK(layout::comma_in("ja-JP") == "、");
    CHECK(layout::comma_in("zh") == "、");
    CHECK(layout::comma_in("ar") == "، ");
    CHECK(layout::is_written_close("ja"));
    CHECK_FALSE(layout::is_written_close("ko"));
}
