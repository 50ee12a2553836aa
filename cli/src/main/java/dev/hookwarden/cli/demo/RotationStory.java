package dev.hookwarden.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hookwarden.local.sending.Samples;
import dev.hookwarden.local.sending.WebhookClient;
import dev.hookwarden.local.stack.LocalStack;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.SecretNames;
import dev.hookwarden.signing.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Keys rotated while deliveries flow, in both kinds of overlap, and a candidate that is refused. */
final class RotationStory {
    private static final SecretNames NAMES = new SecretNames("hookwarden/local");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final LocalStack stack;
    private final SecretsManagerClient secrets;
    private final Webhooks webhooks;
    private final WebhookClient client;
    private final Samples samples;
    private final Consumer<Line> report;

    RotationStory(
            LocalStack stack,
            SecretsManagerClient secrets,
            WebhookClient client,
            Samples samples,
            Consumer<Line> report) {
        this.stack = stack;
        this.secrets = secrets;
        this.webhooks = new Webhooks(stack, client);
        this.client = client;
        this.samples = samples;
        this.report = report;
    }

    void play() throws IOException, InterruptedException {
        underTraffic(
                "zenoo's signing key, under traffic",
                Provider.ZENOO,
                generatedKey(),
                () -> stack.currentSigningKey(Provider.ZENOO));
        underTraffic(
                "jobsiteon's key, old and new both signing",
                Provider.JOBSITEON,
                issuedKey(Provider.JOBSITEON),
                inTurns(Provider.JOBSITEON));
        revokedAtOnce();
        sameKeyAgain();
    }

    private void underTraffic(String what, Provider provider, String candidate, Supplier<SigningKey> signing)
            throws InterruptedException {
        int mark = webhooks.mark();
        Traffic traffic = new Traffic(webhooks, samples, provider, signing);
        traffic.waitFor(10);
        boolean rotated = rotate(provider.signingKey(), candidate);
        traffic.waitFor(20);
        traffic.stop();
        int lost = traffic.accepted() - webhooks.processedSince(mark);
        report.accept(new Line(
                what,
                "rotated, 0 lost, 0 refused",
                (rotated ? "rotated, " : "not rotated, ") + lost + " lost, " + traffic.notAccepted() + " refused"));
    }

    /** Whether an API key that dies with the next one's issue is replaced by it. */
    private void revokedAtOnce() throws IOException, InterruptedException {
        ProviderKey key = Provider.ZENOO.apiKey();
        String old = value(key);
        String issued = issuedKey(Provider.ZENOO);
        int oldStatus = read(old);
        boolean rotated = rotate(key, issued);
        report.accept(new Line(
                "zenoo's API key, the old one dead at once",
                "old 401, rotated, new 200",
                "old " + oldStatus + (rotated ? ", rotated" : ", not rotated") + ", new " + read(value(key))));
    }

    private void sameKeyAgain() {
        ProviderKey key = Provider.JOBSITEON.apiKey();
        String before = value(key);
        submit(key, before);
        secrets.rotateSecret(request -> request.secretId(NAMES.secret(key)));
        waitUntil(() -> !refusals().isEmpty());
        report.accept(new Line(
                "the same key as its own successor",
                "CANDIDATE_UNCHANGED, current key untouched",
                refusals() + (before.equals(value(key)) ? ", current key untouched" : ", current key changed")));
    }

    private boolean rotate(ProviderKey key, String candidate) {
        submit(key, candidate);
        String token = secrets.rotateSecret(request -> request.secretId(NAMES.secret(key)))
                .versionId();
        waitUntil(() -> isCurrent(key, token));
        return isCurrent(key, token);
    }

    private void submit(ProviderKey key, String candidate) {
        secrets.putSecretValue(request -> request.secretId(NAMES.inbox(key)).secretString(candidate));
    }

    private boolean isCurrent(ProviderKey key, String version) {
        return secrets.describeSecret(request -> request.secretId(NAMES.secret(key)))
                .versionIdsToStages()
                .getOrDefault(version, List.of())
                .contains("AWSCURRENT");
    }

    private String value(ProviderKey key) {
        return secrets.getSecretValue(request -> request.secretId(NAMES.secret(key)))
                .secretString();
    }

    private String refusals() {
        for (JsonNode entry : stack.rotations()) {
            if (entry.path("event").asText().equals("rotation_refused")) {
                return entry.path("refusal").asText();
            }
        }
        return "";
    }

    private String issuedKey(Provider provider) throws IOException, InterruptedException {
        String body = client.post(stack.api().resolve("/_providers/" + provider.id() + "/keys"), Map.of(), new byte[0])
                .body();
        return new ObjectMapper().readTree(body).path("key").asText();
    }

    private int read(String apiKey) throws IOException, InterruptedException {
        URI cases =
                stack.api().resolve("/_providers/zenoo" + Provider.ZENOO.api().provingRead());
        return client.send("GET", cases, Map.of(Provider.ZENOO.api().authHeader(), apiKey), new byte[0])
                .statusCode();
    }

    private static String generatedKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The key that was current when this began, and the one that is current now, by turns. */
    private Supplier<SigningKey> inTurns(Provider provider) {
        SigningKey first = stack.currentSigningKey(provider);
        AtomicInteger turn = new AtomicInteger();
        return () -> turn.getAndIncrement() % 2 == 0 ? first : stack.currentSigningKey(provider);
    }

    private static void waitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }
}
