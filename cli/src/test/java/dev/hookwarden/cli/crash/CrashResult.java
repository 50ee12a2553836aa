package dev.hookwarden.cli.crash;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** A run's quantities, and what became of them. */
record CrashResult(
        int rounds, int killedBeforeReady, int rotations, SendersLedger ledger, Witness witness, Verdict verdict) {

    /** A table of one row for docs/proof.md. */
    String markdown(long seed, long seconds) {
        return "### Crashes of the local stack\n\n`benchmarks/crash --rounds " + rounds + " --seed " + seed + "`, "
                + LocalDate.now(ZoneOffset.UTC) + ", seed " + seed + ", " + seconds / 60 + " min " + seconds % 60
                + " s\n\n| | quantity | outcome |\n|---|---|---|\n| I1, I2 | " + number(rounds)
                + " times killed, " + killedBeforeReady + " of them before it was ready; "
                + number(ledger.acknowledged()) + " deliveries answered 200 in "
                + number(ledger.attempts()) + " attempts, of which " + number(ledger.unansweredAttempts())
                + " broke off; " + rotations + " rotations begun, and taken up again by the next start if need be; "
                + number(ledger.forgedPayloads().size()) + " forgeries | "
                + verdict.lost().size() + " lost, " + witness.deadLetters().size() + " dead letters, "
                + verdict.severalIds().size() + " processed under a second id, "
                + verdict.sharedIds().size()
                + " ids empty or another's, " + ledger.forgeriesAccepted()
                + " forgeries accepted; " + number(verdict.repeats()) + " of "
                + number(witness.events().size()) + " events were repeats under the same id; every rotation ended |\n";
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
