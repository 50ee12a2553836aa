package dev.hookwarden.local.providers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/**
 * A key that is alive.
 *
 * @param permissions what it may touch, as {@code contacts}; {@link #EVERYTHING} for all there is
 */
record IssuedKey(
        @JsonProperty("key") String key,
        @JsonProperty("permissions") Set<String> permissions) {
    static final Set<String> EVERYTHING = Set.of("*");

    @JsonCreator
    IssuedKey {
        permissions = Set.copyOf(permissions);
    }

    /** A key that stands in the file by itself, as all did before keys had permissions. */
    @JsonCreator
    static IssuedKey unlimited(String key) {
        return new IssuedKey(key, EVERYTHING);
    }

    boolean permits(String permission) {
        return permissions.equals(EVERYTHING) || permissions.contains(permission);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "IssuedKey" + permissions;
    }
}
