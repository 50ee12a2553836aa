package dev.hookwarden.cli.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.cli.RunningStack;
import dev.hookwarden.cli.RunningStack.Run;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class DeliveriesTest {
    private final RunningStack stack = new RunningStack();

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void listsWhatArrivedWithoutItsPayload() throws IOException, InterruptedException {
        assertThat(stack.send("evt_list")).isEqualTo(200);
        stack.await("evt_list", "claimed");

        Run run = stack.run("deliveries", "list");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("In the queue: ", "Dead letters: 0.")
                .containsPattern("Z  zenoo#evt_list +case.created +[0-9a-f-]{8} +claimed\n")
                .doesNotContain(RunningStack.PERSONAL, "redrive");
    }

    @Test
    void showsTheNewestAndCountsTheOthers() throws IOException, InterruptedException {
        stack.send("evt_older");
        stack.send("evt_newer");
        stack.await("evt_older", "claimed");
        stack.await("evt_newer", "claimed");

        assertThat(stack.run("deliveries", "list", "--limit", "1").out())
                .contains("left out", "evt_newer")
                .doesNotContain("evt_older");
    }

    @Test
    void leavesOutWhatArrivedBefore() throws IOException, InterruptedException {
        stack.send("evt_before");
        stack.await("evt_before", "claimed");

        assertThat(stack.run("deliveries", "list", "--since", "2999-01-01").out())
                .doesNotContain("evt_before");
    }

    @Test
    void sendsDeadLettersAgainThroughTheSameGate() throws IOException, InterruptedException {
        stack.busIsDown = true;
        stack.send("evt_dead");
        stack.await("evt_dead", "dead");
        assertThat(stack.list().path("deadLetters").path("waiting").asInt()).isOne();
        Run before = stack.run("deliveries", "list");
        assertThat(before.out())
                .contains("Dead letters: 1.", "./hookwarden deliveries redrive\n")
                .doesNotContain(RunningStack.PERSONAL);

        stack.busIsDown = false;
        Run run = stack.run("deliveries", "redrive");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Sending 1 dead letters again", "Moved 1 of 1.");
        stack.await("evt_dead", "claimed");
        stack.send("evt_dead");
        stack.send("evt_after");
        stack.await("evt_after", "claimed");
        assertThat(stack.published("evt_dead")).isOne();
    }

    @Test
    void saysWhenThereIsNothingToSendAgain() {
        Run run = stack.run("deliveries", "redrive");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("There are no dead letters.\n");
        assertThat(stack.run("deliveries", "redrive", "--json").out())
                .contains("\"moved\" : 0")
                .doesNotContain("There are");
    }

    @Test
    void givesProgramsTheSameFacts() throws IOException, InterruptedException {
        stack.send("evt_json");
        stack.await("evt_json", "claimed");

        JsonNode facts = stack.list();

        assertThat(facts.fieldNames()).toIterable().containsExactly("queue", "deadLetters", "leftOut", "deliveries");
        assertThat(facts.path("deliveries").get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "provider", "deliveryId", "eventType", "receivedAt", "keyVersion", "attemptId", "state");
    }

    @Test
    void refusesANegativeLimit() {
        Run run = stack.run("deliveries", "list", "--limit", "-1");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--limit takes a number from 0 on");
    }

    @Test
    void refusesSinceThatIsNoTime() {
        Run run = stack.run("deliveries", "list", "--since", "yesterday");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--since takes");
    }
}
