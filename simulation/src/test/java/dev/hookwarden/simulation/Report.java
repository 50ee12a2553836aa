package dev.hookwarden.simulation;

import dev.hookwarden.simulation.aws.Trouble;
import dev.hookwarden.simulation.forgery.Forgeries;
import dev.hookwarden.simulation.judge.Tally;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The results of full runs as Markdown, for docs/proof.md.
 *
 * @param seconds how long the run took
 */
record Report(long seed, long seconds) {

    String faults(Result result) {
        Tally tally = result.tally();
        return table(
                "Deliveries through faults",
                List.of(
                        row(
                                "I1",
                                number(tally.deliveries) + " deliveries in " + number(tally.attempts) + " attempts, "
                                        + count(result, "duplicates sent") + " sent twice on purpose, within "
                                        + result.lasted().toHours() + " hours; "
                                        + count(result, "AWS calls, each try counted") + " AWS calls, of which "
                                        + number(result.troubles().size()) + " went wrong; the processor killed "
                                        + count(result, "processor killed") + " times; "
                                        + count(result, "dead-lettered") + " dead letters; "
                                        + count(result, "rotations") + " rotations; "
                                        + count(result, "copies of ingest") + " cold starts of ingest",
                                "0 lost of " + number(tally.accepted) + " answered 200; " + number(tally.givenUp)
                                        + " given up by their provider" + answers(tally)),
                        row(
                                "I2",
                                "the same, dead letters redriven",
                                "0 duplicates at a sink that keys by `metadata.id`; " + number(tally.repeats) + " of "
                                        + number(tally.published) + " events ("
                                        + percent(tally.repeats, tally.published)
                                        + ") were repeats under the same id, of the same attempt"),
                        strangers(tally),
                        outputs(tally),
                        rotations(tally),
                        malformed(tally)),
                "Went wrong on purpose: " + troubles(result) + ".");
    }

    String rotations(Result result) {
        Tally tally = result.tally();
        return table(
                "Rotations under traffic",
                List.of(
                        row(
                                "I4",
                                count(result, "rotations") + " rotations, four in five of keys that sign, under "
                                        + number(tally.attempts) + " attempts within "
                                        + result.lasted().toDays() + " days",
                                number(tally.refusedWithOverlap) + " refused where keys overlap; where they don't "
                                        + number(tally.refusedWithout) + " at first and 0 for good: "
                                        + number(tally.accepted) + " of " + number(tally.deliveries)
                                        + " deliveries came, those by their provider's own retries"),
                        row(
                                "I13",
                                number(tally.retiredKeysTried) + " attempts signed with keys that had been taken away",
                                "none verified later than 5 min 30 s after"),
                        strangers(tally),
                        outputs(tally),
                        rotations(tally),
                        malformed(tally)),
                "Nothing went wrong in this run, so that nothing excuses a refusal.");
    }

    String forgeries(Forgeries.Outcome outcome, int routes) {
        return table(
                "Forgeries",
                List.of(
                        row(
                                "I3",
                                number(outcome.tried()) + " at " + routes
                                        + " routes: both providers and every form of signature",
                                "0 accepted; " + number(outcome.stillGenuine())
                                        + " had changed nothing that is signed, and count as replays"),
                        row(
                                "I6",
                                "the same, within " + outcome.lasted().toMinutes() + " minutes at one copy",
                                "at most " + number(outcome.allReads()) + " reads of a key, within 30 s at most "
                                        + outcome.mostReads() + ": an early one, and one that was due"),
                        row("I8", "the same", "0 exceptions, 0 5xx"),
                        row("I12", routes * routes + " pairs of key and route", "the diagonal only")),
                "");
    }

    private String table(String title, List<String> rows, String below) {
        return "### " + title + "\n\n`simulation/run`, " + LocalDate.now(ZoneOffset.UTC) + ", seed " + seed + ", "
                + seconds / 60 + " min " + seconds % 60 + " s\n\n"
                + "| | quantity | outcome |\n|---|---|---|\n" + String.join("", rows)
                + (below.isEmpty() ? "" : "\n" + below + "\n");
    }

    private static String row(String invariant, String quantity, String outcome) {
        return "| " + invariant + " | " + quantity + " | " + outcome + " |\n";
    }

    private static String strangers(Tally tally) {
        return row(
                "I3",
                number(tally.forgeries) + " attempts of strangers in between",
                "0 forgeries accepted; " + number(tally.replaysTaken) + " replays taken, and dropped as repeats");
    }

    private static String outputs(Tally tally) {
        return row(
                "I5",
                number(tally.logLines) + " log lines, answers and stack traces, and every message and event",
                "0 keys, signatures or payloads");
    }

    private static String rotations(Tally tally) {
        return row("I7", number(tally.currentMoves) + " keys became current", "each tested; every rotation ended");
    }

    private static String answers(Tally tally) {
        return tally.answersToGivenUp.entrySet().stream()
                .map(answer -> ", answered " + answer.getKey() + " " + number(answer.getValue()) + " times")
                .collect(Collectors.joining());
    }

    private static String malformed(Tally tally) {
        return row(
                "I8",
                number(tally.malformed) + " malformed requests in between",
                "0 exceptions, 0 5xx without a fault of AWS behind it");
    }

    private static String troubles(Result result) {
        return Arrays.stream(Trouble.values())
                .filter(trouble -> trouble != Trouble.NONE)
                .map(trouble ->
                        trouble.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + count(result, trouble.name()))
                .collect(Collectors.joining(", "));
    }

    private static String count(Result result, String what) {
        return number(result.counts().getOrDefault(what, 0L));
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }
}
