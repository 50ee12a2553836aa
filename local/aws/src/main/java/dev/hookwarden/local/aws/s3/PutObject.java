package dev.hookwarden.local.aws.s3;

import dev.hookwarden.local.aws.RestRequest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the object out of a request, and checks all that the caller says about it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html">PutObject</a>
 */
record PutObject(RestRequest request) {
    private static final String CONTENT_HASH = "x-amz-content-sha256";

    StoredObject read(Instant now) {
        if (request.header("content-length").isEmpty()) {
            throw S3Errors.lengthMissing();
        }
        String signed = request.header(CONTENT_HASH)
                .orElseThrow(() -> S3Errors.badRequest(
                        "InvalidRequest", "Missing required header for this request: " + CONTENT_HASH));
        return signed.startsWith("STREAMING-") ? chunked(now) : whole(signed, now);
    }

    private StoredObject chunked(Instant now) {
        AwsChunked decoded = AwsChunked.decode(request.body());
        String length = request.header("x-amz-decoded-content-length").orElseThrow(S3Errors::lengthMissing);
        if (!length.equals(Integer.toString(decoded.bytes().length))) {
            throw S3Errors.badRequest("IncompleteBody", "The decoded body is not as long as announced.");
        }
        Map<String, String> said = new TreeMap<>(decoded.trailers());
        request.header("x-amz-trailer").ifPresent(announced -> {
            if (!said.containsKey(announced)) {
                throw S3Errors.badRequest("MalformedTrailerError", "The announced trailer did not come.");
            }
        });
        said.putAll(headers());
        return checked(decoded.bytes(), said, now);
    }

    private StoredObject whole(String signed, Instant now) {
        String actual = HexFormat.of().formatHex(Checksum.digest("SHA-256", request.body()));
        if (!signed.equals("UNSIGNED-PAYLOAD") && !signed.equals(actual)) {
            throw S3Errors.badRequest(
                    "XAmzContentSHA256Mismatch",
                    "The provided 'x-amz-content-sha256' header does not match what was computed.");
        }
        return checked(request.body(), headers(), now);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        request.headerNames()
                .forEach(name -> headers.put(name, request.header(name).orElse("")));
        return headers;
    }

    private StoredObject checked(byte[] bytes, Map<String, String> said, Instant now) {
        Map<String, String> checksums = new TreeMap<>();
        said.forEach((name, value) -> Checksum.withHeader(name).ifPresent(checksum -> {
            if (!checksum.matches(value, bytes)) {
                throw S3Errors.badDigest(name);
            }
            if (name.startsWith("x-amz-")) {
                checksums.put(name, value);
            }
        }));
        return new StoredObject(bytes, said.getOrDefault("content-type", "binary/octet-stream"), checksums, now);
    }
}
