package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EncryptionTest {
    private static final Template ROOT = Templates.root();

    /** What holds data, and where each names its key. */
    private static final Map<String, List<String>> HOLDS_DATA = Map.of(
            "AWS::DynamoDB::Table", List.of("SSESpecification", "KMSMasterKeyId"),
            "AWS::Events::Archive", List.of("KmsKeyIdentifier"),
            "AWS::Events::EventBus", List.of("KmsKeyIdentifier"),
            "AWS::Logs::LogGroup", List.of("KmsKeyId"),
            "AWS::S3::Bucket", List.of("BucketEncryption", "ServerSideEncryptionConfiguration"),
            "AWS::SNS::Topic", List.of("KmsMasterKeyId"),
            "AWS::SecretsManager::Secret", List.of("KmsKeyId"),
            "AWS::SQS::Queue", List.of("KmsMasterKeyId"));

    private static final Set<String> HOLDS_NONE = Set.of(
            "AWS::ApiGateway::Account",
            "AWS::ApiGateway::BasePathMapping",
            "AWS::ApiGateway::DomainName",
            "AWS::CertificateManager::Certificate",
            "AWS::CloudFormation::Stack",
            "AWS::CloudWatch::Alarm",
            "AWS::CloudWatch::CompositeAlarm",
            "AWS::CloudWatch::Dashboard",
            "AWS::EC2::EIP",
            "AWS::EC2::FlowLog",
            "AWS::EC2::InternetGateway",
            "AWS::EC2::NatGateway",
            "AWS::EC2::Route",
            "AWS::EC2::RouteTable",
            "AWS::EC2::SecurityGroup",
            "AWS::EC2::Subnet",
            "AWS::EC2::SubnetRouteTableAssociation",
            "AWS::EC2::VPC",
            "AWS::EC2::VPCEndpoint",
            "AWS::EC2::VPCGatewayAttachment",
            "AWS::Events::Rule",
            "AWS::IAM::ManagedPolicy",
            "AWS::IAM::Policy",
            "AWS::IAM::Role",
            "AWS::IAM::RolePolicy",
            "AWS::KMS::Alias",
            "AWS::KMS::Key",
            "AWS::Lambda::Permission",
            "AWS::Logs::MetricFilter",
            "AWS::Route53::RecordSet",
            "AWS::S3::BucketPolicy",
            "AWS::SNS::Subscription",
            "AWS::SNS::TopicPolicy",
            "AWS::SQS::QueuePolicy",
            "AWS::SSM::Parameter",
            "AWS::SecretsManager::ResourcePolicy",
            "AWS::SecretsManager::RotationSchedule",
            "AWS::Serverless::Api",
            "AWS::Serverless::Function",
            "AWS::WAFv2::IPSet",
            "AWS::WAFv2::LoggingConfiguration",
            "AWS::WAFv2::WebACL",
            "AWS::WAFv2::WebACLAssociation");

    /** Takes what the bus can't decrypt, so it must work when our key does not; such events are encrypted with it inside. */
    private static final String WITHOUT_OUR_KEY = "EventDeadLetterQueue";

    @Test
    void ofEveryTypeItIsKnownWhetherItHoldsData() {
        assertThat(Templates.all())
                .flatExtracting(Template::resources)
                .extracting(Resource::type)
                .allMatch(type -> HOLDS_DATA.containsKey(type) || HOLDS_NONE.contains(type));
    }

    @Test
    void allThatHoldsDataIsEncryptedWithOurKey() {
        assertThat(Templates.all())
                .allSatisfy(template -> assertThat(unencrypted(template)).isEmpty());
    }

    @Test
    void breaksWhenTheBusIsEncryptedWithSomeoneElsesKey() {
        assertThat(unencrypted(ROOT.without("EventBus", "Properties", "KmsKeyIdentifier")))
                .containsExactly("EventBus");
    }

    @Test
    void breaksWhenATableIsEncryptedWithTheAccountsKey() {
        assertThat(unencrypted(ROOT.with(
                        "alias/aws/dynamodb", "IdempotencyTable", "Properties", "SSESpecification", "KMSMasterKeyId")))
                .containsExactly("IdempotencyTable");
    }

    @Test
    void breaksWhenPayloadsAreEncryptedWithS3sOwnKey() {
        assertThat(unencrypted(ROOT.without("PayloadBucket", "Properties", "BucketEncryption")))
                .containsExactly("PayloadBucket");
    }

    @Test
    void allThatHoldsDataOrKeysOutlivesTheStack() {
        assertThat(Templates.all())
                .allSatisfy(template -> assertThat(perishable(template)).isEmpty());
    }

    @Test
    void breaksWhenAQueueGoesWithTheStack() {
        assertThat(perishable(ROOT.without("DeadLetterQueue", "DeletionPolicy")))
                .containsExactly("DeadLetterQueue");
    }

    @Test
    void breaksWhenAnUpdateMayReplaceTheKey() {
        assertThat(perishable(ROOT.without("EncryptionKey", "UpdateReplacePolicy")))
                .containsExactly("EncryptionKey");
    }

    @Test
    void theKeyRotates() {
        assertThat(ROOT.resource("EncryptionKey").property("EnableKeyRotation").value())
                .isEqualTo(true);
    }

    @Test
    void theTableRecoversForgetsAndResistsDeletion() {
        Resource table = ROOT.resource("IdempotencyTable");

        assertThat(table.property("KeySchema").items())
                .singleElement()
                .satisfies(key -> assertThat(key.at("AttributeName").text()).isEqualTo("id"));
        assertThat(table.property("TimeToLiveSpecification", "AttributeName").text())
                .isEqualTo("expiresAt");
        assertThat(forgetful(ROOT)).isEmpty();
    }

    @Test
    void breaksWhenATableCannotBeRecovered() {
        assertThat(forgetful(ROOT.without("IdempotencyTable", "Properties", "PointInTimeRecoverySpecification")))
                .containsExactly("IdempotencyTable");
    }

    @Test
    void onlyServicesMakeGrantsOnTheKey() {
        assertThat(ROOT.resource("EncryptionKey")
                        .property("KeyPolicy", "Statement")
                        .items())
                .anySatisfy(statement -> {
                    assertThat(statement.at("Effect").text()).isEqualTo("Deny");
                    assertThat(statement.at("Action").texts()).containsExactly("kms:CreateGrant");
                });
    }

    @Test
    void theCountOfCallsForgets() {
        Resource table = ROOT.resource("RateLimitTable");

        assertThat(table.property("KeySchema").items())
                .singleElement()
                .satisfies(key -> assertThat(key.at("AttributeName").text()).isEqualTo("id"));
        assertThat(table.property("TimeToLiveSpecification", "AttributeName").text())
                .isEqualTo("expiresAt");
    }

    static List<String> unencrypted(Template template) {
        return template.resources().stream()
                .filter(resource -> HOLDS_DATA.containsKey(resource.type()))
                .filter(resource -> !resource.id().equals(WITHOUT_OUR_KEY)
                        || !resource.property("SqsManagedSseEnabled").text().equals("true"))
                .filter(resource -> !isOurKey(resource.property(
                        HOLDS_DATA.getOrDefault(resource.type(), List.of()).toArray(String[]::new))))
                .map(Resource::id)
                .toList();
    }

    private static boolean isOurKey(Node key) {
        return key.walk()
                .flatMap(Reference::in)
                .anyMatch(to -> to.equals(new Reference("EncryptionKey", "Arn"))
                        || to.equals(new Reference("EncryptionKeyArn", "")));
    }

    /** The tables that cannot be recovered, or are deleted by mistake. */
    static List<String> forgetful(Template template) {
        return template.resources("AWS::DynamoDB::Table").stream()
                .filter(table -> !table.property("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled")
                                .text()
                                .equals("true")
                        || !table.property("DeletionProtectionEnabled").exists())
                .map(Resource::id)
                .toList();
    }

    /** RetainExceptOnCreate retains too, but for a first deployment that failed: that one leaves no names behind. */
    static List<String> perishable(Template template) {
        return template.resources().stream()
                .filter(resource -> HOLDS_DATA.containsKey(resource.type()) || resource.is("AWS::KMS::Key"))
                .filter(resource -> !resource.body().at("DeletionPolicy").text().startsWith("Retain")
                        || !resource.body().at("UpdateReplacePolicy").text().equals("Retain"))
                .map(Resource::id)
                .toList();
    }
}
