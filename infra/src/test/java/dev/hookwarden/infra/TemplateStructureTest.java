package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.local.cloudwatch.template.CloudFormationYaml;
import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.error.YAMLException;

class TemplateStructureTest {
    private static final List<String> SECTIONS = List.of(
            "AWSTemplateFormatVersion",
            "Transform",
            "Description",
            "Metadata",
            "Parameters",
            "Rules",
            "Conditions",
            "Globals",
            "Resources",
            "Outputs");

    @Test
    void readsTheRootAndWhatIsNested() {
        assertThat(Templates.all())
                .extracting(Template::path)
                .startsWith("template.yaml")
                .contains("infra/provider.yaml");
        assertThat(Templates.all())
                .allSatisfy(template -> assertThat(template.resources()).isNotEmpty());
    }

    @Test
    void breaksWhenAResourceIsThereTwice() {
        assertThatThrownBy(() -> CloudFormationYaml.parse("Resources: {A: {Type: X}, A: {Type: Y}}"))
                .isInstanceOf(YAMLException.class);
    }

    @Test
    void sectionsAreInTheHousesOrder() {
        assertThat(Templates.all())
                .allSatisfy(template -> assertThat(sections(template))
                        .isEqualTo(SECTIONS.stream()
                                .filter(sections(template)::contains)
                                .toList()));
    }

    @Test
    void everyTemplateAndOutputSaysWhatItIs() {
        assertThat(Templates.all()).allSatisfy(template -> {
            assertThat(template.body().at("Description").text()).isNotBlank();
            assertThat(undescribed(template.body().at("Outputs"))).isEmpty();
        });
    }

    @Test
    void everyParameterIsDescribedAndHasADefaultAndAValidation() {
        assertThat(Templates.all()).allSatisfy(template -> {
            assertThat(undescribed(template.body().at("Parameters"))).isEmpty();
            assertThat(unvalidated(template)).isEmpty();
        });
    }

    @Test
    void breaksWhenAParameterTakesAnything() {
        Template root = Templates.root();
        Node body = root.body().without("Parameters", "JobsiteonSignature", "AllowedValues");

        assertThat(unvalidated(new Template(root.path(), body))).containsExactly("JobsiteonSignature");
    }

    @Test
    void everyParameterAndConditionIsUsed() {
        assertThat(Templates.all())
                .allSatisfy(template -> assertThat(unused(template)).isEmpty());
    }

    @Test
    void breaksWhenAParameterIsForgotten() {
        Template root = Templates.root();

        assertThat(unused(root.without("IngestFunction"))).contains("KeyringMaxAge");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(Templates.all())
                .allSatisfy(template -> assertThat(dangling(template)).isEmpty());
    }

    @Test
    void breaksWhenAReferenceLeadsNowhere() {
        Template root = Templates.root().without("EventBus");

        assertThat(dangling(root)).contains(new Reference("EventBus", ""), new Reference("EventBus", "Arn"));
    }

    @Test
    void nestedTemplatesGetExactlyTheirParametersAndGiveWhatIsAskedOfThem() {
        assertThat(Templates.root().resources("AWS::CloudFormation::Stack")).isNotEmpty();
        assertThat(Templates.all())
                .allSatisfy(template -> assertThat(misfits(template)).isEmpty());
    }

    @Test
    void breaksWhenANestedTemplateLacksAParameter() {
        Template root = Templates.root().without("Zenoo", "Properties", "Parameters", "SigningKeyName");

        assertThat(misfits(root)).containsExactly("Zenoo");
    }

    @Test
    void breaksWhenANestedTemplateGetsAParameterThatItDoesNotKnow() {
        Template root = Templates.root().with("90", "Jobsiteon", "Properties", "Parameters", "PatienceDays");

        assertThat(misfits(root)).containsExactly("Jobsiteon");
    }

