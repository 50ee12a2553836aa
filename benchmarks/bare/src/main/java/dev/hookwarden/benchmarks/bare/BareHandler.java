package dev.hookwarden.benchmarks.bare;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hookwarden.ingest.AwsClients;
import dev.hookwarden.ingest.IngestConfig;
import dev.hookwarden.ingest.IngestHandler;
import dev.hookwarden.ingest.S3Access;
import dev.hookwarden.log.JsonEventLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Optional;

/** Ingest as it is deployed, but for its clients. */
public final class BareHandler implements RequestStreamHandler {
    private final IngestHandler ingest;

    public BareHandler() {
        JsonCalls calls = JsonCalls.ofEnvironment();
        ingest = new IngestHandler(
                IngestConfig.from(System.getenv()),
                new AwsClients(
                        new BareSecretsManager(calls),
                        new BareSqs(calls),
                        new S3Access(calls.http(), calls.credentials(), calls.region(), Optional.empty())),
                InstantSource.system(),
                new JsonEventLog(System.out, InstantSource.system()));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        ingest.handleRequest(event, answer, context);
    }
}
