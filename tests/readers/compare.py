"""Opens and renders PDF files with five programs and says where they disagree.

compare.py FILE...: each page is rendered by Poppler, MuPDF, Ghostscript, PDFium and pdf.js at 120 pixels an inch. Pages
are compared in squares of 20 x 20 pixels by their mean grey: small differences of edges vanish in it, a picture or a
line of text that one program leaves out does not. A file fails when a program cannot open it or complains, counts
other pages or renders a page otherwise than the others do, and when this program itself stumbles over it. CMYK files are first brought to a common scale, see `on_scale`. On the
first page with text, one line of it is wiped out of one program's picture as a control: that has to be seen.
"""
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

import numpy
import pypdfium2
from PIL import Image

PPI = 120
SQUARE = 20
# Of 255. The greatest difference on any page of the sample files was 14 for RGB and 30 for CMYK files.
TOLERANCE = {"rgb": 20, "cmyk": 36}
HERE = Path(__file__).parent


def command(words):
    """What a program said, and whether it complained."""
    ran = subprocess.run(words, capture_output=True, text=True, errors="replace")
    said = (ran.stdout + ran.stderr).strip()
    return ran.returncode == 0, said


def poppler(file, folder):
    good, said = command(["pdftoppm", "-r", str(PPI), "-png", file, str(folder / "p")])
    return good and not said, said, sorted(folder.glob("p-*.png"))


def mupdf(file, folder):
    good, said = command(["mutool", "draw", "-q", "-r", str(PPI), "-o", str(folder / "%05d.png"), file])
    # Debian builds MuPDF without colour management and it says so.
    said = "\n".join(line for line in said.splitlines() if "ICC support is not available" not in line)
    return good and not said, said, sorted(folder.glob("*.png"))


def ghostscript(file, folder):
    good, said = command(["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dPDFSTOPONERROR", "-dPDFSTOPONWARNING",
                          "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", "-sDEVICE=png16m", f"-r{PPI}",
                          "-o", str(folder / "%05d.png"), file])
    return good and not said, said, sorted(folder.glob("*.png"))


def pdfium(file, folder):
    pages = []
    document = pypdfium2.PdfDocument(file)
    for number in range(len(document)):
        pages.append(folder / f"{number:05}.png")
        document[number].render(scale=PPI / 72, may_draw_forms=False).to_pil().save(pages[-1])
    return True, "", pages


def pdf_js(file, folder):
    good, said = command(["node", str(HERE / "render.mjs"), file, str(folder), str(PPI)])
    return good, said, sorted(folder.glob("*.png"), key=lambda page: int(page.stem))


def opened_by(reader, file, folder):
    """As a reader gives it; one that cannot open the file at all has a complaint and no pages."""
    try:
        return reader(file, folder)
    except Exception as fault:  # each library has errors of its own
        return False, f"{type(fault).__name__}: {fault}", []


READERS = {"Poppler": poppler, "MuPDF": mupdf, "Ghostscript": ghostscript, "PDFium": pdfium, "pdf.js": pdf_js}


def picture(page):
    return numpy.asarray(Image.open(page).convert("RGB"), dtype=float)


def grey(colours):
    return colours @ numpy.array([0.299, 0.587, 0.114])


