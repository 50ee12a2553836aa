package dev.hookwarden.explain;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.StandardWebhooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/** Every key at hand, in the forms in which people come to use one; those that need the fewest mistakes first. */
final class KeyVariants {
    private static final String KEY_PREFIX = "whsec_";

    private final Provider provider;
    private final Instant at;

    private KeyVariants(Provider provider, Instant at) {
        this.provider = provider;
        this.at = at;
    }

    static List<Variant<SecretKeySpec>> of(Provider provider, List<KnownKey> keys, Instant at) {
        KeyVariants variants = new KeyVariants(provider, at);
        Set<SecretKeySpec> seen = new HashSet<>();
        return keys.stream()
                .flatMap(variants::of)
                .sorted(Comparator.comparingInt(variant -> variant.causes().size()))
                .filter(variant -> seen.add(variant.value()))
                .toList();
    }

    private Stream<Variant<SecretKeySpec>> of(KnownKey key) {
        List<Cause> identity = identity(key);
        return forms(key.text()).stream()
                .map(form -> new Variant<>(form.value(), Variant.joined(identity, form.causes())));
    }

    /** Why this key doesn't verify this provider's deliveries; nothing when it does. */
    private List<Cause> identity(KnownKey key) {
        if (key.verifying(provider.scheme(), at).isPresent()
                && key.keyId().equals(provider.signingKey().id())) {
            return List.of();
        }
        if (!key.keyId().startsWith(provider.id() + "/")) {
            return List.of(
                    Mistake.KEY_OF_OTHER_PROVIDER.because("it was signed with another provider's key, " + key.words()));
        }
        if (!key.keyId().equals(provider.signingKey().id())) {
            return List.of(Mistake.KEY_OF_OTHER_USE.because("it was signed with " + key.words() + " instead of "
                    + provider.signingKey().id()));
        }
        return List.of(key.defect(provider.scheme())
                .map(defect -> Mistake.KEY_UNUSABLE.because("it was signed with " + key.words()
                        + ", which is stored in a form that can't be used: " + defect))
                .orElseGet(() -> Mistake.KEY_RETIRED.because(
                        "it was signed with " + key.keyId() + ", version " + key.versionId() + ", " + over(key))));
    }

    private String over(KnownKey key) {
        Optional<Instant> end = switch (key.standing()) {
            case KeyStanding.Staged staged -> staged.verifiesUntil();
            case KeyStanding.Retired retired -> retired.since();
        };
        return "a key that stopped verifying"
                + end.map(instant -> " " + when(instant)).orElse("");
    }

    private String when(Instant end) {
        return Words.span(Duration.between(end, at)) + (end.isAfter(at) ? " after" : " before") + " the attempt came";
    }

    private List<Variant<SecretKeySpec>> forms(String text) {
        byte[] asIs = text.getBytes(StandardCharsets.UTF_8);
        List<Variant<SecretKeySpec>> forms = new ArrayList<>();
        boolean isDecoded = provider.scheme() instanceof StandardWebhooks;
        byte[] right =
                isDecoded ? decoded(KeyVariants::base64, withoutPrefix(text)).orElse(asIs) : asIs;
        add(forms, right, "");
        add(forms, asIs, "its text as it stands");
        add(forms, text.strip().getBytes(StandardCharsets.UTF_8), "its text without the blanks around it");
        for (String end : List.of("\n", "\r\n", " ")) {
            add(forms, (text + end).getBytes(StandardCharsets.UTF_8), "its text with a blank or line break at the end");
        }
        add(forms, withoutPrefix(text).getBytes(StandardCharsets.UTF_8), "its text without " + KEY_PREFIX);
        add(forms, (KEY_PREFIX + text).getBytes(StandardCharsets.UTF_8), "its text with " + KEY_PREFIX + " in front");
        decoded(HexFormat.of()::parseHex, text.strip()).ifPresent(bytes -> add(forms, bytes, "its bytes, read as hex"));
        decoded(KeyVariants::base64, withoutPrefix(text.strip()))
                .ifPresent(bytes -> add(forms, bytes, "its bytes, read as base64"));
        add(forms, HexFormat.of().formatHex(asIs).getBytes(StandardCharsets.US_ASCII), "its text, written in hex");
        add(forms, Base64.getEncoder().encode(asIs), "its text, written in base64");
        return forms;
    }

    private static void add(List<Variant<SecretKeySpec>> forms, byte[] bytes, String form) {
        if (bytes.length > 0) {
            List<Cause> causes = form.isEmpty()
                    ? List.of()
                    : List.of(
                            Mistake.KEY_FORM.because("as the key was taken " + form + ", not what the provider takes"));
            forms.add(new Variant<>(new SecretKeySpec(bytes, "HMAC"), causes));
        }
    }

    private static String withoutPrefix(String text) {
        return text.startsWith(KEY_PREFIX) ? text.substring(KEY_PREFIX.length()) : text;
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
    }

    private static Optional<byte[]> decoded(Function<String, byte[]> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (IllegalArgumentException written) {
            return Optional.empty();
        }
    }
}
