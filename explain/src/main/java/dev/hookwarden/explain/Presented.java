package dev.hookwarden.explain;

import dev.hookwarden.http.Headers;
import dev.hookwarden.signing.MacAlgorithm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Something in a header that may be a signature, read in one of the ways in which it can be. It never shows itself. */
final class Presented {
    /** As many bytes as can't agree by chance. */
    static final int FEWEST_BYTES = 8;

    private static final Pattern CANDIDATE = Pattern.compile("[0-9A-Za-z+/_-]{11,}={0,2}");
    private static final int LONGEST_VALUE = 4096;
    private static final int MOST = 100;

    private final String header;
    private final Encoding encoding;
    private final String left;
    private final String right;
    private final byte[] bytes;

    private Presented(String header, Encoding encoding, String left, String right, byte[] bytes) {
        this.header = header;
        this.encoding = encoding;
        this.left = left;
        this.right = right;
        this.bytes = bytes;
    }

    /** Everything in the headers that may be a signature, that header first which should carry it. */
    static List<Presented> in(Headers headers, Expectation expected) {
        String own = expected.header().toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(own), headers.names().stream().filter(name -> !name.equals(own)))
                .flatMap(name -> headers.all(name).stream().flatMap(value -> in(name, value).stream()))
                .limit(MOST)
                .toList();
    }

    private static List<Presented> in(String header, String value) {
        List<Presented> found = new ArrayList<>();
        Matcher candidate = CANDIDATE.matcher(value.length() > LONGEST_VALUE ? "" : value);
        while (candidate.find()) {
            for (Encoding encoding : Encoding.values()) {
                encoding.decode(candidate.group())
                        .filter(bytes -> bytes.length >= FEWEST_BYTES)
                        .ifPresent(bytes -> found.add(new Presented(
                                header,
                                encoding,
                                value.substring(0, candidate.start()),
                                value.substring(candidate.end()),
                                bytes)));
            }
        }
        return found;
    }

    boolean isIn(String name) {
        return header.equalsIgnoreCase(name);
    }

    int length() {
        return bytes.length;
    }

    /** Whether these are the signature's bytes, or its first ones. */
    boolean begins(byte[] signature) {
        return bytes.length <= signature.length && Arrays.equals(bytes, 0, bytes.length, signature, 0, bytes.length);
    }

    /** What is wrong in how it is written, if it is a signature of this many bytes. */
    List<Cause> flaws(Expectation expected, int signatureLength) {
        List<Cause> flaws = new ArrayList<>();
        if (!isIn(expected.header())) {
            flaws.add(Mistake.OTHER_HEADER.because(
                    "the signature is in " + Words.name(header) + " instead of " + expected.header()));
        }
        if (encoding != expected.encoding()) {
            flaws.add(Mistake.OTHER_ENCODING.because("the signature is written in " + encoding.words() + " instead of "
                    + expected.encoding().words()));
        }
        if (!expected.isSurroundedRightly(left, right)) {
            flaws.add(Mistake.OTHER_PREFIX.because(surroundings(expected)));
        }
        if (bytes.length < signatureLength) {
            flaws.add(Mistake.TRUNCATED_SIGNATURE.because(
                    "only the first " + bytes.length + " of the signature's " + signatureLength + " bytes are there"));
        }
        return flaws;
    }

    private String surroundings(Expectation expected) {
        boolean begins = left.equals(expected.before()) || left.endsWith(expected.before());
        if (expected.before().isEmpty()) {
            return "something stands around the signature; it should stand alone";
        }
        if (left.isEmpty()) {
            return "the prefix " + expected.before() + " is missing";
        }
        return begins
                ? "something stands around " + expected.before() + " and the signature"
                : "another prefix than " + expected.before() + " stands before the signature";
    }

    /** What the signature's length says of its algorithm. */
    static String algorithmOf(int length) {
        return Stream.of(MacAlgorithm.values())
                .filter(algorithm -> algorithm.length() == length)
                .map(algorithm -> algorithm.name().replace("HMAC_SHA", "HMAC-SHA-"))
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return "Presented[" + bytes.length + " bytes in " + Words.name(header) + "]";
    }
}
