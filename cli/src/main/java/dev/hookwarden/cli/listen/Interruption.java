package dev.hookwarden.cli.listen;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Closes a subscription however the work ends: by itself, by a fault, by an interrupt, or by Ctrl-C. */
final class Interruption implements AutoCloseable {
    private final Subscription subscription;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final Thread hook = new Thread(this::end, "end-of-listening");

    private Interruption(Subscription subscription) {
        this.subscription = subscription;
    }

    static Interruption closing(Subscription subscription) {
        Interruption interruption = new Interruption(subscription);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Does the work; 0 when it was interrupted, for that is how it ends. */
    int orEnd(Callable<Integer> work) {
        try {
            return work.call();
        } catch (AbortedException | InterruptedException interrupted) {
            return 0;
        } catch (SdkException fault) {
            if (ending.get()) {
                // The queue was removed under it.
                return 0;
            }
            throw fault;
        } catch (RuntimeException fault) {
            throw fault;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void end() {
        ending.set(true);
        subscription.close();
    }

    @Override
    public void close() {
        boolean wasInterrupted = Thread.interrupted();
        try {
            if (ending.compareAndSet(false, true)) {
                subscription.close();
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        } catch (IllegalStateException alreadyEnding) {
            // The hook runs, and finds nothing left to remove.
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
