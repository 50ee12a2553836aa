package dev.hookwarden.providerapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.config.ConfigurationException;
import dev.hookwarden.provider.ApiKeys;
import dev.hookwarden.provider.Pins;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.providerapi.ApiOutcome.Failed;
import dev.hookwarden.providerapi.ApiOutcome.Success;
import dev.hookwarden.providerapi.RateLimiter.Permission.Granted;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real TLS, with certificates made for the purpose. */
class SecureConnectionTest {
    private static final String UNUSED_PIN = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void callsOverTls(String protocol) {
        assertThat(outcome(Certificates.server(Certificates.VALID), Pins.NONE, protocol))
                .isEqualTo("Success[]");
    }

    @ParameterizedTest
    @CsvSource({
        Certificates.EXPIRED + ", certificate_refused",
        Certificates.ELSEWHERE + ", certificate_refused",
        Certificates.LONE + ", certificate_refused"
    })
    void refusesACertificateThatIsNotTheHosts(String certificate, String reason) {
        assertThat(outcome(Certificates.server(certificate), Pins.NONE, "TLSv1.3"))
                .isEqualTo("Failed[reason=" + reason + "]");
    }

    @Test
    void refusesTls11() throws Exception {
        try (CallWorld world = new CallWorld(new TlsSite(Certificates.server(Certificates.VALID), "TLSv1.1"))) {
            assertThat(shakesHands(world.site.uri(), "TLSv1.1")).isTrue();

            assertThat(world.call(CallWorld.READ)).isEqualTo(new Failed<>("tls_failed"));
        }
    }

    /** So that a refusal is our client's, and not that of a JDK or a site that can't do it. */
    private static boolean shakesHands(URI site, String protocol) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {BoundedHttp.trusting(Certificates.trusted())}, null);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(site.getHost(), site.getPort())) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            return socket.getSession().getProtocol().equals(protocol);
        }
    }

    @Test
    void takesTheServersOwnKeyWhenItIsPinned() {
        assertThat(outcome(
                        Certificates.server(Certificates.VALID), pins(Certificates.pin(Certificates.VALID)), "TLSv1.3"))
                .isEqualTo("Success[]");
    }

    @Test
    void takesTheAuthoritysKeyWhenItIsPinned() {
        assertThat(outcome(Certificates.server(Certificates.VALID), pins(Certificates.authorityPin()), "TLSv1.2"))
                .isEqualTo("Success[]");
    }

    @Test
    void refusesATrustedChainWithoutAPinnedKey() {
        assertThat(outcome(Certificates.server(Certificates.OTHER), pins(Certificates.authorityPin()), "TLSv1.3"))
                .isEqualTo("Failed[reason=pin_mismatch]");
    }

    /** CVE-2016-2402: the pinned certificate is public, so anybody can send it along. */
    @Test
    void takesNoPinnedCertificateForItsOwnThatWasOnlySentAlong() {
        KeyStore disguised = Certificates.server(Certificates.OTHER, Certificates.VALID);

        assertThat(outcome(disguised, Pins.NONE, "TLSv1.3")).isEqualTo("Success[]");
        assertThat(outcome(disguised, pins(Certificates.pin(Certificates.VALID)), "TLSv1.3"))
                .isEqualTo("Failed[reason=pin_mismatch]");
    }

    @Test
    void trustsNobodyForAPinAlone() {
        assertThat(outcome(
                        Certificates.server(Certificates.LONE), pins(Certificates.pin(Certificates.LONE)), "TLSv1.3"))
                .isEqualTo("Failed[reason=certificate_refused]");
    }

    @Test
    void saysInTheLogThatThePinsDoNotMatch() {
        try (CallWorld world = new CallWorld()) {
            world.pins = new Pins(Set.of(UNUSED_PIN, Certificates.pin(Certificates.OTHER)));
            world.call(CallWorld.READ);

            assertThat(world.logged("reason")).containsExactly("pin_mismatch");
            assertThat(world.logged("status")).containsExactly(0L);
            assertThat(world.site.requests).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1", "http://api.example.com", "ftp://127.0.0.1"})
    void refusesAnAddressThatIsNotHttps(String address) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> callsTo(address, PlainHttp.REFUSED))
                .withMessage("The address of the API of zenoo must be https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.example.com", "http://127.0.0.1.example.com", "http://10.0.0.1"})
    void plainHttpIsForThisMachineAlone(String address) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> callsTo(address, PlainHttp.TO_THIS_MACHINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:3000/x", "http://localhost:3000", "https://api.example.com"})
    void plainHttpMayBeAllowed(String address) {
        assertThat(callsTo(address, PlainHttp.TO_THIS_MACHINE)).isNotNull();
    }

    private static HttpProviderCalls callsTo(String address, PlainHttp plainHttp) {
        Provider provider = Provider.ZENOO.withApi(Provider.ZENOO.api().at(URI.create(address)));
        CallPorts ports = CallPorts.real((key, limit) -> new Granted(), line -> {});
        return new HttpProviderCalls(List.of(provider), plainHttp, ApiKeys.none(), ports);
    }

    private static Pins pins(String pin) {
        return new Pins(Set.of(pin, UNUSED_PIN));
    }

    private static String outcome(KeyStore certificate, Pins pins, String protocol) {
        try (CallWorld world = new CallWorld(new TlsSite(certificate, protocol))) {
            world.pins = pins;
            ApiOutcome<Discarded> outcome = world.call(CallWorld.READ);
            assertThat(world.site.requests).hasSize(outcome instanceof Success ? 1 : 0);
            return outcome.toString();
        }
    }
}
