package dev.hookwarden.local.aws.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Keeps nothing. */
record NoJournal() implements Journal {
    @Override
    public Map<String, JsonNode> load() {
        return Map.of();
    }

    @Override
    public void put(String key, JsonNode value) {}

    @Override
    public void remove(String key) {}

    @Override
    public void close() {}
}
