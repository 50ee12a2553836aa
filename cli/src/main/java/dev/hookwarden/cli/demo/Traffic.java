package dev.hookwarden.cli.demo;

import dev.hookwarden.local.sending.Samples;
import dev.hookwarden.local.sending.WebhookClient;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.SigningKey;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Deliveries of one provider, one after another until it is stopped, each signed with the key that the provider signs with then. */
final class Traffic {
    private static final Duration BETWEEN = Duration.ofMillis(40);

    private final Webhooks webhooks;
    private final Samples samples;
    private final Provider provider;
    private final Supplier<SigningKey> key;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger notAccepted = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread;

    Traffic(Webhooks webhooks, Samples samples, Provider provider, Supplier<SigningKey> key) {
        this.webhooks = webhooks;
        this.samples = samples;
        this.provider = provider;
        this.key = key;
        this.thread = Thread.ofVirtual().start(this::send);
    }

    private void send() {
        while (!stopped.get()) {
            try {
                byte[] payload = samples.fresh(provider);
                int status = webhooks.post(provider, WebhookClient.sign(provider, key.get(), payload), payload);
                (status == 200 ? accepted : notAccepted).incrementAndGet();
                LockSupport.parkNanos(BETWEEN.toNanos());
            } catch (InterruptedException interrupted) {
                return;
            } catch (IOException unanswered) {
                notAccepted.incrementAndGet();
            }
        }
    }

    int accepted() {
        return accepted.get();
    }

    int notAccepted() {
        return notAccepted.get();
    }

    /** Returns when this many more were sent. */
    void waitFor(int more) {
        int goal = accepted.get() + notAccepted.get() + more;
        while (accepted.get() + notAccepted.get() < goal && thread.isAlive()) {
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    /** Sends no more; returns when the last one is answered. */
    void stop() throws InterruptedException {
        stopped.set(true);
        thread.join();
    }
}
