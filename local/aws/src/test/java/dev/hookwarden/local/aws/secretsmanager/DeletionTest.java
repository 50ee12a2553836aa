package dev.hookwarden.local.aws.secretsmanager;

import static dev.hookwarden.local.aws.secretsmanager.Secrets.refusalOf;
import static dev.hookwarden.local.aws.secretsmanager.Secrets.secret;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Rules of the API reference: DeleteSecret, RestoreSecret, TagResource, UntagResource. */
final class DeletionTest {
    private final MutableClock clock = new MutableClock();
    private final Secrets secrets =
            new Secrets(new StrictSecretsManager(SecretsManagerSettings.of(clock, new SplittableRandom(1)))).created();

    @Test
    void refusesTheUseOfADeletedSecretUntilItIsRestored() {
        secrets.call("DeleteSecret", secret().put("RecoveryWindowInDays", 7));
        assertThat(refusalOf(() -> secrets.value("AWSCURRENT"))).isEqualTo("InvalidRequestException");
        assertThat(refusalOf(() -> secrets.put("2", "v2"))).isEqualTo("InvalidRequestException");
        assertThat(refusalOf(secrets::created)).isEqualTo("InvalidRequestException");
        assertThat(secrets.describe().has("DeletedDate")).isTrue();
        secrets.call("RestoreSecret", secret());
        assertThat(secrets.value("AWSCURRENT")).isEqualTo("v1");
    }

    @Test
    void forgetsADeletedSecretAfterItsRecoveryWindow() {
        secrets.call("DeleteSecret", secret().put("RecoveryWindowInDays", 7));
        clock.advance(Duration.ofDays(7));
        assertThat(refusalOf(secrets::describe)).isEqualTo("ResourceNotFoundException");
        secrets.created();
    }

    @Test
    void forgetsASecretAtOnceWhenForced() {
        secrets.call("DeleteSecret", secret().put("ForceDeleteWithoutRecovery", true));
        assertThat(refusalOf(secrets::describe)).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void listsDeletedSecretsOnlyWhenAsked() {
        secrets.call("DeleteSecret", secret());
        assertThat(secrets.call("ListSecrets", Secrets.input()).get("SecretList"))
                .isEmpty();
        assertThat(secrets.call("ListSecrets", Secrets.input().put("IncludePlannedDeletion", true))
                        .get("SecretList"))
                .hasSize(1);
    }

    @Test
    void addsAndRemovesTags() {
        var tag = secret();
        tag.putArray("Tags").addObject().put("Key", "a").put("Value", "b");
        secrets.call("TagResource", tag);
        assertThat(secrets.describe().at("/Tags/0/Value").textValue()).isEqualTo("b");
        var untag = secret();
        untag.putArray("TagKeys").add("a");
        secrets.call("UntagResource", untag);
        assertThat(secrets.describe().has("Tags")).isFalse();
    }
}
