package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.CloudFormationYaml;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApiTest {
    private static final Template ROOT = Templates.root();
    private static final String VERIFYING_FUNCTION = "IngestFunction";

    /** Policies of REST APIs with forward secrecy and nothing below TLS 1.2 (API Gateway developer guide, security policies). */
    private static final Set<String> TLS_POLICIES =
            Set.of("SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09", "SecurityPolicy_TLS13_1_3_2025_09");

    private static final Set<String> FAULTS = Set.of(
            "DEFAULT_5XX",
            "API_CONFIGURATION_ERROR",
            "AUTHORIZER_CONFIGURATION_ERROR",
            "AUTHORIZER_FAILURE",
            "INTEGRATION_FAILURE",
            "INTEGRATION_TIMEOUT");

    @Test
    void ingestGetsTheExactBytesOfEveryBody() {
        assertThat(bytesAreKept(ROOT)).isTrue();
    }

    @Test
    void breaksWhenSomeBodiesBecomeText() {
        assertThat(bytesAreKept(ROOT.with(List.of("image/png"), "WebhookApi", "Properties", "BinaryMediaTypes")))
                .isFalse();
    }

    @Test
    void breaksWhenTheGatewayDecompresses() {
        assertThat(bytesAreKept(ROOT.with(1024, "WebhookApi", "Properties", "MinimumCompressionSize")))
                .isFalse();
    }

    @Test
    void everyRouteLeadsToTheVerifyingFunction() {
        assertThat(doors(ROOT)).containsExactly("IngestFunction ANY /webhooks/{provider}");
    }

    @Test
    void breaksWhenAnotherFunctionGetsARoute() {
        Map<String, Object> event =
                Map.of("Type", "Api", "Properties", Map.of("Path", "/webhooks/debug", "Method", "POST"));
        Template broken = ROOT.with(event, "ProcessorFunction", "Properties", "Events", "Debug");

        assertThat(doors(broken)).contains("ProcessorFunction POST /webhooks/debug");
    }

    @Test
    void breaksWhenThereIsADoorBesidesTheApi() {
        Template broken = ROOT.with(Map.of("AuthType", "NONE"), VERIFYING_FUNCTION, "Properties", "FunctionUrlConfig");

        assertThat(doors(broken)).contains("IngestFunction has a URL");
    }

    @Test
    void breaksWhenTheApiIsDefinedBesidesTheFunctions() {
        Template broken = ROOT.with(Map.of("openapi", "3.0.1"), "WebhookApi", "Properties", "DefinitionBody");

        assertThat(doors(broken)).contains("WebhookApi has routes of its own");
    }

    @Test
    void noFaultOfTheGatewayItselfBecomesAnAcceptance() {
        assertThat(misleadingAnswers(ROOT)).isEmpty();
    }

    @Test
    void breaksWhenAFaultBecomesAnAcceptance() {
        Template broken =
                ROOT.with(200, "WebhookApi", "Properties", "GatewayResponses", "INTEGRATION_TIMEOUT", "StatusCode");

        assertThat(misleadingAnswers(broken)).containsExactly("INTEGRATION_TIMEOUT");
    }

    @Test
    void breaksWhenAFaultBecomesARefusal() {
        Template broken = ROOT.with(400, "WebhookApi", "Properties", "GatewayResponses", "DEFAULT_5XX", "StatusCode");

        assertThat(misleadingAnswers(broken)).containsExactly("DEFAULT_5XX");
    }

    @Test
    void theAccessLogIsJsonWithAllThatAnInvestigationNeeds() {
        String line = accessLogFormat().replaceAll("\\$context[.A-Za-z]+", "1");

        assertThat(CloudFormationYaml.parse(line).fields())
                .containsKeys("requestId", "sourceIp", "method", "route", "status", "integrationError");
        assertThat(accessLogFormat()).contains("\"status\":$context.status");
    }

    @Test
    void theAccessLogHoldsNothingThatAStrangerChooses() {
        assertThat(tellingOfStrangers(ROOT)).isEmpty();
    }

    @Test
    void breaksWhenTheAccessLogHoldsAQueryString() {
        Template broken = ROOT.with("$context.path", "WebhookApi", "Properties", "AccessLogSetting", "Format");

        assertThat(tellingOfStrangers(broken)).containsExactly("$context.path");
    }

    @Test
    void theStageIsThrottledMeasuredAndTraced() {
        Resource api = ROOT.resource("WebhookApi");

        assertThat(api.property("TracingEnabled").value()).isEqualTo(true);
        assertThat(api.property("MethodSettings").items()).singleElement().satisfies(settings -> {
            assertThat(settings.at("ResourcePath").text()).isEqualTo("/*");
            assertThat(settings.at("HttpMethod").text()).isEqualTo("*");
            // Parameters of at least 1: the gateway takes -1 for no throttle at all.
            assertThat(settings.at("ThrottlingRateLimit", "Ref").text()).isEqualTo("ThrottleRate");
            assertThat(settings.at("ThrottlingBurstLimit", "Ref").text()).isEqualTo("ThrottleBurst");
            assertThat(settings.at("MetricsEnabled").value()).isEqualTo(true);
            assertThat(settings.at("DataTraceEnabled").value()).isEqualTo(false);
        });
    }

    @Test
    void noAttemptComesOverOldTls() {
        assertThat(Templates.all())
                .allSatisfy(template -> assertThat(takingOldTls(template)).isEmpty());
    }

    @Test
    void breaksWhenATlsPolicyDoesNotExist() {
        assertThat(takingOldTls(
                        ROOT.with("SecurityPolicy_TLS13_1_2_2021", "WebhookApi", "Properties", "SecurityPolicy")))
                .containsExactly("WebhookApi");
    }

    /** The doors that take TLS below 1.2, or have a policy of no known name. */
    static List<String> takingOldTls(Template template) {
        return template.resources().stream()
                .filter(door -> door.is("AWS::Serverless::Api") || door.is("AWS::ApiGateway::DomainName"))
                .filter(door ->
                        !TLS_POLICIES.contains(door.property("SecurityPolicy").text())
                                || !door.property("EndpointAccessMode").text().equals("STRICT"))
                .map(Resource::id)
                .toList();
    }

    static boolean bytesAreKept(Template template) {
        Resource api = template.resource("WebhookApi");
        return api.property("BinaryMediaTypes").texts().equals(List.of("*/*"))
                && !api.property("MinimumCompressionSize").exists();
    }

    /** Every way from the outside to a function. */
    static Set<String> doors(Template template) {
        Stream<String> routes = LambdaFunction.of(template).stream().flatMap(ApiTest::doorsOf);
        Stream<String> apart = template.resources().stream()
                .filter(resource -> resource.type().startsWith("AWS::ApiGatewayV2::")
                        || resource.type().startsWith("AWS::ApiGateway::Method")
                        || resource.is("AWS::Serverless::HttpApi")
                        || resource.is("AWS::Lambda::Url")
                        || resource.property("DefinitionBody").exists()
                        || resource.property("DefinitionUri").exists())
                .map(resource -> resource.id() + " has routes of its own");
        return Stream.concat(routes, apart).collect(Collectors.toSet());
    }

    private static Stream<String> doorsOf(LambdaFunction function) {
        Stream<String> routes = Stream.of("Api", "HttpApi")
                .flatMap(type -> function.events(type).stream())
                .map(event -> function.id() + " " + event.property("Method").text() + " "
                        + event.property("Path").text());
        Stream<String> url =
                function.property("FunctionUrlConfig").items().stream().map(config -> function.id() + " has a URL");
        return Stream.concat(routes, url);
    }

    /** A provider sends again after a 5xx and never after a 2xx: what can pass must be the one, and nothing the other. */
    private static List<String> misleadingAnswers(Template template) {
        return template.resource("WebhookApi").property("GatewayResponses").fields().entrySet().stream()
                .filter(response -> response.getValue().at("StatusCode").exists())
                .filter(response -> response.getValue().at("StatusCode").number() / 100
                        != (FAULTS.contains(response.getKey()) ? 5 : 4))
                .map(Map.Entry::getKey)
                .toList();
    }

    static List<String> tellingOfStrangers(Template template) {
        String format = template.resource("WebhookApi")
                .property("AccessLogSetting", "Format")
                .text();
        return Stream.of("$context.path", "header", "query", "userAgent", "authorizer")
                .filter(format::contains)
                .toList();
    }

    private static String accessLogFormat() {
        return ROOT.resource("WebhookApi")
                .property("AccessLogSetting", "Format")
                .text();
    }
}
