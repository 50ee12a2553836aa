package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON trees for what the local stack says and reads; the functions don't use them. */
final class LocalJson {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private LocalJson() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }
}
