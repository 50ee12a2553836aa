package dev.hookwarden.local.providers;

import com.sun.net.httpserver.HttpHandler;
import dev.hookwarden.local.tls.LocalAuthority;
import dev.hookwarden.local.tls.ServerCertificate;
import dev.hookwarden.provider.Provider;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every API that is called, simulated, at {@code /_providers/<provider>/} of whatever server serves {@link #front}. */
public final class SimulatedProviders implements AutoCloseable {
    /** What every path begins with. */
    public static final String PATH = "/_providers/";

    private final Map<String, SimulatedProvider> providers;
    private final TlsFronts tls;
    private final ProvidersFront front;

    private SimulatedProviders(Map<String, SimulatedProvider> providers, TlsFronts tls) {
        this.providers = providers;
        this.tls = tls;
        this.front = new ProvidersFront(providers, tls);
    }

    /**
     * Every provider whose API is called, without a key or with those of the file.
     *
     * @param keyFile where the keys outlive the process
     * @throws java.io.UncheckedIOException if it can't be read
     */
    public static SimulatedProviders create(Optional<Path> keyFile, InstantSource clock) {
        AliveKeys alive = new AliveKeys(keyFile);
        return new SimulatedProviders(
                Provider.ALL.stream()
                        .filter(Provider::isCalled)
                        .collect(Collectors.toUnmodifiableMap(
                                Provider::id, provider -> new SimulatedProvider(provider, alive, clock))),
                new TlsFronts(clock));
    }

    /** Each of them, once. */
    public Collection<SimulatedProvider> all() {
        return providers.values();
    }

    /** A new key for this provider's API, which it knows from now on. */
    public String issueKey(Provider provider) {
        return Objects.requireNonNull(providers.get(provider.id()), provider.id())
                .issueKey();
    }

    /** Answers calls and switches. */
    public HttpHandler front() {
        return front;
    }

    /** Serves the provider over HTTPS as well, on a free port of its own, and shows a new certificate of this kind from now on. */
    public TlsFront overTls(Provider provider, ServerCertificate certificate) {
        return tls.show(provider, certificate, front);
    }

    /** Who signs the certificates, and whom a client must trust. */
    public LocalAuthority authority() {
        return tls.authority();
    }

    @Override
    public void close() {
        tls.close();
    }
}
