package dev.hookwarden.providerapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Certificates of two authorities that are trusted and of one server that is not, made anew by the JDK's keytool. */
final class Certificates {
    static final String VALID = "valid";
    static final String EXPIRED = "expired";
    static final String ELSEWHERE = "elsewhere";
    static final String LONE = "lone";

    /** Another authority's, for the same host. */
    static final String OTHER = "other";

    private static final String CA = "ca";
    private static final String OTHER_CA = "other-ca";
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final KeyStore ALL = made();

    private Certificates() {}

    private static KeyStore made() {
        try {
            Path store = Files.createTempDirectory("certificates").resolve("all.p12");
            generate(store, CA, null, "-ext", "bc:c");
            generate(store, OTHER_CA, null, "-ext", "bc:c");
            generate(store, VALID, CA, "-ext", "san=ip:127.0.0.1");
            generate(store, EXPIRED, CA, "-ext", "san=ip:127.0.0.1", "-startdate", "-10d", "-validity", "5");
            generate(store, ELSEWHERE, CA, "-ext", "san=dns:elsewhere.example");
            generate(store, LONE, null, "-ext", "san=ip:127.0.0.1");
            generate(store, OTHER, OTHER_CA, "-ext", "san=ip:127.0.0.1");
            KeyStore all = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                all.load(in, PASSWORD);
            }
            return all;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void generate(Path store, String alias, @Nullable String signer, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store.toString()));
        if (signer != null) {
            command.addAll(List.of("-signer", signer));
        }
        command.addAll(Arrays.asList(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), Charset.defaultCharset());
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(said);
        }
    }

    static KeyStore trusted() {
        try {
            KeyStore store = empty();
            store.setCertificateEntry(CA, certificate(CA));
            store.setCertificateEntry(OTHER_CA, certificate(OTHER_CA));
            return store;
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What a server of this name shows: its chain, and then some certificates that don't belong there. */
    static KeyStore server(String alias, String... strangers) {
        try {
            List<Certificate> chain = new ArrayList<>(List.of(ALL.getCertificateChain(alias)));
            for (String stranger : strangers) {
                chain.add(certificate(stranger));
            }
            KeyStore store = empty();
            Key key = ALL.getKey(alias, PASSWORD);
            store.setKeyEntry(alias, key, PASSWORD, chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static char[] password() {
        return PASSWORD.clone();
    }

    static String pin(String alias) {
        return PinnedTrust.pin(certificate(alias));
    }

    /** The pin of the authority that vouches for {@link #VALID}. */
    static String authorityPin() {
        return pin(CA);
    }

    private static Certificate certificate(String alias) {
        try {
            return ALL.getCertificate(alias);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** JKS, which doesn't mind a chain with strangers in it. */
    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, PASSWORD);
        return store;
    }
}
