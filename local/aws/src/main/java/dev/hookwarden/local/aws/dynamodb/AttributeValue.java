package dev.hookwarden.local.aws.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * One attribute's value in DynamoDB's notation, such as {@code {"S": "text"}}.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">Item
 *     sizes</a>
 */
record AttributeValue(String type, JsonNode content) {
    private static final int MAX_DIGITS = 38;
    private static final int NESTING = 3;

    /** Reads and checks a value, and what it holds. */
    static AttributeValue of(JsonNode json) {
        if (!json.isObject() || json.size() != 1) {
            throw Invalid.because(
                    "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
        }
        var field = json.properties().iterator().next();
        var value = new AttributeValue(field.getKey(), field.getValue());
        value.size();
        return value;
    }

    boolean isNumber() {
        return type.equals("N");
    }

    BigDecimal number() {
        try {
            var number = new BigDecimal(text());
            if (number.stripTrailingZeros().precision() <= MAX_DIGITS) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw Invalid.because("The parameter cannot be converted to a numeric value");
        }
        throw Invalid.because("Attempting to store more than 38 significant digits in a Number");
    }

    String text() {
        if (!content.isTextual()) {
            throw Invalid.because("The value of the type " + type + " must be a JSON string.");
        }
        return content.textValue();
    }

    int size() {
        return switch (type) {
            case "S" -> text().getBytes(StandardCharsets.UTF_8).length;
            case "N" -> number().precision() / 2 + 2;
            case "B" -> bytes().length;
            case "BOOL", "NULL" -> flag();
            case "L" -> listSize();
            case "M" -> NESTING + mapSize(content);
            default -> throw Invalid.unsupported("attributes of the type " + type);
        };
    }

    private byte[] bytes() {
        try {
            return Base64.getDecoder().decode(text());
        } catch (IllegalArgumentException e) {
            throw Invalid.because("The value of the type B must be base64.");
        }
    }

    private int flag() {
        if (!content.isBoolean()) {
            throw Invalid.because("The value of the type " + type + " must be a JSON boolean.");
        }
        return 1;
    }

    private int listSize() {
        int size = NESTING;
        for (JsonNode element : content) {
            size += 1 + of(element).size();
        }
        return size;
    }

    /** The size of attributes with their names: of a map, or of a whole item. */
    static int mapSize(JsonNode attributes) {
        return attributes.properties().stream()
                .mapToInt(field -> field.getKey().getBytes(StandardCharsets.UTF_8).length
                        + of(field.getValue()).size())
                .sum();
    }

    boolean equalTo(AttributeValue other) {
        if (!type.equals(other.type)) {
            return false;
        }
        return isNumber() ? number().compareTo(other.number()) == 0 : content.equals(other.content);
    }

    /** Whether the values have an order at all: two strings or two numbers. */
    boolean comparableTo(AttributeValue other) {
        return type.equals(other.type) && (isNumber() || type.equals("S"));
    }

    /** Strings by their UTF-8 bytes, numbers by value. */
    int compare(AttributeValue other) {
        return isNumber()
                ? number().compareTo(other.number())
                : Arrays.compareUnsigned(
                        text().getBytes(StandardCharsets.UTF_8), other.text().getBytes(StandardCharsets.UTF_8));
    }

    /** Hides the value. */
    @Override
    public String toString() {
        return "AttributeValue[" + type + "]";
    }
}
