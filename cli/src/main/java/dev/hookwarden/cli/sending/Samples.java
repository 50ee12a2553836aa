package dev.hookwarden.cli.sending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.provider.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The payloads in {@code events/}. */
public final class Samples {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;

    private Samples(Path checkout) {
        this.folder = checkout.resolve("events");
    }

    /** The samples of the checkout that the command was started from. */
    public static Samples ofCheckout() {
        return new Samples(Path.of(System.getProperty("hookwarden.root", ".")));
    }

    /** The files of one folder, as {@code zenoo/case/case.created.json}, sorted. */
    public List<String> filesIn(String subfolder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder.resolve(subfolder))) {
            return paths.filter(path -> path.toString().endsWith(".json"))
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    /** The exact bytes of a file's body. */
    public byte[] payload(String file) throws IOException {
        JsonNode event = MAPPER.readTree(folder.resolve(file).toFile());
        String body = event.path("body").asText();
        return event.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    /** A payload that was never sent before: a sample with an id and a time of its own. */
    public byte[] fresh(Provider provider) throws IOException {
        String file = provider.equals(Provider.JOBSITEON) ? "jobsiteon/assumed.json" : "zenoo/case/case.created.json";
        ObjectNode body = (ObjectNode) MAPPER.readTree(payload(file));
        String id = UUID.randomUUID().toString();
        String now = Instant.now().toString();
        if (provider.equals(Provider.JOBSITEON)) {
            body.put("id", "job_" + id).put("occurred_at", now);
        } else {
            body.put("event_id", "evt_" + id).put("created_at", now);
        }
        return MAPPER.writeValueAsBytes(body);
    }

    /** A payload of Zenoo's that was never sent before, filled up to so many bytes. */
    public byte[] ofSize(int bytes) throws IOException {
        ObjectNode body = (ObjectNode) MAPPER.readTree(fresh(Provider.ZENOO));
        int withoutFiller = MAPPER.writeValueAsBytes(body.put("filler", "")).length;
        return MAPPER.writeValueAsBytes(body.put("filler", "x".repeat(bytes - withoutFiller)));
    }
}
