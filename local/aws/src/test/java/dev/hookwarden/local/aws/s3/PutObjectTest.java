package dev.hookwarden.local.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.local.aws.AwsError;
import dev.hookwarden.local.aws.RestRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the SDK doesn't get wrong. */
final class PutObjectTest {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Length", "3",
            // Of "abc": FIPS 180-2, appendix B.1.
            "x-amz-content-sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    private static final Map<String, String> CHUNKED = Map.of(
            "Content-Length", "48",
            "x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
            "x-amz-decoded-content-length", "9",
            "x-amz-trailer", "x-amz-checksum-crc32");

    // The check value of CRC-32: of "123456789" it is cbf43926.
    private static final String CHUNKS =
            "4;chunk-signature=0\r\n1234\r\n5\r\n56789\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n";

    @Test
    void readsTheBody() {
        assertThat(read(HEADERS, "abc")).asString(StandardCharsets.UTF_8).isEqualTo("abc");
    }

    @Test
    void readsChunks() {
        assertThat(read(CHUNKED, CHUNKS)).asString(StandardCharsets.UTF_8).isEqualTo("123456789");
    }

    @Test
    void refusesOtherBytesThanWereSigned() {
        assertRefused("XAmzContentSHA256Mismatch", HEADERS, "abd");
    }

    @Test
    void refusesWhatHasNoSignedHashOrLength() {
        assertRefused("InvalidRequest", Map.of("Content-Length", "3"), "abc");
        assertRefused("MissingContentLength", without(HEADERS, "Content-Length"), "abc");
        assertRefused("MissingContentLength", without(CHUNKED, "x-amz-decoded-content-length"), CHUNKS);
    }

    @Test
    void refusesOtherBytesThanTheirMd5() {
        assertRefused("BadDigest", with(HEADERS, "Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg=="), "abc");
    }

    @Test
    void refusesChunksThatAreCutOffOrChanged() {
        for (int length = 0; length < CHUNKS.indexOf("\r\nx-amz"); length++) {
            assertRefused("IncompleteBody", CHUNKED, CHUNKS.substring(0, length));
        }
        assertRefused("IncompleteBody", with(CHUNKED, "x-amz-decoded-content-length", "8"), CHUNKS);
        assertRefused("BadDigest", CHUNKED, CHUNKS.replace("1234", "1235"));
        assertRefused("MalformedTrailerError", CHUNKED, CHUNKS.replace("crc32:", "crc32c:"));
        assertRefused("MalformedTrailerError", CHUNKED, CHUNKS.replace("crc32:", "crc32"));
    }

    private static void assertRefused(String code, Map<String, String> headers, String body) {
        assertThatExceptionOfType(AwsError.class)
                .isThrownBy(() -> read(headers, body))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static byte[] read(Map<String, String> headers, String body) {
        Map<String, List<String>> lists = new TreeMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        RestRequest request =
                new RestRequest("PUT", URI.create("/payloads/a"), lists, body.getBytes(StandardCharsets.US_ASCII));
        return new PutObject(request).read(Instant.EPOCH).bytes();
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return more;
    }

    private static Map<String, String> without(Map<String, String> headers, String name) {
        Map<String, String> fewer = new TreeMap<>(headers);
        fewer.remove(name);
        return fewer;
    }
}