    @Test
    void breaksWhenANestedTemplateDoesNotGiveWhatIsAskedOfIt() {
        Template root = Templates.root();
        Node body = root.body().with(List.of("Zenoo", "Outputs.Nothing"), "Outputs", "Nothing", "Value", "Fn::GetAtt");

        assertThat(misfits(new Template(root.path(), body))).containsExactly("Zenoo");
    }

    @Test
    void nothingNeedsItselfToBeThereFirst() {
        assertThat(Templates.all())
                .allSatisfy(template ->
                        assertThat(Dependencies.of(template).circular()).isEmpty());
    }

    @Test
    void breaksWhenAFunctionBehindTheApiIsToldItsAddress() {
        Template root = Templates.root()
                .with(Map.of("Ref", "WebhookApi"), "IngestFunction", "Properties", "Environment", "Variables", "API");

        assertThat(Dependencies.of(root).circular()).contains("IngestFunction", "WebhookApi");
    }

    @Test
    void noMetricHasBothADefaultAndDimensions() {
        assertThat(Templates.all())
                .allSatisfy(
                        template -> assertThat(defaultsWithDimensions(template)).isEmpty());
    }

    @Test
    void breaksWhenAMetricHasBothADefaultAndDimensions() {
        Map<String, Object> metric = Map.of("MetricName", "Refused", "DefaultValue", 0, "Dimensions", List.of());
        Template template =
                Templates.provider().with(List.of(metric), "Refusals", "Properties", "MetricTransformations");

        assertThat(defaultsWithDimensions(template)).hasSize(1);
    }

    private static List<String> sections(Template template) {
        return List.copyOf(template.body().fields().keySet());
    }

    private static List<String> undescribed(Node section) {
        return section.fields().entrySet().stream()
                .filter(entry -> entry.getValue().at("Description").text().isBlank())
                .map(Map.Entry::getKey)
                .toList();
    }

    static List<String> unvalidated(Template template) {
        return template.body().at("Parameters").fields().entrySet().stream()
                .filter(entry -> !isValidated(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isValidated(Node parameter) {
        return parameter.at("Default").exists()
                && (parameter.at("AllowedValues").exists()
                        || parameter.at("AllowedPattern").exists()
                        || (parameter.at("MinValue").exists()
                                && parameter.at("MaxValue").exists()));
    }

    private static Set<String> unused(Template template) {
        Set<String> used = template.references().stream().map(Reference::target).collect(Collectors.toSet());
        return Stream.concat(template.parameters().stream(), conditions(template).stream())
                .filter(name -> !used.contains(name))
                .collect(Collectors.toSet());
    }

    static Set<Reference> dangling(Template template) {
        Set<String> defined = Stream.of(
                        template.parameters(),
                        conditions(template),
                        template.body().at("Resources").fields().keySet())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return template.references().stream()
                .filter(reference -> !reference.isPseudo() && !defined.contains(reference.target()))
                .collect(Collectors.toSet());
    }

    private static Set<String> conditions(Template template) {
        return template.body().at("Conditions").fields().keySet();
    }

    private static List<String> misfits(Template parent) {
        return parent.resources("AWS::CloudFormation::Stack").stream()
                .filter(stack -> {
                    Template nested = Templates.nested(
                            parent, stack.property("TemplateURL").text());
                    return !stack.property("Parameters").fields().keySet().equals(nested.parameters())
                            || !nested.body()
                                    .at("Outputs")
                                    .fields()
                                    .keySet()
                                    .containsAll(outputsAskedOf(stack, parent));
                })
                .map(Resource::id)
                .toList();
    }

    private static Set<String> outputsAskedOf(Resource stack, Template parent) {
        return parent.references().stream()
                .filter(reference -> reference.target().equals(stack.id()))
                .map(reference -> reference.attribute().replaceFirst("^Outputs\\.", ""))
                .collect(Collectors.toSet());
    }

    static List<Node> defaultsWithDimensions(Template template) {
        return template.body()
                .walk()
                .filter(node -> node.at("MetricName").exists())
                .filter(node -> node.at("DefaultValue").exists()
                        && node.at("Dimensions").exists())
                .toList();
    }
}
