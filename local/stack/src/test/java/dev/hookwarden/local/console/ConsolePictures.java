package dev.hookwarden.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.sending.Samples;
import dev.hookwarden.local.sending.WebhookClient;
import dev.hookwarden.local.stack.LocalSettings;
import dev.hookwarden.local.stack.LocalStack;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the README's pictures anew. Run with {@code ./mvnw verify -pl local/stack -Dtest=ConsolePictures -Dscreenshots=docs/images}; it takes
 * three minutes, since the plots show minutes, and is no part of the build.
 */
class ConsolePictures {
    private static final Duration TRAFFIC = Duration.ofSeconds(150);
    private static final Duration MEAN_PAUSE = Duration.ofMillis(400);

    private final Samples samples = Samples.ofCheckout();
    private final Random random = new Random(7);

    @Test
    void takesThePictures(@TempDir Path profile) throws Exception {
        Path folder = Path.of(System.getProperty("hookwarden.root"), System.getProperty("screenshots"));
        LocalSettings settings =
                new LocalSettings(0, 0, Optional.empty(), Duration.ofSeconds(2), line -> {}, FaultPlan.none());
        try (LocalStack stack = LocalStack.start(settings);
                Browser browser = Browser.start(profile)) {
            ConsolePage page = new ConsolePage(stack, browser);
            browser.resize(1240, 860);
            page.open().click("[data-rotate=\"jobsiteon/api-key\"]");
            SigningKey old = stack.currentSigningKey(Provider.JOBSITEON);
            sendForAWhile(page, old);
            page.click("[data-sample=tampered]");
            page.says("#said", "Refused");
            take(browser, folder, "console");
            page.click("#tab-refusals");
            page.openRow("Signature mismatch");
            page.says(".check", "What to check");
            take(browser, folder, "console-refusal");
        }
    }

    private static void take(Browser browser, Path folder, String name) throws IOException, InterruptedException {
        for (String scheme : List.of("light", "dark")) {
            browser.prefer("prefers-color-scheme", scheme);
            Path picture = folder.resolve(name + "-" + scheme + ".png");
            Files.write(picture, browser.picture());
            assertThat(picture).isNotEmptyFile();
        }
    }

    /** What a day brings, in short. */
    private void sendForAWhile(ConsolePage page, SigningKey old) throws IOException, InterruptedException {
        List<String> files = new ArrayList<>(samples.filesIn("zenoo"));
        long end = System.nanoTime() + TRAFFIC.toNanos();
        boolean isEndNear = false;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos((long) (MEAN_PAUSE.toNanos() * 2 * random.nextDouble()));
            String file = files.get(random.nextInt(files.size()));
            String zenoo = new String(samples.payload(file), StandardCharsets.UTF_8)
                    .replaceFirst("evt_", "evt_" + random.nextInt(1_000_000));
            String jobsiteon = new String(samples.fresh(Provider.JOBSITEON), StandardCharsets.UTF_8);
            switch (random.nextInt(24)) {
                case 0 -> page.send(Provider.ZENOO, Map.of("X-Zenoo-Signature", "0".repeat(64)), zenoo);
                case 1 -> page.send(Provider.JOBSITEON, Map.of(), jobsiteon);
                case 2, 3, 4 ->
                    page.send(
                            Provider.JOBSITEON,
                            WebhookClient.sign(Provider.JOBSITEON, old, jobsiteon.getBytes(StandardCharsets.UTF_8)),
                            jobsiteon);
                case 5, 6, 7 -> page.send(Provider.JOBSITEON, jobsiteon);
                case 8, 9, 10, 11, 12 -> sendSample(page, Provider.ALL.get(random.nextInt(Provider.ALL.size())));
                default -> page.send(Provider.ZENOO, zenoo);
            }
            if (!isEndNear && end - System.nanoTime() < Duration.ofSeconds(25).toNanos()) {
                isEndNear = true;
                page.click("[data-sample=undeliverable]");
            }
        }
    }

    private void sendSample(ConsolePage page, Provider provider) throws IOException, InterruptedException {
        byte[] payload = samples.fresh(provider);
        Map<String, String> headers = new HashMap<>(samples.headers(provider));
        headers.putAll(WebhookClient.sign(provider, page.stack().currentSigningKey(provider), payload));
        page.send(provider, headers, new String(payload, StandardCharsets.UTF_8));
    }
}
