package dev.hookwarden.benchmarks.coldstart;

import dev.hookwarden.local.tls.LocalAuthority;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/**
 * Makes functions trust the stand-ins, beside all the authorities that they trust otherwise: reading those is part of a start.
 *
 * @param bundle authorities in PEM, where native TLS looks for them
 * @param authority the stand-ins' alone
 * @param store all of them for Java
 */
record Trust(Path bundle, Path authority, Path store) {
    private static final Path SYSTEMS_BUNDLE = Path.of("/etc/ssl/certs/ca-certificates.crt");
    private static final char[] PASSWORD = "changeit".toCharArray();

    /**
     * Adds to the system's bundle, which must be a copy that only this process and its functions see: the AWS CRT reads no other.
     *
     * @throws IOException if it can't be written
     */
    static Trust of(LocalAuthority authority, Path folder) throws IOException {
        Files.writeString(SYSTEMS_BUNDLE, authority.pem(), StandardOpenOption.APPEND);
        Path own = Files.writeString(folder.resolve("authority.pem"), authority.pem());
        Path store = folder.resolve("cacerts");
        try (OutputStream out = Files.newOutputStream(store)) {
            KeyStore ours = KeyStore.getInstance(
                    Path.of(System.getProperty("java.home"), "lib/security/cacerts")
                            .toFile(),
                    PASSWORD);
            ours.setCertificateEntry("stand-ins", authority.trustStore().getCertificate("authority"));
            ours.store(out, PASSWORD);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java runtime reads and writes its own trust store", missing);
        }
        return new Trust(SYSTEMS_BUNDLE, own, store);
    }
}
