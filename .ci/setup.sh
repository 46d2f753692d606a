# Shared by make-brochure, run-tests and .ci/run: what must be installed, and how a build is made. Sourced, never run.
# Works on Debian 12 and 13. A line is one package; "a|b": the first of them that this Debian has; "?a": only if it has it.

packages_to_build='
cmake
ninja-build
g++
pkg-config|pkgconf
libhpdf-dev
libyaml-cpp-dev
libstb-dev
libjpeg62-turbo-dev
libcli11-dev
libharfbuzz-dev
libicu-dev
libhyphen-dev
libmd4c-dev
liblcms2-dev
libexif-dev
libheif-dev
librsvg2-dev
?libheif-plugin-libde265
?libheif-plugin-aomdec|libheif-plugin-dav1d
libfontconfig-dev|libfontconfig1-dev
libxxhash-dev
zlib1g-dev
libdeflate-dev
libjemalloc-dev
nlohmann-json3-dev
libgeographiclib-dev|libgeographic-dev
libqrencode-dev
libphonenumber-dev
libhowardhinnant-date-dev
tzdata
texlive-base
hyphen-en-us
hyphen-fr
hyphen-it
hyphen-es
hyphen-de
fonts-vollkorn
fonts-inter
fonts-noto-core
fonts-noto-cjk
fonts-noto-cjk-extra
'
packages_to_test='
catch2
qpdf
poppler-utils
mupdf-tools
ghostscript
libimage-exiftool-perl
icc-profiles-free
unicode-data
zbar-tools
'
packages_to_check='
clang-14
clang-format-14
clang-tidy-14
'
packages_to_validate='
maven
default-jdk-headless|openjdk-17-jdk-headless
'

say() { printf '%s: %s\n' "${program:-setup}" "$*"; }
give_up() { printf '%s: %s\n' "${program:-setup}" "$*" >&2; exit 3; }

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
available() { apt-cache show --no-all-versions "$1" >/dev/null 2>&1; }

# as_root COMMAND...: runs it as root, by sudo if need be; fails when neither can be had.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else return 77
    fi
}

# missing_packages LIST: the lines of it none of whose alternatives is installed.
missing_packages() {
    local line name found
    for line in $1; do
        found=
        for name in $(tr '|' ' ' <<<"${line#\?}"); do
            if installed "$name"; then found=$name; break; fi
        done
        [ -n "$found" ] || printf '%s\n' "$line"
    done
}

# choose_packages LINES: one package name for each line, as this Debian calls it; nothing for "?" ones it has not.
choose_packages() {
    local line name chosen
    for line in $1; do
        chosen=
        for name in $(tr '|' ' ' <<<"${line#\?}"); do
            if available "$name"; then chosen=$name; break; fi
        done
        case $chosen,$line in
            ,\?*) ;;
            ,*) printf '%s\n' "${line%%|*}" ;;        # apt then says in its own words that there is none
            *) printf '%s\n' "$chosen" ;;
        esac
    done
}

# ensure_packages LIST: installs what is missing of it, and nothing when nothing is.
ensure_packages() {
    local missing needed chosen log
    missing=$(missing_packages "$1")
    needed=$(grep -v '^?' <<<"$missing" || true)
    if [ -z "$needed" ]; then
        # Only "?" packages are absent. Whether this Debian has them is a question for lists that may not be there;
        # a first run asked it. Nothing to do.
        return 0
    fi
    command -v apt-get >/dev/null || give_up "this needs Debian packages, and there is no apt-get: $(tr '\n' ' ' <<<"$needed")"
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        give_up "Debian packages are missing, and neither root nor sudo is at hand to install them. $(as_an_administrator "$needed")"
    fi
    log=$(mktemp)
    say "asking Debian for its package lists"
    # Old lists may do; if not, the installation fails in its own words.
    as_root apt-get -q update >"$log" 2>&1 || { cat "$log" >&2; say "apt-get update failed; trying with the lists there are"; }
    chosen=$(choose_packages "$missing" | sort -u)
    say "installing $(wc -l <<<"$chosen") Debian packages: $(tr '\n' ' ' <<<"$chosen")"
    # shellcheck disable=SC2086  # one word each
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends $chosen >"$log" 2>&1 ||
        { tail -n 30 "$log" >&2; rm -f "$log"; give_up "apt-get install failed. $(as_an_administrator "$needed")"; }
    rm -f "$log"
}

as_an_administrator() {
    printf 'As an administrator:\n    apt-get install --no-install-recommends %s' "$(choose_packages "$1" | tr '\n' ' ')"
}

# build_tree DIRECTORY TARGET... -- CMAKE_OPTION...: configures once, then builds; its output only when it fails.
build_tree() {
    local tree=$1 log targets=()
    shift
    while [ $# -gt 0 ] && [ "$1" != -- ]; do targets+=("$1"); shift; done
    [ $# -eq 0 ] || shift
    log=$(mktemp)
    if ! cmake -S . -B "$tree" -G Ninja "$@" >"$log" 2>&1; then
        cat "$log" >&2; rm -f "$log"; return 1
    fi
    if ! cmake --build "$tree" --target "${targets[@]}" >"$log" 2>&1; then
        grep -E -A12 'error|FAILED' "$log" | head -n 120 >&2 || tail -n 60 "$log" >&2
        rm -f "$log"; return 1
    fi
    rm -f "$log"
}
