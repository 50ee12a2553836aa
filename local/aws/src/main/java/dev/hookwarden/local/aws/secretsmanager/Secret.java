package dev.hookwarden.local.aws.secretsmanager;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One secret at one moment. Changing it makes another. */
record Secret(
        SecretIdentity identity, SecretDetails details, SecretVersions versions, Rotation rotation, SecretDates dates) {

    static Secret created(SecretIdentity identity, SecretDetails details) {
        return new Secret(
                identity,
                details,
                SecretVersions.none(),
                Rotation.never(),
                SecretDates.changedAt(identity.createdAt()));
    }

    String arn() {
        return identity.arn();
    }

    StageLabels labels() {
        return versions.labels();
    }

    boolean isDeleted() {
        return dates.deleted() != null;
    }

    Secret with(SecretDetails other) {
        return new Secret(identity, other, versions, rotation, dates);
    }

    Secret with(SecretVersions other) {
        return new Secret(identity, details, other, rotation, dates);
    }

    Secret with(StageLabels other) {
        return with(versions.labelled(other));
    }

    Secret with(Rotation other) {
        return new Secret(identity, details, versions, other, dates);
    }

    Secret with(SecretDates other) {
        return new Secret(identity, details, versions, rotation, other);
    }

    /** The secret after something about it was changed: the clock is noted and surplus versions go. */
    Secret changed(Instant now) {
        return with(dates.changed(now)).with(versions.pruned(now));
    }

    /** The secret after a read of this version. AWS keeps the day only. */
    Secret accessed(String versionId, Instant now) {
        Instant day = now.truncatedTo(ChronoUnit.DAYS);
        SecretVersion version = versions.find(versionId);
        return version == null ? this : with(dates.accessed(day)).with(versions.with(version.accessed(day)));
    }
}
