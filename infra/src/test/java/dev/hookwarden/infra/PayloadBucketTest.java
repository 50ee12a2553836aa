package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.ingest.IngestConfig;
import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PayloadBucketTest {
    private static final Template ROOT = Templates.root();

    @Test
    void nothingInItIsEverPublic() {
        assertThat(isPrivate(ROOT)).isTrue();
    }

    @Test
    void breaksWhenAPolicyCouldMakeItPublic() {
        assertThat(isPrivate(ROOT.without(
                        "PayloadBucket", "Properties", "PublicAccessBlockConfiguration", "RestrictPublicBuckets")))
                .isFalse();
    }

    @Test
    void refusesPlainTransport() {
        assertThat(refusesPlainTransport(ROOT)).isTrue();
    }

    @Test
    void breaksWhenItTakesPlainTransport() {
        assertThat(refusesPlainTransport(ROOT.without("PayloadBucketPolicy"))).isFalse();
    }

    @Test
    void ownsWhatIsInIt() {
        assertThat(bucket(ROOT).property("OwnershipControls", "Rules").items())
                .singleElement()
                .satisfies(rule -> assertThat(rule.at("ObjectOwnership").text()).isEqualTo("BucketOwnerEnforced"));
    }

    @Test
    void usesTheKeyThroughABucketKey() {
        assertThat(bucket(ROOT)
                        .property("BucketEncryption", "ServerSideEncryptionConfiguration")
                        .items())
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.at("BucketKeyEnabled").value()).isEqualTo(true);
                    assertThat(rule.at("ServerSideEncryptionByDefault", "SSEAlgorithm")
                                    .text())
                            .isEqualTo("aws:kms");
                });
    }

    @Test
    void deletingAPayloadDeletesIt() {
        assertThat(bucket(ROOT).property("VersioningConfiguration").exists()).isFalse();
    }

    @Test
    void everyPayloadExpires() {
        assertThat(expiry(ROOT).at("Ref").text()).isEqualTo("PayloadRetentionDays");
    }

    /** A dead letter may be redriven on its last day, and die again. */
    @Test
    void noPayloadExpiresBeforeItsMessage() {
        int least = parameter("PayloadRetentionDays").at("MinValue").number();

        assertThat(least).isGreaterThan(days("DeliveryQueue") + days("DeadLetterQueue"));
        assertThat(least).isGreaterThan(2 * days("DeadLetterQueue"));
    }

    @Test
    void aReplayedEventFindsItsPayload() {
        assertThat(parameter("PayloadRetentionDays").at("Default").number())
                .isGreaterThan(parameter("ArchiveRetentionDays").at("Default").number());
    }

    @Test
    void theLimitIsTheOneThatIngestKnows() {
        assertThat(parameter("PayloadLimit").at("MaxValue").number()).isEqualTo(IngestConfig.LARGEST_PAYLOAD);
        assertThat(parameter("PayloadLimit").at("Default").number()).isEqualTo(IngestConfig.LARGEST_PAYLOAD);
    }

    private static Resource bucket(Template template) {
        return template.resource("PayloadBucket");
    }

    private static Node parameter(String name) {
        return ROOT.body().at("Parameters", name);
    }

    private static int days(String queue) {
        return ROOT.resource(queue).property("MessageRetentionPeriod").number() / (24 * 60 * 60);
    }

    private static Node expiry(Template template) {
        return bucket(template)
                .property("LifecycleConfiguration", "Rules")
                .items()
                .getFirst()
                .at("ExpirationInDays");
    }

    private static boolean isPrivate(Template template) {
        Map<String, Node> blocks =
                bucket(template).property("PublicAccessBlockConfiguration").fields();
        return blocks.size() == 4 && blocks.values().stream().allMatch(block -> Boolean.TRUE.equals(block.value()));
    }

    private static boolean refusesPlainTransport(Template template) {
        return template.resources("AWS::S3::BucketPolicy").stream()
                .flatMap(policy -> policy.property("PolicyDocument", "Statement").items().stream())
                .anyMatch(statement -> statement.at("Effect").text().equals("Deny")
                        && statement.at("Principal").text().equals("*")
                        && statement.at("Action").texts().contains("s3:*")
                        && statement.at("Resource").items().size() == 2
                        && statement
                                .at("Condition", "Bool", "aws:SecureTransport")
                                .text()
                                .equals("false"));
    }
}
