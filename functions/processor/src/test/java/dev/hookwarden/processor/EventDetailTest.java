package dev.hookwarden.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hookwarden.processor.enrichment.Enrichment;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventDetailTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void saysWhereTheDeliveryComesFrom() throws Exception {
        JsonNode metadata = JSON.readTree(EventDetail.embedding(Deliveries.withPayload("{}")))
                .get("metadata");

        assertThat(metadata).isEqualTo(JSON.readTree("""
                                {
                                  "id": "zenoo#evt_01",
                                  "provider": "zenoo",
                                  "deliveryId": "evt_01",
                                  "eventType": "case.completed",
                                  "receivedAt": "2026-11-22T10:15:30.250Z",
                                  "attemptId": "attempt-1",
                                  "keyStage": "current",
                                  "keyVersion": "version-1",
                                  "payloadSha256": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
                                  "payloadEncoding": "json"
                                }
                                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\": 12345678901234567890.10, \"rate\": 1.0e2}",
                "[9223372036854775807, -9223372036854775808]",
                "{\"name\":\"J\u00FCrgen \uD83D\uDE00 \\ud800\"}",
                " \"text\" ",
                "null"
            })
    void embedsJsonAsItWasSent(String payload) {
        assertThat(EventDetail.embedding(Deliveries.withPayload(payload))).endsWith(",\"payload\":" + payload + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name=value", "{\"open\":", "{} {}", "NaN", "\uFEFF{}", "[9223372036854775808]"})
    void putsAnythingElseIntoBase64(String payload) throws Exception {
        JsonNode detail = JSON.readTree(EventDetail.embedding(Deliveries.withPayload(payload)));

        assertThat(detail.has("payload")).isFalse();
        assertThat(detail.at("/metadata/payloadEncoding").textValue()).isEqualTo("base64");
        assertThat(detail.get("payloadBase64").binaryValue()).asString().isEqualTo(payload);
    }

    @Test
    void keepsBytesThatAreNoText() throws Exception {
        byte[] payload = {(byte) 0xff, 0, (byte) 0xfe};

        JsonNode detail = JSON.readTree(EventDetail.embedding(Deliveries.withPayload(payload)));

        assertThat(Base64.getDecoder().decode(detail.get("payloadBase64").textValue()))
                .isEqualTo(payload);
    }

    @Test
    void doesNotEmbedWhatIsNestedTooDeeply() {
        String deep = "[".repeat(65) + "]".repeat(65);

        assertThat(EventDetail.embedding(Deliveries.withPayload(deep))).contains("payloadBase64");
    }

    @Test
    void saysWhereAStoredPayloadIs() throws Exception {
        JsonNode detail =
                JSON.readTree(EventDetail.referring(EnrichedDelivery.bare(Deliveries.withPayload("{}")), "payloads"));

        assertThat(detail.at("/metadata/payloadEncoding").textValue()).isEqualTo("s3");
        assertThat(detail.at("/metadata/payloadSha256").textValue())
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assertThat(detail.get("payloadS3"))
                .isEqualTo(JSON.readTree("{\"bucket\":\"payloads\",\"key\":\"zenoo/attempt-1\",\"bytes\":2}"));
        assertThat(detail.has("payload") || detail.has("payloadBase64")).isFalse();
    }

    @Test
    void putsWhatWasFetchedBesideThePayload() throws Exception {
        assertThat(enriched(Enrichment.found("{\"rate\": 1.10}"))).endsWith("\"body\":{\"rate\": 1.10}}}");
        assertThat(JSON.readTree(enriched(Enrichment.found("{}"))).get("enrichment"))
                .isEqualTo(JSON.readTree("{\"status\":\"found\",\"body\":{}}"));
        assertThat(JSON.readTree(enriched(Enrichment.notFound())).get("enrichment"))
                .isEqualTo(JSON.readTree("{\"status\":\"not_found\"}"));
    }

    @Test
    void leavesOutWhatTheBusWouldRefuse() throws Exception {
        assertThat(JSON.readTree(enriched(Enrichment.found("[9223372036854775808]")))
                        .get("enrichment"))
                .isEqualTo(JSON.readTree("{\"status\":\"left_out\",\"reason\":\"huge_number\"}"));
    }

    private static String enriched(Enrichment enrichment) {
        return EventDetail.embedding(new EnrichedDelivery(Deliveries.withPayload("{}"), Optional.of(enrichment)));
    }
}
