package dev.hookwarden.local.aws.secretsmanager;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a stand-in is made of.
 *
 * @param random for ARN suffixes and tokens
 * @param stateFile where secrets outlive the process; null to keep them in memory only
 * @param missedReads how many reads after a write miss (DescribeSecret and GetSecretValue), 0 for none
 */
public record SecretsManagerSettings(
        InstantSource clock,
        RandomGenerator random,
        String region,
        String account,
        @Nullable Path stateFile,
        RotationSettings rotation,
        int missedReads) {

    /** In memory, in us-east-1, without rotation, always consistent. */
    public static SecretsManagerSettings of(InstantSource clock, RandomGenerator random) {
        return new SecretsManagerSettings(clock, random, "us-east-1", "000000000000", null, RotationSettings.none(), 0);
    }

    public SecretsManagerSettings in(String otherRegion, String otherAccount) {
        return new SecretsManagerSettings(clock, random, otherRegion, otherAccount, stateFile, rotation, missedReads);
    }

    public SecretsManagerSettings withStateFile(Path path) {
        return new SecretsManagerSettings(clock, random, region, account, path, rotation, missedReads);
    }

    public SecretsManagerSettings withRotation(RotationSettings other) {
        return new SecretsManagerSettings(clock, random, region, account, stateFile, other, missedReads);
    }

    public SecretsManagerSettings withMissedReads(int reads) {
        return new SecretsManagerSettings(clock, random, region, account, stateFile, rotation, reads);
    }
}
