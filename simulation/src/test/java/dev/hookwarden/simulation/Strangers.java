package dev.hookwarden.simulation;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.lambda.ProxyRequest;
import dev.hookwarden.simulation.forgery.Forging;
import dev.hookwarden.simulation.judge.Judge;
import dev.hookwarden.simulation.judge.KeyBook;
import dev.hookwarden.simulation.provider.ProviderSide;
import dev.hookwarden.simulation.time.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Attempts that no provider makes: forgeries, replays, keys of others and keys of yesterday, nonsense. */
final class Strangers {
    private final List<ProviderSide> providers;
    private final KeyBook keys;
    private final Traffic traffic;
    private final Fleet fleet;
    private final Judge judge;
    private final Output output;
    private final VirtualTime time;
    private final Consumer<String> trace;

    Strangers(
            List<ProviderSide> providers,
            KeyBook keys,
            Traffic traffic,
            Fleet fleet,
            Judge judge,
            Output output,
            VirtualTime time,
            Consumer<String> trace) {
        this.providers = List.copyOf(providers);
        this.keys = keys;
        this.traffic = traffic;
        this.fleet = fleet;
        this.judge = judge;
        this.output = output;
        this.time = time;
        this.trace = trace;
    }

    /** Sends something forged, if there is anything to forge. */
    void forge(Random own) {
        own.nextInt();
        List<ProxyRequest> overheard = traffic.overheard();
        if (!overheard.isEmpty()) {
            ProxyRequest genuine = overheard.get(own.nextInt(overheard.size()));
            send(
                    own.nextInt(3) == 0
                            ? withOtherKey(overheard, own)
                            : forging(own).change(genuine),
                    false);
        }
    }

    /** Sends nonsense. */
    void malform(Random own) {
        own.nextInt();
        send(forging(own).nonsense(), true);
    }

    private Forging forging(Random own) {
        return new Forging(providers.stream().map(ProviderSide::id).toList(), own);
    }

    /** Signed well, with a key that is another provider's, or was this one's once, or nobody's. */
    private ProxyRequest withOtherKey(List<ProxyRequest> overheard, Random own) {
        ProviderSide target = providers.get(own.nextInt(providers.size()));
        // A key that was taken away a moment ago may verify still: then it must be a delivery that there is.
        Payload payload = overheard.stream()
                .filter(request -> request.path().endsWith("/" + target.id()))
                .findFirst()
                .map(ProxyRequest::body)
                .orElseGet(() -> Payload.of(new byte[] {'{', '}'}));
        List<String> candidates = new ArrayList<>();
        providers.stream()
                .filter(other -> !other.equals(target))
                .forEach(other -> candidates.addAll(last(keys.keys(other.id()))));
        candidates.add(ProviderSide.newKey(target.id(), own));
        List<String> retired = last(keys.retired(target.id()).reversed());
        candidates.addAll(retired);
        String key = candidates.get(own.nextInt(candidates.size()));
        if (retired.contains(key)) {
            judge.retiredKeyTried();
        }
        return target.request(payload, key);
    }

    private static List<String> last(List<String> newestFirst) {
        return newestFirst.subList(0, Math.min(3, newestFirst.size()));
    }

    private void send(ProxyRequest request, boolean malformed) {
        providers.forEach(provider -> output.watchFor(provider.signatures(request)));
        Instant begun = time.instant();
        Fleet.Answered answered = fleet.answer(request);
        judge.tried(request, begun, answered.status(), answered.excused(), malformed);
        trace.accept("a stranger at " + request.path().length() + " characters of path: " + answered.status());
    }
}
