package dev.hookwarden.rotation;

import dev.hookwarden.secrets.KeyMarks;
import dev.hookwarden.signing.KeyStage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which versions of a secret hold which staging labels, at one moment.
 *
 * @param labels by version id; versions without a label are not there
 */
record SecretStages(boolean rotationEnabled, Map<String, List<String>> labels) {
    /** The label of the version that passed testSecret last: without it no version becomes current. */
    static final String TESTED = KeyMarks.TESTED_LABEL;

    static final String CURRENT = KeyStage.CURRENT.label();
    static final String PENDING = KeyStage.PENDING.label();
    static final String PREVIOUS = KeyStage.PREVIOUS.label();

    SecretStages {
        labels = Map.copyOf(labels);
    }

    Set<String> versions() {
        return labels.keySet();
    }

    /** The versions that are a key now: those that verify or may be called with. A mark of ours alone keeps none. */
    Set<String> keys() {
        return versions().stream()
                .filter(versionId -> isOn(CURRENT, versionId) || isOn(PENDING, versionId) || isOn(PREVIOUS, versionId))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isOn(String label, String versionId) {
        return labels.getOrDefault(versionId, List.of()).contains(label);
    }

    Optional<String> holder(String label) {
        return versions().stream().filter(versionId -> isOn(label, versionId)).findFirst();
    }
}
