package dev.hookwarden.local.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.AwsSdk;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Fault;
import dev.hookwarden.local.aws.Faults;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What the SDK sends, and what it makes of the answers. */
final class StrictS3Test {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String BUCKET = "payloads";
    private static final byte[] BYTES = {0, (byte) 0xFF, '\r', '\n', '0', '\r', '\n', '\r', '\n'};

    private final CallCounts calls = new CallCounts();
    private final StrictS3 s3 = new StrictS3(Set.of(BUCKET), InstantSource.fixed(NOW));
    private Fault fault = new Fault.None();
    private final AwsEndpoint endpoint = AwsEndpoint.open(
                    0, new Faults((api, action, ordinal) -> fault, calls, pause -> {}))
            .serveS3(s3);
    private final S3Client client = client(builder -> {});

    @AfterEach
    void close() {
        endpoint.close();
    }

    private S3Client client(Consumer<S3ClientBuilder> settings) {
        S3ClientBuilder builder = S3Client.builder().forcePathStyle(true);
        settings.accept(builder);
        return AwsSdk.client(builder, endpoint.uri());
    }

    private void put(S3Client with, Consumer<PutObjectRequest.Builder> settings) {
        with.putObject(
                put -> {
                    put.bucket(BUCKET).key("zenoo/attempt-1").contentType("application/json");
                    settings.accept(put);
                },
                RequestBody.fromBytes(BYTES));
    }

    private ResponseBytes<GetObjectResponse> get(String key) {
        return client.getObjectAsBytes(get -> get.bucket(BUCKET).key(key).checksumMode(ChecksumMode.ENABLED));
    }

    /** By default the SDK sends chunks with a checksum behind them; the answer carries it back to who asks for it. */
    @Test
    void givesBackWhatWasPut() {
        put(client, put -> {});

        ResponseBytes<GetObjectResponse> answer = get("zenoo/attempt-1");
        assertThat(answer.asByteArray()).isEqualTo(BYTES);
        assertThat(answer.response().contentType()).isEqualTo("application/json");
        assertThat(answer.response().lastModified()).isEqualTo(NOW);
        assertThat(answer.response().serverSideEncryptionAsString()).isEqualTo("aws:kms");
        assertThat(answer.response().checksumCRC32()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"CRC32", "CRC32_C", "SHA1", "SHA256"})
    void takesEachChecksum(ChecksumAlgorithm algorithm) {
        put(client, put -> put.checksumAlgorithm(algorithm));

        assertThat(get("zenoo/attempt-1").asByteArray()).isEqualTo(BYTES);
    }

    @Test
    void takesABodyWithoutChunks() {
        put(client(builder -> builder.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)), put -> {});

        assertThat(s3.bytes(BUCKET, "zenoo/attempt-1")).contains(BYTES);
    }

    @Test
    void refusesOtherBytesThanTheChecksumSays() {
        assertRefused(
                400,
                "BadDigest",
                () -> put(client, put -> put.checksumSHA256("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")));
        assertThat(s3.keys(BUCKET)).isEmpty();
    }

    @Test
    void refusesWhatItDoesNotSupport() {
        assertRefused(501, "NotImplemented", () -> put(client, put -> put.tagging("a=b")));
        assertRefused(501, "NotImplemented", () -> put(client, put -> put.ifNoneMatch("*")));
        assertRefused(501, "NotImplemented", () -> client.listObjectsV2(list -> list.bucket(BUCKET)));
        assertRefused(
                501,
                "NotImplemented",
                () -> client.getObjectAsBytes(get -> get.bucket(BUCKET).key("a").range("bytes=0-1")));
    }

    @Test
    void refusesABucketThatDoesNotExist() {
        assertThatExceptionOfType(NoSuchBucketException.class)
                .isThrownBy(() -> put(client, put -> put.bucket("elsewhere")));
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() ->
                        client.deleteObject(delete -> delete.bucket("elsewhere").key("a")))
                .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(404));
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        put(client, put -> put.key("k".repeat(1024)));

        assertRefused(400, "KeyTooLongError", () -> put(client, put -> put.key("k".repeat(1025))));
        assertRefused(400, "KeyTooLongError", () -> put(client, put -> put.key("\u00E9".repeat(513))));
    }

    @Test
    void saysWhatIsNotThere() {
        assertThatExceptionOfType(NoSuchKeyException.class).isThrownBy(() -> get("zenoo/attempt-1"));
    }

    @Test
    void deletesWhatIsThereAndWhatIsNot() {
        put(client, put -> {});

        client.deleteObject(delete -> delete.bucket(BUCKET).key("zenoo/attempt-1"));
        client.deleteObject(delete -> delete.bucket(BUCKET).key("zenoo/attempt-1"));

        assertThat(s3.keys(BUCKET)).isEmpty();
    }

    @Test
    void replacesAnObject() {
        s3.plant(BUCKET, "zenoo/attempt-1", new byte[] {1});
        put(client, put -> {});

        assertThat(s3.bytes(BUCKET, "zenoo/attempt-1")).contains(BYTES);
    }

    @Test
    void failsAndCountsAsPlanned() {
        fault = new Fault.FailAfter();
        assertRefused(500, "InternalError", () -> put(client, put -> {}));
        assertThat(s3.keys(BUCKET)).hasSize(1);

        fault = new Fault.Throttle();
        assertRefused(503, "SlowDown", () -> get("zenoo/attempt-1"));

        assertThat(calls.of(AwsApi.S3, "PutObject")).isEqualTo(1);
        assertThat(calls.of(AwsApi.S3, "GetObject")).isEqualTo(1);
    }

    private static void assertRefused(int status, String code, Runnable call) {
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(call::run)
                .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(status))
                .satisfies(refused ->
                        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code));
    }
}
