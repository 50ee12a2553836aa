package dev.hookwarden.infra.timeline;

import dev.hookwarden.local.cloudwatch.MonitoringDefinitions;
import dev.hookwarden.local.cloudwatch.template.CloudFormationYaml;
import dev.hookwarden.local.cloudwatch.template.MonitoringTemplates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The templates of this checkout, as they are deployed. */
final class Deployed {
    static final Path CHECKOUT = Path.of(Objects.requireNonNull(
            System.getProperty("hookwarden.root"), "system property hookwarden.root: set by the build"));

    private static final Map<Map<String, String>, MonitoringDefinitions> READ = new ConcurrentHashMap<>();
    private static final String ACCESS_LOG_FORMAT = readAccessLogFormat();

    private Deployed() {}

    /** Filters and alarms with these parameters for the root. */
    static MonitoringDefinitions with(Map<String, String> parameters) {
        return READ.computeIfAbsent(Map.copyOf(parameters), given -> read(CHECKOUT, given));
    }

    /** Those of another copy of the templates. */
    static MonitoringDefinitions read(Path root, Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("Stage", World.STAGE);
        return MonitoringTemplates.read(root.resolve("template.yaml"), all);
    }

    static String accessLogFormat() {
        return ACCESS_LOG_FORMAT;
    }

    private static String readAccessLogFormat() {
        try {
            return CloudFormationYaml.parse(Files.readString(CHECKOUT.resolve("template.yaml")))
                    .at("Resources", "WebhookApi", "Properties", "AccessLogSetting", "Format")
                    .text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
