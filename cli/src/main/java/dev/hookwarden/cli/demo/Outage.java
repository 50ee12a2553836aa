package dev.hookwarden.cli.demo;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.Fault;
import dev.hookwarden.local.aws.FaultPlan;
import java.util.EnumSet;
import java.util.Set;

/** Lets whole AWS services fail, from one moment to another. */
final class Outage implements FaultPlan {
    private final Set<AwsApi> down = EnumSet.noneOf(AwsApi.class);

    synchronized void begin(AwsApi api) {
        down.add(api);
    }

    synchronized void end() {
        down.clear();
    }

    @Override
    public synchronized Fault faultOf(AwsApi api, String action, long ordinal) {
        return down.contains(api) ? new Fault.FailBefore() : new Fault.None();
    }
}
