package dev.hookwarden.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds a key or a token names itself and doesn't show it. */
class ShownValuesTest {
    @Test
    void aRequestLeavesItsTokenOut() {
        assertThat(new RotationRequest("createSecret", "secret", "version-1", "canary"))
                .hasToString("RotationRequest[createSecret of version-1]");
    }

    @Test
    void aCandidacyLeavesItsTokenOut() {
        SecretStages stages = new SecretStages(true, Map.of());

        assertThat(new Candidacy(Kind.ZENOO_API_KEY.key(), "secret", "version-1", "canary", stages))
                .hasToString("Candidacy[version-1 of zenoo/api-key]");
    }

    @Test
    void aVersionLeavesItsValueOut() {
        assertThat(new StagedValue("version-1", "canary")).hasToString("StagedValue[version-1]");
    }
}
