# The checks beside the tests, for .ci/run and .ci/deep: veraPDF, five readers, sanitizers, fuzzers, formatter, linter. Sourced, never run.
# Needs setup.sh and count.sh.

# ensure_checkers: Debian 12's Clang 14, which the fuzzers, the formatter and the linter are written for.
ensure_checkers() {
    if [ -z "$(missing_packages "$packages_to_check")" ]; then return 0; fi
    as_root apt-get -q update >/dev/null 2>&1 || true
    if available clang-14; then ensure_packages "$packages_to_check"; fi
}

# run_others PROGRAM QUIET: a program that ends with "N passed, M failed", or "not run" where it lacks something. Lines
# that are QUIET (a pattern) are not shown.
run_others() {
    local log
    log=$(mktemp)
    "$1" 2>&1 | tee "$log" | grep --line-buffered -vE "^([0-9]+ passed, [0-9]+ failed|$2)\$" || true
    add_counts "$(tail -n 1 "$log")" "$1"
    rm -f "$log"
}

# run_conformance: what veraPDF says of the screen files.
run_conformance() {
    # In a shell of its own: to go without is better than to give up.
    if [ -n "$(missing_packages "$packages_to_validate")" ]; then (ensure_packages "$packages_to_validate") || true; fi
    say "asking veraPDF about the screen files"
    run_others tests/conformance/run 'ok .*'
}

# run_readers: whether five programs draw the sample's files alike.
run_readers() {
    say "opening files with five programs"
    run_others tests/readers/run '.*greatest difference.*'
}

# build_sanitized: everything with the address and undefined-behaviour sanitizers; a warning is an error there.
build_sanitized() {
    say "building with the address and undefined-behaviour sanitizers"
    if build_tree build/dev all -- --preset dev; then count_passed; return 0; fi
    count_failed "sanitizer build"
    return 1
}

# Those that take longest first.
sanitized_rooms=(layout image text pdf golden cli prepress map content base yaml design page)

# run_sanitized ROOM...: the tests of these rooms under the sanitizers.
run_sanitized() {
    local room pairs=()
    for room in "$@"; do pairs+=("$room+asan=build/dev/tests/test_$room"); done
    sanitized run_together "${pairs[@]}"
}

sanitized() {
    ASAN_OPTIONS=detect_leaks=1:abort_on_error=0:allocator_may_return_null=1 \
        LSAN_OPTIONS=suppressions=.ci/leaks-of-others:print_suppressions=0 \
        UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 "$@"
}

# run_fuzzers SECONDS: every fuzzer from its corpus; what it finds is a failure, with the input that did it.
run_fuzzers() {
    local name found
    if ! command -v clang++-14 >/dev/null; then not_run "fuzzers (no clang-14 here)"; return 0; fi
    say "building the fuzzers"
    if ! build_tree build/fuzz fuzzers -- --preset fuzz; then count_failed "fuzzer build"; return 0; fi
    for name in yaml content visit design image font; do
        found=$(mktemp -d)
        check "fuzz $name" "build/fuzz/tests/fuzz/${name}_fuzz" -max_total_time="$1" -rss_limit_mb=2048 -timeout=20 \
            -artifact_prefix="$found/" "$found" "tests/fuzz/corpus/$name"
        rm -rf "$found"
    done
}

check_format() {
    local sources
    if ! command -v clang-format-14 >/dev/null; then not_run "clang-format-14 (not on this Debian)"; return 0; fi
    mapfile -t sources < <(list_sources '*.cpp' '*.hpp')
    check clang-format-14 clang-format-14 --dry-run --Werror "${sources[@]}"
}

# run_tidy CHECKS: clang-tidy over every source of the program, CHECKS being added to those of .clang-tidy.
run_tidy() {
    local sources
    if ! command -v clang-tidy-14 >/dev/null; then not_run "clang-tidy-14 (not on this Debian)"; return 0; fi
    say "clang-tidy"
    # Clang cannot read GCC's precompiled headers, so it gets a tree of its own, never built.
    cmake --preset tidy -DBROCHURE_AT_ONCE=OFF -DBROCHURE_TESTS=OFF >/dev/null
    mapfile -t sources < <(list_sources '*.cpp' | grep '^src/')
    check clang-tidy-14 tidy_each "$1" "${sources[@]}"
}

# The linter counts what it leaves out of each file; those lines would bury what it found.
tidy_each() {
    local checks=$1
    shift
    printf '%s\0' "$@" | xargs -0 -n 1 -P "$(nproc)" \
        clang-tidy-14 --quiet -p build/tidy --checks="$checks" --warnings-as-errors='*' 2>&1 |
        { grep -vE '^[0-9]+ warnings? (generated|treated as error)' || true; }
}

# Without git (an unpacked archive) the folders are read instead.
list_sources() {
    local pattern
    for pattern in "$@"; do find src tests -name "$pattern"; done | LC_ALL=C sort
}
