package dev.hookwarden.local.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request to S3: runs the action, writes its answer, or its error as XML. */
record RestExchange(@Nullable RestService s3, Faults faults, Reply reply) {
    /** The scope that a request is signed for says whose it is: {@code 20261122/us-east-1/s3/aws4_request}. */
    private static final Pattern SCOPE = Pattern.compile("/s3/aws4_request");

    /** S3's own words for what planned faults say in others'. */
    private static final Map<String, String> WORDS =
            Map.of("InternalServiceError", "InternalError", "ThrottlingException", "SlowDown");

    private static final int SLOW_DOWN = 503;

    static boolean isMeant(HttpExchange exchange) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String query = exchange.getRequestURI().getQuery();
        return SCOPE.matcher((authorization == null ? "" : authorization) + "&" + (query == null ? "" : query))
                .find();
    }

    void answer(HttpExchange exchange) throws IOException {
        RestRequest request = new RestRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes());
        try {
            if (s3 == null) {
                throw AwsError.unknownOperation("of S3: no buckets are served here");
            }
            reply.rest(faults.call(AwsApi.S3, s3.actionOf(request), () -> s3.answer(request)));
        } catch (AwsError e) {
            error(e);
        } catch (RuntimeException e) {
            // The type alone: a message might quote the input, which may be a secret.
            error(AwsError.internal("The stand-in failed: " + e.getClass().getName()));
        }
    }

    private void error(AwsError error) throws IOException {
        String code = WORDS.getOrDefault(error.code(), error.code());
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>"
                + escaped(String.valueOf(error.getMessage())) + "</Message><RequestId>" + reply.requestId()
                + "</RequestId></Error>";
        reply.send(
                code.equals("SlowDown") ? SLOW_DOWN : error.status(),
                "application/xml",
                xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
