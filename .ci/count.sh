# Counts what passed and failed over Catch2 programs and other checks. Sourced, never run.

passed=0 failed=0
names_of_failed=()

count_passed() { passed=$((passed + 1)); }
count_failed() { failed=$((failed + 1)); names_of_failed+=("$1"); }
not_run() { printf 'not run: %s\n' "$1"; }

# check NAME COMMAND...: one check that passes when the command does; its output is shown when it does not.
check() {
    local name=$1 log
    shift
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then count_passed; printf 'ok    %s\n' "$name"
    else count_failed "$name"; printf 'FAILED %s\n' "$name"; tail -n 60 "$log"
    fi
    rm -f "$log"
}

# run_program NAME FILE: runs one Catch2 program and adds up its test cases. Catch2 2 and 3 agree on the last element of
# the XML report; a program that dies before it has written that counts as one more failure.
run_program() {
    local name=$1 file=$2 report log status=0 overall good bad
    report=$(mktemp) log=$(mktemp)
    timeout 1200 "$file" -r xml -o "$report" >"$log" 2>&1 || status=$?
    overall=$(grep '<OverallResultsCases ' "$report" | tail -n 1 || true)
    if [ -n "$overall" ]; then
        good=$(attribute successes "$overall") bad=$(attribute failures "$overall")
        if [ "$bad" -gt 0 ]; then names_of_failed+=("$name ($bad)"); fi
        if [ "$bad" -eq 0 ] && [ "$status" -ne 0 ]; then bad=1 && names_of_failed+=("$name ended with status $status"); fi
    else
        good=$(grep -c '<OverallResult success="true"' "$report" || true) bad=1
        names_of_failed+=("$name died with status $status")
    fi
    passed=$((passed + good)) failed=$((failed + bad))
    printf '%-14s %4d passed, %d failed\n' "$name" "$good" "$bad"
    grep -h '^not run: ' "$log" || true
    if [ "$bad" -gt 0 ]; then explain_failure "$file" "$report" "$log"; fi
    rm -f "$report" "$log"
}

attribute() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$2"; }

# The XML report is no pleasure to read: the failed program is run once more for people.
explain_failure() {
    tail -n 40 "$3"
    timeout 1200 "$1" 2>&1 | tail -n 150 || true
}

# add_counts LINE NAME: adds another script's last line, "N passed, N failed"; without one that script died.
add_counts() {
    if [[ $1 =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
        passed=$((passed + BASH_REMATCH[1])) failed=$((failed + BASH_REMATCH[2]))
        if [ "${BASH_REMATCH[2]}" -gt 0 ]; then names_of_failed+=("$2 (${BASH_REMATCH[2]})"); fi
    else count_failed "$2 ended without its last line"
    fi
}

# run_programs TREE: every test program of a build tree, those that take longest first.
run_programs() {
    local file pairs=()
    for file in "$1"/tests/test_running "$1"/tests/test_whole "$1"/tests/test_*; do
        case " ${pairs[*]} " in *"=$file "*) continue ;; esac
        if [ -f "$file" ] && [ -x "$file" ]; then pairs+=("$(basename "$file" | sed 's/^test_//')=$file"); fi
    done
    run_together "${pairs[@]}"
}

# run_together NAME=FILE...: Catch2 programs, as many at a time as there are cores; each is told of when it has ended.
run_together() {
    local pair told
    told=$(mktemp -d)
    for pair in "$@"; do
        while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n || true; done
        run_apart "${pair%%=*}" "${pair#*=}" "$told/${pair%%=*}" &
    done
    wait
    for pair in "$@"; do
        if [ -f "$told/${pair%%=*}" ]; then . "$told/${pair%%=*}"; else count_failed "${pair%%=*} was not run to its end"; fi
    done
    rm -rf "$told"
}

# run_apart NAME FILE TOLD: what it counted is written into the file TOLD, to be sourced.
run_apart() {
    local log name
    passed=0 failed=0 names_of_failed=()
    log=$(mktemp)
    run_program "$1" "$2" >"$log" 2>&1
    cat "$log"
    rm -f "$log"
    {
        printf 'passed=$((passed + %d)) failed=$((failed + %d))\n' "$passed" "$failed"
        for name in "${names_of_failed[@]}"; do printf 'names_of_failed+=(%q)\n' "$name"; done
    } >"$3"
}

finish() {
    local name
    for name in "${names_of_failed[@]}"; do printf 'failed: %s\n' "$name"; done
    printf '%d passed, %d failed\n' "$passed" "$failed"
    if [ "$failed" -eq 0 ]; then exit 0; else exit 1; fi
}
