package dev.hookwarden.simulation.forgery;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.lambda.ProxyRequest;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.Sender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * Forged attempts at both providers and at every form of signature: changed in headers, body, route, method and encoding, replayed out of time,
 * and signed with keys that aren't the route's.
 */
public final class Forgeries {
    private static final int LONGEST_REPLAY_SECONDS = 1200;
    private static final int LONGEST_GAP_MILLIS = 20;

    private final Random random;
    private final List<Target> targets = new ArrayList<>();
    private final Receiving receiving;
    private final Forging forging;
    private final Instant begun;
    private long forged;
    private long genuineAccepted;

    /**
     * What came of some forgeries.
     *
     * @param accepted answered 200 although nobody had signed that: must be none
     * @param stillGenuine changed in nothing that matters, and accepted
     * @param mostReads the most reads of one key's labels within 30 seconds
     */
    public record Outcome(
            long tried,
            List<String> accepted,
            List<String> faults,
            long stillGenuine,
            int mostReads,
            long allReads,
            Duration lasted) {}

    public Forgeries(long seed) {
        this.random = new Random(seed);
        targets.add(new Target(Provider.ZENOO, Sender.GITHUB, newKey()));
        targets.add(new Target(Provider.JOBSITEON, Sender.BARE_HEX, newKey()));
        for (Sender sender : Sender.values()) {
            targets.add(Target.of(sender, newKey()));
        }
        this.receiving = new Receiving(targets);
        this.forging = new Forging(
                targets.stream().map(target -> target.provider().id()).toList(), random);
        this.begun = receiving.time.instant();
    }

    /** Usable in every form, also where a key's text is base64. */
    private String newKey() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    /** Tries so many. */
    public Outcome attempt(int cases) {
        List<String> accepted = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (int index = 0; index < cases; index++) {
            receiving.time.pass(Duration.ofMillis(random.nextInt(LONGEST_GAP_MILLIS)));
            ProxyRequest request = forged();
            Instant now = receiving.time.instant();
            int status = receiving.status("case " + index, request);
            forged++;
            if (status >= 500) {
                faults.add("case " + index + ": " + status);
            } else if (status == 200 && isGenuine(request, now)) {
                genuineAccepted++;
            } else if (status == 200) {
                accepted.add("case " + index + ": " + request + " "
                        + request.headers().keySet());
            }
        }
        return new Outcome(
                forged,
                accepted,
                faults,
                genuineAccepted,
                receiving.reads.mostInAWindow(),
                receiving.reads.mostOfOneSecret(),
                Duration.between(begun, receiving.time.instant()));
    }

    private boolean isGenuine(ProxyRequest request, Instant now) {
        return targets.stream().anyMatch(target -> target.signedThis(request, now));
    }

    private ProxyRequest forged() {
        Target target = targets.get(random.nextInt(targets.size()));
        Instant now = receiving.time.instant();
        int kind = random.nextInt(6);
        if (kind == 0) {
            return request(target, now, otherKey(target));
        }
        // Where no time is signed a replay is as genuine as the first try: it is dropped as a repeat, later.
        if (kind <= 2 && target.signsTime()) {
            int seconds = random.nextInt(-LONGEST_REPLAY_SECONDS, LONGEST_REPLAY_SECONDS);
            return request(target, now.plusSeconds(seconds), target.key());
        }
        return forging.change(request(target, now, target.key()));
    }

    private String otherKey(Target target) {
        List<Target> others =
                targets.stream().filter(other -> !other.equals(target)).toList();
        return random.nextBoolean()
                ? newKey()
                : others.get(random.nextInt(others.size())).key();
    }

    private ProxyRequest request(Target target, Instant at, String key) {
        int number = random.nextInt(1_000_000);
        String payload = "{\"event_id\": \"evt_" + number + "\",\n \"amount\": 10.10, \"name\": \"Zoë\"}";
        return target.request(Payload.of(payload.getBytes(StandardCharsets.UTF_8)), "msg_" + number, at, key);
    }

    /** Every key on every route: the pairs of route and key's owner that are accepted. */
    public List<String> acceptedPairs() {
        List<String> pairs = new ArrayList<>();
        for (Target route : targets) {
            for (Target owner : targets) {
                String pair = route + " takes the key of " + owner;
                if (receiving.status(pair, request(route, receiving.time.instant(), owner.key())) == 200) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    /** The pairs that must be accepted, and no others. */
    public List<String> diagonal() {
        return targets.stream()
                .map(target -> target + " takes the key of " + target)
                .toList();
    }
}
