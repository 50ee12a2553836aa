package dev.hookwarden.local.aws.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsInput;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The names and values that expressions refer to; each must be defined, and used. */
final class Placeholders {
    /**
     * Those of DynamoDB's 573 reserved words that a table of deliveries might want as a name
     * (<a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ReservedWords.html">list</a>).
     */
    private static final Set<String> RESERVED = Set.of("""
            action comment connection count counter current data date datetime day domain duration error exists \
            group hash hour items key keys language last level limit location lock log method minute mode month \
            name names new next number object old order owner path position processed property public range raw \
            read record reference region request resource response result role row scope second section segment \
            sequence session size source start state status time timestamp token total ttl type url user uuid \
            value values year""".split(" "));

    private final ObjectNode names;
    private final ObjectNode values;
    private final Set<String> unusedNames = new TreeSet<>();
    private final Set<String> unusedValues = new TreeSet<>();

    Placeholders(AwsInput input) {
        names = input.object("ExpressionAttributeNames").json();
        values = input.object("ExpressionAttributeValues").json();
        names.fieldNames().forEachRemaining(unusedNames::add);
        values.fieldNames().forEachRemaining(unusedValues::add);
    }

    String name(Tokens tokens) {
        String token = tokens.next();
        if (token.startsWith("#")) {
            JsonNode name = names.get(token);
            if (name == null || !name.isTextual()) {
                throw tokens.error(
                        "An expression attribute name used in the document path is not defined; attribute name: "
                                + token);
            }
            unusedNames.remove(token);
            return name.textValue();
        }
        if (!Character.isLetter(token.charAt(0)) && token.charAt(0) != '_') {
            throw tokens.syntaxError();
        }
        if (RESERVED.contains(token.toLowerCase(Locale.ROOT))) {
            throw tokens.error("Attribute name is a reserved keyword; reserved keyword: " + token);
        }
        return token;
    }

    AttributeValue value(Tokens tokens) {
        String token = tokens.next();
        JsonNode value = values.get(token);
        if (!token.startsWith(":") || value == null) {
            throw tokens.error(
                    "An expression attribute value used in expression is not defined; attribute value: " + token);
        }
        unusedValues.remove(token);
        return AttributeValue.of(value);
    }

    /** Refuses what was defined for nothing, as DynamoDB does. */
    void checkAllUsed() {
        if (!unusedNames.isEmpty()) {
            throw Invalid.because(
                    "Value provided in ExpressionAttributeNames unused in expressions: keys: " + unusedNames);
        }
        if (!unusedValues.isEmpty()) {
            throw Invalid.because(
                    "Value provided in ExpressionAttributeValues unused in expressions: keys: " + unusedValues);
        }
    }
}
