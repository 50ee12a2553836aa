package dev.hookwarden.signing;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.http.Headers;
import dev.hookwarden.signing.Verification.Verified;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a verifier is given, for verifiers that make one mistake and are right in all else. */
record Received(SignatureScheme scheme, Headers headers, Payload payload, Keyring keyring, Instant now) {
    private static final Pattern TIME = Pattern.compile("t=\\+?([0-9]+)");

    /** Whether the real verifier takes it. */
    boolean verifies() {
        return scheme.verify(headers, payload.bytes(), keyring, now) instanceof Verified;
    }

    List<String> signatures() {
        return headers.all(scheme.header());
    }

    /** The first signature, or nothing. */
    String signature() {
        return signatures().isEmpty() ? "" : signatures().getFirst();
    }

    /** The signature header that the first key makes. */
    String expected() {
        return scheme.sign(keyring.keys().getFirst().key(), payload.bytes(), "", now)
                .getOrDefault(scheme.header(), "");
    }

    Received withSignature(String value) {
        var others = new TreeMap<String, String>();
        headers.names().forEach(name -> others.put(name, headers.all(name).getFirst()));
        others.put(scheme.header().toLowerCase(Locale.ROOT), value);
        return new Received(scheme, Headers.of(others), payload, keyring, now);
    }

    Received withText(Charset charset, UnaryOperator<String> change) {
        byte[] changed = change.apply(new String(payload.bytes(), charset)).getBytes(charset);
        return new Received(scheme, headers, Payload.of(changed), keyring, now);
    }

    Received withKeys(List<StagedKey> keys) {
        return new Received(scheme, headers, payload, new Keyring(keys), now);
    }

    Received at(Instant other) {
        return new Received(scheme, headers, payload, keyring, other);
    }

    /** The time that the signature header says, whatever its writing. */
    Instant signedTime() {
        Matcher time = TIME.matcher(signature());
        return time.find() ? Instant.ofEpochSecond(Long.parseLong(time.group(1))) : Instant.EPOCH;
    }

    /** The bytes that a parser and a writer of JSON make of the sample's. */
    Received rewritten() {
        return withText(
                StandardCharsets.UTF_8,
                text -> text.replaceAll("\\s", "").replace("\":", "\": ").replace(",\"", ",\n \""));
    }
}
