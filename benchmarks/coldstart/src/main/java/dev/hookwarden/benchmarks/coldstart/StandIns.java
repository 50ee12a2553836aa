package dev.hookwarden.benchmarks.coldstart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.cloudwatch.StrictCloudWatch;
import dev.hookwarden.local.aws.dynamodb.StrictDynamoDb;
import dev.hookwarden.local.aws.dynamodb.TableSettings;
import dev.hookwarden.local.aws.eventbridge.StrictEventBridge;
import dev.hookwarden.local.aws.secretsmanager.SecretsManagerSettings;
import dev.hookwarden.local.aws.secretsmanager.StrictSecretsManager;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the functions call, and how they are told where it is. */
final class StandIns {
    /** Signs the events in {@code events/zenoo}. */
    private static final String ZENOO_KEY = "hookwarden-sample-key-zenoo-7f3a9c51";

    private static final String SECRETS = "hookwarden/cold/";
    private static final String TABLE = "deliveries";
    private static final String LIMITS = "limits";
    private static final String BUS = "hookwarden";

    private final URI address;

    private StandIns(URI address) {
        this.address = address;
    }

    /** Serves all of it at this endpoint. */
    static StandIns at(AwsEndpoint endpoint) {
        var clock = InstantSource.system();
        var random = new SecureRandom();
        var secrets = new StrictSecretsManager(SecretsManagerSettings.of(clock, random));
        Map.of(
                        "zenoo/signing-key",
                        ZENOO_KEY,
                        "zenoo/api-key",
                        "sample-api-key-zenoo-3f81b2c4",
                        "jobsiteon/api-key",
                        "sample-api-key-jobsiteon-9d22c7e1")
                .forEach((name, value) -> secrets.answer(
                        "CreateSecret",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("Name", SECRETS + name)
                                .put("ClientRequestToken", "00000000-0000-4000-8000-00000000000" + name.length() % 10)
                                .put("SecretString", value)));
        endpoint.serve(AwsApi.SECRETS_MANAGER, secrets)
                .serve(AwsApi.SQS, new AcceptingQueue())
                .serve(
                        AwsApi.DYNAMO_DB,
                        new StrictDynamoDb(List.of(new TableSettings(TABLE, "id"), new TableSettings(LIMITS, "id"))))
                .serve(AwsApi.EVENT_BRIDGE, new StrictEventBridge(Set.of(BUS), clock, random))
                .serve(AwsApi.CLOUD_WATCH, new StrictCloudWatch(List.of()));
        return new StandIns(endpoint.uri());
    }

    /** What {@code template.yaml} sets for the functions, all of it for each, and where AWS is. */
    Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("AWS_ENDPOINT_URL", address.toString()),
                Map.entry("AWS_REGION", "eu-central-1"),
                Map.entry("DELIVERY_QUEUE_URL", address + "/000000000000/deliveries"),
                Map.entry("SECRET_PREFIX", "hookwarden/cold"),
                Map.entry("SECRET_NAME", SECRETS + "zenoo/signing-key"),
                Map.entry("PROVIDERS", "zenoo,jobsiteon"),
                Map.entry("ZENOO_SIGNING_KEY_OVERLAP", "PT0S"),
                Map.entry("JOBSITEON_API_KEY_OVERLAP", "P7D"),
                Map.entry("JOBSITEON_SIGNATURE", "hmac-sha256-hex"),
                Map.entry("KEYRING_MAX_AGE", "PT5M"),
                Map.entry("KEYRING_STALE_IF_ERROR", "PT1H"),
                Map.entry("KEYRING_REFRESH_INTERVAL", "PT30S"),
                Map.entry("PAYLOAD_BUCKET", "payloads"),
                Map.entry("PAYLOAD_LIMIT", "4669440"),
                Map.entry("EVENT_BUS_NAME", BUS),
                Map.entry("IDEMPOTENCY_TABLE", TABLE),
                Map.entry("IDEMPOTENCY_RETENTION", "P15D"),
                Map.entry("ZENOO_ENRICHMENT", "none"),
                Map.entry("ZENOO_PULL_TOKEN_AT", "/data/pull_token"),
                Map.entry("ZENOO_API_URL", address.toString()),
                Map.entry("JOBSITEON_ENRICHMENT", "none"),
                Map.entry("JOBSITEON_ENTITY_PATH", "/contacts"),
                Map.entry("JOBSITEON_ENTITY_ID_AT", "/data/id"),
                Map.entry("JOBSITEON_API_URL", address.toString()),
                Map.entry("ZENOO_API_CALLS_PER_MINUTE", "100000"),
                Map.entry("JOBSITEON_API_CALLS_PER_MINUTE", "100000"),
                Map.entry("RATE_LIMIT_TABLE", LIMITS),
                Map.entry("METRIC_NAMESPACE", "Hookwarden/cold"),
                Map.entry("NOTICE_TOPIC_ARN", "arn:aws:sns:eu-central-1:000000000000:notices"),
                Map.entry("WEBHOOK_BASE_URL", address.toString()),
                Map.entry("CANARY_PATIENCE", "PT40S"));
    }
}
