package dev.hookwarden.cli.installation;

import org.jspecify.annotations.Nullable;

/** Which installation an operator means, as they said it; null where they left it to defaults. */
record AwsChoice(
        String stage,
        @Nullable String profile,
        @Nullable String region,
        @Nullable String endpoint) {
    private static final String LOCAL_ENDPOINT = "http://127.0.0.1:4566";

    boolean isLocal() {
        return stage.equals(Installation.LOCAL);
    }

    /** The address of the local stack's AWS side. */
    String localEndpoint() {
        return endpoint == null ? LOCAL_ENDPOINT : endpoint;
    }

    /** The options that say the same again, each after a blank. */
    String options() {
        return (isLocal() ? "" : " --stack " + stage)
                + (profile == null ? "" : " --profile " + profile)
                + (region == null ? "" : " --region " + region);
    }
}
