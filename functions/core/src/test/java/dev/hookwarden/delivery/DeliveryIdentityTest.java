package dev.hookwarden.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.http.Headers;
import dev.hookwarden.provider.Identification;
import dev.hookwarden.provider.Location;
import dev.hookwarden.provider.Location.Header;
import dev.hookwarden.provider.Provider;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeliveryIdentityTest {
    private static final Headers NONE = Headers.of(Map.of());

    private static DeliveryIdentity zenoo(String json) {
        return zenoo(json, StandardCharsets.UTF_8);
    }

    private static DeliveryIdentity zenoo(String json, Charset charset) {
        return DeliveryIdentity.of(Provider.ZENOO.identification(), NONE, Payload.of(json.getBytes(charset)));
    }

    private static DeliveryIdentity fromHeaders(Headers headers) {
        Location id = new Header("webhook-id");
        Identification identification = new Identification(Optional.of(id), Optional.of(new Header("X-Event-Type")));
        return DeliveryIdentity.of(identification, headers, payload("{}"));
    }

    private static Payload payload(String text) {
        return Payload.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hashOf(String text) {
        return "sha256:" + payload(text).sha256();
    }

    @Test
    void readsGitHubsTypeFromItsHeaderAndNoIdFromAHeaderThatIsNotSigned() {
        Headers headers = Headers.of(Map.of("X-GitHub-Event", "push", "X-GitHub-Delivery", "0a1b2c3d"));

        assertThat(DeliveryIdentity.of(Provider.GITHUB.identification(), headers, payload("{}")))
                .isEqualTo(new DeliveryIdentity(hashOf("{}"), "push"));
    }

    @Test
    void readsStripesIdAndTypeFromThePayload() {
        String event =
                "{\"id\": \"evt_1\", \"object\": \"event\", \"type\": \"invoice.paid\", \"data\": {\"id\": \"in_1\"}}";

        assertThat(DeliveryIdentity.of(Provider.STRIPE.identification(), NONE, payload(event)))
                .isEqualTo(new DeliveryIdentity("evt_1", "invoice.paid"));
    }

    @Test
    void readsAStandardWebhooksIdFromItsSignedHeaderAndItsTypeFromThePayload() {
        Headers headers = Headers.of(Map.of("webhook-id", "msg_1"));

        assertThat(DeliveryIdentity.of(
                        Provider.STANDARD_WEBHOOKS.identification(),
                        headers,
                        payload("{\"type\": \"contact.created\"}")))
                .isEqualTo(new DeliveryIdentity("msg_1", "contact.created"));
    }

    @Test
    void aCaseManagementWebhookIsItsEventId() {
        assertThat(zenoo("""
                {"event_id": "evt_9", "event_type": "case.created", "created_at": "2026-01-02T03:04:05Z", "data": {"event_id": "x"}}
                """)).isEqualTo(new DeliveryIdentity("evt_9", "case.created"));
    }

    @Test
    void twoJourneyWebhooksOfOneSecondAreTwo() {
        String document =
                "{\"journey_id\":\"j\",\"event_type\":\"check.failed\",\"timestamp\":\"t\",\"data\":{\"check\":\"document\"}}";
        String sanctions = document.replace("document", "sanctions");

        assertThat(zenoo(document)).isEqualTo(new DeliveryIdentity(hashOf(document), "check.failed"));
        assertThat(zenoo(sanctions).deliveryId()).isNotEqualTo(zenoo(document).deliveryId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"journey_id\":\"j\",\"event_type\":\"e\",\"timestamp\":\"t\"}",
                "{\"event_id\":\"\"}",
                "{\"event_id\":\"\u2003\"}",
                "{\"event_id\":null}",
                "{\"event_id\":{\"id\":\"e\"}}",
                "{\"event_id\":[\"e\"]}",
                "{\"event_id\":true}",
                "{\"event_id\":1.5}",
                "{\"event_id\":\"a\",\"event_id\":\"b\"}",
                "{\"event_id\":\"a\",\"event_id\":\"a\"}",
                "{\"event_id\":\"\\ud800\"}",
                "{\"data\":{\"event_id\":\"e\"}}",
                "[{\"event_id\":\"e\"}]",
                "\"event_id\"",
                "{\"event_id\":\"e\"",
                "{\"event_id\":\"e\"}{}",
                "\ufeff{\"event_id\":\"e\"}",
                "event_id=e",
                ""
            })
    void aPayloadWithoutOneReadableIdIsItsHash(String text) {
        assertThat(zenoo(text).deliveryId()).isEqualTo(hashOf(text));
    }

    @Test
    void anIdThatIsANumberCounts() {
        assertThat(zenoo("{\"event_id\":1234567890123456789012345}").deliveryId())
                .isEqualTo("1234567890123456789012345");
    }

    @Test
    void aHugeIdIsTheHash() {
        String longest = "{\"event_id\":\"" + "e".repeat(512) + "\"}";
        String tooLong = "{\"event_id\":\"" + "e".repeat(513) + "\"}";
        String encodedTooLong = "{\"event_id\":\"" + "é".repeat(200) + "\"}";

        assertThat(zenoo(longest).deliveryId()).isEqualTo("e".repeat(512));
        assertThat(zenoo(tooLong).deliveryId()).isEqualTo(hashOf(tooLong));
        assertThat(zenoo(encodedTooLong).deliveryId()).isEqualTo(hashOf(encodedTooLong));
    }

    @Test
    void nobodyCanNameTheHashOfAnotherDelivery() {
        String hash = hashOf("{}");

        assertThat(zenoo("{}").deliveryId()).isEqualTo(hash);
        assertThat(zenoo("{\"event_id\":\"" + hash + "\"}").deliveryId()).isNotEqualTo(hash);
    }

    @Test
    void idsThatDifferInAnyCharacterStayDifferent() {
        assertThat(List.of(
                        id("a:b"),
                        id("a%3Ab"),
                        id("a b"),
                        id("a+b"),
                        id("a%20b"),
                        id("a\\u0000b"),
                        id("ab"),
                        id("A b"),
                        id("a?b"),
                        id("á b")))
                .doesNotHaveDuplicates();
    }

    private static String id(String eventId) {
        return zenoo("{\"event_id\":\"" + eventId + "\"}").deliveryId();
    }

    @Test
    void jsonTooDeepToReadIsItsHash() {
        String deep = "{\"event_id\":\"e\",\"data\":" + "[".repeat(100) + "]".repeat(100) + "}";

        assertThat(zenoo(deep)).isEqualTo(new DeliveryIdentity(hashOf(deep), "unknown"));
    }

    @Test
    void jsonInAnotherCharsetIsItsHash() {
        String json = "{\"event_id\":\"evt_1\",\"event_type\":\"é\"}";
        for (Charset charset : List.of(
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_32,
                StandardCharsets.ISO_8859_1)) {
            assertThat(zenoo(json, charset))
                    .as(charset.name())
                    .isEqualTo(new DeliveryIdentity(
                            "sha256:" + Payload.of(json.getBytes(charset)).sha256(), "unknown"));
        }
    }

    @Test
    void jobsiteOnIsIdentifiedByItsPayloadsHash() {
        // The hash is sha256sum's of these bytes.
        Payload payload = payload("{\"event_id\":\"evt_1\",\"event_type\":\"job.created\"}");

        assertThat(DeliveryIdentity.of(Provider.JOBSITEON.identification(), NONE, payload))
                .isEqualTo(new DeliveryIdentity(
                        "sha256:786842d28302c019ac234d560e27eff120b6142356c0dbd5fbd03fea899b8db7", "job.created"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "case created", "case\\ncreated", "case.créated", "case\\u0000created", "\\ud83d\\ude00"
            })
    void anEventTypeThatIsNoNameIsUnknown(String type) {
        assertThat(zenoo("{\"event_id\":\"e\",\"event_type\":\"" + type + "\"}").eventType())
                .isEqualTo("unknown");
    }

    @Test
    void anEventTypeHasAtMost128Characters() {
        assertThat(zenoo("{\"event_type\":\"" + "t".repeat(128) + "\"}").eventType())
                .hasSize(128);
        assertThat(zenoo("{\"event_type\":\"" + "t".repeat(129) + "\"}").eventType())
                .isEqualTo("unknown");
    }

    @Test
    void headersMayNameIdAndType() {
        assertThat(fromHeaders(Headers.of(Map.of("Webhook-Id", "msg_1", "x-event-type", "job.created"))))
                .isEqualTo(new DeliveryIdentity("msg_1", "job.created"));
    }

    @Test
    void headersThatAreMissingRepeatedOrBlankNameNothing() {
        DeliveryIdentity hash = new DeliveryIdentity(hashOf("{}"), "unknown");

        assertThat(fromHeaders(NONE)).isEqualTo(hash);
        assertThat(fromHeaders(Headers.of(Map.of("webhook-id", "", "x-event-type", " "))))
                .isEqualTo(hash);
        assertThat(fromHeaders(Headers.of(Map.of("webhook-id", " ", "x-event-type", ""))))
                .isEqualTo(hash);
        assertThat(fromHeaders(new Headers.Builder()
                        .add("webhook-id", "1")
                        .add("WEBHOOK-ID", "2")
                        .add("x-event-type", "a")
                        .add("X-Event-Type", "a")
                        .build()))
                .isEqualTo(hash);
    }
}
