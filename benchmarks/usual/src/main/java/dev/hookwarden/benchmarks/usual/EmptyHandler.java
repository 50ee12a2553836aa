package dev.hookwarden.benchmarks.usual;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Answers 200 and does nothing: what Java and Lambda's runtime take by themselves. */
public final class EmptyHandler implements RequestStreamHandler {
    private static final byte[] OK = "{\"statusCode\":200}".getBytes(StandardCharsets.US_ASCII);

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        answer.write(OK);
    }
}
