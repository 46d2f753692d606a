#include "pdf/metadata.hpp"

#include <string_view>

#include "pdf/compress.hpp"
#include "pdf/print.hpp"

namespace brochure::pdf {
namespace {

bool digits(std::string_view text) {
    for (const char c : text)
        if (c < '0' || c > '9') return false;
    return true;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (std::string_view rest = text; !rest.empty();) {
        const char32_t c = next_character(rest);
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c >= 0x20 || c == '\n' || c == '\t')
            put_utf8(out, c);
    }
    return out;
}

std::string uuid(std::string_view id) {
    static constexpr char hex[] = "0123456789abcdef";
    std::string out = "uuid:";
    for (std::size_t i = 0; i < id.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
        const auto byte = static_cast<unsigned char>(id[i]);
        out += {hex[byte >> 4], hex[byte & 15]};
    }
    return out;
}

std::string alternatives(const char* tag, std::string_view text) {
    return std::string("<dc:") + tag + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) +
           "</rdf:li></rdf:Alt></dc:" + tag + ">\n";
}

// ISO 19005-2, 6.6.2.3.3: a property that XMP does not know, such as that of PDF/UA, is described in the file.
constexpr std::string_view description_of_pdfuaid =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>The part of ISO 14289 that the file keeps to</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

// ISO 14289-1, clause 5; ISO 19005-2, 6.6.4.
std::string claims_in_xmp(const prepress::Claims& claims) {
    if (!claims.pdf_ua && !claims.pdf_a) return {};
    std::string out =
        "<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
        " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
        " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
        " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";
    if (claims.pdf_ua) out += "<pdfuaid:part>1</pdfuaid:part>\n";
    if (claims.pdf_a) out += "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n";
    if (claims.pdf_a && claims.pdf_ua) out += description_of_pdfuaid;
    return out + "</rdf:Description>\n";
}

std::string xmp(const page::Publication& publication, const std::optional<std::string>& date, const Target& target,
                std::string_view id) {
    std::string out =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n<dc:format>application/pdf</dc:format>\n";
    out += alternatives("title", publication.title);
    if (!publication.author.empty())
        out += "<dc:creator><rdf:Seq><rdf:li>" + escaped(publication.author) + "</rdf:li></rdf:Seq></dc:creator>\n";
    if (!publication.subject.empty()) out += alternatives("description", publication.subject);
    if (!publication.lang.empty())
        out += "<dc:language><rdf:Bag><rdf:li>" + escaped(publication.lang) + "</rdf:li></rdf:Bag></dc:language>\n";
    if (date)
        for (const char* tag : {"CreateDate", "ModifyDate", "MetadataDate"})
            out += std::string("<xmp:") + tag + ">" + *date + "</xmp:" + tag + ">\n";
    out += "<pdf:Producer>" + escaped(target.producer) + "</pdf:Producer>\n";
    out += "<xmpMM:DocumentID>" + uuid(id) + "</xmpMM:DocumentID>\n<xmpMM:InstanceID>" + uuid(id) +
           "</xmpMM:InstanceID>\n";
    out += "</rdf:Description>\n" + claims_in_xmp(target.claims);
    if (target.print) out += print_xmp(*target.print);
    return out + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

}  // namespace

std::optional<std::string> pdf_date(const std::string& iso) {
    std::string out = "D:";
    std::string_view rest = iso;
    const auto take = [&](std::size_t count) {
        if (rest.size() < count || !digits(rest.substr(0, count))) return false;
        out += rest.substr(0, count);
        rest.remove_prefix(count);
        return true;
    };
    const auto skip = [&](char c) {
        if (rest.empty() || rest[0] != c) return false;
        rest.remove_prefix(1);
        return true;
    };
    if (!take(4)) return std::nullopt;
    for (int part = 0; part < 2 && skip('-'); ++part)
        if (!take(2)) return std::nullopt;
    if (rest.empty()) return out;
    if (!skip('T') || !take(2) || !skip(':') || !take(2)) return std::nullopt;
    if (skip(':') && !take(2)) return std::nullopt;
    if (rest == "Z") return out + "Z";
    if (rest.size() != 6 || (rest[0] != '+' && rest[0] != '-') || rest[3] != ':') return std::nullopt;
    if (!digits(rest.substr(1, 2)) || !digits(rest.substr(4, 2))) return std::nullopt;
    return out + std::string(rest.substr(0, 3)) + "'" + std::string(rest.substr(4, 2)) + "'";
}

std::string add_metadata(const page::Publication& publication, const Target& target, HaruDocument& document) {
    std::string out;
    const auto add = [&out](const char* key, const std::string& text) {
        if (!text.empty()) put_text(out += key, text);
    };
    add("/Title", publication.title);
    add("/Author", publication.author);
    add("/Subject", publication.subject);
    add("/Producer", target.producer);
    auto date = publication.date && pdf_date(*publication.date) ? publication.date : std::nullopt;
    if (!date && target.print) date = "2000-01-01T00:00:00Z";
    if (date) {
        add("/CreationDate", *pdf_date(*date));
        add("/ModDate", *pdf_date(*date));
    }
    if (target.print) out += print_info(*target.print);
    document.info(out);
    // Not compressed: tools that know no PDF look for it.
    const Ref metadata =
        document.add("/Type/Metadata/Subtype/XML", {xmp(publication, date, target, document.identity())});
    out = "/Metadata ";
    put(out, metadata);
    return out;
}

std::string add_output_intent(prepress::Edition edition, const Target& target, HaruDocument& document) {
    if (target.print) return add_print_intent(*target.print, target.shared.get(), document);
    if (edition == prepress::Edition::print) return {};
    const std::string profile = srgb_profile();
    if (profile.empty()) return {};
    const Ref ref = document.add("/N 3/Filter/FlateDecode", {deflated(profile)});
    std::string out =
        "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
        "/RegistryName(http://www.color.org)/Info(sRGB IEC61966-2.1)/DestOutputProfile ";
    put(out, ref);
    return out + ">>]";
}

}  // namespace brochure::pdf
