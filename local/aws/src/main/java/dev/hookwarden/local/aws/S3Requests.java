package dev.hookwarden.local.aws;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Requests to S3: runs the action; an error is answered as XML. */
record S3Requests(@Nullable RestService s3) {
    /** The scope that a request is signed for says whose it is: {@code 20261122/us-east-1/s3/aws4_request}. */
    private static final Pattern SCOPE = Pattern.compile("/s3/aws4_request");

    /** S3's own words for what planned faults say in others'. */
    private static final Map<String, String> WORDS =
            Map.of("InternalServiceError", "InternalError", "ThrottlingException", "SlowDown");

    private static final int SLOW_DOWN = 503;

    static boolean isMeant(@Nullable String authorization, @Nullable String query) {
        return SCOPE.matcher((authorization == null ? "" : authorization) + "&" + (query == null ? "" : query))
                .find();
    }

    AwsAnswer answer(RestRequest request) {
        try {
            if (s3 == null) {
                throw AwsError.unknownOperation("of S3: no buckets are served here");
            }
            return s3.answer(request);
        } catch (AwsError e) {
            return of(e);
        } catch (RuntimeException e) {
            // The type alone: a message might quote the input, which may be a secret.
            return of(AwsError.internal("The stand-in failed: " + e.getClass().getName()));
        }
    }

    private static AwsAnswer of(AwsError error) {
        String code = WORDS.getOrDefault(error.code(), error.code());
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>"
                + escaped(String.valueOf(error.getMessage())) + "</Message></Error>";
        return new AwsAnswer(
                code.equals("SlowDown") ? SLOW_DOWN : error.status(),
                Map.of("Content-Type", "application/xml"),
                xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
