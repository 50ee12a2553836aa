package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.config.ConfiguredProviders;
import dev.hookwarden.config.Environment;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.BodyHmacForm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProvidersTest {
    private static final Template ROOT = Templates.root();
    private static final Template PROVIDER = Templates.provider();

    @Test
    void everyProviderHasItsConstantAndItsStanza() {
        assertThat(missing(ROOT)).isEmpty();
    }

    @Test
    void breaksWhenAProviderHasNoStanza() {
        assertThat(missing(ROOT.without("Jobsiteon"))).containsExactly("jobsiteon has no stanza in template.yaml");
    }

    @Test
    void breaksWhenAProviderHasNoConstant() {
        assertThat(missing(ROOT.with("acme", "Zenoo", "Properties", "Parameters", "Provider")))
                .containsExactlyInAnyOrder(
                        "zenoo has no stanza in template.yaml", "acme has no constant in functions/core");
    }

    @Test
    void breaksWhenIngestIsNotToldOfAProvider() {
        Template broken = ROOT.with("zenoo", "IngestFunction", "Properties", "Environment", "Variables", "PROVIDERS");

        assertThat(missing(broken)).containsExactly("jobsiteon is not among ingest's PROVIDERS");
    }

    @Test
    void everyStanzaNamesItsProvidersKeys() {
        assertThat(Provider.ALL).allSatisfy(provider -> {
            Node parameters = stanza(ROOT, provider.id()).orElseThrow().property("Parameters");
            assertThat(parameters.at("SigningKeyName").text())
                    .isEqualTo(provider.signingKey().name());
            assertThat(parameters.at("ApiKeyName").text())
                    .isEqualTo(provider.apiKey().name());
        });
    }

    @Test
    void byDefaultIngestSeesTheProvidersAsTheirConstantsSay() {
        LambdaFunction ingest = new LambdaFunction(ROOT, ROOT.resource("IngestFunction"));

        assertThat(ConfiguredProviders.from(new Environment(DefaultValues.environment(ingest))))
                .isEqualTo(Provider.ALL);
    }

    @Test
    void theFormsOfAnAssumedSignatureAreThoseThatIngestKnows() {
        assertThat(ROOT.body()
                        .at("Parameters", "JobsiteonSignature", "AllowedValues")
                        .texts())
                .containsExactlyElementsOf(Stream.of(BodyHmacForm.values())
                        .map(BodyHmacForm::wireName)
                        .toList());
    }

    @Test
    void theOutputsGiveEveryProvidersWebhookUrl() {
        assertThat(Provider.ALL)
                .allSatisfy(provider -> assertThat(
                                ROOT.body().at("Outputs").fields().values())
                        .anyMatch(
                                output -> output.at("Value", "Fn::Sub").text().endsWith("/webhooks/" + provider.id())));
    }

    @Test
    void everySecretIsBornEmpty() {
        assertThat(withValue(PROVIDER)).isEmpty();
    }

    @Test
    void breaksWhenAKeyPassesThroughTheTemplate() {
        assertThat(withValue(PROVIDER.with("k", "ApiKey", "Properties", "SecretString")))
                .containsExactly("ApiKey");
    }

    @Test
    void everyKeyHasItsInbox() {
        List<String> names = PROVIDER.resources("AWS::SecretsManager::Secret").stream()
                .map(secret -> secret.property("Name", "Fn::Sub").text())
                .toList();

        assertThat(names)
                .containsExactlyInAnyOrder(
                        "hookwarden/${Stage}/${Provider}/${SigningKeyName}",
                        "hookwarden/${Stage}/${Provider}/${SigningKeyName}/inbox",
                        "hookwarden/${Stage}/${Provider}/${ApiKeyName}",
                        "hookwarden/${Stage}/${Provider}/${ApiKeyName}/inbox");
    }

    private static List<String> missing(Template root) {
        List<String> constants = Provider.ALL.stream().map(Provider::id).toList();
        List<String> stanzas = stanzas(root)
                .map(stack -> stack.property("Parameters", "Provider").text())
                .toList();
        List<String> told = List.of(root.resource("IngestFunction")
                .property("Environment", "Variables", "PROVIDERS")
                .text()
                .split(",", -1));
        return Stream.of(
                        without(constants, stanzas, " has no stanza in template.yaml"),
                        without(stanzas, constants, " has no constant in functions/core"),
                        without(constants, told, " is not among ingest's PROVIDERS"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> without(List<String> all, List<String> there, String complaint) {
        return all.stream()
                .filter(id -> !there.contains(id))
                .map(id -> id + complaint)
                .toList();
    }

    private static Stream<Resource> stanzas(Template root) {
        return root.resources("AWS::CloudFormation::Stack").stream()
                .filter(stack -> stack.property("TemplateURL").text().equals(PROVIDER.path()));
    }

    private static Optional<Resource> stanza(Template root, String providerId) {
        return stanzas(root)
                .filter(stack -> stack.property("Parameters", "Provider").text().equals(providerId))
                .findFirst();
    }

    private static List<String> withValue(Template template) {
        return template.resources("AWS::SecretsManager::Secret").stream()
                .filter(secret -> secret.property("SecretString").exists()
                        || secret.property("GenerateSecretString").exists())
                .map(Resource::id)
                .toList();
    }
}
