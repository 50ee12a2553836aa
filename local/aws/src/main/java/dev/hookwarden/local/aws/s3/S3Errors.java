package dev.hookwarden.local.aws.s3;

import dev.hookwarden.local.aws.AwsError;

/**
 * S3's refusals, each with its status.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error responses</a>
 */
final class S3Errors {
    private S3Errors() {}

    static AwsError badRequest(String code, String message) {
        return AwsError.refused(400, code, message);
    }

    static AwsError noSuchBucket() {
        return AwsError.refused(404, "NoSuchBucket", "The specified bucket does not exist");
    }

    static AwsError noSuchKey() {
        return AwsError.refused(404, "NoSuchKey", "The specified key does not exist.");
    }

    static AwsError lengthMissing() {
        return AwsError.refused(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
    }

    static AwsError badDigest(String what) {
        return badRequest("BadDigest", "The " + what + " you specified did not match what we received.");
    }

    /** What S3 may well support and this stand-in does not. */
    static AwsError notImplemented(String what) {
        return AwsError.refused(501, "NotImplemented", "The stand-in does not support " + what + ".");
    }
}
