package dev.hookwarden.local.tls;

import java.util.Locale;

/** What is right or wrong with the certificate that a simulated server shows. */
public enum ServerCertificate {
    /** For this machine, in force, and signed by the authority. */
    VALID,
    /** As {@link #VALID}, until yesterday. */
    EXPIRED,
    /** In force and signed by the authority, but for another host. */
    WRONG_HOST,
    /** For this machine and in force, but signed by itself. */
    SELF_SIGNED;

    /** The name in JSON, as {@code wrong-host}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
