package dev.hookwarden.explain;

import dev.hookwarden.http.Headers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Algorithms, and what may stand before the signed body, with the times and ids that the headers carry. */
final class Constructions {
    private static final List<String> ALGORITHMS =
            List.of("HmacSHA256", "HmacSHA1", "HmacSHA512", "HmacSHA384", "HmacMD5");
    private static final Pattern TIME = Pattern.compile("(?:^|[,;\\s])(?:t=)?([0-9]{9,17})(?=$|[,;\\s])");
    private static final int MOST_OF_A_KIND = 4;

    private final Expectation expected;

    private Constructions(Expectation expected) {
        this.expected = expected;
    }

    static List<Variant<Construction>> of(Expectation expected, Headers headers) {
        return new Constructions(expected).of(headers);
    }

    private List<Variant<Construction>> of(Headers headers) {
        List<Variant<Construction>> all = new ArrayList<>();
        add(all, Content.PAYLOAD, "");
        for (String time : times(headers)) {
            add(all, Content.TIME_AND_PAYLOAD, time + ".");
            add(all, Content.VERSION_TIME_AND_PAYLOAD, expected.version() + ":" + time + ":");
            for (String id : values(headers, name -> name.endsWith("-id"))) {
                add(all, Content.ID_TIME_AND_PAYLOAD, id + "." + time + ".");
            }
        }
        return all;
    }

    private void add(List<Variant<Construction>> all, Content content, String before) {
        List<Cause> ofContent = content == expected.content()
                ? List.of()
                : List.of(Mistake.OTHER_CONTENT.because("it signs " + content.words() + " instead of "
                        + expected.content().words()));
        for (String algorithm : ALGORITHMS) {
            List<Cause> ofAlgorithm = algorithm.equals(Construction.jcaName(expected.algorithm()))
                    ? List.of()
                    : List.of(Mistake.OTHER_ALGORITHM.because("it is made with " + Construction.words(algorithm)
                            + " instead of " + Construction.words(Construction.jcaName(expected.algorithm()))));
            all.add(new Variant<>(new Construction(algorithm, before), Variant.joined(ofAlgorithm, ofContent)));
        }
    }

    /** Every time that a header carries, as it is written. */
    static Set<String> times(Headers headers) {
        Set<String> times = new TreeSet<>();
        for (String value : values(headers, name -> name.contains("time") || name.contains("signature"))) {
            Matcher time = TIME.matcher(value);
            while (time.find() && times.size() < MOST_OF_A_KIND) {
                times.add(time.group(1));
            }
        }
        return times;
    }

    private static List<String> values(Headers headers, Predicate<String> isMeant) {
        return headers.names().stream()
                .filter(isMeant)
                .sorted(Comparator.comparing(name -> !name.startsWith("webhook")))
                .flatMap(name -> headers.all(name).stream())
                .limit(MOST_OF_A_KIND)
                .toList();
    }
}
