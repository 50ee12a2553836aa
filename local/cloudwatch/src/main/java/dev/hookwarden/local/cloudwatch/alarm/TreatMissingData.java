package dev.hookwarden.local.cloudwatch.alarm;

import dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException;
import java.util.Arrays;

/** What a missing data point counts as. */
public enum TreatMissingData {
    MISSING("missing"),
    IGNORE("ignore"),
    BREACHING("breaching"),
    NOT_BREACHING("notBreaching");

    private final String text;

    TreatMissingData(String text) {
        this.text = text;
    }

    /**
     * The treatment that templates write so.
     *
     * @throws UnsupportedDefinitionException when it is none of these
     */
    public static TreatMissingData of(String text) {
        return Arrays.stream(values())
                .filter(treatment -> treatment.text.equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new UnsupportedDefinitionException("TreatMissingData " + text + " is not supported"));
    }
}
