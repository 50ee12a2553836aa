package dev.hookwarden.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.delivery.Canary;
import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.delivery.DeliveryMetadata;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.http.Headers;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.Keyring;
import dev.hookwarden.signing.StagedKey;
import dev.hookwarden.verification.KeyringUnavailableException;
import dev.hookwarden.verification.Keyrings;
import dev.hookwarden.verification.Verifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String FILE = "cases/duplicate-first.json";

    /** Not a multiple of three, so that base64 alone can't tell the first payload that is too large. */
    private static final int LIMIT = 4000;

    private final List<Delivery> queued = new ArrayList<>();
    private final List<LogLine> lines = new ArrayList<>();

    @Test
    void queuesWhatItAccepts() {
        Attempt attempt = SampleEvents.attempt(FILE);
        Payload payload = Payload.of(attempt.body().getBytes(StandardCharsets.UTF_8));

        assertThat(receive(attempt)).isEqualTo(Answer.ACCEPTED);
        assertThat(queued)
                .containsExactly(new Delivery(
                        new DeliveryMetadata(
                                "zenoo",
                                "evt_cases_0001",
                                "case.created",
                                "attempt-1",
                                NOW,
                                KeyStage.CURRENT,
                                "version-zenoo",
                                payload.sha256()),
                        payload));
    }

    @Test
    void verifiesTheDecodedBytesOfABase64Body() {
        Attempt attempt = SampleEvents.attempt("cases/not-utf8.json");

        assertThat(receive(attempt)).isEqualTo(Answer.ACCEPTED);
        assertThat(queued.getFirst().payload().bytes())
                .isEqualTo(Base64.getDecoder().decode(attempt.body()));
    }

    @Test
    void answersEveryFailedVerificationAlike() {
        for (String file : List.of(
                "cases/forged.json", "cases/tampered.json", "cases/no-signature.json", "cases/wrong-provider.json")) {
            assertThat(receive(SampleEvents.attempt(file))).isSameAs(Answer.UNAUTHORIZED);
        }
        assertThat(queued).isEmpty();
    }

    @Test
    void saysInTheLogWhyItRefused() {
        Attempt attempt = SampleEvents.attempt("cases/no-signature.json");

        receive(attempt);

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.event()).isEqualTo(LogEvent.SIGNATURE_REFUSED);
            assertThat(line.fields())
                    .containsEntry("provider", "zenoo")
                    .containsEntry("requestId", attempt.requestId())
                    .containsEntry("reason", "signature_missing")
                    .containsEntry("sourceIp", "192.0.2.10")
                    .containsKey("headers");
        });
    }

    @Test
    void tellsACanaryThatCameTooEarlyFromAForgery() {
        assertThat(receive(canary(SampleEvents.key("zenoo")))).isSameAs(Answer.UNAUTHORIZED);

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.event()).isEqualTo(LogEvent.CANARY_REFUSED);
            assertThat(line.fields()).containsEntry("provider", "zenoo");
        });
        assertThat(queued).isEmpty();
    }

    @Test
    void takesACanaryThatNobodyKnownVouchesForForAForgery() {
        receive(canary("another-key-04e1d7c2a95b83f6"));
        receive(vouched(new Canary("1").payload(), Map.of()));

        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line.event()).isEqualTo(LogEvent.SIGNATURE_REFUSED));
    }

    @Test
    void letsNobodyVouchForOtherThanACanary() {
        Payload payload = Payload.of("{\"event_id\":\"1\"}".getBytes(StandardCharsets.UTF_8));

        receive(vouched(payload, voucher(SampleEvents.key("zenoo"), payload)));

        assertThat(lines).singleElement().extracting(LogLine::event).isEqualTo(LogEvent.SIGNATURE_REFUSED);
    }

    @Test
    void logsOneLineForWhatItAccepts() {
        receive(SampleEvents.attempt(FILE));

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.event()).isEqualTo(LogEvent.DELIVERY_ACCEPTED);
            assertThat(line.fields())
                    .containsEntry("deliveryId", "evt_cases_0001")
                    .containsEntry("eventType", "case.created")
                    .containsEntry("keyStage", "current")
                    .containsEntry("durationMs", 0L);
        });
    }

    @Test
    void saysHowLongEachAttemptTook() {
        receive(SampleEvents.attempt("cases/forged.json"));
        receive(SampleEvents.attempt("cases/compressed.json"));
        receiver(failingKeyrings(), queued::add).receive(SampleEvents.attempt(FILE));

        assertThat(lines)
                .extracting(LogLine::event)
                .containsExactly(LogEvent.SIGNATURE_REFUSED, LogEvent.REQUEST_REFUSED, LogEvent.INGEST_FAILED);
        assertThat(lines).allSatisfy(line -> assertThat(line.fields()).containsEntry("durationMs", 0L));
    }

    @Test
    void saysHowLongTheKeyThatVerifiedStillDoes() {
        receiver(verifyingUntil(Optional.of(NOW.plus(Duration.ofDays(1)))), queued::add)
                .receive(SampleEvents.attempt(FILE));
        receiver(verifyingUntil(Optional.of(NOW.plus(Duration.ofDays(1)).minusMillis(1))), queued::add)
                .receive(SampleEvents.attempt(FILE));
        receiver(verifyingUntil(Optional.empty()), queued::add).receive(SampleEvents.attempt(FILE));

        assertThat(lines)
                .extracting(line -> line.fields().get("overlapHoursLeft"))
                .containsExactly(24L, 23L, null);
    }

    @Test
    void turnsAnUnknownProviderAwayBeforeItsKeyringIsRead() {
        Answer answer = receiver(failingKeyrings(), delivery -> {})
                .receive(SampleEvents.attempt("cases/unknown-provider.json"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(lines.getFirst().fields())
                .containsEntry("reason", "provider_unknown")
                .containsEntry("provider", "unknown")
                .doesNotContainValue("nobody");
    }

    @Test
    void namesTheMethodThatWorks() {
        assertThat(receive(SampleEvents.attempt("cases/wrong-method.json")).headers())
                .containsExactly(Map.entry("Allow", "POST"));
    }

    @Test
    void takesIdentityAsContentEncoding() {
        assertThat(receive(with("Content-Encoding", " Identity")).status()).isEqualTo(200);
    }

    @Test
    void turnsASecondContentEncodingAway() {
        Headers.Builder headers = new Headers.Builder().add("content-encoding", "identity");

        Attempt attempt = SampleEvents.attempt(FILE);
        assertThat(receive(new Attempt(
                                attempt.requestId(),
                                "POST",
                                "zenoo",
                                headers.add("Content-Encoding", "br").build(),
                                attempt.body(),
                                false,
                                ""))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void turnsAnEmptyBodyAway() {
        assertThat(receive(withBody("", false)).status()).isEqualTo(400);
    }

    @Test
    void turnsABodyAwayThatIsNotTheBase64ItSaysItIs() {
        assertThat(receive(withBody("***", true)).status()).isEqualTo(400);
        assertThat(lines.getFirst().fields()).containsEntry("reason", "body_malformed");
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, -1, 0})
    void looksAtTheSignatureOfAPayloadUpToTheLimit(int beyond) {
        assertThat(receive(withBody("x".repeat(LIMIT + beyond), false)).status())
                .isEqualTo(401);
        assertThat(receive(withBody(base64(LIMIT + beyond), true)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void turnsALargerPayloadAway(int beyond) {
        assertThat(receive(withBody("x".repeat(LIMIT + beyond), false)).status())
                .isEqualTo(413);
        assertThat(receive(withBody(base64(LIMIT + beyond), true)).status()).isEqualTo(413);
        assertThat(receive(withBody("é".repeat((LIMIT + beyond + 1) / 2), false))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void measuresABodyBeforeItIsDecoded() {
        assertThat(receive(withBody("*".repeat(base64(LIMIT).length() + 1), true))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void asksForTheDeliveryAgainWhenThereIsNoKeyring() {
        Answer answer = receiver(failingKeyrings(), queued::add).receive(SampleEvents.attempt(FILE));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsKey("Retry-After");
        assertThat(queued).isEmpty();
        assertThat(lines.getFirst().event()).isEqualTo(LogEvent.INGEST_FAILED);
    }

    @Test
    void asksForTheDeliveryAgainWhenTheQueueDoesNotConfirmIt() {
        Answer answer = receiver(SampleEvents.keyrings(), delivery -> {
                    throw new QueueUnavailableException(new IllegalStateException("down"));
                })
                .receive(SampleEvents.attempt(FILE));

        assertThat(answer).isEqualTo(Answer.UNAVAILABLE);
        assertThat(lines.getFirst().fields())
                .containsEntry("fault", "QueueUnavailableException")
                .containsEntry("cause", "IllegalStateException");
    }

    @Test
    void asksForTheDeliveryAgainWhenTheStoreDoesNotConfirmThePayload() {
        Answer answer = receiver(SampleEvents.keyrings(), delivery -> {
                    throw new PayloadStoreUnavailableException(new S3RefusedException(403));
                })
                .receive(SampleEvents.attempt(FILE));

        assertThat(answer).isEqualTo(Answer.UNAVAILABLE);
        assertThat(lines.getFirst().fields())
                .containsEntry("fault", "PayloadStoreUnavailableException")
                .containsEntry("cause", "S3RefusedException");
    }

    @Test
    void answersAFaultNobodyExpectedWithAServerError() {
        Answer answer = receiver(SampleEvents.keyrings(), delivery -> {
                    throw new IllegalStateException("a bug");
                })
                .receive(SampleEvents.attempt(FILE));

        assertThat(answer).isEqualTo(Answer.FAILED);
    }

    private Answer receive(Attempt attempt) {
        return receiver(SampleEvents.keyrings(), queued::add).receive(attempt);
    }

    private Receiver receiver(Keyrings keyrings, DeliveryQueue queue) {
        return new Receiver(
                Provider.ALL,
                LIMIT,
                new Verifier(keyrings),
                queue,
                lines::add,
                InstantSource.fixed(NOW),
                () -> "attempt-1");
    }

    private static Keyrings verifyingUntil(Optional<Instant> deadline) {
        return new Keyrings() {
            @Override
            public Keyring current(Provider provider) {
                StagedKey key = SampleEvents.keyrings().current(provider).current();
                return new Keyring(List.of(new StagedKey(key.key(), KeyStage.PREVIOUS, key.versionId(), deadline)));
            }

            @Override
            public Optional<Keyring> refreshed(Provider provider, Keyring stale) {
                return Optional.empty();
            }
        };
    }

    private static Keyrings failingKeyrings() {
        return new Keyrings() {
            @Override
            public Keyring current(Provider provider) {
                throw new KeyringUnavailableException("Secrets Manager is down");
            }

            @Override
            public Optional<Keyring> refreshed(Provider provider, Keyring stale) {
                return Optional.empty();
            }
        };
    }

    private static Attempt with(String header, String value) {
        Attempt attempt = SampleEvents.attempt(FILE);
        Headers.Builder headers = new Headers.Builder().add(header, value);
        attempt.headers().names().forEach(name -> attempt.headers().all(name).forEach(each -> headers.add(name, each)));
        return new Attempt(
                attempt.requestId(),
                attempt.method(),
                attempt.providerId(),
                headers.build(),
                attempt.body(),
                false,
                "");
    }

    private static Attempt withBody(String body, boolean base64) {
        Attempt attempt = SampleEvents.attempt(FILE);
        return new Attempt(
                attempt.requestId(), attempt.method(), attempt.providerId(), attempt.headers(), body, base64, "");
    }

    private static String base64(int bytes) {
        return Base64.getEncoder().encodeToString(new byte[bytes]);
    }

    /** Signed with a key that isn't there yet. */
    private static Attempt canary(String vouchingKey) {
        Payload payload = new Canary("1").payload();
        return vouched(payload, voucher(vouchingKey, payload));
    }

    private static Attempt vouched(Payload payload, Map<String, String> voucher) {
        Map<String, String> headers = new HashMap<>(signed("new-key-9b1e44c07fd23a68", payload));
        headers.putAll(voucher);
        return new Attempt(
                "request-1",
                "POST",
                "zenoo",
                Headers.of(headers),
                payload.text().orElseThrow(),
                false,
                "192.0.2.10");
    }

    private static Map<String, String> voucher(String key, Payload payload) {
        String signature = signed(key, payload).get(Provider.ZENOO.scheme().header());
        return Map.of(Canary.VOUCHER_HEADER, signature == null ? "" : signature);
    }

    private static Map<String, String> signed(String key, Payload payload) {
        var scheme = Provider.ZENOO.scheme();
        return scheme.sign(scheme.signingKey(key), payload.bytes(), "", NOW);
    }
}
