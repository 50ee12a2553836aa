package dev.hookwarden.simulation.provider;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.lambda.ProxyRequest;
import dev.hookwarden.provider.Provider;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A provider's own side: its live keys, which of them signs, and the requests it sends. */
public final class ProviderSide {
    private static final int KEY_BYTES = 24;

    private final Provider provider;
    private final SignatureForm form;
    private final boolean keysOverlap;
    private final List<String> live = new ArrayList<>();
    private Instant newestSignsFrom = Instant.MAX;

    /** @param keysOverlap whether the old key goes on living when a new one is issued */
    public ProviderSide(Provider provider, SignatureForm form, boolean keysOverlap, String firstKey) {
        this.provider = provider;
        this.form = form;
        this.keysOverlap = keysOverlap;
        live.add(firstKey);
    }

    public String id() {
        return provider.id();
    }

    public boolean keysOverlap() {
        return keysOverlap;
    }

    /** A key as this provider shows them. */
    public static String newKey(String providerId, Random random) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return providerId + "_" + HexFormat.of().formatHex(bytes);
    }

    /** Issues a key. Where keys don't overlap the old one dies in this moment. */
    public String issue(Random random) {
        String key = newKey(id(), random);
        if (!keysOverlap) {
            live.clear();
        }
        live.add(key);
        newestSignsFrom = Instant.MAX;
        return key;
    }

    /** Where keys overlap: from then on either live key signs. Before, the old one does. */
    public void mayUseNewestFrom(Instant then) {
        newestSignsFrom = then;
    }

    /** Revokes every key but the newest. */
    public void revokeOld() {
        live.subList(0, live.size() - 1).clear();
    }

    /** The key that the next attempt is signed with; each attempt is signed anew. */
    public String signingKey(Instant now, Random random) {
        if (live.size() > 1 && now.isBefore(newestSignsFrom)) {
            return live.getFirst();
        }
        return live.get(random.nextInt(live.size()));
    }

    /** A request of this provider, signed with this key. */
    public ProxyRequest request(Payload payload, String key) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Content-Type", List.of("application/json"));
        headers.put("User-Agent", List.of(id() + "-webhooks/1.0"));
        headers.put(form.header(), List.of(form.sign(key.getBytes(StandardCharsets.UTF_8), payload.bytes())));
        return new ProxyRequest("POST", "/webhooks/" + id(), headers, payload, "203.0.113.7");
    }

    /** Whether the request carries, once, this key's signature of its body in this provider's form. */
    public boolean isSignedWith(String key, ProxyRequest request) {
        List<String> signatures = values(request);
        String expected =
                form.sign(key.getBytes(StandardCharsets.UTF_8), request.body().bytes());
        return signatures.size() == 1 && form.isSame(expected, signatures.getFirst());
    }

    /** What stands on a request where this provider's signature belongs, without the prefix, which everybody knows. */
    public List<String> signatures(ProxyRequest request) {
        return values(request).stream().map(form::withoutPrefix).toList();
    }

    private List<String> values(ProxyRequest request) {
        return request.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(form.header()))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    @Override
    public String toString() {
        return id();
    }
}
