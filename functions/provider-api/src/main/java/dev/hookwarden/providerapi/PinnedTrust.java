package dev.hookwarden.providerapi;

import dev.hookwarden.provider.Pins;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts what the trust store vouches for, and of that only a chain with a pinned key in it.
 *
 * <p>Looks for the key in the path that leads from the server's certificate to the trust store, not in the list that the server sent:
 * whoever has a certificate of any trusted authority could add the pinned one to that list
 * (<a href="https://nvd.nist.gov/vuln/detail/CVE-2016-2402">CVE-2016-2402</a>).
 */
final class PinnedTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager trustStore;
    private final Pins pins;

    PinnedTrust(X509ExtendedTrustManager trustStore, Pins pins) {
        this.trustStore = trustStore;
        this.pins = pins;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        trustStore.checkServerTrusted(chain, authType, engine);
        checkPins(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        trustStore.checkServerTrusted(chain, authType, socket);
        checkPins(chain);
    }

    /** Refuses: without the connection nobody could compare the host's name. */
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("A certificate is checked together with its connection");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("There are no clients to trust here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trustStore.getAcceptedIssuers();
    }

    private void checkPins(X509Certificate[] chain) throws CertificateException {
        if (!pins.sha256().isEmpty() && path(chain).map(PinnedTrust::pin).noneMatch(pins.sha256()::contains)) {
            throw new Trouble.PinMismatchException();
        }
    }

    /** The server's certificate, those that lead from it to the trust store, and the one there. */
    private Stream<Certificate> path(X509Certificate[] chain) throws CertificateException {
        try {
            X509CertSelector server = new X509CertSelector();
            server.setCertificate(chain[0]);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors(), server);
            parameters.setRevocationEnabled(false);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(chain))));
            var path = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            return Stream.concat(
                    path.getCertPath().getCertificates().stream(),
                    Stream.of(chain[0], path.getTrustAnchor().getTrustedCert()));
        } catch (GeneralSecurityException none) {
            throw new CertificateException("No path to the trust store", none);
        }
    }

    private Set<TrustAnchor> anchors() {
        return Arrays.stream(trustStore.getAcceptedIssuers())
                .map(issuer -> new TrustAnchor(issuer, null))
                .collect(Collectors.toSet());
    }

    /** See {@link Pins}. */
    static String pin(Certificate certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(certificate.getPublicKey().getEncoded());
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
