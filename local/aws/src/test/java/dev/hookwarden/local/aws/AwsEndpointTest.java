package dev.hookwarden.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AwsEndpointTest {
    private final CallCounts counts = new CallCounts();
    private final List<String> effects = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private Fault fault = new Fault.None();
    private final AwsEndpoint endpoint = AwsEndpoint.open(
                    0, new Faults((api, action, ordinal) -> ordinal == 1 ? fault : none(), counts, pauses::add))
            .serve(AwsApi.SECRETS_MANAGER, (action, input) -> {
                effects.add(action);
                if (action.equals("Break")) {
                    throw new IllegalStateException("quotes a secret");
                }
                return JsonNodeFactory.instance.objectNode().put("did", action);
            });
    private final HttpClient client = HttpClient.newHttpClient();

    private static Fault none() {
        return new Fault.None();
    }

    @AfterEach
    void close() {
        client.close();
        endpoint.close();
    }

    private HttpResponse<String> post(String target, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(endpoint.uri())
                .header("X-Amz-Target", target)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void answersWithAwsHeaders() throws Exception {
        var answer = post("secretsmanager.ListSecrets", "{}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-amz-json-1.1");
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(json(answer).get("did").textValue()).isEqualTo("ListSecrets");
    }

    @Test
    void listensOnTheLoopbackAddressOnly() {
        assertThat(endpoint.uri().getHost()).isEqualTo("127.0.0.1");
    }

    /** A page's form needs no leave to send this much, and to SQS a GET would do. */
    @Test
    void doesNothingForAPageFromElsewhere() throws Exception {
        for (String method : List.of("GET", "POST")) {
            var request = HttpRequest.newBuilder(
                            endpoint.uri().resolve("/service/secretsmanager/operation/PutSecretValue"))
                    .header("Sec-Fetch-Site", "cross-site")
                    .header("Content-Type", "text/plain")
                    .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(effects).isEmpty();
    }

    @Test
    void refusesAnUnknownServiceAsAwsDoes() throws Exception {
        for (String target : List.of("Kinesis_20131202.PutRecord", "AWSEvents.PutEvents", "AmazonSQS.SendMessage")) {
            var answer = post(target, "{}");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).get("__type").textValue()).isEqualTo("UnknownOperationException");
        }
    }

    @Test
    void refusesABodyThatIsNotAJsonObject() throws Exception {
        for (String body : List.of("[", "[]", "{\"a\":1,\"a\":2}")) {
            var answer = post("secretsmanager.ListSecrets", body);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).get("__type").textValue()).isEqualTo("SerializationException");
        }
        assertThat(effects).isEmpty();
    }

    @Test
    void answersItsOwnFaultWith500WithoutTheMessage() throws Exception {
        var answer = post("secretsmanager.Break", "{}");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("IllegalStateException").doesNotContain("quotes a secret");
    }

    @Test
    void countsCallsByAction() throws Exception {
        post("secretsmanager.ListSecrets", "{}");
        post("secretsmanager.ListSecrets", "{}");
        post("secretsmanager.GetSecretValue", "{}");
        assertThat(counts.of(AwsApi.SECRETS_MANAGER, "ListSecrets")).isEqualTo(2);
        assertThat(counts.of(AwsApi.SECRETS_MANAGER)).isEqualTo(3);
    }

    @Test
    void failsBeforeTheEffectAsPlanned() throws Exception {
        fault = new Fault.FailBefore();
        assertThat(post("secretsmanager.ListSecrets", "{}").statusCode()).isEqualTo(500);
        assertThat(effects).isEmpty();
    }

    @Test
    void failsAfterTheEffectAsPlannedAndOnlyAtThatCall() throws Exception {
        fault = new Fault.FailAfter();
        assertThat(post("secretsmanager.ListSecrets", "{}").statusCode()).isEqualTo(500);
        assertThat(effects).containsExactly("ListSecrets");
        assertThat(post("secretsmanager.ListSecrets", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void throttlesAsPlanned() throws Exception {
        fault = new Fault.Throttle();
        var answer = post("secretsmanager.ListSecrets", "{}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).properties())
                .contains(Map.entry("__type", JsonNodeFactory.instance.textNode("ThrottlingException")));
        assertThat(effects).isEmpty();
    }

    @Test
    void delaysAsPlanned() throws Exception {
        fault = new Fault.Delay(Duration.ofSeconds(3));
        assertThat(post("secretsmanager.ListSecrets", "{}").statusCode()).isEqualTo(200);
        assertThat(pauses).containsExactly(Duration.ofSeconds(3));
    }
}
