package dev.hookwarden.cli.deliveries;

import dev.hookwarden.cli.deliveries.Redrive.Move;
import dev.hookwarden.cli.installation.Connection;
import dev.hookwarden.cli.installation.Installation;
import dev.hookwarden.cli.installation.WaitConverter;
import dev.hookwarden.cli.output.Format;
import dev.hookwarden.cli.output.JsonText;
import dev.hookwarden.cli.surroundings.Surroundings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends dead letters again. */
@Command(
        name = "redrive",
        description = {
            "Sends all dead letters again, and follows the move. Needs no confirmation: each passes the idempotency gate once more,",
            "so that what was published already is published once. What fails again is dead again, after five tries."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  hookwarden deliveries redrive",
            "  hookwarden deliveries redrive --stack staging --wait PT10M --json"
        })
final class RedriveCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Move NOTHING = new Move("COMPLETED", 0, 0, "");

    private final Surroundings surroundings;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "PT2M",
            converter = WaitConverter.class,
            description = "How long to follow the move (PT2M).")
    @SuppressWarnings("NullAway.Init")
    private Duration atMost;

    RedriveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return connection.use(surroundings, installation -> {
            DeliveryQueue deadLetters = DeliveryQueues.of(installation).deadLetters();
            if (deadLetters.depth().all() == 0) {
                say("There are no dead letters.");
                return ended(NOTHING, installation);
            }
            return ended(moved(new Redrive(deadLetters), deadLetters.depth().all()), installation);
        });
    }

    private Move moved(Redrive redrive, long dead) {
        say("Sending " + dead + " dead letters again; what was published already is dropped as a duplicate.");
        if (!redrive.start()) {
            say("They are being moved already; following that.");
        }
        AtomicLong seen = new AtomicLong();
        return connection.progress(surroundings).during(() -> "Moved " + seen, () -> followed(redrive, seen));
    }

    private Move followed(Redrive redrive, AtomicLong seen) {
        Instant deadline = surroundings.clock().instant().plus(atMost);
        Optional<Move> move = redrive.latest();
        while (move.filter(Move::goesOn).isPresent()
                && surroundings.clock().instant().isBefore(deadline)) {
            move.ifPresent(going -> seen.set(going.moved()));
            surroundings.pause().last(BETWEEN_LOOKS);
            move = redrive.latest();
        }
        return move.orElse(NOTHING);
    }

    private int ended(Move move, Installation installation) {
        if (format.isJson()) {
            connection.out().println(JsonText.of(facts(move)));
        } else if (!move.equals(NOTHING)) {
            tell(move, installation.options());
        }
        return move.isComplete() ? 0 : 1;
    }

    private static Map<String, Object> facts(Move move) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("status", move.status().toLowerCase(Locale.ROOT));
        facts.put("moved", move.moved());
        facts.put("toMove", move.toMove());
        facts.put("failure", move.failure());
        return facts;
    }

    private void tell(Move move, String options) {
        say("Moved " + move.moved() + " of " + move.toMove() + ".");
        if (move.isComplete()) {
            say("What becomes of them:\n  ./hookwarden deliveries list" + options);
        } else if (move.goesOn()) {
            say("It goes on without this command. To follow it again:\n  ./hookwarden deliveries redrive" + options);
        } else {
            say("The move ended as " + move.status() + (move.failure().isEmpty() ? "" : ": " + move.failure())
                    + ". What was not moved is dead still; send it again when the reason is gone.");
        }
    }

    private void say(String line) {
        if (!format.isJson()) {
            connection.out().println(line);
        }
    }
}
