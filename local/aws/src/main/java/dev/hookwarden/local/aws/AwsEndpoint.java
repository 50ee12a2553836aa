package dev.hookwarden.local.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.hookwarden.local.tls.LocalServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP address for all stand-ins, for the AWS SDKs and {@code aws --endpoint-url}. Signatures are not checked.
 *
 * <p>{@code X-Amz-Target} chooses the service, or the address where the protocol is CBOR. What has neither is S3's when it is signed for S3;
 * all else, and what belongs to SQS unless a service was added for it, goes to ElasticMQ unchanged.
 */
public final class AwsEndpoint implements AutoCloseable {
    private static final Pattern CBOR_ADDRESS = Pattern.compile("/service/(\\w+)/operation/(\\w+)");

    private final HttpServer server;
    private final String origin;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Faults faults;
    private final AwsRequests requests = new AwsRequests();
    private final AtomicLong answers = new AtomicLong();
    private volatile @Nullable SqsForwarder queues;

    private AwsEndpoint(HttpServer server, String origin, Faults faults) {
        this.server = server;
        this.origin = origin;
        this.faults = faults;
    }

    /**
     * Opens the endpoint on 127.0.0.1; it refuses every operation until services are added.
     *
     * @param port 0 for any free one
     * @throws UncheckedIOException when the port is taken
     */
    public static AwsEndpoint open(int port, Faults faults) {
        try {
            return serving(HttpServer.create(onThisMachine(port), 0), "http://127.0.0.1", faults);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Port " + port + " of the AWS endpoint is taken; choose another with --aws-port", e);
        }
    }

    /** The same on any free port and over TLS, which is part of what calling AWS takes. */
    public static AwsEndpoint openTls(LocalServer shown, Faults faults) {
        try {
            HttpsServer server = HttpsServer.create(onThisMachine(0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(shown.context()));
            return serving(server, "https://localhost", faults);
        } catch (IOException e) {
            throw new UncheckedIOException("No port can be opened for the AWS endpoint", e);
        }
    }

    private static InetSocketAddress onThisMachine(int port) {
        // Else the JDK's server holds each answer back for the client's delayed acknowledgement, some 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    private static AwsEndpoint serving(HttpServer server, String origin, Faults faults) {
        var endpoint = new AwsEndpoint(server, origin, faults);
        server.createContext("/", endpoint::handle).getFilters().add(SameMachine.forPrograms());
        server.setExecutor(endpoint.threads);
        server.start();
        return endpoint;
    }

    /** Where clients reach it, for example {@code http://127.0.0.1:4566}. */
    public URI uri() {
        return URI.create(origin + ":" + server.getAddress().getPort());
    }

    /** Serves an API from now on; replaces what served it before. */
    public AwsEndpoint serve(AwsApi api, AwsService service) {
        requests.serve(api, faults.on(api, service));
        return this;
    }

    /** Serves S3 from now on, with buckets in the path. */
    public AwsEndpoint serveS3(RestService buckets) {
        requests.serveS3(faults.on(buckets));
        return this;
    }

    /** Sends everything that is SQS to the server at this address from now on. */
    public AwsEndpoint forwardQueuesTo(URI elasticMq) {
        return forwardQueuesTo(elasticMq, (action, input) -> {});
    }

    /** As {@link #forwardQueuesTo(URI)}, and tells the listener of each call that has succeeded. */
    public AwsEndpoint forwardQueuesTo(URI elasticMq, QueueListener listener) {
        queues = new SqsForwarder(elasticMq, faults, listener);
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var reply = new Reply(exchange, "hookwarden-local-" + answers.incrementAndGet());
            String target = target(exchange);
            if (target == null && isMeantForS3(exchange)) {
                reply.send(requests.answer(new RestRequest(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders(),
                        exchange.getRequestBody().readAllBytes())));
            } else if (target == null || isForwarded(target)) {
                forward(exchange, reply);
            } else {
                reply.send(requests.answer(target, exchange.getRequestBody().readAllBytes()));
            }
        }
    }

    private static boolean isMeantForS3(HttpExchange exchange) {
        return S3Requests.isMeant(
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestURI().getQuery());
    }

    private boolean isForwarded(String target) {
        return target.startsWith(AwsApi.SQS.targetPrefix() + ".") && !requests.serves(AwsApi.SQS);
    }

    private static @Nullable String target(HttpExchange exchange) {
        Matcher address = CBOR_ADDRESS.matcher(exchange.getRequestURI().getPath());
        return address.matches()
                ? address.group(1) + "." + address.group(2)
                : exchange.getRequestHeaders().getFirst("X-Amz-Target");
    }

    private void forward(HttpExchange exchange, Reply reply) throws IOException {
        SqsForwarder forwarder = queues;
        if (forwarder == null) {
            reply.error(AwsApi.SQS, AwsError.unknownOperation("of SQS: no queues are served here"));
        } else {
            forwarder.forward(exchange, reply);
        }
    }

    /** Stops serving at once. The services stay as they are. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
