package dev.hookwarden.providerapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.provider.ApiKey;
import dev.hookwarden.provider.ApiKeys;
import dev.hookwarden.provider.Pins;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.provider.RateLimit;
import dev.hookwarden.providerapi.RateLimiter.Permission;
import dev.hookwarden.providerapi.RateLimiter.Permission.Granted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Zenoo at a site of ours, with a live key, no limit used up, and time that passes only by waiting. */
final class CallWorld implements AutoCloseable {
    static final ApiKey KEY = new ApiKey("live-key-2f8c1d7ae5b94063");
    static final ApiKey NEXT_KEY = new ApiKey("next-key-9b1e44c07fd23a68");
    static final ApiCall<Discarded> READ =
            new ApiCall<>("list-cases", "GET", "/v1/cases?limit=1", "sync", Discarded.DOCUMENT);

    final TlsSite site;
    final MutableClock clock = new MutableClock();
    final Instant begun = clock.instant();
    final List<Duration> waits = new ArrayList<>();
    final List<LogLine> lines = new CopyOnWriteArrayList<>();
    final List<String> asked = new ArrayList<>();
    final Deque<Permission> permissions = new ArrayDeque<>();
    final Keys keys = new Keys();
    HttpLimits limits = HttpLimits.DEFAULT;
    Pins pins = Pins.NONE;
    double random = 0.5;
    Provider template = Provider.ZENOO;

    CallWorld() {
        this(new TlsSite());
    }

    CallWorld(TlsSite site) {
        this.site = site;
    }

    Provider provider() {
        return template.withApi(template.api().at(site.uri()).pinnedTo(pins));
    }

    HttpProviderCalls calls() {
        CallPorts ports = new CallPorts(this::ask, lines::add, clock, this::pause, () -> random);
        return new HttpProviderCalls(
                List.of(provider()),
                PlainHttp.REFUSED,
                keys,
                ports,
                limits,
                BoundedHttp.trusting(Certificates.trusted()));
    }

    /** With ten minutes of time. */
    <T> ApiOutcome<T> call(ApiCall<T> call) {
        return call(call, Duration.ofMinutes(10));
    }

    <T> ApiOutcome<T> call(ApiCall<T> call, Duration time) {
        return calls().call(provider(), call, clock.instant().plus(time));
    }

    private Permission ask(ProviderKey key, RateLimit limit) {
        asked.add(key.id() + " " + limit.endpointClass());
        return permissions.isEmpty() ? new Granted() : permissions.remove();
    }

    private void pause(Duration span) {
        waits.add(span);
        clock.advance(span);
    }

    /** What each line says in this field. */
    List<Object> logged(String field) {
        assertThat(lines).extracting(LogLine::event).containsOnly(LogEvent.PROVIDER_API_CALL);
        return lines.stream()
                .map(line -> line.fields().getOrDefault(field, "-"))
                .toList();
    }

    @Override
    public void close() {
        site.close();
    }

    /** Keys that were rotated, or not. */
    static final class Keys implements ApiKeys {
        Optional<ApiKey> current = Optional.of(KEY);
        Optional<ApiKey> next = Optional.empty();
        int refusals;

        @Override
        public Optional<ApiKey> current(Provider provider) {
            return current;
        }

        @Override
        public Optional<ApiKey> afterRefused(Provider provider, ApiKey refused) {
            refusals++;
            return next.filter(key -> !key.equals(refused));
        }
    }
}
