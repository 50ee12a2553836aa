package dev.hookwarden.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProgressTest {
    private final CountDownLatch said = new CountDownLatch(1);
    private final StringWriter err = new StringWriter() {
        @Override
        public void flush() {
            said.countDown();
        }
    };

    private Progress progress(boolean shown, Duration patience) {
        return new Progress(new PrintWriter(err), shown, patience);
    }

    @Test
    void saysWhatGoesOnAndTakesItBack() {
        String result = progress(true, Duration.ofMillis(1)).during("Reading", () -> {
            awaitAWord();
            return "read";
        });

        assertThat(result).isEqualTo("read");
        assertThat(err.toString()).startsWith("\r\u001b[KReading (").endsWith("\r\u001b[K");
    }

    @Test
    void saysNothingOfWhatIsSoonDone() {
        assertThat(progress(true, Duration.ofHours(1)).during("Reading", () -> "read"))
                .isEqualTo("read");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysNothingWhereNobodyLooks() {
        Progress unseen = progress(false, Duration.ofMillis(1));
        unseen.during("Reading", () -> "read");
        unseen.show("Waiting");
        unseen.clear();

        assertThat(err.toString()).isEmpty();
    }

    private void awaitAWord() {
        try {
            said.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
