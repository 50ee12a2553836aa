package dev.hookwarden.cli.demo;

import dev.hookwarden.delivery.Envelope;
import dev.hookwarden.ingest.IngestConfig;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.sending.Samples;
import dev.hookwarden.local.sending.WebhookClient;
import dev.hookwarden.local.stack.LocalSettings;
import dev.hookwarden.local.stack.LocalStack;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Plays the story: deliveries accepted, refused, repeated, and carried through outages. */
public final class Demo {
    private final LocalStack stack;
    private final Outage outage;
    private final Webhooks webhooks;
    private final Samples samples;
    private final Consumer<Line> report;

    private Demo(LocalStack stack, Outage outage, WebhookClient client, Samples samples, Consumer<Line> report) {
        this.stack = stack;
        this.outage = outage;
        this.webhooks = new Webhooks(stack, client);
        this.samples = samples;
        this.report = report;
    }

    /**
     * Plays it on a stack of its own, on free ports.
     *
     * @param out where each line goes as soon as it is known
     * @return whether everything was as it should be
     */
    public static boolean play(Samples samples, Consumer<String> out) throws IOException, InterruptedException {
        Outage outage = new Outage();
        Table table = new Table(out);
        LocalSettings settings = new LocalSettings(0, 0, Optional.empty(), Duration.ofSeconds(2), line -> {}, outage);
        try (LocalStack stack = LocalStack.start(settings);
                WebhookClient client = new WebhookClient();
                SecretsManagerClient secrets = stack.secrets()) {
            new Demo(stack, outage, client, samples, table::add).play();
            new RotationStory(stack, secrets, client, samples, table::add).play();
            new ProbeStory(stack, client, table::add).play();
            new AlarmStory(stack, client, samples, table::add).play();
        }
        return table.isAsItShouldBe();
    }

    private void play() throws IOException, InterruptedException {
        everySample(Provider.ZENOO, "zenoo");
        everySample(Provider.JOBSITEON, "jobsiteon");
        unusualBytes();
        large();
        forgeries();
        misdirected();
        duplicate();
        queueOutage();
        sinkOutage();
        secretsOutage();
    }

    private void everySample(Provider provider, String folder) throws IOException, InterruptedException {
        List<String> files = samples.filesIn(folder);
        int mark = webhooks.mark();
        List<Integer> statuses = new ArrayList<>();
        for (String file : files) {
            statuses.add(send(provider, samples.payload(file)));
        }
        report.accept(new Line(
                "every " + provider.id() + " sample, signed",
                files.size() + " x 200, " + files.size() + " x processed",
                counted(statuses) + ", " + counted(webhooks.statesSince(mark))));
    }

    private void unusualBytes() throws IOException, InterruptedException {
        int mark = webhooks.mark();
        List<Integer> statuses = List.of(
                send(Provider.ZENOO, samples.payload("cases/non-ascii.json")),
                send(Provider.JOBSITEON, samples.payload("cases/not-utf8.json")));
        report.accept(new Line(
                "not ASCII, and not even text",
                "2 x 200, 2 x processed",
                counted(statuses) + ", " + counted(webhooks.statesSince(mark))));
    }

    private void large() throws IOException, InterruptedException {
        int mark = webhooks.mark();
        List<Integer> statuses = List.of(
                send(Provider.ZENOO, samples.ofSize(Provider.ZENOO, Envelope.MAX_INLINE_BYTES + 1)),
                send(Provider.ZENOO, samples.ofSize(Provider.ZENOO, IngestConfig.LARGEST_PAYLOAD)));
        report.accept(new Line(
                "too large for the queue, for an event",
                "2 x 200, 2 x processed, 1 stays in S3",
                counted(statuses) + ", " + counted(webhooks.statesSince(mark)) + ", " + webhooks.storedPayloads(1)
                        + " stays in S3"));
    }

    private void forgeries() throws IOException, InterruptedException {
        byte[] payload = samples.fresh(Provider.ZENOO);
        Map<String, String> valid = sign(Provider.ZENOO, payload);
        refused("signed with a key made up", 401, Provider.ZENOO, madeUp(payload), payload);
        refused("signed with the other provider's key", 401, Provider.ZENOO, otherKey(payload), payload);
        refused("changed after it was signed", 401, Provider.ZENOO, valid, tampered(payload));
        refused("without a signature", 401, Provider.ZENOO, Map.of(), payload);
        byte[] tooLarge = samples.ofSize(Provider.ZENOO, IngestConfig.LARGEST_PAYLOAD + 1);
        refused("too large", 413, Provider.ZENOO, sign(Provider.ZENOO, tooLarge), tooLarge);
        refused("compressed", 415, Provider.ZENOO, with(valid, "Content-Encoding", "gzip"), payload);
    }

