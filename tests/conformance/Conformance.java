import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;

/**
 * Asks veraPDF whether files are what they say they are.
 * Arguments: FILE has to pass PDF/UA-1 and PDF/A-2a; FILE=ua1:7.3-1 is damaged on purpose and has to fail that rule
 * (clause and test number as veraPDF counts them) of that profile. Ends on a line "N passed, N failed"; status 1 if any
 * failed.
 */
public final class Conformance {
    private static final Map<String, PDFAFlavour> PROFILES = new LinkedHashMap<>();

    static {
        PROFILES.put("ua1", PDFAFlavour.PDFUA_1);
        PROFILES.put("2a", PDFAFlavour.PDFA_2_A);
    }

    /** What a validator found: how much it looked at, and how often each rule was broken, with one example each. */
    private record Verdict(int rules, int checks, Map<String, Integer> broken, Map<String, String> examples) {
        int failures() {
            return broken.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private static int passed;
    private static int failed;

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        for (String argument : arguments) {
            int control = argument.lastIndexOf(".pdf=");
            if (control < 0) {
                mustPass(Path.of(argument));
            } else {
                mustFail(Path.of(argument.substring(0, control + 4)), argument.substring(control + 5));
            }
        }
        System.out.printf("%d passed, %d failed%n", passed, failed);
        System.exit(failed == 0 ? 0 : 1);
    }

    private static void mustPass(Path file) {
        for (String profile : PROFILES.keySet()) {
            Verdict verdict;
            try {
                verdict = ask(file, profile);
            } catch (Exception fault) {
                count(false, file, profile, "cannot be read: " + fault);
                continue;
            }
            count(verdict.failures() == 0, file, profile, String.format(
                "%d rules, %d checks, %d failures", verdict.rules, verdict.checks, verdict.failures()));
            verdict.broken.forEach((rule, times) ->
                System.out.printf("         %s, %d x: %s%n", rule, times, verdict.examples.get(rule)));
        }
    }

    private static void mustFail(Path file, String expected) throws Exception {
        String[] parts = expected.split(":", 2);
        Verdict verdict = ask(file, parts[0]);
        boolean seen = verdict.broken.containsKey(parts[1]);
        count(seen, file, parts[0], seen
            ? "damaged on purpose, fails " + parts[1] + " as it has to"
            : "damaged on purpose, has to fail " + parts[1] + ", but fails " + verdict.broken.keySet());
    }

    private static void count(boolean good, Path file, String profile, String words) {
        if (good) {
            passed++;
        } else {
            failed++;
        }
        System.out.printf("%-6s %s %s: %s%n", good ? "ok" : "FAILED", shown(file), profile, words);
    }

    // Files of different projects have the same name.
    private static Path shown(Path file) {
        int names = file.getNameCount();
        return names > 1 ? file.subpath(names - 2, names) : file;
    }

    private static Verdict ask(Path file, String profile) throws Exception {
        PDFAFlavour flavour = PROFILES.get(profile);
        int rules = Profiles.getVeraProfileDirectory().getValidationProfileByFlavour(flavour).getRules().size();
        // Every passed check is kept too, since a validator that looked at nothing has found nothing wrong.
        try (PDFAParser parser = Foundries.defaultInstance().createParser(
                 new ByteArrayInputStream(Files.readAllBytes(file)), flavour);
             PDFAValidator validator = ValidatorFactory.createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.getTotalAssertions() == 0) {
                throw new IllegalStateException("not one check was made");
            }
            Map<String, Integer> broken = new TreeMap<>();
            result.getFailedChecks().forEach((rule, times) -> broken.put(name(rule), times));
            return new Verdict(rules, result.getTotalAssertions(), broken, examples(result));
        }
    }

    private static String name(RuleId rule) {
        return rule.getClause() + "-" + rule.getTestNumber();
    }

    private static Map<String, String> examples(ValidationResult result) {
        Map<String, String> examples = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() != TestAssertion.Status.PASSED) {
                String why = assertion.getErrorMessage() != null ? assertion.getErrorMessage() : assertion.getMessage();
                examples.putIfAbsent(name(assertion.getRuleId()), why + " at " + assertion.getLocation().getContext());
            }
        }
        return examples;
    }
}
