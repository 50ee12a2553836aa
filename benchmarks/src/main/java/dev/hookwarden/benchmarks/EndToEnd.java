package dev.hookwarden.benchmarks;

import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.stack.LocalSettings;
import dev.hookwarden.local.stack.LocalStack;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.SigningKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The local stack, fed by a few senders until every delivery is on the bus. */
final class EndToEnd implements AutoCloseable {
    private static final int DELIVERIES = 2000;
    private static final int SENDERS = 4;
    private static final int SIZE = 1024;

    private final LocalStack stack = LocalStack.start(
            new LocalSettings(0, 0, Optional.empty(), Duration.ofSeconds(30), line -> {}, FaultPlan.none()));
    private final SigningKey key = stack.currentSigningKey(Provider.ZENOO);
    private final URI webhook = stack.api().resolve("/webhooks/zenoo");
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    private int runs;
    private double answeredWithin;
    private double publishedWithin;

    /** How long each answer took. */
    Timings run() throws Exception {
        int publishedBefore = stack.published().size();
        String run = "run" + ++runs + "_";
        Timings timings = new Timings();
        long begin = System.nanoTime();
        List<Future<?>> sending = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            int first = sender;
            sending.add(senders.submit(() -> {
                for (int delivery = first; delivery < DELIVERIES; delivery += SENDERS) {
                    HttpRequest request = request(SampleDelivery.payload(run + delivery, SIZE));
                    accepted(timings.time(() -> client.send(request, HttpResponse.BodyHandlers.discarding())));
                }
                return null;
            }));
        }
        for (Future<?> sender : sending) {
            sender.get();
        }
        answeredWithin = secondsSince(begin);
        while (stack.published().size() < publishedBefore + DELIVERIES) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        publishedWithin = secondsSince(begin);
        return timings;
    }

    /** In seconds, of the last run. */
    double answeredWithin() {
        return answeredWithin;
    }

    /** In seconds, of the last run, from its first sending on. */
    double publishedWithin() {
        return publishedWithin;
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private HttpRequest request(String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(webhook).POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
        Provider.ZENOO.scheme().sign(key, bytes, "", Instant.EPOCH).forEach(request::header);
        return request.build();
    }

    private static void accepted(HttpResponse<Void> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Answered " + answer.statusCode());
        }
    }

    @Override
    public void close() {
        senders.shutdownNow();
        client.close();
        stack.close();
    }
}
