package dev.hookwarden.cli.keys;

import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.secrets.StagedVersion;
import dev.hookwarden.signing.KeyStage;
import java.util.Optional;

/** The repairs that are safe to do unasked. */
record Repair(KeySecret secret) {
    /** Takes the label off the version that is seen to hold it, unless that is current; says what was done. */
    Optional<String> of(KeyState state, KeyStage label) {
        return state.at(label).filter(holder -> !holder.isAt(KeyStage.CURRENT)).map(holder -> done(label, holder));
    }

    private String done(KeyStage label, StagedVersion holder) {
        return secret.takeOff(label, holder)
                ? "done: took " + label.label() + " off version " + holder.shortId() + ", which is not current"
                : "not needed: " + label.label() + " has moved meanwhile";
    }
}
