package dev.hookwarden.local.tls;

import dev.hookwarden.local.tls.CertificateForm.Host;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Signs the certificates of simulated servers on {@code localhost} and 127.0.0.1. It lives in memory and is another one in each process.
 *
 * @see ServerCertificate
 */
public final class LocalAuthority {
    private static final Duration LIFE = Duration.ofDays(30);
    private static final Host THIS_MACHINE = new Host("localhost", InetAddress.ofLiteral("127.0.0.1"));
    private static final Host ELSEWHERE = new Host("elsewhere.example", InetAddress.ofLiteral("192.0.2.1"));
    private static final String NAME = "Hookwarden local authority";
    private static final String SERVER = "Hookwarden simulated server";
    private static final char[] NO_PASSWORD = new char[0];

    private final Instant now;
    private final KeyPair keys;
    private final X509Certificate certificate;

    private LocalAuthority(Instant now, KeyPair keys, X509Certificate certificate) {
        this.now = now;
        this.keys = keys;
        this.certificate = certificate;
    }

    /** A new authority; what it signs is in force, or has expired, by this clock. */
    public static LocalAuthority create(InstantSource clock) {
        Instant now = clock.instant();
        KeyPair keys = newKeys();
        CertificateForm form =
                new CertificateForm(NAME, NAME, now.minus(LIFE), now.plus(LIFE), keys.getPublic(), Optional.empty());
        return new LocalAuthority(now, keys, signed(form, keys));
    }

    /** Trusts this authority and nobody else. */
    public KeyStore trustStore() {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry("authority", certificate);
            return store;
        } catch (GeneralSecurityException missing) {
            throw everyRuntimeHasIt(missing);
        }
    }

    /** For a client that trusts this authority and nobody else. */
    public SSLContext trusting() {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trustStore());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException missing) {
            throw everyRuntimeHasIt(missing);
        }
    }

    /** The authority's own certificate in PEM, as {@code curl --cacert} takes it. */
    public String pem() {
        try {
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException missing) {
            throw everyRuntimeHasIt(missing);
        }
    }

    /** A new server with such a certificate, and a new key. */
    public LocalServer server(ServerCertificate kind) {
        KeyPair own = newKeys();
        X509Certificate shown = switch (kind) {
            case VALID -> signed(form(NAME, own, THIS_MACHINE, now.plus(LIFE)), keys);
            case EXPIRED -> signed(form(NAME, own, THIS_MACHINE, now.minus(Duration.ofDays(1))), keys);
            case WRONG_HOST -> signed(form(NAME, own, ELSEWHERE, now.plus(LIFE)), keys);
            case SELF_SIGNED -> signed(form(SERVER, own, THIS_MACHINE, now.plus(LIFE)), own);
        };
        return serving(shown, own);
    }

    private CertificateForm form(String issuer, KeyPair own, Host host, Instant notAfter) {
        return new CertificateForm(issuer, SERVER, now.minus(LIFE), notAfter, own.getPublic(), Optional.of(host));
    }

    private static LocalServer serving(X509Certificate certificate, KeyPair own) {
        try {
            KeyStore store = emptyStore();
            store.setKeyEntry("server", own.getPrivate(), NO_PASSWORD, new X509Certificate[] {certificate});
            KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keyManagers.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers.getKeyManagers(), null, null);
            return new LocalServer(certificate, context);
        } catch (GeneralSecurityException missing) {
            throw everyRuntimeHasIt(missing);
        }
    }

    private static X509Certificate signed(CertificateForm form, KeyPair signer) {
        try {
            return form.signedWith(signer.getPrivate());
        } catch (GeneralSecurityException missing) {
            throw everyRuntimeHasIt(missing);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw everyRuntimeHasIt(missing);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            return store;
        } catch (IOException impossible) {
            throw new GeneralSecurityException(impossible);
        }
    }

    private static IllegalStateException everyRuntimeHasIt(GeneralSecurityException missing) {
        return new IllegalStateException("Every Java runtime has EC, X.509, PKCS12 and TLS", missing);
    }
}
