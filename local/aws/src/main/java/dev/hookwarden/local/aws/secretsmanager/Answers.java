package dev.hookwarden.local.aws.secretsmanager;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Pieces that answers have in common. Absent values are left out, as AWS does. */
final class Answers {
    private static final int MILLIS = 3;

    private Answers() {}

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** ARN and Name, which nearly every answer begins with. */
    static ObjectNode of(Secret secret) {
        return empty().put("ARN", secret.arn()).put("Name", secret.identity().name());
    }

    static void put(ObjectNode answer, String member, @Nullable String value) {
        if (value != null) {
            answer.put(member, value);
        }
    }

    /** Epoch seconds with a fraction, as the JSON protocol has it. */
    static void put(ObjectNode answer, String member, @Nullable Instant value) {
        if (value != null) {
            // Not put(BigDecimal): that strips zeros and ends in 1.7E+9.
            answer.set(member, DecimalNode.valueOf(BigDecimal.valueOf(value.toEpochMilli(), MILLIS)));
        }
    }
}
