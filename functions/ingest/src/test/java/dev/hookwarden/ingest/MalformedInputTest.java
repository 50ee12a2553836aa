package dev.hookwarden.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.verification.Verifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Invariant I8: whatever comes in, no exception and no 5xx comes out. For a longer run set {@code -Dhookwarden.cases}, for each of ten seeds, and
 * {@code -Dhookwarden.seed} for other seeds.
 */
class MalformedInputTest {
    private static final int CASES_PER_SEED = Integer.parseInt(System.getProperty("hookwarden.cases", "10000"));
    private static final long FIRST_SEED = Long.parseLong(System.getProperty("hookwarden.seed", "1"));
    private static final List<String> FILES = List.of(
            "cases/duplicate-first.json",
            "cases/base64.json",
            "cases/not-utf8.json",
            "jobsiteon/assumed.json",
            "github/push.json",
            "stripe/invoice.paid.json",
            "standard-webhooks/contact.created.json");

    private final Receiver receiver = new Receiver(
            Provider.ALL,
            IngestConfig.LARGEST_PAYLOAD,
            new Verifier(SampleEvents.keyrings()),
            delivery -> {},
            line -> {},
            InstantSource.fixed(SampleEvents.SIGNED_AT),
            () -> "attempt-1");

    @RepeatedTest(10)
    void neverFaults(RepetitionInfo repetition) throws IOException {
        long seed = FIRST_SEED + repetition.getCurrentRepetition() - 1;
        Random random = new Random(seed);
        byte[] event = SampleEvents.open(FILES.get(repetition.getCurrentRepetition() % FILES.size()))
                .readAllBytes();
        for (int round = 0; round < CASES_PER_SEED; round++) {
            int status = statusOf(broken(event, random));

            assertThat(status).as("seed %d, round %d", seed, round).isIn(200, 400, 401, 404, 405, 413, 415);
        }
    }

    private int statusOf(byte[] event) {
        try {
            return receiver.receive(ApiGatewayEvent.read(new ByteArrayInputStream(event)))
                    .status();
        } catch (IOException malformed) {
            return RequestRefusal.EVENT_MALFORMED.status();
        }
    }

    /** One to four bytes changed, dropped or doubled. */
    private static byte[] broken(byte[] event, Random random) {
        byte[] copy = event.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(copy.length);
            switch (random.nextInt(3)) {
                case 0 -> copy[at] = (byte) random.nextInt(256);
                case 1 -> System.arraycopy(copy, at, copy, Math.min(at + 1, copy.length - 1), copy.length - at - 1);
                default -> System.arraycopy(event, 0, copy, at, Math.min(event.length, copy.length - at));
            }
        }
        return copy;
    }
}
