package dev.hookwarden.rotation;

import static dev.hookwarden.rotation.Kind.ZENOO_SIGNING_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.delivery.Canary;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.SignatureScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the canary of a rotation carries, and whose signature on it counts. */
class TestSecretTest {
    private final RotationWorld world = new RotationWorld();
    private final List<String> vouchers = new ArrayList<>();
    private final List<Payload> posted = new ArrayList<>();

    @BeforeEach
    void watchThePost() {
        world.replace(ports -> Replaced.canaryPost(ports, (provider, headers, payload) -> {
            posted.add(payload);
            Optional.ofNullable(headers.get(Canary.VOUCHER_HEADER)).ifPresent(vouchers::add);
            return ports.canaryPost().post(provider, headers, payload);
        }));
    }

    @Test
    void letsTheCurrentKeyVouchForTheCanary() {
        world.rotate(ZENOO_SIGNING_KEY);

        SignatureScheme scheme = Provider.ZENOO.scheme();
        Map<String, String> signed = scheme.sign(
                scheme.signingKey(ZENOO_SIGNING_KEY.oldKey()), posted.getFirst().bytes(), "", world.clock.instant());
        assertThat(vouchers).containsExactly(signed.get(scheme.header()));
    }

    @Test
    void replacesACurrentKeyThatCannotSign() {
        world.call(
                "PutSecretValue",
                RotationWorld.input(ZENOO_SIGNING_KEY.secret()).put("SecretString", "short"));

        String token = world.rotate(ZENOO_SIGNING_KEY);

        assertThat(world.holder(ZENOO_SIGNING_KEY, SecretStages.CURRENT)).isEqualTo(token);
        assertThat(vouchers).isEmpty();
    }

    @Test
    void refusesACandidateWhoseCanaryAnotherKeyVerified() {
        String old = world.holder(ZENOO_SIGNING_KEY, SecretStages.CURRENT);
        world.replace(ports -> Replaced.canaryRecords(ports, id -> Optional.of(old)));

        world.rotate(ZENOO_SIGNING_KEY);

        assertThat(world.refusals).isNotEmpty().containsOnly(RotationRefusal.CANARY_REFUSED);
        assertThat(world.holder(ZENOO_SIGNING_KEY, SecretStages.CURRENT)).isEqualTo(old);
    }
}
