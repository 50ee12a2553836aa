package dev.hookwarden.secrets;

import static dev.hookwarden.secrets.KeyringScenario.JOBSITEON;
import static dev.hookwarden.secrets.KeyringScenario.SECOND;
import static dev.hookwarden.secrets.KeyringScenario.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.Keyring;
import dev.hookwarden.verification.KeyringUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Many threads, one read. */
@Timeout(60)
class SingleFlightTest {
    private static final int THREADS = 200;

    private final KeyringScenario scenario = new KeyringScenario();
    private final InMemorySecretsManager secretsManager = scenario.secretsManager;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch reading = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);

    @AfterEach
    void endThreads() {
        answer.countDown();
        threads.close();
    }

    @Test
    void waitsForTheOneReadWhenNothingIsHeld() throws Exception {
        holdUpReads();
        List<Future<Keyring>> given = start(scenario::jobsiteon);
        reading.await();
        answer.countDown();

        for (Future<Keyring> keyring : given) {
            assertThat(shown(keyring.get())).containsExactly("CURRENT v1");
        }
        assertThat(secretsManager.describes).hasValue(1);
    }

    @Test
    void failsAllWhoWaitedForTheOneReadThatFailed() throws Exception {
        holdUpReads();
        secretsManager.failWith(SdkClientException.create("down"));
        List<Future<Keyring>> given = start(scenario::jobsiteon);
        reading.await();
        answer.countDown();

        for (Future<Keyring> keyring : given) {
            assertThatThrownBy(keyring::get).hasCauseInstanceOf(KeyringUnavailableException.class);
        }
        assertThat(secretsManager.describes).hasValue(1);
    }

    @Test
    void givesTheHeldKeyringWhileAnotherReads() throws Exception {
        scenario.jobsiteon();
        secretsManager.put(JOBSITEON, "v2", SECOND);
        scenario.clock.advance(KeyringSettings.DEFAULT.maxAge());
        holdUpReads();
        Future<Keyring> reader = threads.submit(scenario::jobsiteon);
        reading.await();

        for (Future<Keyring> keyring : start(scenario::jobsiteon)) {
            assertThat(shown(keyring.get())).containsExactly("CURRENT v1");
        }
        answer.countDown();
        assertThat(shown(reader.get())).containsExactly("CURRENT v2", "PREVIOUS v1");
        assertThat(secretsManager.describes).hasValue(2);
    }

    @Test
    void bringsTheNewKeyToAllWhoMissedItByOneRead() throws Exception {
        Keyring stale = scenario.jobsiteon();
        secretsManager.put(JOBSITEON, "v2", SECOND);
        holdUpReads();
        List<Future<Optional<Keyring>>> given = start(() -> scenario.keyrings.refreshed(Provider.JOBSITEON, stale));
        reading.await();
        answer.countDown();

        for (Future<Optional<Keyring>> keyring : given) {
            assertThat(keyring.get()).isPresent();
        }
        assertThat(secretsManager.describes).hasValue(2);
    }

    @Test
    void keepsReadFromBeforeForgettingOutOfWhatIsHeldAfter() throws Exception {
        holdUpReads();
        Future<Keyring> reader = threads.submit(scenario::jobsiteon);
        reading.await();
        scenario.keyrings.forget();
        answer.countDown();
        reader.get();
        secretsManager.failWith(SdkClientException.create("down"));

        assertThatThrownBy(scenario::jobsiteon).isInstanceOf(KeyringUnavailableException.class);
    }

    private void holdUpReads() {
        secretsManager.beforeDescribe(() -> {
            reading.countDown();
            try {
                answer.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
    }

    private <T> List<Future<T>> start(Callable<T> call) {
        return IntStream.range(0, THREADS).mapToObj(_ -> threads.submit(call)).toList();
    }
}
