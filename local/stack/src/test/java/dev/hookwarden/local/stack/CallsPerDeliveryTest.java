package dev.hookwarden.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.delivery.Envelope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the functions ask of AWS, counted where it arrives. Each test states every call there may be, so one more is a failure that names itself. */
class CallsPerDeliveryTest {
    private static final Optional<String> FORGED = Optional.of("forgers-do-not-know-the-key-0000");
    private static final Duration KEPT = Duration.ofMinutes(5);

    /** Copies look up to a tenth sooner, not all at once. */
    private static final Duration KEPT_AT_LEAST = Duration.ofSeconds(269);

    private static final Duration BETWEEN_EARLY_READS = Duration.ofSeconds(30);

    private static final String SEND = "SQS SendMessage";
    private static final String DESCRIBE = "SECRETS_MANAGER DescribeSecret";
    private static final String READ = "SECRETS_MANAGER GetSecretValue";
    private static final String CLAIM = "DYNAMO_DB PutItem";
    private static final String PUBLISH = "EVENT_BRIDGE PutEvents";

    private static CountedFunctions functions;
    private static int deliveries;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        functions = new CountedFunctions();
    }

    @AfterAll
    static void stop() throws IOException {
        functions.close();
    }

    @BeforeEach
    void startAnew() {
        functions.startAnew();
    }

    @Test
    void aDeliveryIsOneCallOfIngest() {
        deliver();

        assertThat(functions.callsOf(CallsPerDeliveryTest::deliver)).isEqualTo(Map.of(SEND, 1L));
    }

    @Test
    void aCopyReadsAKeyOnceAndThenLooksEveryFiveMinutesWhetherItChanged() {
        assertThat(functions.callsOf(CallsPerDeliveryTest::deliver))
                .isEqualTo(Map.of(DESCRIBE, 1L, READ, 1L, SEND, 1L));

        functions.moveOn(KEPT_AT_LEAST);
        assertThat(functions.callsOf(CallsPerDeliveryTest::deliver)).isEqualTo(Map.of(SEND, 1L));
        functions.moveOn(KEPT.minus(KEPT_AT_LEAST));
        assertThat(functions.callsOf(CallsPerDeliveryTest::deliver)).isEqualTo(Map.of(DESCRIBE, 1L, SEND, 1L));
        assertThat(functions.callsOf(CallsPerDeliveryTest::deliver)).isEqualTo(Map.of(SEND, 1L));
    }

    @Test
    void aBatchOfTenIsOneWriteEachAndOneCallToTheBus() {
        repeat(10, CallsPerDeliveryTest::deliver);

        assertThat(functions.callsOf(functions::process)).isEqualTo(Map.of(CLAIM, 10L, PUBLISH, 1L));
    }

    @Test
    void aDuplicateIsOneCallOfIngestAndOneWrite() {
        deliver();
        functions.process();

        assertThat(functions.callsOf(CallsPerDeliveryTest::deliverAgain)).isEqualTo(Map.of(SEND, 1L));
        assertThat(functions.callsOf(functions::process)).isEqualTo(Map.of(CLAIM, 1L));
    }

    @Test
    void aDuplicateInItsFirstOnesBatchIsNoWrite() {
        deliver();
        deliverAgain();

        assertThat(functions.callsOf(functions::process)).isEqualTo(Map.of(CLAIM, 1L, PUBLISH, 1L));
    }

    @Test
    void forgeriesAreOneLookAtTheKeyInThirtySecondsHoweverManyTheyAre() {
        deliver();

        assertThat(functions.callsOf(() -> repeat(100, CallsPerDeliveryTest::forge)))
                .isEqualTo(Map.of(DESCRIBE, 1L));
        assertThat(functions.callsOf(() -> repeat(100, CallsPerDeliveryTest::forge)))
                .isEmpty();
        functions.moveOn(BETWEEN_EARLY_READS.minusSeconds(1));
        assertThat(functions.callsOf(() -> repeat(100, CallsPerDeliveryTest::forge)))
                .isEmpty();
        functions.moveOn(Duration.ofSeconds(1));
        assertThat(functions.callsOf(() -> repeat(100, CallsPerDeliveryTest::forge)))
                .isEqualTo(Map.of(DESCRIBE, 1L));
    }

    @Test
    void whatIsRefusedForItsShapeIsNoCall() {
        deliver();

        assertThat(functions.callsOf(() -> {
                    assertThat(functions.send("GET", "zenoo", json("get"), FORGED))
                            .isEqualTo(405);
                    assertThat(functions.send("POST", "nobody", json("nobody"), FORGED))
                            .isEqualTo(404);
                    assertThat(functions.send("POST", "zenoo", json("unsigned"), Optional.empty()))
                            .isEqualTo(401);
                }))
                .isEmpty();
    }

    @Test
    void aLargeDeliveryIsThreeCallsToTheStoreAndOneMoreWrite() {
        deliver();
        functions.process();

        assertThat(functions.callsOf(() -> assertThat(functions.deliver(json("large", Envelope.MAX_INLINE_BYTES + 1)))
                        .isEqualTo(200)))
                .isEqualTo(Map.of("S3 PutObject", 1L, SEND, 1L));
        assertThat(functions.callsOf(functions::process))
                .isEqualTo(Map.of(CLAIM, 2L, "S3 GetObject", 1L, PUBLISH, 1L, "S3 DeleteObject", 1L));
    }

    @Test
    void laterCallsGoOverTheConnectionsThatThereAre() {
        repeat(10, CallsPerDeliveryTest::deliver);
        functions.process();
        int ofIngest = 0;
        int ofProcessor = 0;
        for (int round = 0; round < 10; round++) {
            functions.moveOn(KEPT);
            ofIngest += functions.connectionsOf(() -> repeat(10, CallsPerDeliveryTest::deliver));
            ofProcessor += functions.connectionsOf(functions::process);
        }

        // Of 110 calls. Its client gives a connection back on a thread of its own, which the next call may overtake.
        assertThat(ofIngest).isLessThan(25);
        // Of 110 calls, of which ten are batches to the bus. A connection is kept for five seconds, which a slow
        // machine may take.
        assertThat(ofProcessor).isLessThan(5);
    }

    @Test
    void theTableInTheDocumentationSaysWhatIsCounted() throws IOException {
        deliver();
        functions.process();
        SortedMap<String, Long> ofTen =
                new TreeMap<>(functions.callsOf(() -> repeat(10, CallsPerDeliveryTest::deliver)));
        ofTen.putAll(functions.callsOf(functions::process));

        Path table = Path.of(Objects.requireNonNull(System.getProperty("hookwarden.root")), "docs/performance.md");
        assertThat(Files.readString(table))
                .contains(ofTen.entrySet().stream()
                        .map(call -> "| " + call.getKey() + " | " + call.getValue() + " |")
                        .toList());
    }

    private static void repeat(int times, Runnable what) {
        IntStream.range(0, times).forEach(time -> what.run());
    }

    private static void deliver() {
        deliveries++;
        deliverAgain();
    }

    private static void deliverAgain() {
        assertThat(functions.deliver(json("evt_" + deliveries))).isEqualTo(200);
    }

    private static void forge() {
        assertThat(functions.send("POST", "zenoo", json("forged"), FORGED)).isEqualTo(401);
    }

    private static String json(String id) {
        return json(id, 0);
    }

    private static String json(String id, int filler) {
        return "{\"event_id\":\"" + id + "\",\"filler\":\"" + "x".repeat(filler) + "\"}";
    }
}
