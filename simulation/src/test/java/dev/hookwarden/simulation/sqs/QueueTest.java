package dev.hookwarden.simulation.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.simulation.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueueTest {
    private static final Duration VISIBILITY = Duration.ofMinutes(3);
    private static final int MAX_RECEIVES = 5;

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));

    private Queue queue(double twins) {
        return new Queue(new QueueRules(VISIBILITY, MAX_RECEIVES, Duration.ofDays(10), twins), time, new Random(1));
    }

    private Queue withOneMessage() {
        Queue queue = queue(0);
        queue.send("body", Map.of("a", "b"));
        return queue;
    }

    @Test
    void hidesAMessageThatWasReceived() {
        Queue queue = withOneMessage();

        assertThat(queue.receive(10)).singleElement().satisfies(message -> {
            assertThat(message.body()).isEqualTo("body");
            assertThat(message.attributes()).containsEntry("a", "b");
            assertThat(message.receiveCount()).isEqualTo(1);
        });
        assertThat(queue.receive(10)).isEmpty();
    }

    @Test
    void givesItAgainAfterTheVisibilityTimeout() {
        Queue queue = withOneMessage();
        queue.receive(10);
        time.pass(VISIBILITY);

        assertThat(queue.receive(10)).extracting(Received::receiveCount).containsExactly(2);
    }

    @Test
    void givesADeletedMessageNeverAgain() {
        Queue queue = withOneMessage();
        queue.delete(queue.receive(10).getFirst().receipt());
        time.pass(VISIBILITY);

        assertThat(queue.receive(10)).isEmpty();
        assertThat(queue.size()).isZero();
    }

    @Test
    void givesATwinOfADeletedMessage() {
        Queue queue = queue(1);
        queue.send("body", Map.of());
        Received first = queue.receive(10).getFirst();
        queue.delete(first.receipt());
        time.pass(Duration.ofMinutes(5));

        assertThat(queue.receive(10)).extracting(Received::id).containsExactly(first.id());
    }

    @Test
    void buriesWhatWasReceivedTooOftenAndRedrivesItAsNew() {
        Queue queue = withOneMessage();
        for (int receive = 1; receive <= MAX_RECEIVES; receive++) {
            assertThat(queue.receive(10)).hasSize(1);
            time.pass(VISIBILITY);
        }
        assertThat(queue.receive(10)).isEmpty();
        assertThat(queue.deadLetters()).isEqualTo(1);

        assertThat(queue.redrive()).isEqualTo(1);
        assertThat(queue.receive(10)).extracting(Received::receiveCount).containsExactly(1);
    }

    @Test
    void losesWhatIsOlderThanItsRetention() {
        Queue queue = withOneMessage();
        time.pass(Duration.ofDays(11));

        assertThat(queue.receive(10)).isEmpty();
        assertThat(queue.expired()).isEqualTo(1);
    }

    @Test
    void keepsNoOrder() {
        Queue queue = queue(0);
        List<String> sent = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            sent.add(queue.send("body " + number, Map.of()));
        }
        Set<String> received = new HashSet<>();
        List<String> inOrder = new ArrayList<>();
        while (received.size() < 10) {
            queue.receive(10).forEach(message -> {
                received.add(message.id());
                inOrder.add(message.id());
            });
        }
        assertThat(inOrder).isNotEqualTo(sent).containsExactlyInAnyOrderElementsOf(sent);
    }
}
