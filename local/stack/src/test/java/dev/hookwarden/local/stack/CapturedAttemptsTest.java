package dev.hookwarden.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.lambda.ProxyRequest;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CapturedAttemptsTest {
    private static final int LARGE = 10 * 1024 * 1024;

    private final CapturedAttempts captured = new CapturedAttempts();

    @Test
    void keepsAnAttemptUnderTheIdThatItsLineSays() {
        ProxyRequest attempt = attempt(1);
        decide(attempt, LogEvent.DELIVERY_ACCEPTED, "one");

        assertThat(captured.of("one")).containsSame(attempt);
        assertThat(captured.of("two")).isEmpty();
    }

    @Test
    void keepsWhatWasRefused() {
        decide(attempt(1), LogEvent.SIGNATURE_REFUSED, "signature");
        decide(attempt(1), LogEvent.REQUEST_REFUSED, "request");

        assertThat(captured.of("signature")).isPresent();
        assertThat(captured.of("request")).isPresent();
    }

    @Test
    void keepsNothingThatWasNotDecided() {
        decide(attempt(1), LogEvent.KEYRING_READ, "one");

        assertThat(captured.of("one")).isEmpty();
    }

    @Test
    void keepsNothingOutsideOfAnAttempt() {
        captured.write(LogLine.of(LogEvent.DELIVERY_ACCEPTED).with("requestId", "one"));

        assertThat(captured.of("one")).isEmpty();
    }

    @Test
    void forgetsTheOldestWhenTheBodiesBecomeTooMuch() {
        for (String id : new String[] {"one", "two", "three", "four"}) {
            decide(attempt(LARGE), LogEvent.DELIVERY_ACCEPTED, id);
        }

        assertThat(captured.of("one")).isEmpty();
        assertThat(captured.of("two")).isPresent();
        assertThat(captured.of("four")).isPresent();
    }

    private void decide(ProxyRequest attempt, LogEvent event, String id) {
        boolean done = captured.during(attempt, () -> {
            captured.write(LogLine.of(event).with("requestId", id));
            return true;
        });
        assertThat(done).isTrue();
    }

    private static ProxyRequest attempt(int bytes) {
        return new ProxyRequest("POST", "/webhooks/zenoo", Map.of(), Payload.of(new byte[bytes]), "127.0.0.1");
    }
}
