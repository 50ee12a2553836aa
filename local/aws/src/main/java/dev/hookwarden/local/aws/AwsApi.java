package dev.hookwarden.local.aws;

/** The AWS APIs that stand-ins exist for, with what their protocols call things. S3 has none: it is a {@link RestService}. */
public enum AwsApi {
    SECRETS_MANAGER("secretsmanager", "x-amz-json-1.1", "Message"),
    EVENT_BRIDGE("AWSEvents", "x-amz-json-1.1", "message"),
    DYNAMO_DB("DynamoDB_20120810", "x-amz-json-1.0", "message"),
    CLOUD_WATCH("GraniteServiceVersion20100801", "cbor", "message"),
    S3("AmazonS3", "x-amz-json-1.0", "Message"),
    SQS("AmazonSQS", "x-amz-json-1.0", "message");

    private final String targetPrefix;
    private final String mediaType;
    private final String messageMember;

    AwsApi(String targetPrefix, String mediaType, String messageMember) {
        this.targetPrefix = targetPrefix;
        this.mediaType = mediaType;
        this.messageMember = messageMember;
    }

    /** The part of the {@code X-Amz-Target} header before the dot; with CBOR the service's name in the address. */
    public String targetPrefix() {
        return targetPrefix;
    }

    /** Whether it talks <a href="https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html">Smithy RPC v2</a>, else JSON. */
    boolean isCbor() {
        return mediaType.equals("cbor");
    }

    String contentType() {
        return "application/" + mediaType;
    }

    String messageMember() {
        return messageMember;
    }
}
