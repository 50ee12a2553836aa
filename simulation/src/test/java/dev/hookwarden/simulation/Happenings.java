package dev.hookwarden.simulation;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.simulation.aws.Outages;
import dev.hookwarden.simulation.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Lets happen what a story says. */
final class Happenings {
    private final long seed;
    private final AwsSide aws;
    private final Outages outages;
    private final Poller poller;
    private final Person person;
    private final Traffic traffic;
    private final Strangers strangers;
    private final VirtualTime time;
    private final Consumer<String> trace;

    Happenings(
            long seed,
            AwsSide aws,
            Outages outages,
            Poller poller,
            Person person,
            Traffic traffic,
            Strangers strangers,
            VirtualTime time,
            Consumer<String> trace) {
        this.seed = seed;
        this.aws = aws;
        this.outages = outages;
        this.poller = poller;
        this.person = person;
        this.traffic = traffic;
        this.strangers = strangers;
        this.time = time;
        this.trace = trace;
    }

    void perform(Action action) {
        Random own = new Random(seed * 31 + action.number());
        switch (action.kind()) {
            case DELIVER -> traffic.deliver(action.number(), own);
            case FORGE -> strangers.forge(own);
            case MALFORM -> strangers.malform(own);
            case ROTATE -> rotate(action.number());
            case OUTAGE -> outage(own);
            case REDRIVE -> redrive();
        }
    }

    private void rotate(int number) {
        switch (number % 5) {
            case 0, 2 -> person.rotate(Provider.ZENOO, Provider.ZENOO.signingKey());
            case 4 -> person.rotate(Provider.ZENOO, Provider.ZENOO.apiKey());
            default ->
                person.rotate(Provider.JOBSITEON, Provider.JOBSITEON.keys().getFirst());
        }
    }

    private void outage(Random own) {
        own.nextInt();
        AwsApi api = List.of(AwsApi.values()).get(own.nextInt(AwsApi.values().length));
        Duration length = Duration.ofSeconds(120 + own.nextInt(1500));
        trace.accept(api + " is out for " + length);
        outages.begin(api, time.instant().plus(length));
    }

    void redrive() {
        trace.accept(aws.queue().redrive() + " dead letters are redriven");
        poller.wake();
    }
}
