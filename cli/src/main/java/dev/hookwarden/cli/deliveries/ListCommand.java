package dev.hookwarden.cli.deliveries;

import dev.hookwarden.cli.deliveries.DeliveryQueue.Depth;
import dev.hookwarden.cli.installation.Connection;
import dev.hookwarden.cli.output.Columns;
import dev.hookwarden.cli.output.Format;
import dev.hookwarden.cli.output.JsonText;
import dev.hookwarden.cli.output.Times;
import dev.hookwarden.cli.surroundings.Surroundings;
import dev.hookwarden.secrets.StagedVersion;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What arrived, and what is dead. */
@Command(
        name = "list",
        description = {
            "What arrived, the oldest first, and what is in the dead-letter queue. Payloads are not shown.",
            "claimed: the processor took it; it is published, unless its message is in the queue still.",
            "dead: it failed five times, and waits in the dead-letter queue."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  hookwarden deliveries list",
            "  hookwarden deliveries list --since 2026-11-22 --stack staging",
            "  hookwarden deliveries list --limit 1000 --json"
        })
final class ListCommand implements Callable<Integer> {
    private static final int MOST_DEAD = 100;

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @Option(
            names = "--since",
            paramLabel = "T",
            defaultValue = "P1D",
            description = "What arrived since then: 2026-11-22T03:00:00Z, 2026-11-22, or how long ago (P1D).")
    @SuppressWarnings("NullAway.Init")
    private String since;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DeliveryTable table;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "The newest so many, beside what is dead (100).")
    private int limit;

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit takes a number from 0 on");
        }
        Instant from = Since.of(since, surroundings.clock().instant(), spec);
        return connection.use(surroundings, installation -> {
            DeliveryQueues queues = DeliveryQueues.of(installation);
            Depth waiting = queues.deliveries().depth();
            Depth dead = queues.deadLetters().depth();
            List<VerifiedDelivery> claimed = connection
                    .progress(surroundings)
                    .during(
                            "Reading the table of deliveries",
                            () -> table.of(installation).since(from));
            List<VerifiedDelivery> newest = claimed.subList(Math.max(0, claimed.size() - limit), claimed.size());
            List<ListedDelivery> listed =
                    ListedDelivery.of(newest, new DeadLetters(queues.deadLetters()).peek(MOST_DEAD));
            if (format.isJson()) {
                connection.out().println(JsonText.of(facts(waiting, dead, listed, claimed.size() - newest.size())));
            } else {
                tell(waiting, dead, listed, claimed.size() - newest.size());
                sayWhatIsNext(dead, installation.options());
            }
            return 0;
        });
    }

    private static Map<String, Object> facts(Depth waiting, Depth dead, List<ListedDelivery> listed, int leftOut) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("queue", waiting.facts());
        facts.put("deadLetters", dead.facts());
        facts.put("leftOut", leftOut);
        facts.put("deliveries", listed.stream().map(ListedDelivery::facts).toList());
        return facts;
    }

    private void tell(Depth waiting, Depth dead, List<ListedDelivery> listed, int leftOut) {
        connection
                .out()
                .println("In the queue: " + waiting.waiting() + " waiting, " + waiting.inWork()
                        + " in work. Dead letters: " + dead.all() + ".");
        if (leftOut > 0) {
            connection.out().println(leftOut + " older ones are left out; --limit shows more.");
        }
        if (!listed.isEmpty()) {
            Columns.print(connection.out(), rows(listed));
        }
    }

    private void sayWhatIsNext(Depth dead, String options) {
        if (dead.all() > 0) {
            connection
                    .out()
                    .println(
                            "When what failed is mended, send the dead letters again:\n  ./hookwarden deliveries redrive"
                                    + options);
        }
    }

    private static List<List<String>> rows(List<ListedDelivery> listed) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("received", "delivery", "event type", "key version", "state"));
        listed.forEach(delivery -> rows.add(List.of(
                Times.shown(delivery.receivedAt()),
                delivery.id(),
                delivery.eventType(),
                StagedVersion.shortId(delivery.keyVersion()),
                delivery.state().word())));
        return rows;
    }
}
