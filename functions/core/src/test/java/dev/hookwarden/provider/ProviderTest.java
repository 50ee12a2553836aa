package dev.hookwarden.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.http.Headers;
import dev.hookwarden.provider.KeySource.Submitted;
import dev.hookwarden.provider.Location.Field;
import dev.hookwarden.provider.Location.Header;
import dev.hookwarden.signing.BodyHmac;
import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.Keyring;
import dev.hookwarden.signing.MacAlgorithm;
import dev.hookwarden.signing.SignatureEncoding;
import dev.hookwarden.signing.SignatureScheme;
import dev.hookwarden.signing.StagedKey;
import dev.hookwarden.signing.StandardWebhooks;
import dev.hookwarden.signing.Verification.Verified;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProviderTest {
    static final List<Provider> ALL = Provider.ALL;
    static final List<Provider> CALLED =
            Provider.ALL.stream().filter(Provider::isCalled).toList();

    private static final SignatureScheme SIGNS_ITS_ID = new StandardWebhooks(Duration.ofMinutes(5));

    private static Provider withId(String id) {
        return new Provider(
                id,
                Provider.ZENOO.scheme(),
                SchemeOrigin.DOCUMENTED,
                Provider.ZENOO.identification(),
                List.of(),
                Provider.ZENOO.api(),
                Duration.ofSeconds(5));
    }

    private static Provider identifiedBy(Location location, SignatureScheme scheme) {
        return new Provider(
                "sample",
                scheme,
                SchemeOrigin.DOCUMENTED,
                new Identification(Optional.of(location), Optional.empty()),
                List.of(),
                Provider.ZENOO.api(),
                Duration.ofSeconds(5));
    }

    @Test
    void idsAndKeyIdsAreUnique() {
        assertThat(Provider.ALL).extracting(Provider::id).doesNotHaveDuplicates();
        assertThat(Provider.ALL.stream().flatMap(provider -> provider.keys().stream()))
                .extracting(ProviderKey::id)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void isFoundByItsId(Provider provider) {
        assertThat(Provider.withId(provider.id())).contains(provider);
        assertThat(Provider.withId(provider.id() + "x")).isEmpty();
        assertThat(Provider.withId("")).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void hasOneKeyThatSigns(Provider provider) {
        assertThat(provider.keys().stream().filter(key -> key.uses().contains(KeyUse.SIGNS_DELIVERIES)))
                .containsExactly(provider.signingKey());
    }

    @ParameterizedTest
    @FieldSource("CALLED")
    void hasOneKeyThatCallsIfItIsCalled(Provider provider) {
        assertThat(provider.keys().stream().filter(key -> key.uses().contains(KeyUse.CALLS_API)))
                .containsExactly(provider.apiKey());
    }

    @Test
    void aProviderWithoutAnApiIsReceivedFromAlone() {
        Provider received = Provider.GITHUB;

        assertThat(received.isCalled()).isFalse();
        assertThat(received.keys()).containsExactly(received.signingKey());
        assertThatThrownBy(received::api)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("github");
    }

    @Test
    void refusesAKeyThatCallsNothing() {
        ProviderKey calls = new ProviderKey(
                "github", "api-key", Set.of(KeyUse.CALLS_API), new Submitted(""), Duration.ZERO, Duration.ofDays(90));

        assertThatThrownBy(() -> Provider.GITHUB.withKeys(List.of(calls)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("github/api-key");
    }

    @ParameterizedTest
    @FieldSource("CALLED")
    void isCalledOverHttpsAtAnAddressThatPathsCanFollow(Provider provider) {
        assertThat(provider.api().baseUrl()).hasScheme("https");
        assertThat(provider.api().baseUrl().toString()).doesNotEndWith("/");
        assertThat(provider.api().provingRead()).startsWith("/");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void waitsAndRotatesForPositiveTimes(Provider provider) {
        assertThat(provider.acknowledgement()).isPositive();
        assertThat(provider.keys()).allSatisfy(key -> {
            assertThat(key.rotateEvery()).isPositive();
            assertThat(key.overlap()).isGreaterThanOrEqualTo(Duration.ZERO).isLessThan(key.rotateEvery());
        });
    }

    @Test
    void aKeyVerifiesOnItsOwnRouteAlone() {
        byte[] payload = "{}".getBytes(StandardCharsets.UTF_8);
        for (Provider signer : Provider.ALL) {
            for (Provider route : Provider.ALL) {
                Headers headers = Headers.of(
                        signer.scheme().sign(keyring(signer).current().key(), payload, "msg_1", Instant.EPOCH));
                boolean verified =
                        route.scheme().verify(headers, payload, keyring(route), Instant.EPOCH) instanceof Verified;

                assertThat(verified).as("%s on %s", signer.id(), route.id()).isEqualTo(signer.equals(route));
            }
        }
    }

    @Test
    void aKeyVerifiesOnItsOwnRouteAloneEvenUnderTheRightHeader() {
        byte[] payload = "{}".getBytes(StandardCharsets.UTF_8);
        for (Provider signer : Provider.ALL) {
            for (Provider route : Provider.ALL) {
                Map<String, String> headers =
                        route.scheme().sign(keyring(signer).current().key(), payload, "msg_1", Instant.EPOCH);
                boolean verified = route.scheme().verify(Headers.of(headers), payload, keyring(route), Instant.EPOCH)
                        instanceof Verified;

                assertThat(verified).as("%s on %s", signer.id(), route.id()).isEqualTo(signer.equals(route));
            }
        }
    }

    private static Keyring keyring(Provider provider) {
        return new Keyring(
                List.of(new StagedKey(provider.scheme().signingKey(keyOf(provider)), KeyStage.CURRENT, "v1")));
    }

    /** A key that every scheme takes, as Standard Webhooks takes base64 alone. */
    private static String keyOf(Provider provider) {
        return Base64.getEncoder()
                .encodeToString((provider.id() + "-0f1e2d3c4b5a6978").getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Zenoo", "zenoo#", "zenoo/x", "1zenoo", "-zenoo", "zen oo", "zen.oo", "zénoo"})
    void refusesAnIdThatIsNoPathSegment(String id) {
        assertThatThrownBy(() -> withId(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnIdOfMoreThan32Characters() {
        assertThat(withId("z".repeat(32)).id()).hasSize(32);
        assertThatThrownBy(() -> withId("z".repeat(33))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTheKeyOfAnotherProvider() {
        assertThatThrownBy(() -> Provider.ZENOO.withKeys(Provider.JOBSITEON.keys()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jobsiteon/api-key");
    }

    @Test
    void refusesADeliveryIdFromAHeaderThatIsNotSigned() {
        assertThat(identifiedBy(new Header("Webhook-Id"), SIGNS_ITS_ID).id()).isEqualTo("sample");
        assertThat(identifiedBy(new Field("id"), Provider.ZENOO.scheme()).id()).isEqualTo("sample");
        assertThatThrownBy(() -> identifiedBy(new Header("X-Request-Id"), SIGNS_ITS_ID))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> identifiedBy(new Header("X-GitHub-Delivery"), Provider.ZENOO.scheme()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnotherSchemeThatLeavesTheDeliveryIdUnsigned() {
        Provider signed = identifiedBy(new Header("webhook-id"), SIGNS_ITS_ID);

        assertThatThrownBy(() -> signed.withScheme(Provider.ZENOO.scheme()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhichKeyItLacks() {
        Provider keyless = Provider.ZENOO.withKeys(List.of());

        assertThatThrownBy(keyless::signingKey).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(keyless::apiKey).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void changesOnlyWhatItIsAskedTo() {
        SignatureScheme other = new BodyHmac("X-Signature", MacAlgorithm.HMAC_SHA512, SignatureEncoding.BASE64, "");
        ProviderKey key = Provider.JOBSITEON.apiKey();

        assertThat(Provider.JOBSITEON.withScheme(other))
                .returns(other, Provider::scheme)
                .returns("jobsiteon", Provider::id)
                .returns(Provider.JOBSITEON.keys(), Provider::keys);
        assertThat(key.withOverlap(Duration.ofDays(1)))
                .returns(Duration.ofDays(1), ProviderKey::overlap)
                .returns("jobsiteon/api-key", ProviderKey::id)
                .returns(Set.of(KeyUse.SIGNS_DELIVERIES, KeyUse.CALLS_API), ProviderKey::uses);
        assertThat(key.withRotateEvery(Duration.ofDays(30)))
                .returns(Duration.ofDays(30), ProviderKey::rotateEvery)
                .returns(key.overlap(), ProviderKey::overlap)
                .returns("jobsiteon/api-key", ProviderKey::id);
    }
}
