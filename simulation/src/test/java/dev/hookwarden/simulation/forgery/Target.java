package dev.hookwarden.simulation.forgery;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.lambda.ProxyRequest;
import dev.hookwarden.provider.Identification;
import dev.hookwarden.provider.KeySource;
import dev.hookwarden.provider.KeyUse;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.provider.SchemeOrigin;
import dev.hookwarden.signing.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A provider to forge deliveries of: what it signs, and what it would have signed, by plain JCA code. */
record Target(Provider provider, Sender sender, String key) {
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern TIME = Pattern.compile("[0-9]{1,11}");
    private static final Pattern TIME_IN_SIGNATURE = Pattern.compile("(?:^|,)t=([^,]*)");

    /** One for each form in which a provider may sign, none of which is a real provider. */
    static Target of(Sender sender, String key) {
        String id = sender.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Target(
                new Provider(
                        id,
                        sender.scheme(),
                        SchemeOrigin.ASSUMED,
                        new Identification(Optional.empty(), Optional.empty()),
                        List.of(new ProviderKey(
                                id,
                                "signing-key",
                                Set.of(KeyUse.SIGNS_DELIVERIES),
                                new KeySource.Submitted(""),
                                Duration.ZERO,
                                Duration.ofDays(90))),
                        Provider.ZENOO.api(),
                        Duration.ofSeconds(10)),
                sender,
                key);
    }

    boolean signsTime() {
        return sender == Sender.STRIPE || sender == Sender.SLACK || sender == Sender.STANDARD_WEBHOOKS;
    }

    /** A genuine request, but for the key that signs it. */
    ProxyRequest request(Payload payload, String id, Instant at, String signingKey) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Content-Type", List.of("application/json"));
        signed(signingKey, id, Long.toString(at.getEpochSecond()), payload)
                .forEach((name, value) -> headers.put(name, List.of(value)));
        return new ProxyRequest("POST", "/webhooks/" + provider.id(), headers, payload, "203.0.113.7");
    }

    private Map<String, String> signed(String signingKey, String id, String time, Payload payload) {
        Map<String, String> headers = new LinkedHashMap<>();
        sender.sign(sender.keyBytes(signingKey), id, time, payload.bytes())
                .forEach((name, value) -> headers.put(
                        name.equals(sender.scheme().header())
                                ? provider.scheme().header()
                                : name,
                        value));
        return headers;
    }

    /** Whether the key's owner did sign just this, lately. */
    boolean signedThis(ProxyRequest request, Instant now) {
        List<String> signatures = values(request, provider.scheme().header());
        if (signatures.size() != 1 || !request.path().equals("/webhooks/" + provider.id())) {
            return false;
        }
        String signature = signatures.getFirst();
        String id = single(request, "webhook-id").orElse("");
        Optional<String> time = time(request, signature);
        if (time.isPresent() && !isTimely(time.get(), now)) {
            return false;
        }
        String expected = signed(key, id, time.orElse(""), request.body())
                .getOrDefault(provider.scheme().header(), "");
        return sender.says(signature, expected);
    }

    private Optional<String> time(ProxyRequest request, String signature) {
        return switch (sender) {
            case STRIPE -> {
                Matcher inSignature = TIME_IN_SIGNATURE.matcher(signature);
                yield Optional.of(inSignature.find() ? inSignature.group(1) : "");
            }
            case SLACK -> single(request, "X-Slack-Request-Timestamp").or(() -> Optional.of(""));
            case STANDARD_WEBHOOKS -> single(request, "webhook-timestamp").or(() -> Optional.of(""));
            default -> Optional.empty();
        };
    }

    private static boolean isTimely(String time, Instant now) {
        return TIME.matcher(time).matches()
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now)
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0;
    }

    private static Optional<String> single(ProxyRequest request, String name) {
        List<String> values = values(request, name);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private static List<String> values(ProxyRequest request, String name) {
        return request.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    @Override
    public String toString() {
        return provider.id();
    }
}
