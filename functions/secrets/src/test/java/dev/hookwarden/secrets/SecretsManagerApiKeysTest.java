package dev.hookwarden.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.provider.ApiKey;
import dev.hookwarden.provider.Provider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class SecretsManagerApiKeysTest {
    private static final String SECRET = "hookwarden/test/zenoo/api-key";
    private static final ApiKey FIRST = new ApiKey("first-2f8c1d7ae5b94063");
    private static final ApiKey SECOND = new ApiKey("second-9b1e44c07fd23a68");

    private final MutableClock clock = new MutableClock();
    private final InMemorySecretsManager secretsManager = new InMemorySecretsManager(clock);
    private final List<LogLine> lines = new ArrayList<>();
    private final SecretsManagerApiKeys keys = new SecretsManagerApiKeys(
            secretsManager, new SecretNames("hookwarden/test"), KeyringSettings.DEFAULT, clock, () -> 0, lines::add);

    SecretsManagerApiKeysTest() {
        secretsManager.put(SECRET, "v1", FIRST.value());
    }

    @Test
    void readsTheCurrentKeyOnceForItsAge() {
        secretsManager.putPending(SECRET, "v2", SECOND.value());

        assertThat(keys.current(Provider.ZENOO)).contains(FIRST);
        assertThat(keys.current(Provider.ZENOO)).contains(FIRST);
        assertThat(secretsManager.describes).hasValue(1);
        assertThat(secretsManager.gets).hasValue(1);
    }

    @Test
    void asksForNoValueTwice() {
        keys.current(Provider.ZENOO);
        clock.advance(KeyringSettings.DEFAULT.maxAge());
        keys.current(Provider.ZENOO);

        assertThat(secretsManager.describes).hasValue(2);
        assertThat(secretsManager.gets).hasValue(1);
    }

    @Test
    void findsTheNextKeyOnceTheFirstIsRefused() {
        keys.current(Provider.ZENOO);
        secretsManager.put(SECRET, "v2", SECOND.value());

        assertThat(keys.current(Provider.ZENOO)).contains(FIRST);
        assertThat(keys.afterRefused(Provider.ZENOO, FIRST)).contains(SECOND);
        assertThat(keys.current(Provider.ZENOO)).contains(SECOND);
    }

    @Test
    void hasNoOtherKeyWhenNoneWasPut() {
        keys.current(Provider.ZENOO);

        assertThat(keys.afterRefused(Provider.ZENOO, FIRST)).isEmpty();
    }

    @Test
    void readsEarlyAtMostOncePerInterval() {
        keys.current(Provider.ZENOO);
        for (int i = 0; i < 100; i++) {
            keys.afterRefused(Provider.ZENOO, FIRST);
        }

        assertThat(secretsManager.describes).hasValue(2);
    }

    @Test
    void needsNoReadWhenAnotherThreadHasReadTheNextKey() {
        secretsManager.put(SECRET, "v2", SECOND.value());
        keys.current(Provider.ZENOO);

        assertThat(keys.afterRefused(Provider.ZENOO, FIRST)).contains(SECOND);
        assertThat(secretsManager.describes).hasValue(1);
    }

    @Test
    void servesTheLastKeyWhileSecretsManagerFails() {
        keys.current(Provider.ZENOO);
        secretsManager.failWith(SdkClientException.create("down"));
        clock.advance(KeyringSettings.DEFAULT.staleIfError().minusMillis(1));

        assertThat(keys.current(Provider.ZENOO)).contains(FIRST);
        clock.advance(Duration.ofMillis(1));
        assertThat(keys.current(Provider.ZENOO)).isEmpty();
        assertThat(lines).extracting(LogLine::event).contains(LogEvent.KEYRING_READ_FAILED);
    }

    @Test
    void hasNoKeyWhenTheCurrentOneIsRevoked() {
        secretsManager.put(SECRET, "v2", KeyMarks.REVOKED);

        assertThat(keys.current(Provider.ZENOO)).isEmpty();
    }

    @Test
    void doesNotRepeatAReadThatFailedBeforeTheInterval() {
        keys.current(Provider.ZENOO);
        secretsManager.failWith(SdkClientException.create("down"));
        clock.advance(KeyringSettings.DEFAULT.maxAge());

        keys.current(Provider.ZENOO);
        keys.current(Provider.ZENOO);
        assertThat(secretsManager.describes).hasValue(2);
        clock.advance(KeyringSettings.DEFAULT.refreshInterval());
        keys.current(Provider.ZENOO);
        assertThat(secretsManager.describes).hasValue(3);
    }

    @Test
    void readsOnceASecondWhileThereIsNoUsableKey() {
        secretsManager.put(SECRET, "v2", KeyMarks.REVOKED);

        keys.current(Provider.ZENOO);
        keys.current(Provider.ZENOO);
        assertThat(secretsManager.describes).hasValue(1);
        clock.advance(Duration.ofSeconds(1));
        keys.current(Provider.ZENOO);
        assertThat(secretsManager.describes).hasValue(2);
    }

    @Test
    void saysWhatItRead() {
        keys.current(Provider.ZENOO);

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.event()).isEqualTo(LogEvent.KEYRING_READ);
            assertThat(line.fields()).containsEntry("key", "zenoo/api-key").containsEntry("keyVersion", "v1");
        });
    }

    @Test
    void saysWhyAKeyIsOfNoUse() {
        secretsManager.put(SECRET, "v2", KeyMarks.REVOKED);
        keys.current(Provider.ZENOO);

        assertThat(lines)
                .extracting(LogLine::event)
                .containsExactly(LogEvent.KEY_UNUSABLE, LogEvent.KEYRING_READ_FAILED);
        assertThat(lines.getFirst().fields()).containsEntry("defect", KeyMarks.REVOKED);
    }

    @Test
    void dropsTheValueOfAKeyThatIsNoLongerCurrent() {
        keys.current(Provider.ZENOO);
        secretsManager.put(SECRET, "v2", SECOND.value());
        clock.advance(KeyringSettings.DEFAULT.maxAge());
        keys.current(Provider.ZENOO);
        secretsManager.promote(SECRET, "v1");
        clock.advance(KeyringSettings.DEFAULT.maxAge());

        assertThat(keys.current(Provider.ZENOO)).contains(FIRST);
        assertThat(secretsManager.gets).hasValue(3);
    }

    @Test
    void readsAnewAfterARestore() {
        keys.current(Provider.ZENOO);
        keys.forget();
        secretsManager.put(SECRET, "v2", SECOND.value());

        assertThat(keys.current(Provider.ZENOO)).contains(SECOND);
        assertThat(lines.toString()).doesNotContain(FIRST.value(), SECOND.value());
    }
}
