package dev.hookwarden.processor;

import dev.hookwarden.delivery.Payload;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/**
 * Payloads as objects of a bucket. A caller who may not list a bucket is told {@code AccessDenied} of an object that isn't there, not
 * {@code NoSuchKey} (docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html), and the processor may not.
 */
final class S3PayloadStore implements PayloadStore {
    private static final String NO_ANSWER = "NoAnswer";

    private final S3Client s3;
    private final String bucket;

    S3PayloadStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Payload read(String key) {
        GetObjectRequest request =
                GetObjectRequest.builder().bucket(bucket).key(key).build();
        // Into memory within the call, so that the call's time limit covers the reading as well.
        return Payload.of(calling(() -> s3.getObject(request, ResponseTransformer.toBytes()))
                .asByteArrayUnsafe());
    }

    @Override
    public void delete(String key) {
        calling(() -> s3.deleteObject(request -> request.bucket(bucket).key(key)));
    }

    private static <T> T calling(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException refused) {
            String code = Optional.ofNullable(refused.awsErrorDetails())
                    .map(AwsErrorDetails::errorCode)
                    .orElse(NO_ANSWER);
            throw new PayloadUnavailableException(code, refused);
        } catch (SdkException unanswered) {
            throw new PayloadUnavailableException(NO_ANSWER, unanswered);
        }
    }
}
