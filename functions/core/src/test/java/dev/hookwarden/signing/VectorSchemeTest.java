package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VectorSchemeTest {
    private static final Optional<String> STRIPE = Optional.of("stripe");

    @Test
    void isTheOneThatTheVectorNames() {
        ObjectNode named = JsonNodeFactory.instance.objectNode().put("scheme", "slack");

        assertThat(VectorScheme.of(vector(named), STRIPE)).isEqualTo("slack");
    }

    @Test
    void isTheFilesWhereTheVectorHasItsHeader() {
        assertThat(VectorScheme.of(withHeaders("X-Signature", "stripe-signature"), STRIPE))
                .isEqualTo("stripe");
    }

    @Test
    void isTheFilesWhereTheVectorHasNoHeaderLikeASignature() {
        assertThat(VectorScheme.of(withHeaders("Content-Type", "X-Design-Id"), STRIPE))
                .isEqualTo("stripe");
    }

    @Test
    void isTheOneWhoseHeaderTheVectorHas() {
        assertThat(VectorScheme.of(withHeaders("X-HUB-SIGNATURE-256", "X-Hub-Signature"), STRIPE))
                .isEqualTo("github");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Hub-Signature256", "Paddle-Signature", "X-Acme-Hmac", "X-Sig", "X-Sign"})
    void isNotTheFilesWhereAnUnknownHeaderLooksLikeASignature(String header) {
        assertUntold(withHeaders(header), STRIPE);
    }

    @Test
    void isUntoldByTheHeadersOfTwo() {
        assertUntold(withHeaders("X-Signature", "X-Slack-Signature"), STRIPE);
    }

    @Test
    void isUntoldWhereNeitherVectorNorFileTells() {
        assertUntold(withHeaders("Content-Type"), Optional.empty());
    }

    @Test
    void ofAFileIsThatOfTheFirstVectorThatTells() {
        VectorFields file = vector(JsonNodeFactory.instance.objectNode());

        assertThat(VectorScheme.ofFile(
                        file,
                        List.of(
                                withHeaders("X-Other"),
                                withHeaders("X-Slack-Signature"),
                                withHeaders("Stripe-Signature"))))
                .contains("slack");
    }

    private static void assertUntold(VectorFields vector, Optional<String> ofFile) {
        assertThatThrownBy(() -> VectorScheme.of(vector, ofFile))
                .hasMessageContainingAll(
                        "mine.json: [3]", "name it in scheme, one of github, jobsiteon, shopify, slack");
    }

    private static VectorFields withHeaders(String... names) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        List.of(names).forEach(name -> headers.put(name, "value"));
        return vector(JsonNodeFactory.instance.objectNode().set("headers", headers));
    }

    private static VectorFields vector(JsonNode content) {
        return VectorFields.of(new VectorField("mine.json", "[3]", content), List.of());
    }
}
