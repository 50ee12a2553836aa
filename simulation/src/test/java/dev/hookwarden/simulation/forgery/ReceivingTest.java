package dev.hookwarden.simulation.forgery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.lambda.ProxyRequest;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.Sender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What stands in the queue is judged besides what is answered. */
class ReceivingTest {
    private static final Target ZENOO =
            new Target(Provider.ZENOO, Sender.GITHUB, "hookwarden-sample-key-zenoo-7f3a9c51");

    @Test
    void takesAGenuineRequest() {
        assertThat(new Receiving(List.of(ZENOO)).status("this one", request(ZENOO.key())))
                .isEqualTo(200);
    }

    @Test
    void seesARefusalThatIsQueuedAllTheSame() {
        assertThatThrownBy(() -> receiving("200", "401").status("this one", request(ZENOO.key())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("this one", "/webhooks/zenoo", "401", "queued 1 times");
    }

    @Test
    void seesA200ThatIsNotQueued() {
        assertThatThrownBy(() -> receiving("401", "200").status("this one", request("another key")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("200 and queued 0 times");
    }

    /** An ingest that answers one status instead of the other. */
    private static Receiving receiving(String real, String shown) {
        UnaryOperator<RequestStreamHandler> lying = function -> (event, answer, context) -> {
            ByteArrayOutputStream honest = new ByteArrayOutputStream();
            function.handleRequest(event, honest, context);
            answer.write(honest.toString(StandardCharsets.UTF_8)
                    .replace("\"statusCode\":" + real, "\"statusCode\":" + shown)
                    .getBytes(StandardCharsets.UTF_8));
        };
        return new Receiving(List.of(ZENOO), lying);
    }

    private static ProxyRequest request(String key) {
        Payload payload = Payload.of("{\"event_id\": \"evt_1\"}".getBytes(StandardCharsets.UTF_8));
        return ZENOO.request(payload, "msg_1", Instant.EPOCH, key);
    }
}
