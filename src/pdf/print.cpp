#include "pdf/print.hpp"

#include "pdf/shared_parts.hpp"

namespace brochure::pdf {

int version_of(const Print& print) {
    return print.standard == Print::Standard::x1a ? 14 : 16;
}

std::string print_xmp(const Print& print) {
    const bool x4 = print.standard == Print::Standard::x4;
    std::string out =
        "\n<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
        " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\"";
    out += x4 ? " xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">" : " xmlns:pdfx=\"http://ns.adobe.com/pdfx/1.3/\">";
    out +=
        "\n<pdf:Trapped>False</pdf:Trapped>\n<xmpMM:VersionID>1</xmpMM:VersionID>\n"
        "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n";
    out += x4 ? "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
              : "<pdfx:GTS_PDFXVersion>PDF/X-1a:2003</pdfx:GTS_PDFXVersion>";
    return out + "\n</rdf:Description>";
}

std::string print_info(const Print& print) {
    std::string out = "/Trapped/False";
    if (print.standard == Print::Standard::x1a) out += "/GTS_PDFXVersion(PDF/X-1a:2003)";
    return out;
}

std::string add_print_intent(const Print& print, SharedParts* shared, HaruDocument& document) {
    if (!print.profile) return {};
    const Packed profile = shared ? shared->profile(print.profile) : packed(print.profile);
    const Ref ref = document.add("/N 4/Filter/FlateDecode", {*profile});
    std::string out = "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFX";
    put_text(out += "/OutputConditionIdentifier", print.condition);
    if (!print.registry.empty()) put_text(out += "/RegistryName", print.registry);
    if (!print.info.empty()) put_text(out += "/Info", print.info);
    put(out += "/DestOutputProfile ", ref);
    return out + ">>]";
}

}  // namespace brochure::pdf