def squares(greys):
    """The mean grey of the square that begins at each pixel."""
    sums = numpy.pad(greys.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    total = sums[SQUARE:, SQUARE:] - sums[:-SQUARE, SQUARE:] - sums[SQUARE:, :-SQUARE] + sums[:-SQUARE, :-SQUARE]
    return total / SQUARE**2


def neighbours(means):
    """Of each square and those two pixels beside it: the darkest and the lightest."""
    shifted = [numpy.roll(means, (y, x), (0, 1)) for y in (-2, 0, 2) for x in (-2, 0, 2)]
    return numpy.minimum.reduce(shifted), numpy.maximum.reduce(shifted)


def on_scale(colours, reference):
    """The greys that `reference` has where a page has these colours, by the best polynomial of second degree: each
    program turns inks into light in its own way, which is not what is looked for here."""
    red, green, blue = (colours[..., i].ravel() / 255 for i in range(3))
    terms = numpy.stack([numpy.ones_like(red), red, green, blue, red * red, green * green, blue * blue,
                         red * green, green * blue, blue * red], axis=1)
    found = numpy.linalg.lstsq(terms[::7], reference.ravel()[::7], rcond=None)[0]
    return (terms @ found).reshape(reference.shape)


def differences(pictures, colours):
    """For each program: how far, at most, a square of its page is from what the middle one of all programs shows there
    or two pixels beside."""
    rows, columns = (min(sizes) for sizes in zip(*(each.shape[:2] for each in pictures.values())))
    if any(max(each.shape[0] - rows, each.shape[1] - columns) > 1 for each in pictures.values()):
        return {name: 255.0 for name in pictures}
    pictures = {name: each[:rows, :columns] for name, each in pictures.items()}
    reference = grey(pictures["Ghostscript"])
    greys = {name: on_scale(each, reference) if colours == "cmyk" else grey(each) for name, each in pictures.items()}
    means = {name: squares(each) for name, each in greys.items()}
    darkest, lightest = neighbours(numpy.median(numpy.stack(list(means.values())), axis=0))
    return {name: float(numpy.maximum(darkest - each, each - lightest)[2:-2, 2:-2].max()) for name, each in means.items()}


def sees_a_missing_line(pictures, colours):
    """Whether a line of text wiped out of MuPDF's picture is noticed; nothing where no line is to be found on white."""
    wiped = pictures["MuPDF"].copy()
    line = 20  # the leading of body text, in pixels
    ink = (grey(wiped) < 155).mean(axis=1)
    text = numpy.where((ink > 0.03) & (ink < 0.3), ink, 0)
    bands = [row for row in range(100, len(text) - 100) if text[row:row + line].sum() > 1]
    if not bands:
        return None
    densest = max(bands, key=lambda row: text[row:row + line].sum())
    wiped[densest:densest + line] = 255
    return differences({**pictures, "MuPDF": wiped}, colours)["MuPDF"] > TOLERANCE[colours]


def passes(file):
    """As `check`; what goes wrong while it looks is a failure with its reason."""
    try:
        return check(file)
    except Exception:
        print(f"{file}: could not be compared: {traceback.format_exc(limit=-1)}")
        return False


def check(file):
    """Prints what disagrees; whether nothing does."""
    colours = "cmyk" if file.endswith("-print.pdf") and not file.endswith("-large-print.pdf") else "rgb"
    good = True
    with tempfile.TemporaryDirectory() as work:
        pages = {}
        for name, reader in READERS.items():
            folder = Path(work) / name
            folder.mkdir()
            opened, said, pages[name] = opened_by(reader, file, folder)
            if not opened:
                print(f"{file}: {name} complains: {said[:400]}")
                good = False
        if len({len(each) for each in pages.values()}) != 1 or not pages["Poppler"]:
            print(f"{file}: " + ", ".join(f"{name} {len(each)} pages" for name, each in pages.items()))
            return False
        worst, control = 0.0, None
        for number in range(len(pages["Poppler"])):
            pictures = {name: picture(each[number]) for name, each in pages.items()}
            found = differences(pictures, colours)
            if control is None:
                control = sees_a_missing_line(pictures, colours)
            worst = max(worst, *found.values())
            for name, difference in found.items():
                if difference > TOLERANCE[colours]:
                    print(f"{file}: page {number + 1}: {name} differs from the others by {difference:.0f} of 255")
                    good = False
        if control is False:
            print(f"{file}: a line wiped out is not seen")
            good = False
        print(f"{file}: {len(pages['Poppler'])} pages, 5 programs, greatest difference {worst:.1f} of 255"
              f" (at most {TOLERANCE[colours]})" + ("" if good else ": FAILED"))
    return good


if __name__ == "__main__":
    results = [passes(file) for file in sys.argv[1:]]
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    sys.exit(results.count(False) > 0)
