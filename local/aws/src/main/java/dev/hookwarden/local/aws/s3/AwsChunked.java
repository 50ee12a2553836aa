package dev.hookwarden.local.aws.s3;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A body in the content encoding {@code aws-chunked}: chunks with their length in hex, an empty one, then trailing headers. The chunks'
 * signatures are not checked. The array must not be changed.
 *
 * @param trailers by lower-case name
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">Trailing headers</a>
 */
@SuppressWarnings("ArrayRecordComponent")
record AwsChunked(byte[] bytes, Map<String, String> trailers) {
    private static final int HEX = 16;

    static AwsChunked decode(byte[] body) {
        ByteArrayInputStream in = new ByteArrayInputStream(body);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int length = chunkLength(in); length > 0; length = chunkLength(in)) {
            byte[] chunk = new byte[length];
            if (in.readNBytes(chunk, 0, length) != length || !line(in).isEmpty()) {
                throw incomplete();
            }
            bytes.writeBytes(chunk);
        }
        return new AwsChunked(bytes.toByteArray(), trailers(in));
    }

    private static int chunkLength(ByteArrayInputStream in) {
        try {
            return Integer.parseInt(line(in).split(";", 2)[0], HEX);
        } catch (NumberFormatException malformed) {
            throw incomplete();
        }
    }

    private static Map<String, String> trailers(ByteArrayInputStream in) {
        Map<String, String> trailers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(":", 2);
            if (parts.length != 2) {
                throw S3Errors.badRequest(
                        "MalformedTrailerError", "The request contained trailing data that was not well-formed.");
            }
            trailers.put(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip());
        }
        return trailers;
    }

    /** Up to the next line break, or the end. */
    private static String line(ByteArrayInputStream in) {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static RuntimeException incomplete() {
        return S3Errors.badRequest(
                "IncompleteBody",
                "You did not provide the number of bytes specified by the Content-Length HTTP header");
    }

    @Override
    public String toString() {
        return "AwsChunked[" + bytes.length + " bytes]";
    }
}
