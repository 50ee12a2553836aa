package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.hookwarden.signing.Verification.Verified;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Attempts changed at random: none may raise an exception, and none may verify unless it still carries the sender's own signature over its
 * own bytes. For a longer run set {@code -Dhookwarden.cases} and {@code -Dhookwarden.seed}.
 */
final class MutatedAttemptsTest {
    private static final long SEED = Long.parseLong(System.getProperty("hookwarden.seed", "20261122"));
    private static final int CASES_PER_SENDER = Integer.parseInt(System.getProperty("hookwarden.cases", "10000"));

    @ParameterizedTest
    @EnumSource
    void neverFaultAndNeverVerifyUnlessTheSignatureIsTheSame(Sender sender) {
        Attempt valid = Attempt.from(sender);
        int verified = 0;
        for (int index = 0; index < CASES_PER_SENDER; index++) {
            long seed = SEED + index;
            Attempt mutated = mutate(valid, new Random(seed));
            if (verify(mutated, seed) instanceof Verified) {
                verified++;
                assertThat(mutated.payload()).as("seed %d", seed).isEqualTo(valid.payload());
                assertThat(stillSays(sender, mutated, valid))
                        .as("seed %d: %s", seed, mutated.headers())
                        .isTrue();
            }
        }
        assertThat(verified).as("most mutations must matter").isLessThan(CASES_PER_SENDER / 2);
    }

    private static Verification verify(Attempt attempt, long seed) {
        try {
            return attempt.verify();
        } catch (RuntimeException fault) {
            return fail("seed " + seed, fault);
        }
    }

    /** Whether the headers that were signed are still there. */
    private static boolean stillSays(Sender sender, Attempt mutated, Attempt valid) {
        return valid.headers().stream()
                .allMatch(signed -> mutated.headers().stream().anyMatch(sent -> says(sender, sent, signed)));
    }

    private static boolean says(Sender sender, Entry<String, String> sent, Entry<String, String> signed) {
        return sent.getKey().equalsIgnoreCase(signed.getKey())
                && (signed.getKey().equals(sender.scheme().header())
                        ? sender.says(sent.getValue(), signed.getValue())
                        : sent.getValue().equals(signed.getValue()));
    }

    private static Attempt mutate(Attempt valid, Random random) {
        Attempt mutated = valid;
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            Entry<String, String> header =
                    valid.headers().get(random.nextInt(valid.headers().size()));
            String name = header.getKey();
            mutated = switch (random.nextInt(8)) {
                case 0 -> mutated.withPayload(Mutation.of(mutated.payload().bytes(), random));
                case 1 -> mutated.plus(name, Mutation.of(header.getValue(), random));
                case 2 -> mutated.without(name).plus(name.toUpperCase(Locale.ROOT), header.getValue());
                case 3 -> mutated.without(name);
                case 4 -> mutated.plus(Mutation.of(name, random), header.getValue());
                default -> mutated.with(name, Mutation.of(header.getValue(), random));
            };
        }
        return mutated;
    }
}
