package dev.hookwarden.rotation;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.provider.ProviderKey;

/** Tells people that a key is due. */
final class DueKeys {
    private final Notices notices;
    private final EventLog log;

    DueKeys(Notices notices, EventLog log) {
        this.notices = notices;
        this.log = log;
    }

    /** Sends a notice and writes a line. A notice that can't be sent is in the line: the rotation is refused all the same. */
    void announce(ProviderKey key, String how) {
        LogLine line =
                LogLine.of(LogEvent.KEY_DUE).with("provider", key.providerId()).with("key", key.id());
        try {
            notices.send(KeyDueNotice.of(key, how));
        } catch (RuntimeException unsent) {
            line.withFault(unsent);
        }
        log.write(line);
    }
}
