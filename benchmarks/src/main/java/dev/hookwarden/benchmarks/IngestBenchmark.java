package dev.hookwarden.benchmarks;

import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.delivery.DeliveryIdentity;
import dev.hookwarden.delivery.DeliveryMetadata;
import dev.hookwarden.delivery.Envelope;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.http.Headers;
import dev.hookwarden.ingest.IngestHandler;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.KeyStage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What ingest does beside verifying, and all of it from the event's bytes to the answer's, with AWS answering at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
public class IngestBenchmark {
    /** The payload's size in bytes. */
    @Param({"1024", "65536"})
    public int size;

    private final BareHmac bare = new BareHmac(SampleDelivery.KEY);
    private final IngestHandler handler = StubAws.ingest();
    private final Headers headers = new Headers.Builder().build();
    private byte[] payload = {};
    private byte[] event = {};
    private Delivery delivery = delivery(payload);

    /** Checks that the handler accepts the delivery: a refusal would be quick and prove nothing. */
    @Setup
    public void prepare() throws IOException {
        String text = SampleDelivery.payload("evt_1", size);
        payload = text.getBytes(StandardCharsets.UTF_8);
        event = SampleDelivery.event(text);
        delivery = delivery(payload);
        if (!handler().toString(StandardCharsets.UTF_8).contains("\"statusCode\":200")) {
            throw new IllegalStateException("The delivery to be measured is not accepted");
        }
    }

    private static Delivery delivery(byte[] bytes) {
        Payload payload = Payload.of(bytes);
        return new Delivery(
                new DeliveryMetadata(
                        "zenoo",
                        "evt_1",
                        "case.created",
                        "attempt-1",
                        Instant.EPOCH,
                        KeyStage.CURRENT,
                        "v1",
                        payload.sha256()),
                payload);
    }

    /** The delivery's id and event type, out of the payload. */
    @Benchmark
    public DeliveryIdentity identity() {
        return DeliveryIdentity.of(Provider.ZENOO.identification(), headers, Payload.of(payload));
    }

    /** The delivery as the queue takes it. */
    @Benchmark
    public Envelope envelope() {
        return Envelope.of(delivery);
    }

    /** The whole handler, its log line included. The second compiler took 7 to 8 s for it on two busy cores. */
    @Benchmark
    @Warmup(iterations = 15, time = 1)
    @SuppressWarnings("NullAway") // The context is not looked at.
    public ByteArrayOutputStream handler() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream(256);
        handler.handleRequest(new ByteArrayInputStream(event), answer, null);
        return answer;
    }

    /** The yardstick. */
    @Benchmark
    public byte[] bareHmac() throws GeneralSecurityException {
        return bare.of(payload);
    }
}
