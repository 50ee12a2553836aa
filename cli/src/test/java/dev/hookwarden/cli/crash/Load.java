package dev.hookwarden.cli.crash;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.SigningKey;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Providers that send, each delivery until it is answered 200; and somebody who forges. */
final class Load implements AutoCloseable {
    private static final int SENDERS = 4;
    private static final Duration BETWEEN = Duration.ofMillis(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Too large for the queue: its payload goes through S3. */
    private static final int LARGE = 790_000;

    private final HttpClient http;
    private final SigningKeys keys;
    private final SendersLedger ledger;
    private final Queue<Webhook> again = new ConcurrentLinkedQueue<>();
    private final List<Thread> senders = new ArrayList<>();
    private volatile @Nullable Running stack;
    private volatile boolean ending;

    Load(HttpClient http, SigningKeys keys, SendersLedger ledger, Random random) {
        this.http = http;
        this.keys = keys;
        this.ledger = ledger;
        for (int sender = 0; sender < SENDERS; sender++) {
            Random own = new Random(random.nextLong());
            senders.add(Thread.ofVirtual().start(() -> send(own)));
        }
    }

    /** From now on deliveries go there. */
    void sendTo(Running ready) {
        stack = ready;
    }

    /** From now on nothing is sent. */
    void pause() {
        stack = null;
    }

    /** Sends what was not answered 200 until it is, and nothing new; returns when that is done. */
    void finish() throws InterruptedException {
        ending = true;
        for (Thread sender : senders) {
            sender.join();
        }
    }

    private void send(Random random) {
        try {
            Webhook old = again.poll();
            while (old != null || !ending) {
                Running there = stack;
                if (there != null) {
                    attempt(there, old == null ? fresh(random) : old);
                    forgeNowAndThen(there, random);
                } else if (old != null) {
                    again.add(old);
                }
                LockSupport.parkNanos(BETWEEN.toNanos());
                old = again.poll();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Webhook fresh(Random random) {
        Provider provider = random.nextBoolean() ? Provider.ZENOO : Provider.JOBSITEON;
        int filler = random.nextInt(400) == 0 ? LARGE : random.nextInt(400);
        return Webhook.of(provider, "evt_" + Long.toHexString(random.nextLong()), filler);
    }

    private void attempt(Running there, Webhook webhook) throws InterruptedException {
        try {
            int status = post(there, webhook, keys.current(webhook.provider()));
            ledger.answered(webhook, status);
            if (status == 200) {
                return;
            }
            if (status == 401) {
                keys.learnFrom(there);
            }
        } catch (IOException killed) {
            ledger.unanswered();
        }
        again.add(webhook);
    }

    private void forgeNowAndThen(Running there, Random random) throws InterruptedException {
        if (random.nextInt(20) == 0) {
            Webhook forgery = fresh(random);
            try {
                ledger.forged(forgery, post(there, forgery, SigningKey.ofText("a key that somebody made up")));
            } catch (IOException killed) {
                ledger.forged(forgery, 0);
            }
        }
    }

    private int post(Running there, Webhook webhook, SigningKey key) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        there.api().resolve("/webhooks/" + webhook.provider().id()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(webhook.bytes()));
        webhook.provider()
                .scheme()
                .sign(key, webhook.bytes(), webhook.sha256(), Instant.now())
                .forEach(request::header);
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /** Stops at once. */
    @Override
    public void close() {
        senders.forEach(Thread::interrupt);
    }
}
