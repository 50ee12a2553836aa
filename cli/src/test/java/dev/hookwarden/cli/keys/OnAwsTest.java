package dev.hookwarden.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.signing.KeyStage;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An installation that is named by --stack: credentials and region from the SDK's own chains, the endpoint as AWS_ENDPOINT_URL says. */
class OnAwsTest {
    private static final String KEY = "jobsiteon/api-key";

    private final Scenario scenario = new Scenario("staging", "hookwarden-staging-IdempotencyTable-1A2B3C");

    @BeforeAll
    static void logIn() {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
    }

    @AfterAll
    static void logOut() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    private Run keys(String... arguments) {
        Run run = scenario.keys(
                Stream.concat(Stream.of(arguments), Stream.of("--stack", "staging", "--region", "us-east-1"))
                        .toArray(String[]::new));
        assertThat(run.all()).doesNotContain(Scenario.CANARY);
        return run;
    }

    @Test
    void submitsRotatesAndRetires() {
        scenario.terminal.key = Scenario.SECOND;
        assertThat(keys("submit", KEY).out())
                .contains("keys rotate jobsiteon/api-key --stack staging --region us-east-1");
        assertThat(keys("rotate", KEY).exit()).isZero();
        scenario.delivered(
                "jobsiteon#d-1",
                "job.created",
                scenario.versionAt(KEY, KeyStage.PREVIOUS),
                scenario.clock.instant().minus(Duration.ofDays(2)));
        assertThat(keys("retire", KEY).out()).contains("last verified a delivery at");
        assertThat(keys("doctor").exit()).isZero();
    }

    @Test
    void saysWhichKeysItLooksFor() {
        Run run = scenario.keys("list", "--stack", "elsewhere", "--region", "us-east-1");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("There are no keys under hookwarden/elsewhere/");
    }

    @Test
    void asksBeforeItTrustsTheOverlapThatTheProviderHasByDefault() {
        scenario.rotated(KEY);
        scenario.clock.advance(Duration.ofDays(7));
        assertThat(keys("doctor", KEY, "--repair").exit()).isEqualTo(1);
        assertThat(scenario.terminal.questions).singleElement().asString().contains("PT168H");
        assertThat(scenario.state(KEY).at(KeyStage.PREVIOUS)).isPresent();

        assertThat(keys("doctor", KEY, "--repair", "--yes").exit()).isZero();
        assertThat(scenario.state(KEY).at(KeyStage.PREVIOUS)).isEmpty();
    }
}
