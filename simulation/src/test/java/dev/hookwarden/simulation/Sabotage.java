package dev.hookwarden.simulation;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.ingest.IngestConfig;
import dev.hookwarden.local.aws.AwsService;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Defences taken away, one at a time. */
final class Sabotage {
    private static final byte[] ACCEPTED = "{\"statusCode\":200,\"headers\":{},\"body\":\"\",\"isBase64Encoded\":false}"
            .getBytes(StandardCharsets.UTF_8);

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern EVENT_ID = Pattern.compile("(\"id\":\")[^\"]*\"");

    private Sabotage() {}

    /** The processor says that all is done, whatever the sink said. */
    static Parts acknowledgesBeforeTheSink() {
        return Parts.real().withProcessor(function -> (event, context) -> {
            function.handleRequest(event, context);
            return new SQSBatchResponse(List.of());
        });
    }

    /** The processor throws what it was given, the first time that it is given it. */
    static Parts throwsInTheProcessor() {
        return Parts.real().withProcessor(function -> (event, context) -> {
            SQSMessage first = event.getRecords().getFirst();
            if ("1".equals(first.getAttributes().get("ApproximateReceiveCount"))) {
                throw new IllegalStateException("broken on purpose at " + first.getBody());
            }
            return function.handleRequest(event, context);
        });
    }

    /** Ingest answers 200 although the queue didn't. */
    static Parts answersBeforeQueueing() {
        return Parts.real().withIngest(function -> (event, answer, context) -> {
            ByteArrayOutputStream real = new ByteArrayOutputStream();
            function.handleRequest(event, real, context);
            boolean faulted = real.toString(StandardCharsets.UTF_8).contains("\"statusCode\":50");
            answer.write(faulted ? ACCEPTED : real.toByteArray());
        });
    }

    /** Nobody remembers what was seen. */
    static Parts dropsNoRepeats() {
        return Parts.real().withTable(table -> (action, input) -> {
            if (action.equals("PutItem")) {
                input.remove(List.of("ConditionExpression", "ExpressionAttributeValues"));
            }
            return table.answer(action, input);
        });
    }

    /** Every event has this id, whichever delivery it carries. */
    static Parts publishesUnderOneId(String id) {
        return Parts.real().withBus(bus -> (action, input) -> {
            input.path("Entries").forEach(entry -> {
                String detail = entry.path("Detail").asText();
                ((ObjectNode) entry).put("Detail", EVENT_ID.matcher(detail).replaceFirst("$1" + id + "\""));
            });
            return bus.answer(action, input);
        });
    }

    /** What is published has been read into doubles and written again. */
    static Parts roundsNumbers() {
        return Parts.real().withBus(bus -> (action, input) -> {
            input.path("Entries")
                    .forEach(entry -> ((ObjectNode) entry)
                            .put("Detail", entry.path("Detail").asText().replace("10.10", "10.1")));
            return bus.answer(action, input);
        });
    }

    /** Every signature verifies. */
    static Parts acceptsEverySignature() {
        return Parts.real().withIngest(function -> (event, answer, context) -> {
            ByteArrayOutputStream real = new ByteArrayOutputStream();
            function.handleRequest(event, real, context);
            boolean refused = real.toString(StandardCharsets.UTF_8).contains("\"statusCode\":401");
            answer.write(refused ? ACCEPTED : real.toByteArray());
        });
    }

    /** Ingest throws where it should refuse. */
    static Parts throwsAtRefusals() {
        return Parts.real().withIngest(function -> (event, answer, context) -> {
            ByteArrayOutputStream real = new ByteArrayOutputStream();
            function.handleRequest(event, real, context);
            if (real.toString(StandardCharsets.UTF_8).contains("\"statusCode\":41")) {
                throw new IllegalStateException("broken on purpose");
            }
            answer.write(real.toByteArray());
        });
    }

    /** Ingest looks at AWSCURRENT alone. */
    static Parts verifiesTheCurrentKeyOnly() {
        return Parts.real().withSecretsForIngest(secrets -> hiding(secrets, "AWSPENDING", "AWSPREVIOUS"));
    }

    /** Ingest doesn't look at AWSPREVIOUS. */
    static Parts forgetsThePreviousKey() {
        return Parts.real().withSecretsForIngest(secrets -> hiding(secrets, "AWSPREVIOUS"));
    }

    private static AwsService hiding(AwsService secrets, String... labels) {
        return (action, input) -> {
            ObjectNode answer = secrets.answer(action, input);
            answer.path("VersionIdsToStages").forEach(stages -> {
                var each = stages.elements();
                while (each.hasNext()) {
                    if (List.of(labels).contains(each.next().textValue())) {
                        each.remove();
                    }
                }
            });
            return answer;
        };
    }

