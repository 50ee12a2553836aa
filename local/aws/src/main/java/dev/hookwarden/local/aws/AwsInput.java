package dev.hookwarden.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The input of an action, read by type. A JSON null counts as absent; a member of another type is refused with
 * {@code SerializationException}, as AWS does.
 */
public record AwsInput(ObjectNode json) {

    /** Refuses members that the action does not know, naming the first. */
    public void allowOnly(Set<String> members) {
        json.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                throw AwsError.unsupported("the member " + name);
            }
        });
    }

    public boolean has(String member) {
        return json.hasNonNull(member);
    }

    public @Nullable String text(String member) {
        return has(member) ? checked(member, json.get(member).isTextual()).textValue() : null;
    }

    public String text(String member, String otherwise) {
        String value = text(member);
        return value == null ? otherwise : value;
    }

    /** The text of a member that must be there. */
    public String requiredText(String member) {
        String value = text(member);
        if (value == null) {
            throw AwsError.refused("ValidationException", "The member " + member + " is required.");
        }
        return value;
    }

    public boolean flag(String member, boolean otherwise) {
        return has(member) ? checked(member, json.get(member).isBoolean()).booleanValue() : otherwise;
    }

    public @Nullable Integer whole(String member) {
        return has(member)
                ? (Integer) checked(member, json.get(member).canConvertToInt()).intValue()
                : null;
    }

    public int whole(String member, int otherwise) {
        Integer value = whole(member);
        return value == null ? otherwise : value;
    }

    /** The member as an object; an empty one when absent. */
    public AwsInput object(String member) {
        return new AwsInput(
                has(member)
                        ? (ObjectNode) checked(member, json.get(member).isObject())
                        : JsonNodeFactory.instance.objectNode());
    }

    /** The member's elements, which must be objects; none when absent. */
    public List<AwsInput> objects(String member) {
        return elements(member).stream()
                .map(node -> new AwsInput((ObjectNode) checked(member, node, node.isObject())))
                .toList();
    }

    /** The member's elements, which must be text; none when absent. */
    public List<String> texts(String member) {
        return elements(member).stream()
                .map(node -> checked(member, node, node.isTextual()).textValue())
                .toList();
    }

    private List<JsonNode> elements(String member) {
        List<JsonNode> elements = new ArrayList<>();
        if (has(member)) {
            checked(member, json.get(member).isArray()).forEach(elements::add);
        }
        return elements;
    }

    private JsonNode checked(String member, boolean rightType) {
        return checked(member, json.get(member), rightType);
    }

    private static JsonNode checked(String member, JsonNode node, boolean rightType) {
        if (!rightType) {
            throw AwsError.refused("SerializationException", "The member " + member + " has the wrong type.");
        }
        return node;
    }

    /** Hides the content: it may be a secret. */
    @Override
    public String toString() {
        return "AwsInput[" + json.size() + " members]";
    }
}
