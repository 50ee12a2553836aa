package dev.hookwarden.local.cloudwatch.alarm;

import java.util.List;
import java.util.Optional;

/**
 * The rule from data points to a state: M of N must breach.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html">Configuring how CloudWatch
 *     alarms treat missing data</a>
 */
record MOutOfN(int datapointsToAlarm, int evaluationPeriods, TreatMissingData missing) {

    /**
     * The state that follows; empty when the alarm keeps the one it has.
     *
     * @param range the evaluation range, the oldest point first: whether each breaches, empty where it is missing
     */
    Optional<AlarmState> judge(List<Optional<Boolean>> range) {
        List<Boolean> real = range.stream().flatMap(Optional::stream).toList();
        if (real.size() >= evaluationPeriods) {
            return judge(breaching(real.subList(real.size() - evaluationPeriods, real.size())));
        }
        long breaching = breaching(real);
        int filled = evaluationPeriods - real.size();
        return switch (missing) {
            case BREACHING -> judge(breaching + filled);
            case NOT_BREACHING -> judge(breaching);
            case MISSING -> Optional.of(unfilled(range, real).orElse(AlarmState.INSUFFICIENT_DATA));
            case IGNORE -> unfilled(range, real).filter(state -> !isPremature(range, real));
        };
    }

    /** Empty when nothing is known but that fewer than M breach. */
    private Optional<AlarmState> unfilled(List<Optional<Boolean>> range, List<Boolean> real) {
        if (breaching(real) >= datapointsToAlarm || isPremature(range, real)) {
            return Optional.of(AlarmState.ALARM);
        }
        return real.contains(false) ? Optional.of(AlarmState.OK) : Optional.empty();
    }

    /**
     * Fewer than M breach, but none doesn't, and the oldest that does is at least M periods old. AWS calls ALARM before that premature.
     * That no other point may be there, also before it, follows from the row {@code 0 - X - -} of its table for 2 out of 3.
     */
    private boolean isPremature(List<Optional<Boolean>> range, List<Boolean> real) {
        int oldest = 0;
        while (oldest < range.size() && range.get(oldest).isEmpty()) {
            oldest++;
        }
        boolean isOldEnough = range.size() - oldest >= datapointsToAlarm;
        return isOldEnough && breaching(real) < datapointsToAlarm && !real.isEmpty() && !real.contains(false);
    }

    private Optional<AlarmState> judge(long breaching) {
        return Optional.of(breaching >= datapointsToAlarm ? AlarmState.ALARM : AlarmState.OK);
    }

    private static long breaching(List<Boolean> points) {
        return points.stream().filter(breaches -> breaches).count();
    }
}
