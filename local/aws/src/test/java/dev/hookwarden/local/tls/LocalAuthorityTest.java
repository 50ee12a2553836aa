package dev.hookwarden.local.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAuthorityTest {
    private static final LocalAuthority AUTHORITY = LocalAuthority.create(InstantSource.system());

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void signsWhatClientsTrustThatWereHandedItsTrustStore(String host) throws Exception {
        assertThat(greeting(ServerCertificate.VALID, host, AUTHORITY.trusting()))
                .isEqualTo('!');
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, NotAfter",
        "WRONG_HOST, No subject alternative DNS name matching localhost found",
        "SELF_SIGNED, unable to find valid certification path"
    })
    void makesWhatIsRefusedForOneReason(ServerCertificate kind, String reason) {
        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> greeting(kind, "localhost", AUTHORITY.trusting()))
                .withStackTraceContaining(reason);
    }

    @Test
    void isNotTrustedByDefault() {
        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> greeting(ServerCertificate.VALID, "localhost", SSLContext.getDefault()));
    }

    @Test
    void saysItsCertificateInPem() throws CertificateException {
        var read = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(AUTHORITY.pem().getBytes(StandardCharsets.US_ASCII)));

        assertThat(read.getPublicKey().getAlgorithm()).isEqualTo("EC");
    }

    private static int greeting(ServerCertificate kind, String host, SSLContext client) throws Exception {
        SSLContext server = AUTHORITY.server(kind).context();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var listening =
                        (SSLServerSocket) server.getServerSocketFactory().createServerSocket(0)) {
            Future<?> greeted = threads.submit(() -> greet(listening));
            try (var socket = (SSLSocket) client.getSocketFactory().createSocket(host, listening.getLocalPort())) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                return socket.getInputStream().read();
            } finally {
                greeted.get();
            }
        }
    }

    private static void greet(SSLServerSocket listening) {
        try (var accepted = listening.accept()) {
            accepted.getOutputStream().write('!');
        } catch (IOException refusedByTheClient) {
            // The client's own exception says why.
        }
    }
}
