package dev.hookwarden.ingest;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.provider.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The checks of route, size and shape that come before the signature. */
sealed interface Admission {
    /** Worth verifying. */
    record Admitted(Provider provider, Payload payload) implements Admission {}

    /** Not worth it. */
    record Turned(RequestRefusal refusal) implements Admission {}

    /**
     * Looks at one attempt; the body's length is checked before it is decoded.
     *
     * @param payloadLimit the largest payload that is admitted, in bytes
     */
    static Admission of(Attempt attempt, List<Provider> providers, int payloadLimit) {
        Optional<Provider> provider = providers.stream()
                .filter(candidate -> candidate.id().equals(attempt.providerId()))
                .findFirst();
        if (provider.isEmpty()) {
            return new Turned(RequestRefusal.PROVIDER_UNKNOWN);
        }
        if (!attempt.method().equals("POST")) {
            return new Turned(RequestRefusal.METHOD_NOT_ALLOWED);
        }
        if (!isPlain(attempt.headers().all("Content-Encoding"))) {
            return new Turned(RequestRefusal.CONTENT_ENCODING_UNSUPPORTED);
        }
        return admit(attempt, provider.get(), payloadLimit);
    }

    private static Admission admit(Attempt attempt, Provider provider, int payloadLimit) {
        if (attempt.body().isEmpty()) {
            return new Turned(RequestRefusal.PAYLOAD_EMPTY);
        }
        if (attempt.body().length() > longestBody(payloadLimit, attempt.bodyIsBase64())) {
            return new Turned(RequestRefusal.PAYLOAD_TOO_LARGE);
        }
        try {
            Payload payload = Payload.of(bytesOf(attempt));
            return payload.size() > payloadLimit
                    ? new Turned(RequestRefusal.PAYLOAD_TOO_LARGE)
                    : new Admitted(provider, payload);
        } catch (IllegalArgumentException notBase64) {
            return new Turned(RequestRefusal.BODY_MALFORMED);
        }
    }

    private static boolean isPlain(List<String> contentEncodings) {
        return contentEncodings.stream()
                .allMatch(encoding -> encoding.strip().toLowerCase(Locale.ROOT).equals("identity"));
    }

    private static int longestBody(int payloadLimit, boolean base64) {
        return base64 ? (payloadLimit + 2) / 3 * 4 : payloadLimit;
    }

    private static byte[] bytesOf(Attempt attempt) {
        return attempt.bodyIsBase64()
                ? Base64.getDecoder().decode(attempt.body())
                : attempt.body().getBytes(StandardCharsets.UTF_8);
    }
}
