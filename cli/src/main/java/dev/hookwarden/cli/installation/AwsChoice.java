package dev.hookwarden.cli.installation;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Which installation an operator means, as they said it; null where they left it to defaults. */
record AwsChoice(
        String stage,
        @Nullable String profile,
        @Nullable String region,
        @Nullable URI endpoint) {
    boolean isLocal() {
        return stage.equals(Installation.LOCAL);
    }

    /** The address of the local stack's AWS side. */
    URI localEndpoint() {
        return endpoint == null ? HttpAddress.LOCAL_STACK : endpoint;
    }

    /** The options that say the same again, each after a blank. */
    String options() {
        return (isLocal() ? "" : " --stack " + stage)
                + (profile == null ? "" : " --profile " + profile)
                + (region == null ? "" : " --region " + region);
    }
}
