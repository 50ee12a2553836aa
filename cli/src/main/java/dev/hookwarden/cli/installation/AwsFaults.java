package dev.hookwarden.cli.installation;

import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says what a failed call means to an operator, and what to do next. */
final class AwsFaults {
    private AwsFaults() {}

    static String inWords(SdkException fault, AwsChoice choice) {
        return fault instanceof AwsServiceException refused ? refused(refused) : unreached(fault, choice);
    }

    private static String unreached(SdkException fault, AwsChoice choice) {
        String message = String.valueOf(fault.getMessage());
        if (message.contains("Unable to load region")) {
            return "No AWS region is set. Say --region, or set AWS_REGION.";
        }
        if (message.contains("Unable to load credentials")
                || message.contains("Profile file contained no credentials")) {
            return "No AWS credentials were found. Log in (aws sso login), or say --profile.";
        }
        return choice.isLocal()
                ? "No local stack answers at " + choice.localEndpoint()
                        + ". Start it with ./hookwarden local, set AWS_ENDPOINT_URL, or say --stack STAGE for one on AWS."
                : "AWS did not answer (" + fault.getClass().getSimpleName()
                        + "). Check your network and --region, and try again; --verbose shows more.";
    }

    private static String refused(AwsServiceException fault) {
        Optional<AwsErrorDetails> details = Optional.ofNullable(fault.awsErrorDetails());
        String code = details.map(AwsErrorDetails::errorCode).orElse("unknown error");
        return switch (code) {
            case "AccessDeniedException", "AccessDenied", "KMS.AccessDeniedException", "KmsAccessDenied" ->
                "AWS does not allow you this: "
                        + details.map(AwsErrorDetails::errorMessage).orElse("")
                        + ". Use another --profile, or have the permission added.";
            case "ExpiredTokenException", "ExpiredToken", "UnrecognizedClientException", "InvalidSignatureException" ->
                "Your AWS credentials are expired or wrong (" + code + "). Log in again, or say --profile.";
            case "ThrottlingException", "InternalServiceError", "InternalServiceErrorException" ->
                "AWS can't do it right now (" + code + "). Try again in a minute; every command may be repeated.";
            default ->
                "AWS refused a call (" + code + "). Try again; ./hookwarden keys doctor says where the keys stand, and"
                        + " --verbose shows more.";
        };
    }
}
