package dev.hookwarden.ingest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hookwarden.json.Json;
import dev.hookwarden.log.JsonEventLog;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;

/**
 * The whole way of a delivery before a snapshot is taken, so that what is restored from it has nothing left to load: one that is accepted
 * and one that is refused, of each provider. The key is made up, AWS is {@link RehearsalEndpoint}, the log goes nowhere, and all of it is
 * thrown away; no key, credential or connection of ours is in it.
 */
final class Rehearsal {
    /** The first loads classes; after the others, what a delivery runs often is compiled too. */
    private static final int TIMES = 20;

    private static final byte[] PAYLOAD =
            "{\"event_id\":\"rehearsal\",\"event_type\":\"rehearsal\"}".getBytes(StandardCharsets.UTF_8);

    /** As many as base64 has no filling for: it is base64 read backwards, too. */
    private static final int KEY_BYTES = 48;

    private final IngestConfig config;
    private final String key;

    Rehearsal(IngestConfig config) {
        byte[] madeUp = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(madeUp);
        this.config = config;
        this.key = Base64.getEncoder().encodeToString(madeUp);
    }

    /**
     * Plays it.
     *
     * @throws IOException if there is no port for it
     * @throws IllegalStateException if a delivery was answered otherwise than it will be
     */
    void run() throws IOException {
        try (RehearsalEndpoint endpoint = RehearsalEndpoint.open(key);
                AwsRehearsalCredentials nobody = AwsRehearsalCredentials.from(endpoint.uri())) {
            for (Provider provider : config.providers()) {
                try (AwsRehearsalClients aws = AwsRehearsalClients.of(endpoint.uri(), nobody)) {
                    play(provider, aws.clients());
                }
            }
        }
    }

    /** Each provider has a reception of its own: a key that two of them share would be refused. */
    private void play(Provider provider, AwsClients aws) throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Reception reception =
                new Reception(config, aws, InstantSource.system(), new JsonEventLog(nowhere, InstantSource.system()));
        byte[] genuine = event(provider, key);
        byte[] forged = event(provider, new StringBuilder(key).reverse().toString());
        for (int i = 0; i < TIMES; i++) {
            check(provider, "genuine", 200, answer(reception, genuine, nowhere));
            check(provider, "forged", 401, answer(reception, forged, nowhere));
        }
    }

    private static int answer(Reception reception, byte[] event, PrintStream nowhere) throws IOException {
        Answer answer = reception.answerTo(new ByteArrayInputStream(event));
        answer.writeTo(nowhere);
        return answer.status();
    }

    private static void check(Provider provider, String delivery, int expected, int status) {
        if (status != expected) {
            throw new IllegalStateException("Before a snapshot, a " + delivery + " delivery of " + provider.id()
                    + " was answered " + status + " and not " + expected);
        }
    }

    private static byte[] event(Provider provider, String key) throws IOException {
        SigningKey signingKey = provider.scheme().signingKey(key);
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.FACTORY.createGenerator(event)) {
            json.writeStartObject();
            json.writeStringField("httpMethod", "POST");
            json.writeObjectFieldStart("multiValueHeaders");
            json.writeFieldName("Content-Type");
            json.writeArray(new String[] {"application/json"}, 0, 1);
            for (Map.Entry<String, String> header : provider.scheme()
                    .sign(
                            signingKey,
                            PAYLOAD,
                            "rehearsal",
                            InstantSource.system().instant())
                    .entrySet()) {
                json.writeFieldName(header.getKey());
                json.writeArray(new String[] {header.getValue()}, 0, 1);
            }
            json.writeEndObject();
            json.writeObjectFieldStart("pathParameters");
            json.writeStringField("provider", provider.id());
            json.writeEndObject();
            json.writeObjectFieldStart("requestContext");
            json.writeStringField("requestId", "rehearsal");
            json.writeEndObject();
            json.writeStringField("body", new String(PAYLOAD, StandardCharsets.UTF_8));
            json.writeBooleanField("isBase64Encoded", false);
            json.writeEndObject();
        }
        return event.toByteArray();
    }
}
