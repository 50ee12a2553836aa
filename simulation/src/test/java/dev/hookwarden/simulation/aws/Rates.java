package dev.hookwarden.simulation.aws;

/**
 * How often something goes wrong. Each is the share of calls that fail at every try of the SDK; besides, as many calls fail at their first
 * try only.
 *
 * @param queueErrors SendMessage: 500, half of them after the effect
 * @param queueSilenceAfter SendMessage: no answer, after the effect
 * @param queueSilenceBefore SendMessage: no answer, and no effect
 * @param secretsThrottled Secrets Manager, whoever calls it
 * @param storeFaults DynamoDB and S3: 500 or no answer, before or after the effect
 * @param busFaults PutEvents as a whole: 500 or no answer, before or after the effect
 * @param entryFailures PutEvents: one entry of it
 * @param slow any call takes seconds
 * @param ingestDeaths a copy of ingest dies, at each of its calls, before or after the effect
 * @param processorDeaths the same for the processor
 * @param rotationDeaths the same for rotation
 */
public record Rates(
        double queueErrors,
        double queueSilenceAfter,
        double queueSilenceBefore,
        double secretsThrottled,
        double storeFaults,
        double busFaults,
        double entryFailures,
        double slow,
        double ingestDeaths,
        double processorDeaths,
        double rotationDeaths) {
    /** Nothing goes wrong. */
    public static final Rates NONE = new Rates(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** What invariant I1 asks for, and what it leaves open at a few per cent. */
    public static final Rates FULL = new Rates(0.05, 0.02, 0.02, 0.05, 0.03, 0.03, 0.03, 0.01, 0.005, 0.01, 0.005);
}
