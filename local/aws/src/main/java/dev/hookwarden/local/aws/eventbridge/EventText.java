package dev.hookwarden.local.aws.eventbridge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;

/** An event as its targets get it (EventBridge user guide, the structure of events). */
final class EventText {
    private EventText() {}

    static String of(PutEvent event) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("version", "0")
                .put("id", event.id())
                .put("detail-type", event.detailType())
                .put("source", event.source())
                .put("account", "000000000000")
                .put("time", event.time().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", "us-east-1");
        json.putArray("resources");
        json.set("detail", event.detail());
        return json.toString();
    }
}
