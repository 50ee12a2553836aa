package dev.hookwarden.local.providers;

import dev.hookwarden.local.tls.LocalAuthority;
import dev.hookwarden.local.tls.ServerCertificate;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.provider.ApiKey;
import dev.hookwarden.provider.ApiKeys;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.providerapi.ApiCall;
import dev.hookwarden.providerapi.ApiOutcome;
import dev.hookwarden.providerapi.CallPorts;
import dev.hookwarden.providerapi.Discarded;
import dev.hookwarden.providerapi.HttpProviderCalls;
import dev.hookwarden.providerapi.PlainHttp;
import dev.hookwarden.providerapi.RateLimiter.Permission.Granted;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The real client and the simulated providers, with real TLS between them. Waits between attempts pass at once, by a clock that is put
 * forward; what a call itself takes is real time.
 */
final class ClientWorld implements AutoCloseable {
    static final ApiCall<Discarded> LIST_CASES =
            new ApiCall<>("list-cases", "GET", "/v1/cases?limit=1", "sync", Discarded.DOCUMENT);
    static final ApiCall<Discarded> LIST_CONTACTS =
            new ApiCall<>("list-contacts", "GET", "/contacts", "all", Discarded.DOCUMENT);

    final SimulatedProviders simulated;
    final List<LogLine> lines = new CopyOnWriteArrayList<>();
    final List<Duration> waits = new ArrayList<>();
    final AtomicReference<Duration> putForward = new AtomicReference<>(Duration.ZERO);

    private final Path trusted;

    ClientWorld(Path folder) throws IOException, GeneralSecurityException {
        simulated = SimulatedProviders.create(Optional.empty(), clock());
        trusted = folder.resolve("trusted.p12");
        LocalAuthority authority = simulated.authority();
        try (OutputStream file = Files.newOutputStream(trusted)) {
            authority.trustStore().store(file, "trusted".toCharArray());
        }
    }

    InstantSource clock() {
        return () -> Instant.now().plus(putForward.get());
    }

    SimulatedProvider simulated(Provider provider) {
        return simulated.all().stream()
                .filter(each -> each.provider().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    /** The provider where it is simulated, showing such a certificate. */
    Provider at(Provider provider, ServerCertificate certificate) {
        return provider.withApi(
                provider.api().at(simulated.overTls(provider, certificate).baseUrl()));
    }

    /** Zenoo, showing a good certificate, with these faults planned. */
    Provider zenoo(String faults) throws IOException {
        simulated(Provider.ZENOO).plan(PlannedFaults.from(ApiAnswer.MAPPER.readTree(faults)));
        return at(Provider.ZENOO, ServerCertificate.VALID);
    }

    /** The client as functions have it: it trusts what the JDK's default trust store says. */
    HttpProviderCalls client(Provider provider, ApiKeys keys) {
        System.setProperty("javax.net.ssl.trustStore", trusted.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", "trusted");
        try {
            CallPorts ports = new CallPorts((key, limit) -> new Granted(), lines::add, clock(), this::pass, () -> 0.5);
            return new HttpProviderCalls(List.of(provider), PlainHttp.REFUSED, keys, ports);
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }

    /** Makes a call with this key; the caller needs the answer within that time. */
    <T> ApiOutcome<T> call(Provider provider, ApiCall<T> call, String key, Duration time) {
        return client(provider, ApiKeys.only(new ApiKey(key)))
                .call(provider, call, clock().instant().plus(time));
    }

    private void pass(Duration wait) {
        waits.add(wait);
        putForward.updateAndGet(before -> before.plus(wait));
    }

    /** Every line that was logged, as text. */
    String log() {
        return lines.stream().map(line -> line.fields().toString()).reduce("", String::concat);
    }

    @Override
    public void close() {
        simulated.close();
    }
}
