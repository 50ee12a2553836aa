package dev.hookwarden.ingest;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.delivery.DeliveryMetadata;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.signing.KeyStage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

class SqsDeliveryQueueTest {
    private static final Payload PAYLOAD = Payload.of("{}".getBytes(StandardCharsets.UTF_8));
    private static final Delivery DELIVERY = new Delivery(
            new DeliveryMetadata(
                    "zenoo",
                    "evt_01",
                    "case.created",
                    "attempt-1",
                    Instant.EPOCH,
                    KeyStage.CURRENT,
                    "version-1",
                    PAYLOAD.sha256()),
            PAYLOAD);

    static List<SdkException> whateverTheSdkThrows() {
        return List.of(
                ApiCallTimeoutException.create(2500),
                SdkClientException.create("Connection reset"),
                SqsException.builder().message("Internal").statusCode(500).build());
    }

    /** Whether the queue has it is unknown each time, so nobody may be told that it does. */
    @ParameterizedTest
    @MethodSource("whateverTheSdkThrows")
    void confirmsNothingThatTheQueueDidNotConfirm(SdkException fault) {
        SqsDeliveryQueue queue = new SqsDeliveryQueue(
                failing(fault),
                URI.create("https://sqs.us-east-1.amazonaws.com/000000000000/any"),
                (key, payload) -> {});

        assertThatExceptionOfType(QueueUnavailableException.class)
                .isThrownBy(() -> queue.send(DELIVERY))
                .withCause(fault);
    }

    private static SqsClient failing(SdkException fault) {
        return new SqsClient() {
            @Override
            public SendMessageResponse sendMessage(SendMessageRequest request) {
                throw fault;
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {}
        };
    }
}
