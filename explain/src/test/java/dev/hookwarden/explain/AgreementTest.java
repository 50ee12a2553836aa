package dev.hookwarden.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.BodyHmac;
import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.Keyring;
import dev.hookwarden.signing.MacAlgorithm;
import dev.hookwarden.signing.SignatureEncoding;
import dev.hookwarden.signing.SignatureScheme;
import dev.hookwarden.signing.StagedKey;
import dev.hookwarden.signing.StandardWebhooks;
import dev.hookwarden.signing.TimestampHeaderHmac;
import dev.hookwarden.signing.TimestampedHmac;
import dev.hookwarden.signing.Verification.Verified;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an attempt looks like: it is said to verify when the product verifies it, and only then; and nothing of it is said. */
final class AgreementTest {
    private static final long SEED = Long.getLong("hookwarden.seed", 20_261_122L);
    private static final int CASES = 150;
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    static Stream<SignatureScheme> schemes() {
        return Stream.of(
                Provider.ZENOO.scheme(),
                Provider.JOBSITEON.scheme(),
                new BodyHmac("X-Shopify", MacAlgorithm.HMAC_SHA512, SignatureEncoding.BASE64, "hmac "),
                new TimestampedHmac("Stripe-Signature", TOLERANCE),
                new TimestampHeaderHmac("X-Slack-Signature", "X-Slack-Request-Timestamp", "v0", TOLERANCE),
                new StandardWebhooks(TOLERANCE));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void verdictIsTheVerifiers(SignatureScheme scheme) {
        int verified = 0;
        for (int index = 0; index < CASES; index++) {
            Scenario scenario = changed(Scenario.of(scheme), new Random(SEED + index));
            boolean verifies = verifies(scenario);
            Explanation explanation = scenario.explained();
            assertThat(explanation.verdict() instanceof Verdict.Verifies)
                    .as("seed %d: %s", SEED + index, explanation)
                    .isEqualTo(verifies);
            Secrets.assertNoneIn(scenario, explanation);
            verified += verifies ? 1 : 0;
        }
        assertThat(verified).as("some must verify, most must not").isBetween(1, CASES / 2);
    }

    private static boolean verifies(Scenario scenario) {
        SignatureScheme scheme = scenario.provider().scheme();
        Keyring keyring = new Keyring(List.of(
                new StagedKey(scheme.signingKey(Scenario.KEY), KeyStage.CURRENT, "v-current"),
                new StagedKey(scheme.signingKey(Scenario.PENDING), KeyStage.PENDING, "v-pending")));
        CapturedAttempt attempt = scenario.attempt();
        return scheme.verify(attempt.headers(), attempt.payload().bytes(), keyring, attempt.receivedAt())
                instanceof Verified;
    }

    private static Scenario changed(Scenario valid, Random random) {
        List<String> keys =
                List.of(Scenario.KEY, Scenario.PENDING, Scenario.RETIRED, Scenario.API_KEY, Scenario.JOBSITEON);
        Scenario signed = valid.signedWith(keys.get(random.nextInt(keys.size())));
        List<String> names = List.copyOf(signed.headers().keySet());
        String name = names.get(random.nextInt(names.size()));
        return switch (random.nextInt(9)) {
            case 0 -> signed.received(Arrays.copyOf(signed.payload().bytes(), random.nextInt(200)));
            case 1 -> signed.received(flipped(signed.payload().bytes(), random));
            case 2 -> signed.with(name, text(signed.headers().getOrDefault(name, ""), random));
            case 3 -> signed.without(name);
            case 4 -> signed.with(name.toUpperCase(Locale.ROOT) + (random.nextBoolean() ? "" : "-X"), "v1,abc");
            case 5 -> signed.receivedAt(Scenario.AT.plusSeconds(random.nextInt(1200) - 600));
            case 6 -> signed.with("X-Other", signed.signature());
            default -> signed;
        };
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }

    private static String text(String text, Random random) {
        int at = random.nextInt(text.length());
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(at);
            case 1 -> text.substring(0, at);
            case 2 -> text.substring(0, at) + "\u001b[31m٣=," + text.substring(at);
            case 3 -> text + "," + text;
            default -> text.toUpperCase(Locale.ROOT);
        };
    }
}
