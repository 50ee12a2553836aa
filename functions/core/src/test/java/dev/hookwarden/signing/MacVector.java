package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.signing.Verification.Verified;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One case of a MAC test file of Wycheproof (github.com/C2SP/wycheproof, mac_test_schema.json). */
record MacVector(String name, MacAlgorithm algorithm, SigningKey key, Payload message, Payload tag, boolean valid)
        implements VectorFile.Vector {
    /** An empty HMAC key and one zero byte are the same key (RFC 2104, section 2), and only the latter can be had in Java. */
    private static final byte[] EMPTY_KEY = {0};

    static Stream<MacVector> in(JsonNode file) {
        MacAlgorithm algorithm = algorithm(file.path("algorithm").asText());
        return elements(file.path("testGroups"))
                .flatMap(group -> elements(group.path("tests"))
                        .map(test -> read(test, algorithm, group.path("tagSize").asInt())));
    }

    private static MacVector read(JsonNode test, MacAlgorithm algorithm, int tagBits) {
        byte[] key = bytes(test, "key");
        return new MacVector(
                "%s %s, %s (%d bits)"
                        .formatted(
                                algorithm,
                                test.path("tcId"),
                                test.path("comment").asText(),
                                tagBits),
                algorithm,
                new SigningKey(key.length == 0 ? EMPTY_KEY : key),
                Payload.of(bytes(test, "msg")),
                Payload.of(bytes(test, "tag")),
                valid(test));
    }

    private static MacAlgorithm algorithm(String name) {
        return Arrays.stream(MacAlgorithm.values())
                .filter(algorithm -> name.equals(algorithm.name().replace("_", "")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No provider here signs with " + name + "; there are "
                        + Arrays.toString(MacAlgorithm.values()).replace("_", "")));
    }

    private static boolean valid(JsonNode test) {
        return switch (test.path("result").asText()) {
            case "valid" -> true;
            case "invalid" -> false;
            default -> throw new IllegalArgumentException("A MAC is valid or invalid: " + test.path("tcId"));
        };
    }

    private static byte[] bytes(JsonNode test, String field) {
        return HexFormat.of().parseHex(test.required(field).asText());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** A tag that was cut is compared with as much of ours, and is never taken for a signature: only a whole MAC is. */
    @Override
    public void check() {
        byte[] received = tag.bytes();
        byte[] whole = algorithm.sign(key, message.bytes());
        assertThat(Arrays.equals(Arrays.copyOf(whole, received.length), received))
                .isEqualTo(valid);
        assertThat(verification(received) instanceof Verified)
                .isEqualTo(valid && received.length == algorithm.length());
    }

    private Verification verification(byte[] received) {
        Keyring keyring = new Keyring(List.of(new StagedKey(key, KeyStage.CURRENT, "vector")));
        return SignatureMatch.find(keyring, algorithm, List.of(received), message.bytes());
    }
}
