package dev.hookwarden.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.provider.Provider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The judge of the crashes finds each way in which a delivery can go astray. */
class VerdictTest {
    private final SendersLedger ledger = new SendersLedger();
    private final Webhook delivery = Webhook.of(Provider.ZENOO, "evt_1", 0);
    private final Webhook forgery = Webhook.of(Provider.ZENOO, "evt_2", 0);
    private final List<Witness.Event> events = new ArrayList<>(List.of(new Witness.Event("id", delivery.sha256())));
    private final Set<String> remembered = new HashSet<>(Set.of("id"));
    private final Set<String> deadLetters = new HashSet<>();

    VerdictTest() {
        ledger.answered(delivery, 200);
        ledger.forged(forgery, 401);
    }

    @Test
    void findsNothingWhenAllIsAsItShouldBe() {
        assertThat(verdict()).isEqualTo(new Verdict(Set.of(), Set.of(), Set.of(), Set.of(), 0));
    }

    @Test
    void missesADeliveryThatIsNotOnTheBus() {
        events.clear();
        assertThat(verdict().lost()).containsExactly(delivery.sha256());
    }

    @Test
    void missesADeliveryThatTheTableDoesNotKnow() {
        remembered.clear();
        assertThat(verdict().lost()).containsExactly(delivery.sha256());
    }

    @Test
    void countsADeadLetterAsNotLost() {
        events.clear();
        deadLetters.add(delivery.sha256());
        assertThat(verdict().lost()).isEmpty();
    }

    @Test
    void expectsNothingOfADeliveryThatWasNotAnswered200() {
        events.clear();
        remembered.clear();
        assertThat(Verdict.of(new SendersLedger(), new Witness(events, remembered, deadLetters))
                        .lost())
                .isEmpty();
    }

    @Test
    void countsARepeatUnderTheSameId() {
        events.addAll(List.copyOf(events));
        assertThat(verdict().repeats()).isEqualTo(1);
    }

    @Test
    void findsASecondId() {
        events.add(new Witness.Event("another", delivery.sha256()));
        assertThat(verdict().severalIds()).containsExactly(delivery.sha256());
    }

    @Test
    void findsAnIdOfTwoDeliveries() {
        events.add(
                new Witness.Event("id", Webhook.of(Provider.ZENOO, "evt_3", 0).sha256()));
        assertThat(verdict().sharedIds()).containsExactly("id");
    }

    @Test
    void findsAnEmptyId() {
        events.add(new Witness.Event("", delivery.sha256()));
        assertThat(verdict().sharedIds()).containsExactly("");
    }

    @Test
    void findsAForgeryOnTheBus() {
        events.add(new Witness.Event("forged", forgery.sha256()));
        assertThat(verdict().forged()).containsExactly(forgery.sha256());
    }

    private Verdict verdict() {
        return Verdict.of(ledger, new Witness(events, remembered, deadLetters));
    }
}
