package dev.hookwarden.local.aws;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lets calls through a {@link FaultPlan}, and counts them. */
public final class Faults {
    private final FaultPlan plan;
    private final CallCounts counts;
    private final Consumer<Duration> pause;

    /**
     * Makes a decorator.
     *
     * @param pause waits as long as it is told; tests with a virtual clock move the clock instead
     */
    public Faults(FaultPlan plan, CallCounts counts, Consumer<Duration> pause) {
        this.plan = plan;
        this.counts = counts;
        this.pause = pause;
    }

    /** Every call works, and is counted. */
    public static Faults none(CallCounts counts) {
        return new Faults(FaultPlan.none(), counts, duration -> {});
    }

    /** The same service, seen through the plan. */
    public AwsService on(AwsApi api, AwsService service) {
        return (action, input) -> call(api, action, () -> service.answer(action, input));
    }

    /** The same for S3. */
    RestService on(RestService s3) {
        return new RestService() {
            @Override
            public String actionOf(RestRequest request) {
                return s3.actionOf(request);
            }

            @Override
            public AwsAnswer answer(RestRequest request) {
                return call(AwsApi.S3, s3.actionOf(request), () -> s3.answer(request));
            }
        };
    }

    /**
     * Makes one call through the plan.
     *
     * @throws AwsError when the plan says so
     */
    <T> T call(AwsApi api, String action, Supplier<T> effect) {
        return switch (plan.faultOf(api, action, counts.next(api, action))) {
            case Fault.None none -> effect.get();
            case Fault.FailBefore before -> throw AwsError.internal("Failed as planned, before the effect.");
            case Fault.FailAfter after -> throw failedAfter(effect.get());
            case Fault.Throttle throttle -> throw AwsError.refused("ThrottlingException", "Rate exceeded");
            case Fault.Delay delay -> {
                pause.accept(delay.by());
                yield effect.get();
            }
        };
    }

    private static AwsError failedAfter(Object lostAnswer) {
        return AwsError.internal("Failed as planned, after the effect; lost: "
                + lostAnswer.getClass().getSimpleName());
    }
}
