package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FunctionsTest {
    private static final Pattern ZIP = Pattern.compile("functions/([a-z-]+)/target/\\1\\.zip");
    private static final Pattern RANDOM_LOOKING = Pattern.compile("[A-Za-z0-9+/]{16,}|whsec_|\\{\\{resolve:");

    @Test
    void eachIsTheZipThatItsModuleBuilds() {
        assertThat(offending(Templates.root(), FunctionsTest::isItsModulesZip)).isEmpty();
    }

    @Test
    void breaksWhenAFunctionTakesTheZipOfAnother() {
        Template root = Templates.root()
                .with("functions/processor/target/ingest.zip", "ProcessorFunction", "Properties", "CodeUri");

        assertThat(offending(root, FunctionsTest::isItsModulesZip)).containsExactly("ProcessorFunction");
    }

    @Test
    void eachHasALogGroupOfItsOwn() {
        assertThat(offending(Templates.root(), FunctionsTest::hasALogGroup)).isEmpty();
        assertThat(shared(Templates.root(), function -> function.referred("LoggingConfig", "LogGroup")))
                .isEmpty();
    }

    @Test
    void breaksWhenALogGroupNeverForgets() {
        Template root = Templates.root().without("IngestLogGroup", "Properties", "RetentionInDays");

        assertThat(offending(root, FunctionsTest::hasALogGroup)).containsExactly("IngestFunction");
    }

    @Test
    void breaksWhenLambdaMakesTheLogGroup() {
        Template root = Templates.root().without("ProcessorFunction", "Properties", "LoggingConfig");

        assertThat(offending(root, FunctionsTest::hasALogGroup)).containsExactly("ProcessorFunction");
    }

    @Test
    void eachHasARoleOfItsOwn() {
        assertThat(offending(
                        Templates.root(), function -> function.referred("Role").is("AWS::IAM::Role")))
                .isEmpty();
        assertThat(shared(Templates.root(), function -> function.referred("Role")))
                .isEmpty();
    }

    @Test
    void breaksWhenTwoShareARole() {
        Map<String, Object> ingests = Map.of("Fn::GetAtt", List.of("IngestRole", "Arn"));
        Template root = Templates.root().with(ingests, "ProcessorFunction", "Properties", "Role");

        assertThat(shared(root, function -> function.referred("Role"))).containsExactly("IngestRole");
    }

    @Test
    void noneThatReadsAQueueReservesConcurrency() {
        assertThat(offending(Templates.root(), FunctionsTest::leavesConcurrencyToItsQueue))
                .isEmpty();
    }

    @Test
    void breaksWhenTheProcessorReservesConcurrency() {
        Template root = Templates.root().with(5, "ProcessorFunction", "Properties", "ReservedConcurrentExecutions");

        assertThat(offending(root, FunctionsTest::leavesConcurrencyToItsQueue)).containsExactly("ProcessorFunction");
    }

    @Test
    void everyParameterOfAFunctionIsInItsVersionsDescription() {
        assertThat(offending(Templates.root(), FunctionsTest::publishesWhenAParameterChanges))
                .isEmpty();
    }

    @Test
    void breaksWhenAParameterWouldNotReachTheAlias() {
        Template root = Templates.root().without("ProcessorFunction", "Properties", "VersionDescription");

        assertThat(offending(root, FunctionsTest::publishesWhenAParameterChanges))
                .containsExactly("ProcessorFunction");
    }

    /** 256 characters (CloudFormation, AWS::Lambda::Version). */
    @Test
    void theDescriptionOfAVersionFitsWithEveryProviderAndTheLongestAddresses() {
        Stack longest = Stack.servingAll(Map.of(
                "Stage", "production",
                "DomainName", longest("DomainName"),
                "ZenooApiUrl", longest("ZenooApiUrl"),
                "JobsiteonApiUrl", longest("JobsiteonApiUrl"),
                "JobsiteonSignature", "hmac-sha256-hex-prefixed"));

        assertThat(longest.resources("AWS::Serverless::Function"))
                .allSatisfy(function -> assertThat(
                                function.property("VersionDescription").text())
                        .hasSizeLessThanOrEqualTo(256));
    }

    private static String longest(String parameter) {
        return "a"
                .repeat(Templates.root()
                        .body()
                        .at("Parameters", parameter, "MaxLength")
                        .number());
    }

    @Test
    void noEnvironmentHoldsWhatLooksLikeAKey() {
        assertThat(offending(Templates.root(), FunctionsTest::keepsKeysOutOfItsEnvironment))
                .isEmpty();
    }

    @Test
    void breaksWhenAKeyIsInTheEnvironment() {
        Template root = Templates.root()
                .with(
                        "4f1c0e7b2a9d48c6b3e5",
                        "IngestFunction",
                        "Properties",
                        "Environment",
                        "Variables",
                        "ZENOO_SIGNING_KEY");

        assertThat(offending(root, FunctionsTest::keepsKeysOutOfItsEnvironment)).containsExactly("IngestFunction");
    }

    @Test
    void eachIsPublishedBehindTheLiveAliasWhateverChangesInIt() {
        assertThat(LambdaFunction.of(Templates.root())).isNotEmpty().allSatisfy(function -> {
            assertThat(function.property("AutoPublishAlias").text()).isEqualTo("live");
            assertThat(function.property("AutoPublishAliasAllProperties").value())
                    .isEqualTo(true);
            assertThat(function.property("DeploymentPreference", "Type").exists())
                    .isTrue();
            assertThat(function.property("Runtime").text()).isEqualTo("java25");
            assertThat(function.property("Architectures").texts()).containsExactly("arm64");
        });
    }

    static List<String> withoutALogGroup(Template template) {
        return offending(template, FunctionsTest::hasALogGroup);
    }

    private static List<String> offending(Template template, Predicate<LambdaFunction> rule) {
        return LambdaFunction.of(template).stream()
                .filter(rule.negate())
                .map(LambdaFunction::id)
                .toList();
    }

    /** What more than one function uses. */
    private static Set<String> shared(Template template, Function<LambdaFunction, Resource> used) {
        return LambdaFunction.of(template).stream()
                .collect(Collectors.groupingBy(function -> used.apply(function).id(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getKey())
                .collect(Collectors.toSet());
    }

    private static boolean isItsModulesZip(LambdaFunction function) {
        var zip = ZIP.matcher(function.property("CodeUri").text());
        return zip.matches() && function.handler().startsWith("dev.hookwarden." + zip.group(1) + ".");
    }

    private static boolean hasALogGroup(LambdaFunction function) {
        Resource logGroup = function.referred("LoggingConfig", "LogGroup");
        return logGroup.is("AWS::Logs::LogGroup")
                && logGroup.property("RetentionInDays").exists()
                && logGroup.property("KmsKeyId").exists();
    }

    private static boolean leavesConcurrencyToItsQueue(LambdaFunction function) {
        return function.events("SQS").stream()
                .allMatch(queue -> !function.property("ReservedConcurrentExecutions")
                                .exists()
                        && queue.property("ScalingConfig", "MaximumConcurrency").exists());
    }

    /** SAM publishes for a changed template, not for a changed parameter; a version is replaced with its description. */
    private static boolean publishesWhenAParameterChanges(LambdaFunction function) {
        return parameters(function, "VersionDescription")
                .containsAll(parameters(function, "Environment", "MemorySize", "SnapStart", "Timeout", "VpcConfig"));
    }

    private static Set<String> parameters(LambdaFunction function, String... properties) {
        return Stream.of(properties)
                .flatMap(property -> function.property(property).walk())
                .flatMap(Reference::in)
                .flatMap(reference -> parameters(function.template(), reference))
                .collect(Collectors.toSet());
    }

    /** The parameter that is referred to, of the template or of the account, or those that decide on the condition that is. */
    private static Stream<String> parameters(Template template, Reference reference) {
        Node condition = template.body().at("Conditions", reference.target());
        Stream<String> named = condition.exists()
                ? condition.walk().flatMap(Reference::in).map(Reference::target)
                : Stream.of(reference.target());
        return named.filter(name ->
                template.parameters().contains(name) || template.resource(name).is("AWS::SSM::Parameter"));
    }

    private static boolean keepsKeysOutOfItsEnvironment(LambdaFunction function) {
        return function.environment().values().stream()
                .map(value -> value.fields().isEmpty() ? value : value.at("Fn::Sub"))
                .noneMatch(literal -> RANDOM_LOOKING.matcher(literal.text()).find());
    }
}
