package dev.hookwarden.local.aws.s3;

import dev.hookwarden.local.aws.AwsAnswer;
import dev.hookwarden.local.aws.RestRequest;
import dev.hookwarden.local.aws.RestService;
import dev.hookwarden.local.aws.journal.Journal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whole objects in buckets without versions that encrypt with a KMS key. Buckets stand in the path. It answers as S3 answers a caller who may
 * do everything: a missing object is {@code NoSuchKey}.
 */
public final class StrictS3 implements RestService {
    private static final Pattern OBJECT = Pattern.compile("/([^/]+)/(.+)");
    private static final int MAX_KEY = 1024;

    /** Headers that would change what happens, beside those that name a checksum. */
    private static final Set<String> KNOWN = Set.of(
            "x-amz-checksum-mode",
            "x-amz-content-sha256",
            "x-amz-date",
            "x-amz-decoded-content-length",
            "x-amz-sdk-checksum-algorithm",
            "x-amz-security-token",
            // The SDK offers to take an MD5 behind the object; S3 sends none where a KMS key encrypts.
            "x-amz-te",
            "x-amz-trailer");

    private static final Pattern CHANGES_THE_OUTCOME = Pattern.compile("x-amz-.*|if-.*|range");

    private final Map<String, Bucket> buckets;
    private final InstantSource clock;

    /** Empty buckets in memory. */
    public StrictS3(Set<String> buckets, InstantSource clock) {
        this(buckets.stream().collect(Collectors.toMap(name -> name, name -> Journal.none())), clock);
    }

    /** Buckets, each with what its journal kept of it. */
    public StrictS3(Map<String, Journal> buckets, InstantSource clock) {
        this.buckets = buckets.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, bucket -> new Bucket(bucket.getValue())));
        this.clock = clock;
    }

    @Override
    public String actionOf(RestRequest request) {
        return switch (request.method()) {
            case "PUT" -> "PutObject";
            case "GET" -> "GetObject";
            case "DELETE" -> "DeleteObject";
            default -> throw S3Errors.notImplemented("the method " + request.method());
        };
    }

    @Override
    public AwsAnswer answer(RestRequest request) {
        Matcher path = OBJECT.matcher(request.uri().getPath());
        if (!path.matches()) {
            throw S3Errors.notImplemented("anything but objects");
        }
        refuseUnknown(request);
        Bucket bucket = bucket(path.group(1));
        String key = path.group(2);
        if (key.getBytes(StandardCharsets.UTF_8).length > MAX_KEY) {
            throw S3Errors.badRequest("KeyTooLongError", "Your key is too long");
        }
        return switch (actionOf(request)) {
            case "PutObject" -> put(bucket, key, request);
            case "GetObject" -> get(bucket, key, request);
            default -> delete(bucket, key);
        };
    }

    /** The keys in a bucket, sorted. */
    public List<String> keys(String bucket) {
        return bucket(bucket).keys();
    }

    /** The bytes of an object, if there is one. */
    public Optional<byte[]> bytes(String bucket, String key) {
        return Optional.ofNullable(bucket(bucket).get(key)).map(StoredObject::bytes);
    }

    /** Puts an object there without a request, or puts other bytes in its place. */
    public void plant(String bucket, String key, byte[] bytes) {
        bucket(bucket).put(key, new StoredObject(bytes.clone(), "binary/octet-stream", Map.of(), clock.instant()));
    }

    /** Takes an object away without a request, as a lifecycle does. */
    public void expire(String bucket, String key) {
        bucket(bucket).remove(key);
    }

    private Bucket bucket(String name) {
        Bucket bucket = buckets.get(name);
        if (bucket == null) {
            throw S3Errors.noSuchBucket();
        }
        return bucket;
    }

    private static void refuseUnknown(RestRequest request) {
        String query = request.uri().getQuery();
        if (query != null && !query.startsWith("x-id=")) {
            throw S3Errors.notImplemented("a query");
        }
        for (String name : request.headerNames()) {
            boolean known = KNOWN.contains(name) || Checksum.withHeader(name).isPresent();
            if (!known && CHANGES_THE_OUTCOME.matcher(name).matches()) {
                throw S3Errors.notImplemented("the header " + name);
            }
        }
    }

    private AwsAnswer put(Bucket bucket, String key, RestRequest request) {
        StoredObject object = new PutObject(request).read(clock.instant());
        bucket.put(key, object);
        return new AwsAnswer(200, about(object, true), new byte[0]);
    }

    private static AwsAnswer get(Bucket bucket, String key, RestRequest request) {
        StoredObject object = bucket.get(key);
        if (object == null) {
            throw S3Errors.noSuchKey();
        }
        Map<String, String> headers =
                about(object, request.header("x-amz-checksum-mode").isPresent());
        headers.put("Content-Type", object.contentType());
        headers.put(
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(object.modifiedAt().atOffset(ZoneOffset.UTC)));
        return new AwsAnswer(200, headers, object.bytes());
    }

    private static AwsAnswer delete(Bucket bucket, String key) {
        bucket.remove(key);
        return new AwsAnswer(204, Map.of(), new byte[0]);
    }

    /** An entity tag is no MD5 where a KMS key encrypts. */
    private static Map<String, String> about(StoredObject object, boolean withChecksums) {
        Map<String, String> headers = new TreeMap<>();
        String hash = HexFormat.of().formatHex(Checksum.digest("SHA-256", object.bytes()));
        headers.put("ETag", "\"" + hash.substring(0, 32) + "\"");
        headers.put("x-amz-server-side-encryption", "aws:kms");
        if (withChecksums) {
            headers.putAll(object.checksums());
        }
        return headers;
    }
}
