package dev.hookwarden.benchmarks;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.stripe.exception.SignatureVerificationException;
import dev.hookwarden.http.Headers;
import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.Keyring;
import dev.hookwarden.signing.SignatureScheme;
import dev.hookwarden.signing.StagedKey;
import dev.hookwarden.signing.StandardWebhooks;
import dev.hookwarden.signing.TimestampedHmac;
import dev.hookwarden.signing.Verification;
import dev.hookwarden.signing.Verification.Verified;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Our verification beside that of the libraries that Standard Webhooks and Stripe give away. They take the payload as text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
public class LibrariesBenchmark {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String STANDARD_KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final SignatureScheme STANDARD = new StandardWebhooks(TOLERANCE);
    private static final SignatureScheme STRIPE = new TimestampedHmac("Stripe-Signature", TOLERANCE);

    /** The payload's size in bytes. */
    @Param({"1024", "65536", "1048576"})
    public int size;

    private final BareHmac bare = new BareHmac(SampleDelivery.KEY);
    private final Keyring standardKeys = keyring(STANDARD, STANDARD_KEY);
    private final Keyring stripeKeys = keyring(STRIPE, SampleDelivery.KEY);
    private final Webhook standardLibrary = standardLibrary();
    private String text = "";
    private byte[] payload = {};
    private Instant now = Instant.EPOCH;
    private Map<String, String> standardSigned = Map.of();
    private Map<String, List<String>> standardHeaders = Map.of();
    private Map<String, String> stripeSigned = Map.of();

    /** Signs by the libraries' clock, which is the machine's, and checks that everybody verifies it. */
    @Setup
    public void sign() throws WebhookVerificationException, SignatureVerificationException {
        text = SampleDelivery.payload("evt_1", size);
        payload = text.getBytes(StandardCharsets.UTF_8);
        now = Instant.now();
        standardSigned = STANDARD.sign(STANDARD.signingKey(STANDARD_KEY), payload, "msg_1", now);
        standardHeaders = standardSigned.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        stripeSigned = STRIPE.sign(STRIPE.signingKey(SampleDelivery.KEY), payload, "", now);
        standardWebhooksLibrary();
        if (!(standardWebhooks() instanceof Verified) || !(stripe() instanceof Verified) || !stripeLibrary()) {
            throw new IllegalStateException("The delivery to be measured does not verify");
        }
    }

    private static Keyring keyring(SignatureScheme scheme, String key) {
        return new Keyring(List.of(new StagedKey(scheme.signingKey(key), KeyStage.CURRENT, "v1")));
    }

    private static Webhook standardLibrary() {
        try {
            return new Webhook(STANDARD_KEY);
        } catch (EmptyWebhookSecretException impossible) {
            throw new IllegalStateException("The key is not empty", impossible);
        }
    }

    @Benchmark
    public Verification standardWebhooks() {
        return STANDARD.verify(Headers.of(standardSigned), payload, standardKeys, now);
    }

    @Benchmark
    public void standardWebhooksLibrary() throws WebhookVerificationException {
        standardLibrary.verify(text, standardHeaders);
    }

    @Benchmark
    public Verification stripe() {
        return STRIPE.verify(Headers.of(stripeSigned), payload, stripeKeys, now);
    }

    /** Verification alone: {@code constructEvent} would read the payload too. */
    @Benchmark
    public boolean stripeLibrary() throws SignatureVerificationException {
        return com.stripe.net.Webhook.Signature.verifyHeader(
                text, stripeSigned.getOrDefault("Stripe-Signature", ""), SampleDelivery.KEY, TOLERANCE.toSeconds());
    }

    /** The yardstick. */
    @Benchmark
    public byte[] bareHmac() throws GeneralSecurityException {
        return bare.of(payload);
    }
}
