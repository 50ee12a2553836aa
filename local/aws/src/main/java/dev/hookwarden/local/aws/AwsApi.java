package dev.hookwarden.local.aws;

/** The AWS APIs that stand-ins exist for, with what their JSON protocols call things. S3 has none: it is a {@link RestService}. */
public enum AwsApi {
    SECRETS_MANAGER("secretsmanager", "1.1", "Message"),
    EVENT_BRIDGE("AWSEvents", "1.1", "message"),
    DYNAMO_DB("DynamoDB_20120810", "1.0", "message"),
    S3("AmazonS3", "1.0", "Message"),
    SQS("AmazonSQS", "1.0", "message");

    private final String targetPrefix;
    private final String jsonVersion;
    private final String messageMember;

    AwsApi(String targetPrefix, String jsonVersion, String messageMember) {
        this.targetPrefix = targetPrefix;
        this.jsonVersion = jsonVersion;
        this.messageMember = messageMember;
    }

    /** The part of the {@code X-Amz-Target} header before the dot. */
    public String targetPrefix() {
        return targetPrefix;
    }

    String contentType() {
        return "application/x-amz-json-" + jsonVersion;
    }

    String messageMember() {
        return messageMember;
    }
}
