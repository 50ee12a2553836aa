package dev.hookwarden.simulation;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.lambda.ProxyRequest;
import dev.hookwarden.simulation.judge.Judge;
import dev.hookwarden.simulation.provider.Payloads;
import dev.hookwarden.simulation.provider.ProviderSide;
import dev.hookwarden.simulation.provider.RetrySchedule;
import dev.hookwarden.simulation.provider.Sent;
import dev.hookwarden.simulation.time.VirtualTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** The providers' deliveries: each attempt signed anew, repeated by schedule until it is answered 200, and some sent twice all the same. */
final class Traffic {
    private static final double DUPLICATES = 0.10;
    private static final double LOST_ANSWERS = 0.02;
    private static final int LATEST_DUPLICATE_SECONDS = 900;
    private static final int OVERHEARD = 50;

    private final ProviderSide zenoo;
    private final ProviderSide jobsiteOn;
    private final Fleet fleet;
    private final Judge judge;
    private final Output output;
    private final VirtualTime time;
    private final Random random;
    private final Consumer<String> trace;
    private final Deque<ProxyRequest> overheard = new ArrayDeque<>();
    private long duplicates;

    Traffic(
            ProviderSide zenoo,
            ProviderSide jobsiteOn,
            Fleet fleet,
            Judge judge,
            Output output,
            VirtualTime time,
            Random random,
            Consumer<String> trace) {
        this.zenoo = zenoo;
        this.jobsiteOn = jobsiteOn;
        this.fleet = fleet;
        this.judge = judge;
        this.output = output;
        this.time = time;
        this.random = random;
        this.trace = trace;
    }

    /** Sends the delivery with this number; who sends it and what it says comes from {@code own}. */
    void deliver(int number, Random own) {
        own.nextInt();
        Sent sent = switch (own.nextInt(4)) {
            case 0 -> sent(number, zenoo, Payloads.ofCase(number, own), RetrySchedule.ZENOO_CASES);
            case 1 -> sent(number, zenoo, Payloads.ofJourney(number, own), RetrySchedule.ASSUMED);
            default -> sent(number, jobsiteOn, Payloads.ofJobsiteOn(number, own), RetrySchedule.ASSUMED);
        };
        judge.sent(sent);
        attempt(sent, 0);
        if (own.nextDouble() < DUPLICATES) {
            duplicates++;
            time.at(time.instant().plusSeconds(own.nextInt(LATEST_DUPLICATE_SECONDS)), () -> attempt(sent, 0));
        }
    }

    private static Sent sent(int number, ProviderSide provider, Payload payload, RetrySchedule schedule) {
        return new Sent(number, provider, payload, schedule);
    }

    private void attempt(Sent sent, int index) {
        ProviderSide provider = sent.provider();
        ProxyRequest request = provider.request(sent.payload(), provider.signingKey(time.instant(), random));
        overhear(request);
        output.watchFor(provider.signatures(request));
        Instant begun = time.instant();
        Fleet.Answered answered = fleet.answer(request);
        judge.answered(sent, request, begun, answered.status(), answered.excused());
        trace.accept(sent + ", attempt " + index + ": " + answered.status());
        if (answered.status() != 200 || random.nextDouble() < LOST_ANSWERS) {
            sent.schedule()
                    .after(index)
                    .ifPresentOrElse(
                            delay -> time.after(delay, () -> attempt(sent, index + 1)), () -> judge.gaveUp(sent));
        }
    }

    private void overhear(ProxyRequest request) {
        overheard.addLast(request);
        if (overheard.size() > OVERHEARD) {
            overheard.removeFirst();
        }
    }

    /** The last requests of both providers, for whoever wants to forge one. */
    List<ProxyRequest> overheard() {
        return new ArrayList<>(overheard);
    }

    /** How many deliveries were sent twice on purpose. */
    long duplicates() {
        return duplicates;
    }
}
