package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.config.ConfiguredProviders;
import dev.hookwarden.config.Environment;
import dev.hookwarden.local.cloudwatch.template.Node;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.BodyHmacForm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProvidersTest {
    private static final Template ROOT = Templates.root();
    private static final Template SERVING_ALL = Templates.rootServingAll();
    private static final List<Provider> BY_DEFAULT = List.of(Provider.ZENOO, Provider.JOBSITEON);
    private static final Template PROVIDER = Templates.provider();

    @Test
    void everyProviderHasItsConstantAndItsStanza() {
        assertThat(missing(ROOT)).isEmpty();
    }

    @Test
    void breaksWhenAProviderHasNoStanza() {
        assertThat(missing(ROOT.without("Github"))).containsExactly("github has no stanza in template.yaml");
    }

    @Test
    void breaksWhenAProviderHasNoConstant() {
        assertThat(missing(ROOT.with("acme", "Stripe", "Properties", "Parameters", "Provider")))
                .containsExactlyInAnyOrder(
                        "stripe has no stanza in template.yaml", "acme has no constant in functions/core");
    }

    @Test
    void breaksWhenAProviderIsNotServed() {
        Template broken = ROOT.with(
                List.of(",", List.of("zenoo", "jobsiteon", "github", "stripe")),
                "ServedProviders",
                "Properties",
                "Value",
                "Fn::Join");

        assertThat(missing(broken)).containsExactly("standard-webhooks is not among the ServedProviders");
    }

    @Test
    void breaksWhenAFunctionIsNotToldOfWhatIsServed() {
        Template broken = ROOT.with("zenoo", "RotationFunction", "Properties", "Environment", "Variables", "PROVIDERS");

        assertThat(missing(broken)).containsExactly("RotationFunction is not told of the ServedProviders");
    }

    @Test
    void breaksWhenAProvidersAlarmsAboutUsAreForgotten() {
        Template broken = ROOT.with("", "Monitoring", "Properties", "Parameters", "OurTrouble");

        assertThat(missing(broken))
                .contains(
                        "the OurTrouble of Monitoring leaves Github out",
                        "the OurTrouble of Monitoring leaves Zenoo out");
    }

    @Test
    void breaksWhenAProviderThatIsOffIsDeployed() {
        assertThat(missing(ROOT.without("Github", "Condition")))
                .containsExactly("Github is deployed though nobody asked");
    }

    @Test
    void onlyWhatIsSwitchedOnIsDeployedAndServed() {
        assertThat(deployed(Stack.root())).containsExactlyElementsOf(ids(BY_DEFAULT));
        assertThat(deployed(Stack.root(Map.of("GithubEnabled", "true"))))
                .containsExactly("zenoo", "jobsiteon", "github");
        assertThat(deployed(Stack.servingAll())).containsExactlyElementsOf(ids(Provider.ALL));
    }

    /** What a stack tells its functions; each of them has a stanza in it, and no other provider has. */
    private static List<String> deployed(Stack stack) {
        List<String> told = stack.resources("AWS::SSM::Parameter")
                .flatMap(served -> Stream.of(served.property("Value").text().split(",", -1)))
                .toList();
        assertThat(stack.resources("AWS::CloudFormation::Stack")
                        .filter(nested -> nested.property("TemplateURL").text().equals(PROVIDER.path()))
                        .map(nested -> nested.property("Parameters", "Provider").text()))
                .containsExactlyElementsOf(told);
        return told;
    }

    private static List<String> ids(List<Provider> providers) {
        return providers.stream().map(Provider::id).toList();
    }

    @Test
    void everyStanzaNamesItsProvidersKeys() {
        assertThat(Provider.ALL).allSatisfy(provider -> {
            Node parameters = stanza(ROOT, provider.id()).orElseThrow().property("Parameters");
            assertThat(parameters.at("SigningKeyName").text())
                    .isEqualTo(provider.signingKey().name());
            assertThat(parameters.at("ApiKeyName").text())
                    .isEqualTo(provider.isCalled() ? provider.apiKey().name() : "");
            assertThat(Duration.parse(new DefaultValues(ROOT).text(parameters.at("SigningKeyOverlap"))))
                    .isEqualTo(provider.signingKey().overlap());
        });
    }

    @Test
    void ingestSeesTheProvidersThatAreServedAsTheirConstantsSay() {
        assertThat(ConfiguredProviders.from(environment(ROOT, "IngestFunction")))
                .isEqualTo(BY_DEFAULT);
        assertThat(ConfiguredProviders.from(environment(SERVING_ALL, "IngestFunction")))
                .isEqualTo(Provider.ALL);
    }

    @Test
    void theProbeCallsTheProvidersThatAreServedAsTheirConstantsSay() {
        assertThat(ConfiguredProviders.callableFrom(environment(ROOT, "ProbeFunction")))
                .isEqualTo(BY_DEFAULT);
        assertThat(ConfiguredProviders.callableFrom(environment(SERVING_ALL, "ProbeFunction")))
                .isEqualTo(Provider.ALL);
    }

    @Test
    void rotationCallsTheProvidersThatAreServedWhereTheirConstantsSay() {
        assertThat(ConfiguredProviders.callableFrom(environment(ROOT, "RotationFunction")))
                .isEqualTo(BY_DEFAULT);
        assertThat(ConfiguredProviders.callableFrom(environment(SERVING_ALL, "RotationFunction")))
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

    private static Environment environment(Template root, String function) {
        return new Environment(DefaultValues.environment(new LambdaFunction(root, root.resource(function))));
    }

    static List<String> missing(Template root) {
        List<String> constants = ids(Provider.ALL);
        List<String> stanzas = stanzas(root)
                .map(stack -> stack.property("Parameters", "Provider").text())
                .toList();
        return Stream.of(
                        without(constants, stanzas, " has no stanza in template.yaml").stream(),
                        without(stanzas, constants, " has no constant in functions/core").stream(),
                        without(constants, served(root), " is not among the ServedProviders").stream(),
                        LambdaFunction.of(root).stream().flatMap(ProvidersTest::untold),
                        stanzas(root).flatMap(stanza -> unheard(root, stanza)),
                        stanzas(root).flatMap(ProvidersTest::unasked))
                .flatMap(complaints -> complaints)
                .toList();
    }

    private static List<String> served(Template root) {
        return root.resource("ServedProviders").property("Value", "Fn::Join").items().getLast().items().stream()
                .map(item -> item.at("Fn::If").exists()
                        ? item.at("Fn::If").items().get(1).text()
                        : item.text())
                .toList();
    }

    private static Stream<String> untold(LambdaFunction function) {
        return Stream.ofNullable(function.environment().get("PROVIDERS"))
                .filter(told -> !told.at("Fn::GetAtt").texts().equals(List.of("ServedProviders", "Value")))
                .map(told -> function.id() + " is not told of the ServedProviders");
    }

    private static Stream<String> unheard(Template root, Resource stanza) {
        return root.resource("Monitoring")
                        .property("Parameters", "OurTrouble")
                        .walk()
                        .flatMap(Reference::in)
                        .anyMatch(new Reference(stanza.id(), "Outputs.OurTrouble")::equals)
                ? Stream.empty()
                : Stream.of("the OurTrouble of Monitoring leaves " + stanza.id() + " out");
    }

    /** Those beside which there is no switch are always on. */
    private static Stream<String> unasked(Resource stanza) {
        String provider = stanza.property("Parameters", "Provider").text();
        boolean isOn = stanza.body().at("Condition").text().equals("Serves" + stanza.id())
                || ids(BY_DEFAULT).contains(provider);
        return isOn || ids(Provider.ALL).stream().noneMatch(provider::equals)
                ? Stream.empty()
                : Stream.of(stanza.id() + " is deployed though nobody asked");
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
