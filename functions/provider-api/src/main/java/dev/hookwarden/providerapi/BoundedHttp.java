package dev.hookwarden.providerapi;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.provider.Pins;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Single HTTP calls: the default trust store, TLS 1.2 or newer, no redirects, and limits to time and body. Each call has a connection of its
 * own: one kept from before a snapshot or a freeze would be dead, and a session resumed from there would use old secrets.
 */
public final class BoundedHttp {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    static {
        // By itself the JDK's client sends a GET again when the connection ends before an answer: nobody would have
        // counted or logged that.
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    }

    private final HttpLimits limits;
    private final TrustManager trust;

    BoundedHttp(HttpLimits limits, X509ExtendedTrustManager trustStore, Pins pins) {
        this.limits = limits;
        this.trust = new PinnedTrust(trustStore, pins);
    }

    /** Calls that trust what the default trust store vouches for, and of that, what is pinned. */
    public static BoundedHttp to(Pins pins) {
        return new BoundedHttp(HttpLimits.DEFAULT, trusting(null), pins);
    }

    /**
     * What this store vouches for.
     *
     * @param trustStore null for the JDK's own, or the one that {@code javax.net.ssl.trustStore} names
     */
    static X509ExtendedTrustManager trusting(@Nullable KeyStore trustStore) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trustStore);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The trust store can't be read", broken);
        }
    }

    /**
     * Makes the call.
     *
     * @param longest how long it may take, if that is less than the limit
     */
    public HttpAnswer send(HttpRequest request, Duration longest) {
        Duration whole = longest.compareTo(limits.whole()) < 0 ? longest : limits.whole();
        HttpClient client = client(whole);
        try {
            AtomicInteger status = new AtomicInteger();
            return answer(client.sendAsync(request, limited(status)), status, whole);
        } finally {
            client.shutdownNow();
        }
    }

    private BodyHandler<byte[]> limited(AtomicInteger status) {
        return head -> {
            status.set(head.statusCode());
            return new LimitedBody(limits.bodyBytes());
        };
    }

    /** The future ends with the body; the request's own timeout would end with the head. */
    private static HttpAnswer answer(
            CompletableFuture<HttpResponse<byte[]>> call, AtomicInteger status, Duration whole) {
        try {
            HttpResponse<byte[]> response = call.get(whole.toNanos(), TimeUnit.NANOSECONDS);
            return new HttpAnswer.Whole(response.statusCode(), response.headers(), Payload.of(response.body()));
        } catch (ExecutionException | TimeoutException failed) {
            return new HttpAnswer.Broken(status.get(), Trouble.of(failed, status.get() != 0));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new HttpAnswer.Broken(status.get(), Trouble.INTERRUPTED);
        }
    }

    private HttpClient client(Duration whole) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(whole.compareTo(limits.connect()) < 0 ? whole : limits.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(secured())
                .sslParameters(new SSLParameters(null, PROTOCOLS))
                .build();
    }

    private SSLContext secured() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("This JDK has no TLS", broken);
        }
    }
}
