package dev.hookwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.cli.RunningStack.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** What says that it has no key to sign with, once Zenoo's is revoked and no new one is there. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class RevokedKeyTest {
    private final RunningStack stack = new RunningStack();

    @BeforeAll
    void revoke() {
        assertThat(stack.run("keys", "revoke", "zenoo/signing-key", "--yes").err())
                .isEmpty();
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void sendsNothing() {
        Run run = stack.run("send", "zenoo", "--url", stack.url());

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("no key of zenoo", "revoked", "--key-stdin");
    }

    @Test
    void listensOnlyWithAnotherKeyOrNone() {
        Run run = stack.run("listen", "zenoo", "--forward", "http://127.0.0.1:1/", "--count", "1");

        assertThat(run.exit()).isOne();
        assertThat(run.err()).contains("current key of zenoo", "revoked", "--key-stdin", "--unsigned");
    }
}
