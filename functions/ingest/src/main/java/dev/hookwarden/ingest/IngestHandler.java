package dev.hookwarden.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.JsonEventLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import org.crac.Core;
import org.crac.Resource;

/** Lambda's entry: an API Gateway REST proxy event in, its answer out. Throws for nothing that a sender could send. */
public final class IngestHandler implements RequestStreamHandler, Resource {
    private final IngestConfig config;
    private final Reception reception;

    /** Wires the function from its environment, as Lambda starts it. */
    public IngestHandler() {
        this(
                IngestConfig.from(System.getenv()),
                AwsClients.create(),
                InstantSource.system(),
                new JsonEventLog(System.out, InstantSource.system()));
    }

    /** Wires the function from these parts, as the local stack and the tests start it. */
    public IngestHandler(IngestConfig config, AwsClients aws, InstantSource clock, EventLog log) {
        this.config = config;
        this.reception = new Reception(config, aws, clock, log);
        Core.getGlobalContext().register(this);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        reception.answerTo(event).writeTo(answer);
    }

    /** Nothing secret was read before a snapshot, so there is nothing to put away; what a delivery needs is loaded into it. */
    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) throws IOException {
        new Rehearsal(config).run();
    }

    /** A snapshot may be older than any key in it. */
    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        reception.forget();
    }
}
