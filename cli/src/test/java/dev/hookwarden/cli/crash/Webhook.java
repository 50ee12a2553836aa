package dev.hookwarden.cli.crash;

import dev.hookwarden.provider.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One delivery as its provider holds it: no other has its payload.
 *
 * @param sha256 of the payload, in lower-case hex
 */
record Webhook(Provider provider, String payload, String sha256) {

    /** @param filler how many characters there are that mean nothing */
    static Webhook of(Provider provider, String id, int filler) {
        String idMember = provider.equals(Provider.ZENOO) ? "event_id" : "id";
        String payload = "{\"" + idMember + "\":\"" + id + "\",\"event_type\":\"case.created\",\"filler\":\""
                + "x".repeat(filler) + "\"}";
        return new Webhook(provider, payload, sha256(payload.getBytes(StandardCharsets.UTF_8)));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] bytes() {
        return payload.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Webhook[" + provider.id() + ", " + sha256 + "]";
    }
}
