package dev.hookwarden.local.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * What a certificate says (RFC 5280 section 4.1); the JDK reads certificates and makes none but by its keytool.
 *
 * @param issuer the common name of who signs it
 * @param subject the common name of whose it is
 * @param host the server that it is for; empty for an authority, which signs others
 */
record CertificateForm(
        String issuer, String subject, Instant notBefore, Instant notAfter, PublicKey key, Optional<Host> host) {
    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.objectIdentifier("2a8648ce3d040302"));
    private static final String COMMON_NAME = "550403";
    private static final String SUBJECT_ALTERNATIVE_NAME = "551d11";
    private static final String BASIC_CONSTRAINTS = "551d13";

    private static final int VERSION = 0xa0;
    private static final int EXTENSIONS = 0xa3;
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;

    X509Certificate signedWith(PrivateKey issuersKey) throws GeneralSecurityException {
        byte[] content = content();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(issuersKey);
        signature.update(content);
        byte[] whole = Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private byte[] content() {
        return Der.sequence(
                Der.tagged(VERSION, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(64, new SecureRandom()).setBit(64)),
                ECDSA_WITH_SHA256,
                name(issuer),
                Der.sequence(Der.time(notBefore), Der.time(notAfter)),
                name(subject),
                key.getEncoded(),
                Der.tagged(EXTENSIONS, Der.sequence(host.map(Host::extension).orElseGet(CertificateForm::authority))));
    }

    private static byte[] authority() {
        return Der.sequence(Der.objectIdentifier(BASIC_CONSTRAINTS), Der.TRUE, Der.octets(Der.sequence(Der.TRUE)));
    }

    private static byte[] name(String commonName) {
        return Der.sequence(Der.set(Der.sequence(Der.objectIdentifier(COMMON_NAME), Der.text(commonName))));
    }

    /** By which names a server is called. */
    record Host(String name, InetAddress address) {
        private byte[] extension() {
            return Der.sequence(
                    Der.objectIdentifier(SUBJECT_ALTERNATIVE_NAME),
                    Der.octets(Der.sequence(
                            Der.tagged(DNS_NAME, name.getBytes(StandardCharsets.US_ASCII)),
                            Der.tagged(IP_ADDRESS, address.getAddress()))));
        }
    }
}
