package dev.hookwarden.explain;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.http.Headers;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.SignatureScheme;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An attempt that verifies, until a test breaks one thing of it. Every key's text contains {@value #CANARY} in base64's alphabet. */
record Scenario(Provider provider, Map<String, String> headers, Payload payload, Instant at, List<KnownKey> keys) {
    static final String CANARY = "CanaryKey";
    static final String KEY = "CanaryKey1q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQA=";
    static final String PENDING = "CanaryKey2AAECAwQFBgcICQoLDA0ODxAREhMUFRYXA=";
    static final String RETIRED = "CanaryKey3Zm9vYmFyYmF6cXV4Y29yZ2VncmF1bHQxA=";
    static final String API_KEY = "CanaryKey4c2l0YW1ldGNvbnNlY3RldHVyYWRpcGlzA=";
    static final String JOBSITEON = "CanaryKey5bG9yZW1pcHN1bWRvbG9yc2l0YW1ldGNvA=";
    static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    static final String PAYLOAD =
            "{\"event_id\":\"evt_1\",\"amount\":10.0,\"name\":\"Zoë\",\"url\":\"https://x.example/a?b=1&c\"}";

    static Scenario valid() {
        return of(Provider.ZENOO);
    }

    static Scenario of(Provider provider) {
        return new Scenario(provider, Map.of(), Payload.of(bytes(PAYLOAD)), AT, keysOf(provider)).signedWith(KEY);
    }

    static Scenario of(SignatureScheme scheme) {
        return of(Provider.ZENOO.withScheme(scheme));
    }

    private static List<KnownKey> keysOf(Provider provider) {
        String keyId = provider.signingKey().id();
        String otherId = provider.id().equals("zenoo") ? "jobsiteon/api-key" : "zenoo/signing-key";
        return List.of(
                new KnownKey(keyId, "v-current", new KeyStanding.Staged(KeyStage.CURRENT), KEY),
                new KnownKey(keyId, "v-pending", new KeyStanding.Staged(KeyStage.PENDING), PENDING),
                new KnownKey(
                        keyId,
                        "v-retired",
                        new KeyStanding.Retired(Optional.of(AT.minus(Duration.ofHours(3)))),
                        RETIRED),
                new KnownKey("zenoo/api-key", "v-api", new KeyStanding.Staged(KeyStage.CURRENT), API_KEY),
                new KnownKey(otherId, "v-other", new KeyStanding.Staged(KeyStage.CURRENT), JOBSITEON));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Scenario signedWith(String key) {
        return signedWith(key, payload.bytes(), at);
    }

    /** Signed as its provider would, over these bytes at this time, whatever the attempt says. */
    Scenario signedWith(String key, byte[] signed, Instant time) {
        SignatureScheme scheme = provider.scheme();
        return with(scheme.sign(scheme.signingKey(key), signed, "msg_1", time));
    }

    Scenario signedOver(String signed) {
        return signedWith(KEY, bytes(signed), at);
    }

    /** Signed with these bytes as key, by this algorithm of the JDK, over this text, in Zenoo's form. */
    Scenario signedBy(String algorithm, byte[] key, String signed) {
        return withSignature("sha256=" + HexFormat.of().formatHex(mac(algorithm, key, signed)));
    }

    static byte[] mac(String algorithm, byte[] key, String signed) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(bytes(signed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Scenario with(Map<String, String> newHeaders) {
        return new Scenario(provider, newHeaders, payload, at, keys);
    }

    Scenario with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return with(more);
    }

    Scenario without(String header) {
        Map<String, String> fewer = new TreeMap<>(headers);
        fewer.remove(header);
        return with(fewer);
    }

    String signature() {
        return headers.getOrDefault(provider.scheme().header(), "");
    }

    Scenario withSignature(String value) {
        return with(provider.scheme().header(), value);
    }

    Scenario withSignature(UnaryOperator<String> change) {
        return withSignature(change.apply(signature()));
    }

    Scenario received(String text) {
        return received(bytes(text));
    }

    Scenario received(byte[] bytes) {
        return new Scenario(provider, headers, Payload.of(bytes), at, keys);
    }

    Scenario receivedAt(Instant time) {
        return new Scenario(provider, headers, payload, time, keys);
    }

    Scenario at(Provider other) {
        return new Scenario(other, headers, payload, at, keys);
    }

    Scenario knowing(KnownKey... others) {
        return new Scenario(provider, headers, payload, at, List.of(others));
    }

    CapturedAttempt attempt() {
        return new CapturedAttempt(Headers.of(headers), payload, at);
    }

    Explanation explained() {
        return Explanation.of(provider, attempt(), keys);
    }

    @Override
    public String toString() {
        return "Scenario[" + provider.id() + "]";
    }
}
