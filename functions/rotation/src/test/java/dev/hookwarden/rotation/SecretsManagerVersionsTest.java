package dev.hookwarden.rotation;

import static dev.hookwarden.rotation.Kind.ZENOO_API_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;

/** How often versions and labels are read, and what is put. */
class SecretsManagerVersionsTest {
    private final RotationWorld world = new RotationWorld();
    private final Calls calls = new Calls();
    private final List<Duration> pauses = new ArrayList<>();
    private final SecretsManagerVersions versions =
            new SecretsManagerVersions(new InProcessSecretsManager(world.secretsManager, calls), pauses::add);

    @Test
    void readsOnceWhatIsThere() {
        String secret = ZENOO_API_KEY.secret();

        assertThat(versions.stages(secret)).isPresent();
        assertThat(versions.current(secret)).isPresent();
        assertThat(versions.value(secret, world.holder(ZENOO_API_KEY, SecretStages.CURRENT)))
                .isPresent();
        assertThat(calls.made()).containsExactly("DescribeSecret", "GetSecretValue", "GetSecretValue");
        assertThat(pauses).isEmpty();
    }

    @Test
    void readsFourTimesBeforeItFindsNothing() {
        assertThat(versions.stages("hookwarden/test/nobodys/key")).isEmpty();

        assertThat(calls.made()).hasSize(4).containsOnly("DescribeSecret");
        assertThat(pauses).isEqualTo(Collections.nCopies(3, Duration.ofMillis(400)));
    }

    @Test
    void putsWithTheRotationTokenWhereThereIsOne() {
        RecordingSecretsManager recording = new RecordingSecretsManager();

        putPending(recording, "rotation-token");
        putPending(recording, "");

        assertThat(recording.tokens).containsExactly("rotation-token", null);
    }

    private static void putPending(SecretsManagerClient client, String rotationToken) {
        SecretStages stages = new SecretStages(true, Map.of());
        Candidacy candidacy =
                new Candidacy(ZENOO_API_KEY.key(), ZENOO_API_KEY.secret(), "version", rotationToken, stages);
        new SecretsManagerVersions(client, pause -> {}).putPending(candidacy, ZENOO_API_KEY.newKey());
    }

    private static final class RecordingSecretsManager implements SecretsManagerClient {
        private final List<@Nullable String> tokens = new ArrayList<>();

        @Override
        public PutSecretValueResponse putSecretValue(PutSecretValueRequest request) {
            tokens.add(request.rotationToken());
            return PutSecretValueResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "secretsmanager";
        }

        @Override
        public void close() {}
    }
}
