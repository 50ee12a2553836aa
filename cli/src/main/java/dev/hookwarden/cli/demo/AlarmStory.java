package dev.hookwarden.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.local.sending.Samples;
import dev.hookwarden.local.sending.WebhookClient;
import dev.hookwarden.local.stack.LocalStack;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.SigningKey;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** An alarm that rings and clears, by the filters and alarms of template.yaml. Its clock is moved on, so that nobody waits. */
final class AlarmStory {
    private static final String ALARM = "hookwarden-local-zenoo-signature-failures";
    private static final int FORGERIES = 20;

    private final LocalStack stack;
    private final Webhooks webhooks;
    private final Samples samples;
    private final Consumer<Line> report;

    AlarmStory(LocalStack stack, WebhookClient client, Samples samples, Consumer<Line> report) {
        this.stack = stack;
        this.webhooks = new Webhooks(stack, client);
        this.samples = samples;
        this.report = report;
    }

    void play() throws IOException, InterruptedException {
        stack.moveAlarmsOn(Duration.ofHours(1));
        String before = state();
        for (int count = 0; count < FORGERIES; count++) {
            byte[] payload = samples.fresh(Provider.ZENOO);
            Map<String, String> forged =
                    WebhookClient.sign(Provider.ZENOO, SigningKey.ofText("a key that somebody made up"), payload);
            webhooks.post(Provider.ZENOO, forged, payload);
        }
        stack.moveAlarmsOn(Duration.ofMinutes(1));
        String during = state();
        stack.moveAlarmsOn(Duration.ofMinutes(10));
        report.accept(new Line(
                "a burst of forgeries (clock moved on 11 min)",
                "signature-failures OK, ALARM, OK",
                "signature-failures " + before + ", " + during + ", " + state()));
    }

    private String state() {
        for (JsonNode alarm : stack.alarms()) {
            if (alarm.path("name").asText().equals(ALARM)) {
                return alarm.path("state").asText();
            }
        }
        return "missing";
    }
}
