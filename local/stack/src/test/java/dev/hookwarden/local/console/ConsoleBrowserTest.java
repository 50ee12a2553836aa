package dev.hookwarden.local.console;

import static dev.hookwarden.local.console.ConsolePage.DOWN;
import static dev.hookwarden.local.console.ConsolePage.ENTER;
import static dev.hookwarden.local.console.ConsolePage.ESCAPE;
import static dev.hookwarden.local.console.ConsolePage.TAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.sending.WebhookClient;
import dev.hookwarden.local.stack.LocalSettings;
import dev.hookwarden.local.stack.LocalStack;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console as a person uses it. */
class ConsoleBrowserTest {
    private static LocalStack stack;
    private static Browser browser;
    private static ConsolePage page;

    @BeforeAll
    static void start(@TempDir Path profile) throws Exception {
        Optional<String> missing = Browser.missing();
        assumeTrue(missing.isEmpty(), missing::orElseThrow);
        stack = LocalStack.start(
                new LocalSettings(0, 0, Optional.empty(), Duration.ofSeconds(1), line -> {}, FaultPlan.none()));
        browser = Browser.start(profile);
        page = new ConsolePage(stack, browser);
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @AfterEach
    void leavesNoComplaint() throws Exception {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void loadsNothingFromElsewhere() throws Exception {
        page.open();

        JsonNode loaded = page.look("performance.getEntriesByType('resource').map(entry => entry.name)");
        assertThat(loaded)
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(name.asText()).startsWith(stack.console().toString()));
    }

    @Test
    void showsADeliveryAsItArrives() throws Exception {
        page.open();
        browser.run("window.loadedOnce = true");

        assertThat(page.send(Provider.ZENOO, zenoo("evt_live", "case.closed"))).isEqualTo(200);

        assertThat(page.row("case.closed")).contains("zenoo", "current key");
        page.says("#list", "Processed");
        assertThat(page.look("window.loadedOnce").asBoolean()).isTrue();
    }

    @Test
    void showsTheCourseOfADelivery() throws Exception {
        page.open().send(Provider.ZENOO, zenoo("evt_course", "alert.created"));
        page.openRow("alert.created");

        page.says(".course", "On the event bus");
        assertThat(page.text(".facts")).contains("evt_course", "the current key, version ", "127.0.0.1");
        browser.await("document.querySelectorAll('.course .done').length === 3");
    }

    @Test
    void showsAPayloadLaidOutAndAsItCame() throws Exception {
        String payload =
                "{\"event_id\":\"evt_raw\", \"event_type\":\"sla.warning\",\"n\":12345678901234567890,\"n\":[1.50,{}],\"t\":\"ü\"}";
        page.open().send(Provider.ZENOO, payload);
        page.openRow("sla.warning");

        assertThat(page.says("pre", "evt_raw")).isEqualTo("""
                {
                  "event_id": "evt_raw",
                  "event_type": "sla.warning",
                  "n": 12345678901234567890,
                  "n": [
                    1.50,
                    {}
                  ],
                  "t": "ü"
                }""");
        page.click("[name=form][value=Raw]");
        assertThat(page.text("pre")).isEqualTo(payload);
    }

    @Test
    void showsBytesThatAreNoText() throws Exception {
        page.open();
        JsonNode shown = browser.run(
                "return import('/_hookwarden/payload.js').then(payload => payload.hex(arguments[0]).textContent)",
                "\u00ff\u0000AB");
        assertThat(shown.asText()).isEqualTo("000000  ff 00 41 42                                      ..AB");
    }

    @Test
    void takesMarkupInAPayloadForText() throws Exception {
        String markup = "<img/src=x/onerror='window.hacked=1'><script>window.hacked=1</script>";
        String payload = zenoo(markup, markup);
        page.open().send(Provider.ZENOO, payload);
        page.openRow(markup);

        assertThat(page.says("pre", "onerror")).contains(markup);
        page.click("[name=form][value=Raw]");
        assertThat(page.text("pre")).isEqualTo(payload);
        assertThat(page.text("#detail-title")).isEqualTo(markup);
        assertThat(page.look("document.querySelectorAll('#detail img, #list img, body script').length")
                        .asInt())
                .isZero();
        assertThat(page.look("window.hacked ?? 'unharmed'").asText()).isEqualTo("unharmed");
    }

    @Test
    void saysWhatToCheckAboutARefusal() throws Exception {
        page.open().send(Provider.ZENOO, Map.of(), zenoo("evt_unsigned", "case.created"));
        page.click("#tab-refusals");
        page.openRow("Signature missing");

        assertThat(page.says(".check", "What to check")).contains("No header holds a signature that a key here makes.");
        assertThat(page.text("#detail")).doesNotContain("evt_unsigned");
    }

    @Test
    void recognisesASignatureWithoutItsPrefix() throws Exception {
        String payload = zenoo("evt_prefix", "case.created");
        SigningKey key = stack.currentSigningKey(Provider.ZENOO);
        String signature =
                Objects.requireNonNull(WebhookClient.sign(Provider.ZENOO, key, payload.getBytes(StandardCharsets.UTF_8))
                        .get("X-Zenoo-Signature"));
        page.open().send(Provider.ZENOO, Map.of("X-Zenoo-Signature", signature.replace("sha256=", "")), payload);
        page.click("#tab-refusals");
        page.openRow("Signature malformed");

        assertThat(page.says(".check", "sha256=")).contains("What to check");
        page.says(".steps .failed", "Form");
    }

    @ParameterizedTest
    @CsvSource({
        "valid, zenoo got 200.",
        "tampered, zenoo got 401.",
        "duplicate, 'zenoo got 200, then 200.'",
        "oversized, zenoo got 413."
    })
    void sendsSamples(String kind, String said) throws Exception {
        page.open().click("[data-sample=" + kind + "]");

        assertThat(page.says("#said", "zenoo got")).startsWith(said).doesNotContain("should have");
    }

    @Test
    void showsThatADuplicateIsDropped() throws Exception {
        page.open().click("[data-sample=duplicate]");

        page.row("Duplicate");
    }

    @Test
    void makesADeadLetterAndSendsItAgain() throws Exception {
        page.open().click("[data-sample=undeliverable]");
        page.row("Trying again");
        page.row("Dead letter");

        page.says("#dead", "1 waiting");
        page.click("[data-redrive]");
        page.says("#said", "1 dead letter is in the queue again.");
        page.says("#dead", "None");
        browser.await(
                "![...document.querySelectorAll('#list [data-id]')].some(row => row.textContent.includes('Dead letter'))");
    }

    @Test
    void rotatesAKey() throws Exception {
        page.open();
        String key = ".key[aria-label=\"zenoo/api-key\"]";
        String before = page.text(key + " .current code");
        page.click("[data-rotate=\"zenoo/api-key\"]");
        page.says("#said", "is pending and will be tested");

        page.says(key + " .previous", before);
        page.says(key, "finishSecret done");
        assertThat(page.text(key + " .current code")).isNotEqualTo(before);
        assertThat(page.text(key + " .previous")).contains("verifies nothing any more");
    }

    @Test
    void isUsedByKeyboardAlone() throws Exception {
        page.open().send(Provider.ZENOO, zenoo("evt_first", "case.escalated"));
        page.row("case.escalated");
        page.send(Provider.ZENOO, zenoo("evt_second", "alert.resolved"));
        page.row("alert.resolved");

        browser.press(TAB);
        assertThat(focus()).isEqualTo("Skip to the deliveries");
        browser.press("j");
        assertThat(focus()).contains("alert.resolved");
        browser.press(DOWN);
        assertThat(focus()).contains("case.escalated");
        browser.press(ENTER);
        assertThat(focus()).isEqualTo("case.escalated");
        browser.press(ESCAPE);
        assertThat(focus()).contains("case.escalated");
        browser.press("k");
        assertThat(focus()).contains("alert.resolved");
        browser.press("r");
        assertThat(page.look("document.getElementById('tab-refusals').ariaSelected")
                        .asText())
                .isEqualTo("true");
        browser.press("?");
        assertThat(page.look("document.getElementById('keyboard').open").asBoolean())
                .isTrue();
        browser.press(ESCAPE);
        assertThat(page.look("document.getElementById('keyboard').open").asBoolean())
                .isFalse();
        browser.press("/", "n", "o", "n", "e", "s", "u", "c", "h");
        page.says("#list", "Nothing here matches.");
    }

    @Test
    void isLightOrDarkAsTheSystemUntilAPersonChooses() throws Exception {
        browser.prefer("prefers-color-scheme", "light");
        page.open();
        String light = ground();
        browser.prefer("prefers-color-scheme", "dark");
        String dark = ground();
        assertThat(dark).isNotEqualTo(light);

        browser.press("t");
        assertThat(ground()).isEqualTo(light);
        page.open();
        assertThat(ground()).isEqualTo(light);
        browser.press("t", "t");
        assertThat(ground()).isEqualTo(dark);
    }

    @Test
    void standsStillForWhomMovementDisturbs() throws Exception {
        browser.prefer("prefers-reduced-motion", "reduce");
        page.open();

        assertThat(page.look("document.getAnimations().length").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 800, 1440})
    void fitsTheScreen(int width) throws Exception {
        browser.resize(width, 800);
        page.open().click("[data-sample=valid]");
        page.says("#said", "Accepted");

        assertThat(page.look("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
    }

    private static String focus() throws IOException, InterruptedException {
        return page.look("document.activeElement.textContent").asText();
    }

    private static String ground() throws IOException, InterruptedException {
        return page.look("getComputedStyle(document.body).backgroundColor").asText();
    }

    private static String zenoo(String id, String eventType) {
        return "{\"event_id\":\"" + id + "\",\"event_type\":\"" + eventType
                + "\",\"created_at\":\"2026-03-01T09:00:00Z\"}";
    }
}
