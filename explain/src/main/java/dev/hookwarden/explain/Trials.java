package dev.hookwarden.explain;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.http.Headers;
import dev.hookwarden.provider.Provider;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/** Tries what senders get wrong, one mistake and then two at a time, until a signature comes out that the attempt carries. */
final class Trials {
    private static final int MOST_MISTAKES = 2;

    /** From here on all that could be tried would take too long and too much room. */
    private static final int LARGE = 256 * 1024;

    private final Expectation expected;
    private final List<Presented> presented;
    private final List<Variant<SecretKeySpec>> keys;
    private final List<Variant<Payload>> payloads;
    private final List<Variant<Construction>> constructions;
    private int tried;

    private Trials(Expectation expected, Headers headers, List<Variant<SecretKeySpec>> keys, Payload payload) {
        this.expected = expected;
        this.presented = Presented.in(headers, expected);
        this.keys = keys;
        this.payloads = PayloadVariants.of(payload);
        this.constructions = Constructions.of(expected, headers);
    }

    /**
     * What came of it.
     *
     * @param causes the mistakes that lead to a signature of the attempt, none if it is right as it is; empty when nothing led there
     */
    record Result(Optional<List<Cause>> causes, int tried) {}

    static Result run(Provider provider, CapturedAttempt attempt, List<KnownKey> keys) {
        Trials trials = new Trials(
                Expectation.of(provider.scheme()),
                attempt.headers(),
                KeyVariants.of(provider, keys, attempt.receivedAt()),
                attempt.payload());
        return new Result(trials.find(), trials.tried);
    }

    static boolean isLarge(Payload payload) {
        return payload.size() > LARGE;
    }

    private Optional<List<Cause>> find() {
        int most = isLarge(payloads.getFirst().value()) ? 1 : MOST_MISTAKES;
        for (int mistakes = 0; mistakes <= most && !presented.isEmpty(); mistakes++) {
            Optional<List<Cause>> found = find(mistakes);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<List<Cause>> find(int mistakes) {
        return with(keys, mistakes)
                .flatMap(key -> {
                    int left = mistakes - key.causes().size();
                    return with(payloads, left)
                            .flatMap(payload -> with(
                                            constructions,
                                            left - payload.causes().size())
                                    .filter(made -> made.causes().size()
                                            == left - payload.causes().size())
                                    .flatMap(made -> match(key, payload, made).stream()));
                })
                .min(Comparator.comparingInt(List::size));
    }

    private static <T> Stream<Variant<T>> with(List<Variant<T>> variants, int mostMistakes) {
        return variants.stream().filter(variant -> variant.causes().size() <= mostMistakes);
    }

    private Optional<List<Cause>> match(
            Variant<SecretKeySpec> key, Variant<Payload> payload, Variant<Construction> made) {
        tried++;
        byte[] signature = made.value().sign(key.value(), payload.value().bytes());
        List<Cause> causes = Variant.joined(key.causes(), Variant.joined(payload.causes(), made.causes()));
        return presented.stream()
                .filter(candidate -> candidate.begins(signature))
                .map(candidate -> Variant.joined(candidate.flaws(expected, signature.length), causes))
                .min(Comparator.comparingInt(List::size));
    }
}
