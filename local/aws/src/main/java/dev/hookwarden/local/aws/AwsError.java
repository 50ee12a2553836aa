package dev.hookwarden.local.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal in AWS's words: status, error code, message, and the members that some errors carry besides. */
public final class AwsError extends RuntimeException {
    private static final int BAD_REQUEST = 400;
    private static final int INTERNAL = 500;

    private final int status;
    private final String code;
    private final transient ObjectNode members;

    private AwsError(int status, String code, String message, ObjectNode members) {
        super(message);
        this.status = status;
        this.code = code;
        this.members = members;
    }

    /** The caller's mistake: status 400. */
    public static AwsError refused(String code, String message) {
        return refused(code, message, JsonNodeFactory.instance.objectNode());
    }

    /** The caller's mistake, with further members of the error, such as DynamoDB's {@code Item}. */
    public static AwsError refused(String code, String message, ObjectNode members) {
        return new AwsError(BAD_REQUEST, code, message, members.deepCopy());
    }

    /** The caller's mistake in a REST protocol, where each has its status. */
    public static AwsError refused(int status, String code, String message) {
        return new AwsError(status, code, message, JsonNodeFactory.instance.objectNode());
    }

    /** AWS's own mistake: status 500, which SDKs retry. */
    public static AwsError internal(String message) {
        return new AwsError(INTERNAL, "InternalServiceError", message, JsonNodeFactory.instance.objectNode());
    }

    /** What AWS may well support and this stand-in does not: never a success by laxness. */
    public static AwsError unsupported(String what) {
        return refused("NotSupportedByStandIn", "The stand-in does not support " + what + ".");
    }

    static AwsError unknownOperation(String target) {
        return refused("UnknownOperationException", "The stand-in does not know the operation " + target + ".");
    }

    public int status() {
        return status;
    }

    /** AWS's name for the error, for example {@code ResourceNotFoundException}. */
    public String code() {
        return code;
    }

    ObjectNode body(AwsApi api) {
        return members.deepCopy().put("__type", code).put(api.messageMember(), getMessage());
    }
}
