package dev.hookwarden.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.Fault;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.probe.ScriptedCalls.Conduct;
import dev.hookwarden.provider.Provider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProbeTest {
    private final ProbeWorld world = new ProbeWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void looksAtEverythingOnce() {
        assertThat(world.run())
                .extracting(LogLine::event)
                .containsExactly(
                        LogEvent.KEY_STATE,
                        LogEvent.KEY_STATE,
                        LogEvent.PROVIDER_API_BASELINE,
                        LogEvent.KEY_STATE,
                        LogEvent.PROVIDER_API_BASELINE,
                        LogEvent.KEY_STATE,
                        LogEvent.KEY_STATE,
                        LogEvent.KEY_STATE);
        assertThat(world.calls.called).containsExactly("zenoo", "jobsiteon");
    }

    @ParameterizedTest
    @EnumSource(
            value = Conduct.class,
            names = {"REFUSES", "LIMITS", "FAILS"})
    void succeedsWhateverAProviderDoes(Conduct conduct) {
        world.calls.let(Provider.ZENOO, conduct);

        world.run();
        assertThat(world.calls.called).containsExactly("zenoo", "jobsiteon");
        assertThat(world.fieldsOf(LogEvent.PROBE_FAILED)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Conduct.class,
            names = {"HAS_NO_KEY", "BREAKS"})
    void failsThroughAFaultOfOursAfterEverythingElse(Conduct conduct) {
        world.calls.let(Provider.ZENOO, conduct);

        assertThatThrownBy(world::run)
                .isInstanceOf(ProbeFailedException.class)
                .hasMessage("Failed: proving_read of zenoo");
        assertThat(world.calls.called).containsExactly("zenoo", "jobsiteon");
        assertThat(world.fieldsOf(LogEvent.KEY_STATE)).hasSize(6);
        assertThat(world.fieldsOf(LogEvent.PROVIDER_API_BASELINE)).hasSize(2);
        assertThat(world.fieldsOf(LogEvent.PROBE_FAILED))
                .singleElement()
                .satisfies(fields -> assertThat(fields)
                        .containsEntry("check", "proving_read")
                        .containsEntry("subject", "zenoo")
                        .containsKey("fault"));
    }

    @Test
    void namesEveryCheckThatFailed() {
        world.faults = (api, action, ordinal) -> new Fault.Throttle();
        world.responseTimes = (provider, from, to) -> {
            throw new IllegalStateException("CloudWatch is down");
        };

        assertThatThrownBy(world::run)
                .hasMessage("Failed: key_state of zenoo/signing-key, key_state of zenoo/api-key, baseline of zenoo, "
                        + "key_state of jobsiteon/api-key, baseline of jobsiteon, key_state of github/signing-key, "
                        + "key_state of stripe/signing-key, key_state of standard-webhooks/signing-key");
        assertThat(world.calls.called).containsExactly("zenoo", "jobsiteon");
    }

    @Test
    void failsWhenASecretIsNotThere() {
        world.secrets.deleteSecret(delete -> delete.secretId(ProbeWorld.NAMES.secret(Provider.ZENOO.signingKey()))
                .recoveryWindowInDays(7L));

        assertThatThrownBy(world::run).hasMessage("Failed: key_state of zenoo/signing-key");
    }

    @Test
    void readsNoValueOfAnyKey() {
        world.run();

        assertThat(world.awsCalls.of(AwsApi.SECRETS_MANAGER, "GetSecretValue")).isZero();
        assertThat(world.lines.stream().map(LogLine::fields).toList().toString())
                .doesNotContain("canary");
    }
}
