package dev.hookwarden.simulation.aws;

import dev.hookwarden.local.aws.AwsApi;
import java.time.Instant;

/**
 * One HTTP try of an AWS call.
 *
 * @param ordinal counts all tries of a run, from 0
 * @param function the short name of the function that calls
 * @param id the same for every try of a call
 * @param attempt from 1
 */
public record Call(long ordinal, Instant at, String function, AwsApi api, String action, String id, int attempt) {
    @Override
    public String toString() {
        return function + "'s " + action + (attempt > 1 ? ", try " + attempt : "") + " (call " + ordinal + ")";
    }
}