    /** Ingest takes a previous key for as long as it is labelled, whatever the provider's overlap. */
    static Parts acceptsThePreviousKeyForEver() {
        return Parts.real()
                .withIngestConfig(config -> new IngestConfig(
                        config.queueUrl(),
                        config.providers().stream()
                                .map(Sabotage::withoutDeadline)
                                .toList(),
                        config.secretNames(),
                        config.keyring(),
                        config.payloadBucket(),
                        config.payloadLimit()));
    }

    private static Provider withoutDeadline(Provider provider) {
        List<ProviderKey> keys = provider.keys().stream()
                .map(key -> key.withOverlap(Duration.ofDays(3650)))
                .toList();
        return provider.withKeys(keys);
    }

    /** A rotation that skips the test: its label is put on at once. */
    static Parts rotatesWithoutATest() {
        return Parts.real().withSecretsForRotation(secrets -> (action, input) -> {
            if (action.equals("UpdateSecretVersionStage")
                    && input.path("VersionStage").asText().equals("HOOKWARDEN_TESTED")) {
                input.put("VersionStage", "AWSCURRENT");
                input.remove("RemoveFromVersionId");
                holder(secrets, input.path("SecretId").asText(), "AWSCURRENT")
                        .ifPresent(version -> input.put("RemoveFromVersionId", version));
            }
            return secrets.answer(action, input);
        });
    }

    /** A rotation that tries nothing: each candidate is labelled as tested and made current as soon as it is there. */
    static Parts labelsWithoutATest() {
        return Parts.real().withSecretsForRotation(secrets -> (action, input) -> {
            String secret = input.path("SecretId").asText();
            ObjectNode answer = secrets.answer(action, input);
            if (action.equals("PutSecretValue")) {
                String candidate = answer.path("VersionId").asText();
                move(secrets, secret, "HOOKWARDEN_TESTED", candidate);
                move(secrets, secret, "AWSCURRENT", candidate);
            }
            return answer;
        });
    }

    private static void move(AwsService secrets, String secret, String label, String version) {
        ObjectNode move = WatchedSecrets.of(secret).put("VersionStage", label).put("MoveToVersionId", version);
        holder(secrets, secret, label).ifPresent(holder -> move.put("RemoveFromVersionId", holder));
        secrets.answer("UpdateSecretVersionStage", move);
    }

    private static Optional<String> holder(AwsService secrets, String secret, String label) {
        return secrets
                .answer("DescribeSecret", WatchedSecrets.of(secret))
                .path("VersionIdsToStages")
                .properties()
                .stream()
                .filter(version -> version.getValue()
                        .valueStream()
                        .anyMatch(each -> each.asText().equals(label)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Ingest answers a refusal with the key that it compared with, in base64. */
    static Parts showsTheKey() {
        StringBuilder key = new StringBuilder("no key yet");
        return Parts.real()
                .withSecretsForIngest(secrets -> (action, input) -> {
                    ObjectNode answer = secrets.answer(action, input);
                    if (answer.has("SecretString")) {
                        byte[] value = answer.get("SecretString").asText().getBytes(StandardCharsets.UTF_8);
                        key.replace(0, key.length(), Base64.getEncoder().encodeToString(value));
                    }
                    return answer;
                })
                .withIngest(function -> (event, answer, context) -> {
                    ByteArrayOutputStream real = new ByteArrayOutputStream();
                    function.handleRequest(event, real, context);
                    String text = real.toString(StandardCharsets.UTF_8).replace("Invalid signature", key);
                    answer.write(text.getBytes(StandardCharsets.UTF_8));
                });
    }

    /** Ingest shows the request's headers to whoever asks. */
    static Parts showsTheSignature() {
        return Parts.real().withIngest(function -> (event, answer, context) -> {
            byte[] request = event.readAllBytes();
            ByteArrayOutputStream real = new ByteArrayOutputStream();
            function.handleRequest(new ByteArrayInputStream(request), real, context);
            String quoted = new String(request, StandardCharsets.UTF_8)
                    .replace("\\", "")
                    .replace("\"", "'");
            String text = real.toString(StandardCharsets.UTF_8).replace("Invalid signature", quoted);
            answer.write(text.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Ingest tells in a header what it was sent in one. */
    static Parts showsTheSignatureInAHeader() {
        return Parts.real().withIngest(function -> (event, answer, context) -> {
            byte[] request = event.readAllBytes();
            ByteArrayOutputStream real = new ByteArrayOutputStream();
            function.handleRequest(new ByteArrayInputStream(request), real, context);
            Matcher signature = HEX.matcher(new String(request, StandardCharsets.UTF_8));
            String shown = signature.find() ? signature.group() : "";
            String text = real.toString(StandardCharsets.UTF_8)
                    .replace("\"headers\":{", "\"headers\":{\"X-Seen\":\"" + shown + "\",");
            answer.write(text.getBytes(StandardCharsets.UTF_8));
        });
    }
}
