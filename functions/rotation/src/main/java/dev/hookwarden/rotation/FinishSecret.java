package dev.hookwarden.rotation;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes the tested candidate current, tells everyone, and empties the inbox. */
final class FinishSecret implements RotationStep {
    private final RotatingKeys keys;
    private final SecretsManagerVersions versions;
    private final SecretsManagerInbox inbox;
    private final RotationEvents events;
    private final EventLog log;
    private final InstantSource clock;

    FinishSecret(
            RotatingKeys keys,
            SecretsManagerVersions versions,
            SecretsManagerInbox inbox,
            RotationEvents events,
            EventLog log,
            InstantSource clock) {
        this.keys = keys;
        this.versions = versions;
        this.inbox = inbox;
        this.events = events;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public StepOutcome perform(Candidacy candidacy) {
        boolean current = candidacy.isCurrent();
        Optional<String> previous = current ? candidacy.stages().holder(SecretStages.PREVIOUS) : promote(candidacy);
        announce(candidacy, previous);
        emptyInbox(candidacy);
        LogLine line = LogLine.of(LogEvent.KEY_ROTATED)
                .with("provider", candidacy.key().provider().id())
                .with("key", candidacy.key().id())
                .with("keyVersion", candidacy.versionId());
        previous.ifPresent(versionId -> line.with("previousVersion", versionId));
        log.write(line);
        return current ? StepOutcome.DONE_BEFORE : StepOutcome.DONE;
    }

    /** Moves AWSCURRENT by compare-and-swap; Secrets Manager moves AWSPREVIOUS in the same moment to the version it answers. */
    private Optional<String> promote(Candidacy candidacy) {
        SecretStages stages = awaited(candidacy, SecretStages.TESTED, RotationRefusal.CANDIDATE_UNTESTED);
        Optional<String> observed = stages.holder(SecretStages.CURRENT);
        if (versions.move(candidacy.secret(), SecretStages.CURRENT, observed, candidacy.versionId())) {
            return observed;
        }
        return awaited(candidacy, SecretStages.CURRENT, RotationRefusal.LABEL_MOVED)
                .holder(SecretStages.PREVIOUS);
    }

    /** The secret's labels with this one on the candidate: it was put there a moment ago, or never. */
    private SecretStages awaited(Candidacy candidacy, String label, RotationRefusal otherwise) {
        Predicate<SecretStages> there = stages -> stages.isOn(label, candidacy.versionId());
        return Optional.of(candidacy.stages())
                .filter(there)
                .or(() -> versions.stages(candidacy.secret(), there).filter(there))
                .orElseThrow(() -> RotationRefusedException.of(otherwise));
    }

    private void announce(Candidacy candidacy, Optional<String> previous) {
        events.keyRotated(new KeyRotated(
                candidacy.key().key(),
                candidacy.versionId(),
                previous,
                clock.instant().plus(candidacy.key().key().overlap())));
    }

    private void emptyInbox(Candidacy candidacy) {
        versions.value(candidacy.secret(), candidacy.versionId())
                .ifPresent(value -> inbox.empty(keys.inbox(candidacy.key()), value));
    }
}
