package dev.hookwarden.local.aws;

/** Decides for each call what goes wrong with it. */
@FunctionalInterface
public interface FaultPlan {

    /**
     * The fault of one call.
     *
     * @param ordinal counts the calls of this action of this API, from 1
     */
    Fault faultOf(AwsApi api, String action, long ordinal);

    /** Every call works. */
    static FaultPlan none() {
        return (api, action, ordinal) -> new Fault.None();
    }
}
