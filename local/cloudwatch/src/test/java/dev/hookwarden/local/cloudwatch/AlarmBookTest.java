package dev.hookwarden.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.alarm.AlarmState;
import dev.hookwarden.local.cloudwatch.alarm.Judgement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AlarmBookTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration KEPT = Duration.ofDays(30);

    private final AlarmBook book = new AlarmBook();

    @BeforeEach
    void raise() {
        book.open("refused", START);
        book.enter("refused", new Judgement(AlarmState.ALARM, "first"), START);
    }

    @Test
    void keepsChangesForThirtyDays() {
        book.enter("refused", new Judgement(AlarmState.OK, "second"), START.plus(KEPT));

        assertThat(book.history()).extracting(AlarmTransition::reason).containsExactly("first", "second");
    }

    @Test
    void forgetsOlderChanges() {
        book.enter(
                "refused",
                new Judgement(AlarmState.OK, "second"),
                START.plus(KEPT).plusSeconds(1));

        assertThat(book.history()).extracting(AlarmTransition::reason).containsExactly("second");
    }

    @Test
    void keepsTheReasonOfTheChange() {
        book.enter("refused", new Judgement(AlarmState.ALARM, "again"), START.plusSeconds(60));

        assertThat(book.status("refused").reason()).isEqualTo("first");
        assertThat(book.status("refused").since()).isEqualTo(START);
        assertThat(book.history()).hasSize(1);
    }
}
