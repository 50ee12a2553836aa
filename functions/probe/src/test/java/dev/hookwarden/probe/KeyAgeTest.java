package dev.hookwarden.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.Fault;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.provider.Provider;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyAgeTest {
    private static final String KEY = ProbeWorld.NAMES.secret(Provider.JOBSITEON.apiKey());

    private static final int KEYS = (int)
            Provider.ALL.stream().mapToLong(provider -> provider.keys().size()).sum();

    private final ProbeWorld world = new ProbeWorld();

    @AfterEach
    void close() {
        world.close();
    }

    /** The line of JobsiteOn's key. */
    private Map<String, Object> line() {
        return world.fieldsOf(LogEvent.KEY_STATE).stream()
                .filter(fields -> "jobsiteon".equals(fields.get("provider")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysWhereAKeyStands() {
        world.clock.advance(Duration.ofDays(12));
        world.run();

        assertThat(line())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "provider",
                        "jobsiteon",
                        "key",
                        "jobsiteon/api-key",
                        "state",
                        "healthy",
                        "ageDays",
                        12L,
                        "limitDays",
                        90L,
                        "overdue",
                        0L));
    }

    @Test
    void saysWhenAKeyBecomesOverdue() {
        world.clock.advance(Duration.ofDays(90));
        world.run();
        assertThat(line()).containsEntry("overdue", 0L);

        world.clock.advance(Duration.ofMinutes(5));
        world.run();
        assertThat(line())
                .containsEntry("overdue", 1L)
                .containsEntry("ageDays", 90L)
                .containsEntry("state", "key overdue");
    }

    @Test
    void saysHowLongThePreviousKeyStillVerifies() {
        world.secrets.putSecretValue(put -> put.secretId(KEY).secretString("canary-another-key"));
        world.run();
        assertThat(line()).containsEntry("previousHoursLeft", 7 * 24L);

        world.clock.advance(Duration.ofDays(7).minusMinutes(5));
        world.run();
        assertThat(line()).containsEntry("previousHoursLeft", 0L);

        world.clock.advance(Duration.ofMinutes(5));
        world.run();
        assertThat(line()).doesNotContainKey("previousHoursLeft").containsEntry("state", "previous past its deadline");
    }

    @Test
    void saysThatThereIsNoKeyYet() {
        world.secrets.deleteSecret(delete -> delete.secretId(KEY).forceDeleteWithoutRecovery(true));
        world.secrets.createSecret(create -> create.name(KEY));
        world.run();

        assertThat(line())
                .containsEntry("state", "no key yet")
                .containsEntry("overdue", 0L)
                .doesNotContainKey("ageDays");
    }

    @Test
    void readsOnceAnHourAndCountsAtEachRun() {
        world.clock.advance(Duration.ofDays(90).minusMinutes(5));
        world.run();
        assertThat(line()).containsEntry("ageDays", 89L);
        world.clock.advance(Duration.ofMinutes(10));
        world.run();

        assertThat(line()).containsEntry("ageDays", 90L).containsEntry("overdue", 1L);
        assertThat(world.awsCalls.of(AwsApi.SECRETS_MANAGER, "DescribeSecret")).isEqualTo(KEYS);
    }

    @Test
    void saysTheLastOneWhileItCanNotBeRead() {
        world.run();
        world.clock.advance(Duration.ofHours(1));
        world.faults = (api, action, ordinal) -> new Fault.Throttle();

        assertThatThrownBy(world::run).isInstanceOf(ProbeFailedException.class);
        assertThat(world.fieldsOf(LogEvent.KEY_STATE)).hasSize(KEYS);
    }
}
