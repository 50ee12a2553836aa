package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.signing.Verification.Verified;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One case of a MAC test file of Wycheproof (github.com/C2SP/wycheproof, mac_test_schema.json).
 *
 * @param tagLength in bytes; a tag of any other length is invalid
 */
record MacVector(
        String name, MacAlgorithm algorithm, SigningKey key, Payload message, Payload tag, int tagLength, boolean valid)
        implements VectorFile.Vector {
    /** An empty HMAC key and one zero byte are the same key (RFC 2104, section 2), and only the latter can be had in Java. */
    private static final byte[] EMPTY_KEY = {0};

    static List<VectorFile.Vector> in(VectorFields file, List<VectorField> groups) {
        MacAlgorithm algorithm = algorithm(file.only("algorithm"));
        List<VectorFile.Vector> read = groups.stream()
                .map(group -> VectorFields.of(group, List.of("tagSize", "tests")))
                .flatMap(group -> in(group, algorithm))
                .toList();
        file.first("numberOfTests")
                .filter(number -> !number.value().asText().equals(String.valueOf(read.size())))
                .ifPresent(number -> {
                    throw number.unreadable("is " + number.value() + ", and there are " + read.size()
                            + " in the file; write that, or find out where the others are");
                });
        return read;
    }

    private static Stream<VectorFile.Vector> in(VectorFields group, MacAlgorithm algorithm) {
        int tagLength = tagLength(group.only("tagSize"), algorithm);
        return group.only("tests").elements().stream()
                .map(test -> VectorFields.of(test, List.of("result")))
                .map(test -> read(test, algorithm, tagLength));
    }

    private static MacVector read(VectorFields test, MacAlgorithm algorithm, int tagLength) {
        byte[] key = test.only("key").hex();
        return new MacVector(
                test.where(),
                algorithm,
                new SigningKey(key.length == 0 ? EMPTY_KEY : key),
                Payload.of(test.only("msg").hex()),
                Payload.of(test.only("tag").hex()),
                tagLength,
                valid(test.only("result")));
    }

    private static MacAlgorithm algorithm(VectorField named) {
        String plain = named.text().replaceAll("[ _-]", "").toUpperCase(Locale.ROOT);
        return Arrays.stream(MacAlgorithm.values())
                .filter(algorithm -> plain.equals(plain(algorithm)))
                .findFirst()
                .orElseThrow(() -> named.unreadable("is " + named.text()
                        + ", which no provider here signs with; take the file out, or write one of "
                        + Arrays.stream(MacAlgorithm.values())
                                .map(MacVector::plain)
                                .collect(Collectors.joining(", "))));
    }

    private static String plain(MacAlgorithm algorithm) {
        return algorithm.name().replace("_", "");
    }

    private static int tagLength(VectorField bits, MacAlgorithm algorithm) {
        int size = bits.value().isInt() ? bits.value().intValue() : 0;
        if (size <= 0 || size % 8 != 0 || size / 8 > algorithm.length()) {
            throw bits.unreadable("is " + bits.value() + "; write a multiple of 8, at most " + 8 * algorithm.length());
        }
        return size / 8;
    }

    private static boolean valid(VectorField result) {
        return switch (result.text()) {
            case "valid" -> true;
            case "invalid" -> false;
            default -> throw result.unreadable("is " + result.text() + "; write valid or invalid");
        };
    }

    /** A tag is compared with as much of our MAC as a tag has, and only a whole MAC is taken for a signature. */
    @Override
    public void check() {
        byte[] received = tag.bytes();
        byte[] whole = algorithm.sign(key, message.bytes());
        assertThat(Arrays.equals(Arrays.copyOf(whole, tagLength), received))
                .as("%s: whether its tag is valid", name)
                .isEqualTo(valid);
        assertThat(verification(received) instanceof Verified)
                .as("%s: whether its tag is a signature", name)
                .isEqualTo(Arrays.equals(whole, received));
    }

    private Verification verification(byte[] received) {
        Keyring keyring = new Keyring(List.of(new StagedKey(key, KeyStage.CURRENT, "vector")));
        return SignatureMatch.find(keyring, algorithm, List.of(received), message.bytes());
    }
}
