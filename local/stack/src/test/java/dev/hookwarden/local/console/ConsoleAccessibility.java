package dev.hookwarden.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.stack.LocalSettings;
import dev.hookwarden.local.stack.LocalStack;
import dev.hookwarden.provider.Provider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Has axe look at the console. Run with {@code ./mvnw verify -pl local/stack -Dtest=ConsoleAccessibility -Daxe=PATH}, the path being that of
 * axe.min.js from the npm package axe-core; it is no part of the build.
 */
class ConsoleAccessibility {
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void hasNothingThatAxeObjectsTo(String scheme, @TempDir Path profile) throws Exception {
        LocalSettings settings =
                new LocalSettings(0, 0, Optional.empty(), Duration.ofSeconds(1), line -> {}, FaultPlan.none());
        try (LocalStack stack = LocalStack.start(settings);
                Browser browser = Browser.start(profile)) {
            browser.prefer("prefers-color-scheme", scheme);
            ConsolePage page = new ConsolePage(stack, browser);
            page.open().send(Provider.ZENOO, "{\"event_id\":\"evt_axe\",\"event_type\":\"risk_assessment.completed\"}");
            page.openRow("risk_assessment.completed");
            page.says("pre", "evt_axe");
            browser.run(Files.readString(Path.of(System.getProperty("axe"))));

            JsonNode violations =
                    browser.run("return axe.run().then(result => result.violations.map(found => found.help))");
            assertThat(violations).isEmpty();
        }
    }
}
