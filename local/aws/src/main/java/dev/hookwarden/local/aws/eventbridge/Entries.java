package dev.hookwarden.local.aws.eventbridge;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hookwarden.local.aws.AwsError;
import dev.hookwarden.local.aws.AwsInput;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Checks entries one by one, as EventBridge does. */
record Entries(InstantSource clock, RandomGenerator random) {
    /** A bus passes 10.10 on as it came, not as 10.1. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Set<String> MEMBERS =
            Set.of("Time", "Source", "Resources", "DetailType", "Detail", "EventBusName", "TraceHeader");
    private static final List<String> REQUIRED = List.of("Source", "DetailType", "Detail");
    private static final int MAX_DETAIL_TYPE = 128;

    EntryResult check(AwsInput entry) {
        entry.allowOnly(MEMBERS);
        for (String member : REQUIRED) {
            if (entry.text(member, "").isEmpty()) {
                return EntryResult.missing(member);
            }
        }
        if (entry.requiredText("DetailType").length() > MAX_DETAIL_TYPE) {
            return new EntryResult.Failed(
                    "InvalidArgument",
                    "Parameter DetailType is not valid. Reason: DetailType is longer than 128 characters.");
        }
        return withDetail(entry, parsed(entry.requiredText("Detail")));
    }

    private EntryResult withDetail(AwsInput entry, JsonNode detail) {
        if (!detail.isObject()) {
            return new EntryResult.Failed("MalformedDetail", "Detail is malformed.");
        }
        return new EntryResult.Accepted(new PutEvent(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                busName(entry.text("EventBusName", "default")),
                entry.requiredText("Source"),
                entry.requiredText("DetailType"),
                detail,
                timeOf(entry)));
    }

    private static JsonNode parsed(String detail) {
        try {
            return JSON.readTree(detail);
        } catch (JacksonException e) {
            return JSON.nullNode();
        }
    }

    /** The name in an ARN's last part, or the name itself. */
    private static String busName(String nameOrArn) {
        return nameOrArn.startsWith("arn:") ? nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1) : nameOrArn;
    }

    private Instant timeOf(AwsInput entry) {
        if (!entry.has("Time")) {
            return clock.instant();
        }
        JsonNode time = entry.json().get("Time");
        if (!time.isNumber()) {
            throw AwsError.refused("SerializationException", "The member Time has the wrong type.");
        }
        // Epoch seconds with a fraction, as the JSON protocol has it.
        return Instant.ofEpochMilli(time.decimalValue().movePointRight(3).longValue());
    }
}
