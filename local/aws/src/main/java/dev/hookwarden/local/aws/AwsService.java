package dev.hookwarden.local.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One AWS API: an action and its JSON input become a JSON output. */
@FunctionalInterface
public interface AwsService {

    /**
     * Runs one action.
     *
     * @param action the part of {@code X-Amz-Target} after the dot, for example {@code GetSecretValue}
     * @throws AwsError when AWS documents a refusal for this input, or the stand-in does not know what is asked
     */
    ObjectNode answer(String action, ObjectNode input);
}
