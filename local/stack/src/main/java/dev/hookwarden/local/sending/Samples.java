package dev.hookwarden.local.sending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.provider.Location;
import dev.hookwarden.provider.Location.Field;
import dev.hookwarden.provider.Location.Header;
import dev.hookwarden.provider.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The payloads in {@code events/}. */
public final class Samples {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Location NOWHERE = new Field("");

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
        ObjectNode body = (ObjectNode) MAPPER.readTree(payload(sampleOf(provider)));
        String idField =
                provider.identification().deliveryId().orElse(NOWHERE) instanceof Field(String name) ? name : "id";
        String prefix = body.path(idField).asText().replaceFirst("[^_]*$", "");
        body.put(idField, prefix + UUID.randomUUID());
        Stream.of("created_at", "occurred_at")
                .filter(body::has)
                .forEach(time -> body.put(time, Instant.now().toString()));
        return MAPPER.writeValueAsBytes(body);
    }

    /** The headers of the provider's sample that say more of a delivery than its payload and its signature do. */
    public Map<String, String> headers(Provider provider) throws IOException {
        JsonNode headers =
                MAPPER.readTree(folder.resolve(sampleOf(provider)).toFile()).path("headers");
        return provider.identification().eventType().orElse(NOWHERE) instanceof Header(String name)
                ? Map.of(name, headers.path(name).asText())
                : Map.of();
    }

    private String sampleOf(Provider provider) throws IOException {
        return provider.equals(Provider.ZENOO)
                ? "zenoo/case/case.created.json"
                : filesIn(provider.id()).getLast();
    }

    /** A payload that was never sent before, filled up to so many bytes. */
    public byte[] ofSize(Provider provider, int bytes) throws IOException {
        ObjectNode body = (ObjectNode) MAPPER.readTree(fresh(provider));
        int withoutFiller = MAPPER.writeValueAsBytes(body.put("filler", "")).length;
        return MAPPER.writeValueAsBytes(body.put("filler", "x".repeat(bytes - withoutFiller)));
    }
}
