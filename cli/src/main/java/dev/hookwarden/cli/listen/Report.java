package dev.hookwarden.cli.listen;

import dev.hookwarden.cli.output.JsonText;
import dev.hookwarden.cli.output.Times;
import dev.hookwarden.secrets.StagedVersion;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells of copies, a line each. The payload is shown only where that was asked for. */
record Report(PrintWriter out, boolean json, boolean showPayload) {
    void tell(Copy copy, Forwarded forwarded) {
        if (json) {
            out.println(JsonText.line(facts(copy, forwarded)));
        } else {
            out.println(String.join(
                    "  ",
                    Times.shown(copy.receivedAt()),
                    copy.providerId(),
                    copy.eventType(),
                    copy.deliveryId(),
                    "key " + StagedVersion.shortId(copy.keyVersion()),
                    copy.isIntact() ? "intact" : "re-serialised on the bus",
                    forwarded.words()));
            if (showPayload) {
                out.println(text(copy));
            }
        }
        out.flush();
    }

    private Map<String, Object> facts(Copy copy, Forwarded forwarded) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("receivedAt", copy.receivedAt().toString());
        facts.put("provider", copy.providerId());
        facts.put("eventType", copy.eventType());
        facts.put("deliveryId", copy.deliveryId());
        facts.put("keyVersion", copy.keyVersion());
        facts.put("intact", copy.isIntact());
        switch (forwarded) {
            case Forwarded.Answered answered -> {
                facts.put("status", answered.status());
                facts.put("ms", answered.after().toMillis());
            }
            case Forwarded.Failed failed -> facts.put("notForwarded", failed.reason());
        }
        if (showPayload) {
            facts.put("payload", text(copy));
        }
        return facts;
    }

    private static String text(Copy copy) {
        return new String(copy.payload().bytes(), StandardCharsets.UTF_8);
    }
}