    private void misdirected() throws IOException, InterruptedException {
        try (WebhookClient client = new WebhookClient()) {
            URI nobody = stack.api().resolve("/webhooks/nobody");
            int unknown = client.post(nobody, Map.of(), new byte[] {'x'}).statusCode();
            int get = client.send("GET", webhooks.url(Provider.ZENOO), Map.of(), new byte[0])
                    .statusCode();
            report.accept(new Line("to no provider; with GET", "404; 405", unknown + "; " + get));
        }
    }

    private void duplicate() throws IOException, InterruptedException {
        byte[] payload = samples.fresh(Provider.ZENOO);
        int mark = webhooks.mark();
        int published = stack.published().size();
        List<Integer> statuses = List.of(send(Provider.ZENOO, payload), send(Provider.ZENOO, payload));
        String states = counted(webhooks.statesSince(mark));
        report.accept(new Line(
                "the same delivery twice",
                "2 x 200, 1 x duplicate, 1 x processed, 1 event",
                counted(statuses) + ", " + states + ", " + (stack.published().size() - published) + " event"));
    }

    private void queueOutage() throws IOException, InterruptedException {
        byte[] payload = samples.fresh(Provider.JOBSITEON);
        int mark = webhooks.mark();
        outage.begin(AwsApi.SQS);
        int during = send(Provider.JOBSITEON, payload);
        outage.end();
        int after = send(Provider.JOBSITEON, payload);
        report.accept(new Line(
                "SQS down; the provider sends again",
                "503, then 200, 1 x processed",
                during + ", then " + after + ", " + counted(webhooks.statesSince(mark))));
    }

    private void sinkOutage() throws IOException, InterruptedException {
        int mark = webhooks.mark();
        outage.begin(AwsApi.EVENT_BRIDGE);
        int status = send(Provider.ZENOO, samples.fresh(Provider.ZENOO));
        webhooks.waitForState(mark, "failed");
        outage.end();
        report.accept(new Line(
                "EventBridge down, then up",
                "200, 1 x processed",
                status + ", " + counted(webhooks.statesSince(mark))));
    }

    private void secretsOutage() throws IOException, InterruptedException {
        byte[] payload = samples.fresh(Provider.ZENOO);
        Map<String, String> headers = sign(Provider.ZENOO, payload);
        int mark = webhooks.mark();
        outage.begin(AwsApi.SECRETS_MANAGER);
        int status = webhooks.post(Provider.ZENOO, headers, payload);
        outage.end();
        report.accept(new Line(
                "Secrets Manager down, keyring held",
                "200, 1 x processed",
                status + ", " + counted(webhooks.statesSince(mark))));
    }

    private void refused(String what, int expected, Provider provider, Map<String, String> headers, byte[] payload)
            throws IOException, InterruptedException {
        int mark = webhooks.mark();
        int status = webhooks.post(provider, headers, payload);
        report.accept(
                new Line(what, expected + ", 0 accepted", status + ", " + (webhooks.mark() - mark) + " accepted"));
    }

    private int send(Provider provider, byte[] payload) throws IOException, InterruptedException {
        return webhooks.post(provider, sign(provider, payload), payload);
    }

    private Map<String, String> sign(Provider provider, byte[] payload) {
        return WebhookClient.sign(provider, stack.currentSigningKey(provider), payload);
    }

    private static Map<String, String> madeUp(byte[] payload) {
        return WebhookClient.sign(Provider.ZENOO, SigningKey.ofText("a key that somebody made up"), payload);
    }

    private Map<String, String> otherKey(byte[] payload) {
        return WebhookClient.sign(Provider.ZENOO, stack.currentSigningKey(Provider.JOBSITEON), payload);
    }

    private static byte[] tampered(byte[] payload) {
        byte[] copy = payload.clone();
        copy[copy.length / 2] ^= 1;
        return copy;
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return more;
    }

    /** As {@code 2 x 200, 1 x 503}. */
    private static String counted(List<?> values) {
        Map<String, Integer> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(String.valueOf(value), 1, Integer::sum));
        StringBuilder text = new StringBuilder();
        counts.forEach((value, count) -> text.append(text.isEmpty() ? "" : ", ")
                .append(count)
                .append(" x ")
                .append(value));
        return text.toString();
    }
}
