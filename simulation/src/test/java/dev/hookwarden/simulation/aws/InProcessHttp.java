package dev.hookwarden.simulation.aws;

import dev.hookwarden.local.aws.AwsAnswer;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsRequests;
import dev.hookwarden.local.aws.RestRequest;
import dev.hookwarden.simulation.time.VirtualTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Carries the SDK's requests to stand-ins in the same process; time passes on the way, and trouble happens. */
public final class InProcessHttp implements SdkHttpClient {
    private static final Duration USUAL = Duration.ofMillis(8);
    private static final Duration SLOW = Duration.ofSeconds(4);

    private final AwsRequests aws;
    private final VirtualTime time;
    private final Invocations invocations;
    private final CallLog calls;
    private final Runnable failAnEntry;

    /** @param failAnEntry makes the next PutEvents fail one entry */
    public InProcessHttp(
            AwsRequests aws, VirtualTime time, Invocations invocations, CallLog calls, Runnable failAnEntry) {
        this.aws = aws;
        this.time = time;
        this.invocations = invocations;
        this.calls = calls;
        this.failAnEntry = failAnEntry;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return exchange(request);
            }

            @Override
            public void abort() {}
        };
    }

    private HttpExecuteResponse exchange(HttpExecuteRequest request) throws IOException {
        Invocation invocation = invocations.current();
        Call call = call(request, invocation);
        Trouble trouble = calls.troubleOf(call);
        invocation.calls(call, trouble);
        time.pass(trouble == Trouble.SLOW ? SLOW : USUAL);
        invocation.dieWhenLate(time.instant());
        Optional<HttpExecuteResponse> failed = before(trouble, call);
        if (failed.isPresent()) {
            return failed.get();
        }
        AwsAnswer answer = answer(request);
        time.pass(USUAL);
        invocation.dieWhenLate(time.instant());
        return after(trouble, call, answer);
    }

    private AwsAnswer answer(HttpExecuteRequest request) {
        String target = header(request, "X-Amz-Target");
        SdkHttpRequest head = request.httpRequest();
        return target.isEmpty()
                ? aws.answer(new RestRequest(head.method().name(), head.getUri(), head.headers(), body(request)))
                : aws.answer(target, body(request));
    }

    private Call call(HttpExecuteRequest request, Invocation invocation) {
        String target = header(request, "X-Amz-Target");
        String method = request.httpRequest().method().name();
        // Ingest calls S3 without the SDK's client, and repeats without saying so.
        String tries = header(request, "amz-sdk-request");
        int attempt =
                tries.isEmpty() ? 1 : Integer.parseInt(tries.substring(tries.indexOf('=') + 1, tries.indexOf(';')));
        long ordinal = calls.next();
        String id = header(request, "amz-sdk-invocation-id");
        return new Call(
                ordinal,
                time.instant(),
                invocation.function(),
                target.isEmpty() ? AwsApi.S3 : apiOf(target),
                target.isEmpty() ? method : target.substring(target.indexOf('.') + 1),
                id.isEmpty() ? "call-" + ordinal : id,
                attempt);
    }

    private Optional<HttpExecuteResponse> before(Trouble trouble, Call call) throws IOException {
        return switch (trouble) {
            case THROTTLED -> Optional.of(error(call.api() == AwsApi.S3 ? 503 : 400, "ThrottlingException"));
            case ERROR_BEFORE -> Optional.of(error(500, "InternalFailure"));
            case SILENCE_BEFORE -> throw new IOException("No answer to " + call.action());
            case DEATH_BEFORE -> throw new Killed("before " + call);
            case ENTRY_FAILED -> {
                failAnEntry.run();
                yield Optional.empty();
            }
            case NONE, SLOW, ERROR_AFTER, SILENCE_AFTER, DEATH_AFTER -> Optional.empty();
        };
    }

    private static HttpExecuteResponse after(Trouble trouble, Call call, AwsAnswer answer) throws IOException {
        return switch (trouble) {
            case ERROR_AFTER -> error(500, "InternalFailure");
            case SILENCE_AFTER -> throw new IOException("No answer to " + call.action());
            case DEATH_AFTER -> throw new Killed("after " + call);
            case NONE, SLOW, THROTTLED, ERROR_BEFORE, SILENCE_BEFORE, DEATH_BEFORE, ENTRY_FAILED -> response(answer);
        };
    }

    private static HttpExecuteResponse error(int status, String code) {
        byte[] body = ("{\"__type\":\"" + code + "\"}").getBytes(StandardCharsets.UTF_8);
        return response(new AwsAnswer(status, Map.of("x-amzn-ErrorType", code), body));
    }

    private static HttpExecuteResponse response(AwsAnswer answer) {
        SdkHttpResponse.Builder head = SdkHttpResponse.builder().statusCode(answer.status());
        answer.headers().forEach(head::putHeader);
        return HttpExecuteResponse.builder()
                .response(head.build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer.body())))
                .build();
    }

    private static AwsApi apiOf(String target) {
        for (AwsApi api : AwsApi.values()) {
            if (target.startsWith(api.targetPrefix() + ".")) {
                return api;
            }
        }
        throw new IllegalArgumentException("No stand-in for " + target);
    }

    private static String header(HttpExecuteRequest request, String name) {
        return request.httpRequest().firstMatchingHeader(name).orElse("");
    }

    private static byte[] body(HttpExecuteRequest request) {
        return request.contentStreamProvider()
                .map(content -> {
                    try (InputStream in = content.newStream()) {
                        return in.readAllBytes();
                    } catch (IOException e) {
                        throw new UncheckedIOException("Reading from memory failed", e);
                    }
                })
                .orElse(new byte[0]);
    }

    @Override
    public void close() {}
}
