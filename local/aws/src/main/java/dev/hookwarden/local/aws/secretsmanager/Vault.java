package dev.hookwarden.local.aws.secretsmanager;

import dev.hookwarden.local.aws.AwsError;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What every group of actions works with. */
record Vault(SecretStore store, SecretIds ids, InstantSource clock, ReadLag lag) {

    /** Changes a live secret and notes when. */
    Secret change(String secretId, UnaryOperator<Secret> change) {
        Secret changed = store.change(secretId, secret -> change.apply(secret).changed(clock.instant()));
        lag.wrote(changed);
        return changed;
    }

    /** Changes a secret as it is at that moment; null when it is gone or marked for deletion. */
    @Nullable
    Secret changeIfLive(String arn, UnaryOperator<Secret> change) {
        try {
            Secret changed = store.change(arn, change);
            lag.wrote(changed);
            return changed;
        } catch (AwsError goneMeanwhile) {
            return null;
        }
    }
}
