package dev.hookwarden.simulation.aws;

import java.util.Random;

/** Trouble by chance; the same for the same seed and the same calls. */
public final class RandomTroubles implements Troubles {
    private final long seed;
    private final Rates rates;
    private String lastCall = "";
    private Trouble lasting = Trouble.NONE;

    public RandomTroubles(long seed, Rates rates) {
        this.seed = seed;
        this.rates = rates;
    }

    @Override
    public Trouble of(Call call) {
        if (call.id().equals(lastCall)) {
            return lasting;
        }
        Random random = new Random(seed * 1_000_003 + call.ordinal());
        random.nextInt();
        Trouble first = first(call, random);
        lastCall = call.id();
        lasting = Trouble.NONE;
        if (first == Trouble.NONE || isDeath(first)) {
            return first;
        }
        // Half of the trouble is over when the SDK tries again.
        lasting = random.nextBoolean() ? first : Trouble.NONE;
        return first;
    }

    private Trouble first(Call call, Random random) {
        if (random.nextDouble() < deaths(call.function())) {
            return random.nextBoolean() ? Trouble.DEATH_BEFORE : Trouble.DEATH_AFTER;
        }
        if (random.nextDouble() < rates.slow()) {
            return Trouble.SLOW;
        }
        double chance = random.nextDouble();
        return switch (call.api()) {
            case SQS -> ofQueue(chance, random);
            case SECRETS_MANAGER -> chance < 2 * rates.secretsThrottled() ? Trouble.THROTTLED : Trouble.NONE;
            case DYNAMO_DB, S3 -> chance < 2 * rates.storeFaults() ? anyFault(random) : Trouble.NONE;
            case EVENT_BRIDGE -> ofBus(chance, random);
            case CLOUD_WATCH -> Trouble.NONE;
        };
    }

    private double deaths(String function) {
        return switch (function) {
            case "ingest" -> rates.ingestDeaths();
            case "processor" -> rates.processorDeaths();
            default -> rates.rotationDeaths();
        };
    }

    private Trouble ofQueue(double chance, Random random) {
        if (chance < 2 * rates.queueErrors()) {
            return random.nextBoolean() ? Trouble.ERROR_BEFORE : Trouble.ERROR_AFTER;
        }
        if (chance < 2 * (rates.queueErrors() + rates.queueSilenceAfter())) {
            return Trouble.SILENCE_AFTER;
        }
        return chance < 2 * (rates.queueErrors() + rates.queueSilenceAfter() + rates.queueSilenceBefore())
                ? Trouble.SILENCE_BEFORE
                : Trouble.NONE;
    }

    private Trouble ofBus(double chance, Random random) {
        if (chance < 2 * rates.busFaults()) {
            return anyFault(random);
        }
        return chance < 2 * rates.busFaults() + rates.entryFailures() ? Trouble.ENTRY_FAILED : Trouble.NONE;
    }

    private static Trouble anyFault(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Trouble.ERROR_BEFORE;
            case 1 -> Trouble.ERROR_AFTER;
            case 2 -> Trouble.SILENCE_BEFORE;
            default -> Trouble.SILENCE_AFTER;
        };
    }

    private static boolean isDeath(Trouble trouble) {
        return trouble == Trouble.DEATH_BEFORE || trouble == Trouble.DEATH_AFTER;
    }
}
