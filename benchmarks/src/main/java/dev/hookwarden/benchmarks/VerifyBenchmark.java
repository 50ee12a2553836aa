package dev.hookwarden.benchmarks;

import dev.hookwarden.http.Headers;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.Keyring;
import dev.hookwarden.signing.SignatureScheme;
import dev.hookwarden.signing.SigningKey;
import dev.hookwarden.signing.StagedKey;
import dev.hookwarden.signing.Verification;
import dev.hookwarden.signing.Verification.Verified;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
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

/** Verification of a Zenoo delivery with one key, from the header's text to the verdict, beside the bare HMAC of the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
public class VerifyBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final SignatureScheme SCHEME = Provider.ZENOO.scheme();

    /** The payload's size in bytes. */
    @Param({"1024", "65536", "1048576"})
    public int size;

    private final BareHmac bare = new BareHmac(SampleDelivery.KEY);
    private final SigningKey key = SCHEME.signingKey(SampleDelivery.KEY);
    private final Keyring keyring = new Keyring(List.of(new StagedKey(key, KeyStage.CURRENT, "v1")));
    private byte[] payload = {};
    private Headers headers = new Headers.Builder().build();

    /** Signs a payload, and checks that it verifies: a refusal would be quick and prove nothing. */
    @Setup
    public void sign() {
        payload = new byte[size];
        new Random(size).nextBytes(payload);
        Headers.Builder sent = new Headers.Builder();
        for (String other : List.of("Accept", "Content-Type", "Host", "User-Agent", "Via", "X-Forwarded-For")) {
            sent.add(other, "any");
        }
        SCHEME.sign(key, payload, "", NOW).forEach(sent::add);
        headers = sent.build();
        if (!(verify() instanceof Verified)) {
            throw new IllegalStateException("The delivery to be measured does not verify");
        }
    }

    /** What ingest does to an attempt. */
    @Benchmark
    public Verification verify() {
        return SCHEME.verify(headers, payload, keyring, NOW);
    }

    /** The yardstick. */
    @Benchmark
    public byte[] bareHmac() throws GeneralSecurityException {
        return bare.of(payload);
    }
}
