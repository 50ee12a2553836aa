package dev.hookwarden.explain;

import dev.hookwarden.http.Headers;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.RefusalReason;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the causes of a refusal. */
final class Diagnosis {
    private final Provider provider;
    private final CapturedAttempt attempt;
    private final List<KnownKey> keys;
    private final Expectation expected;

    Diagnosis(Provider provider, CapturedAttempt attempt, List<KnownKey> keys) {
        this.provider = provider;
        this.attempt = attempt;
        this.keys = keys;
        this.expected = Expectation.of(provider.scheme());
    }

    /** What together explains it: at least one cause. */
    List<Cause> causes(RefusalReason reason, Optional<List<Cause>> tried) {
        Optional<Cause> route = otherRoute(tried);
        if (route.isPresent()) {
            return List.of(route.get());
        }
        List<Cause> ofReason = ofReason(reason, tried);
        List<Cause> all = Variant.joined(ofReason, tried.orElse(List.of()));
        boolean isExplained = tried.isPresent()
                || reason.name().endsWith("_MISSING")
                || reason.name().endsWith("_REPEATED");
        return isExplained && !all.isEmpty() ? all : Variant.joined(all, List.of(unknown()));
    }

    private List<Cause> ofReason(RefusalReason reason, Optional<List<Cause>> tried) {
        return switch (reason) {
            case SIGNATURE_MISSING -> tried.isPresent() ? List.of() : List.of(notSigned());
            case SIGNATURE_MALFORMED -> tried.isPresent() ? List.of() : malformed();
            case SIGNATURE_MISMATCH -> List.of();
            case SIGNATURE_REPEATED, TIMESTAMP_REPEATED, ID_REPEATED ->
                List.of(Mistake.HEADER_REPEATED.because("of two values nobody can say which one was meant"));
            case TIMESTAMP_MISSING -> List.of(Mistake.HEADER_MISSING.because("the signed time is missing"));
            case ID_MISSING -> List.of(Mistake.HEADER_MISSING.because("the signed id is missing"));
            case ID_MALFORMED ->
                List.of(Mistake.HEADER_MALFORMED.because(
                        "the signed id holds a dot, a blank or a character that is not printable ASCII"));
            case TIMESTAMP_MALFORMED -> List.of(malformedTime());
            case TIMESTAMP_OUTSIDE_TOLERANCE -> List.of(clock());
        };
    }

    /** An attempt that is another provider's: by the verifier's word, or by its header where no key of ours explains it better. */
    private Optional<Cause> otherRoute(Optional<List<Cause>> tried) {
        boolean isOurs = tried.stream()
                .anyMatch(
                        causes -> causes.stream().noneMatch(cause -> cause.mistake() == Mistake.KEY_OF_OTHER_PROVIDER));
        return Provider.ALL.stream()
                .filter(other -> !other.id().equals(provider.id()))
                .filter(other -> new Verifying(other, keys, attempt.receivedAt()).verifies(attempt)
                        || (!isOurs && carries(other) && !carries(provider)))
                .findFirst()
                .map(other -> Mistake.WRONG_ROUTE.because(
                        "it is signed as " + other.id() + "'s deliveries are, and came to /webhooks/" + provider.id()));
    }

    private boolean carries(Provider one) {
        return !attempt.headers().all(one.scheme().header()).isEmpty();
    }

    private static Cause notSigned() {
        return Mistake.NOT_SIGNED.because("no header holds a signature that a key here makes");
    }

    private static Cause unknown() {
        return Mistake.UNKNOWN.because(
                "no key here makes its signature, over the body as it came or as the usual mistakes change it: it was"
                        + " signed with a key that isn't here, or the body was changed in another way");
    }

    /** What its writing alone shows, without a key that fits. */
    private List<Cause> malformed() {
        int length = expected.algorithm().length();
        return Presented.in(attempt.headers(), expected).stream()
                .filter(candidate -> candidate.isIn(expected.header()))
                .filter(candidate -> !Presented.algorithmOf(candidate.length()).isEmpty())
                .map(candidate -> Variant.joined(
                        candidate.flaws(expected, candidate.length()), otherLength(candidate.length(), length)))
                .min(Comparator.comparingInt(List::size))
                .filter(flaws -> !flaws.isEmpty())
                .orElseGet(() ->
                        List.of(Mistake.HEADER_MALFORMED.because(expected.header() + " is not " + expected.form())));
    }

    private static List<Cause> otherLength(int length, int expectedLength) {
        return length == expectedLength
                ? List.of()
                : List.of(Mistake.OTHER_ALGORITHM.because("it has the length of " + Presented.algorithmOf(length)));
    }

    private Cause malformedTime() {
        boolean isFiner = times(attempt.headers()).anyMatch(time -> time.length() > 11);
        return isFiner
                ? Mistake.TIME_UNIT.because("the signed time is in milliseconds or finer, not in whole seconds")
                : Mistake.HEADER_MALFORMED.because(
                        "the signed time is not in whole seconds since 1970, in digits alone");
    }

    private Cause clock() {
        Duration tolerance = expected.tolerance().orElse(Duration.ZERO);
        return Mistake.CLOCK.because(times(attempt.headers())
                        .flatMap(Diagnosis::seconds)
                        .map(signed -> Duration.between(signed, attempt.receivedAt()))
                        .filter(distance -> distance.abs().compareTo(tolerance) > 0)
                        .map(Diagnosis::distance)
                        .findFirst()
                        .orElse("it was signed too far from when it was received")
                + "; " + Words.span(tolerance) + " are allowed");
    }

    private static String distance(Duration distance) {
        return "it was signed " + Words.span(distance) + (distance.isNegative() ? " after" : " before")
                + " it was received";
    }

    private static Stream<String> times(Headers headers) {
        return Constructions.times(headers).stream();
    }

    private static Stream<Instant> seconds(String digits) {
        try {
            return digits.length() > 11 ? Stream.empty() : Stream.of(Instant.ofEpochSecond(Long.parseLong(digits)));
        } catch (DateTimeException outOfRange) {
            return Stream.empty();
        }
    }
}
