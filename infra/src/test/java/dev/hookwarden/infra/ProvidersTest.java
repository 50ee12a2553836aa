package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.config.ConfiguredProviders;
import dev.hookwarden.config.Environment;
import dev.hookwarden.local.cloudwatch.template.Node;
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
    void breaksWhenAFunctionIsNotToldOfAProvider() {
        Template broken = ROOT.with("zenoo", "RotationFunction", "Properties", "Environment", "Variables", "PROVIDERS");

        assertThat(missing(broken)).containsExactly("jobsiteon is not among the PROVIDERS of RotationFunction");
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
    void byDefaultTheProbeCallsTheProvidersAsTheirConstantsSay() {
        LambdaFunction probe = new LambdaFunction(ROOT, ROOT.resource("ProbeFunction"));

        assertThat(ConfiguredProviders.callableFrom(new Environment(DefaultValues.environment(probe))))
                .isEqualTo(Provider.ALL);
    }

    @Test
    void byDefaultRotationCallsTheProvidersWhereTheirConstantsSay() {
        LambdaFunction rotation = new LambdaFunction(ROOT, ROOT.resource("RotationFunction"));

        assertThat(ConfiguredProviders.callableFrom(new Environment(DefaultValues.environment(rotation))))
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
                        .anyMatch(output -> output.at("Value")
                                .walk()
                                .filter(value -> value.at("Fn::Sub").exists())
                                .map(value -> value.at("Fn::Sub").text())
                                .filter(url -> url.endsWith("/webhooks/" + provider.id()))
                                .toList()
                                .equals(List.of(
                                        "https://${DomainName}/webhooks/" + provider.id(),
                                        "https://${WebhookApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/${Stage}/webhooks/"
                                                + provider.id()))));
    }

    private static List<String> missing(Template root) {
        List<String> constants = Provider.ALL.stream().map(Provider::id).toList();
        List<String> stanzas = stanzas(root)
                .map(stack -> stack.property("Parameters", "Provider").text())
                .toList();
        return Stream.of(
                        without(constants, stanzas, " has no stanza in template.yaml").stream(),
                        without(stanzas, constants, " has no constant in functions/core").stream(),
                        LambdaFunction.of(root).stream().flatMap(function -> untold(function, constants)))
                .flatMap(complaints -> complaints)
                .toList();
    }

    private static Stream<String> untold(LambdaFunction function, List<String> constants) {
        return Stream.ofNullable(function.environment().get("PROVIDERS"))
                .map(told -> List.of(told.text().split(",", -1)))
                .flatMap(told -> without(constants, told, " is not among the PROVIDERS of " + function.id()).stream());
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
}
