package dev.hookwarden.explain;

import static dev.hookwarden.explain.Scenario.API_KEY;
import static dev.hookwarden.explain.Scenario.AT;
import static dev.hookwarden.explain.Scenario.JOBSITEON;
import static dev.hookwarden.explain.Scenario.KEY;
import static dev.hookwarden.explain.Scenario.PAYLOAD;
import static dev.hookwarden.explain.Scenario.RETIRED;
import static dev.hookwarden.explain.Scenario.bytes;
import static dev.hookwarden.explain.Scenario.mac;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.StandardWebhooks;
import dev.hookwarden.signing.TimestampHeaderHmac;
import dev.hookwarden.signing.TimestampedHmac;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake that senders make, made once, is recognised and said. */
final class MistakesTest {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final TimestampedHmac TIMED = new TimestampedHmac("Stripe-Signature", TOLERANCE);
    private static final TimestampHeaderHmac TIME_HEADER =
            new TimestampHeaderHmac("X-Slack-Signature", "X-Slack-Request-Timestamp", "v0", TOLERANCE);
    private static final StandardWebhooks STANDARD = new StandardWebhooks(TOLERANCE);

    private static Scenario valid() {
        return Scenario.valid();
    }

    static Stream<Arguments> payloads() {
        byte[] latin1 = PAYLOAD.getBytes(StandardCharsets.ISO_8859_1);
        String compact = "{\"b\":[1,{}],\"a\":\"ë/<\"}";
        return Stream.of(
                arguments(
                        Mistake.PAYLOAD_RESERIALISED,
                        "compactly",
                        valid().signedOver(compact).received("{\"b\": [1, {}], \"a\": \"ë/<\"}")),
                arguments(
                        Mistake.PAYLOAD_RESERIALISED,
                        "blanks after",
                        valid().signedOver("{\"b\": [1, {}], \"a\": \"ë/<\"}").received(compact)),
                arguments(
                        Mistake.PAYLOAD_RESERIALISED,
                        "2 blanks",
                        valid().signedOver("{\n  \"b\": [\n    1,\n    {}\n  ],\n  \"a\": \"ë/<\"\n}")
                                .received(compact)),
                arguments(
                        Mistake.PAYLOAD_RESERIALISED,
                        "4 blanks, with its fields sorted",
                        valid().signedOver("{\n    \"a\": \"ë/<\",\n    \"b\": [\n        1,\n        {}\n    ]\n}")
                                .received(compact)),
                arguments(
                        Mistake.PAYLOAD_RESERIALISED,
                        "with a line break at its end",
                        valid().signedOver("{\n  \"a\": 1\n}\n").received("{\"a\":1}")),
                arguments(
                        Mistake.PAYLOAD_RESERIALISED,
                        "non-ASCII characters escaped",
                        valid().signedOver("{\"b\":[1,{}],\"a\":\"\\u00eb/<\"}").received(compact)),
                arguments(
                        Mistake.PAYLOAD_RESERIALISED,
                        "slashes escaped",
                        valid().signedOver("{\"b\":[1,{}],\"a\":\"ë\\/<\"}").received(compact)),
                arguments(
                        Mistake.PAYLOAD_RESERIALISED,
                        "< > & escaped",
                        valid().signedOver("{\"b\":[1,{}],\"a\":\"ë/\\u003c\"}").received(compact)),
                arguments(
                        Mistake.PAYLOAD_LINE_ENDS,
                        "was lost",
                        valid().signedOver(PAYLOAD + "\n").received(PAYLOAD)),
                arguments(
                        Mistake.PAYLOAD_LINE_ENDS,
                        "was lost",
                        valid().signedOver(PAYLOAD + "\r\n").received(PAYLOAD)),
                arguments(Mistake.PAYLOAD_LINE_ENDS, "was added", valid().received(PAYLOAD + "\n")),
                arguments(Mistake.PAYLOAD_LINE_ENDS, "was added", valid().received(PAYLOAD + "\r\n")),
                arguments(Mistake.PAYLOAD_LINE_ENDS, "around it", valid().received("  " + PAYLOAD + " \n")),
                arguments(
                        Mistake.PAYLOAD_LINE_ENDS,
                        "LF became CR LF",
                        valid().signedOver("a\nb\n").received("a\r\nb\r\n")),
                arguments(
                        Mistake.PAYLOAD_LINE_ENDS,
                        "CR LF became LF",
                        valid().signedOver("a\r\nb\r\n").received("a\nb\n")),
                arguments(Mistake.PAYLOAD_LINE_ENDS, "was put in front", valid().received("\uFEFF" + PAYLOAD)),
                arguments(
                        Mistake.PAYLOAD_LINE_ENDS,
                        "mark in front of it was lost",
                        valid().signedOver("\uFEFF" + PAYLOAD)),
                arguments(
                        Mistake.PAYLOAD_RECODED,
                        "still in base64",
                        valid().received(Base64.getEncoder().encode(bytes(PAYLOAD)))),
                arguments(
                        Mistake.PAYLOAD_RECODED,
                        "twice over",
                        valid().received(Base64.getEncoder()
                                .encode(Base64.getEncoder().encode(bytes(PAYLOAD))))),
                arguments(
                        Mistake.PAYLOAD_RECODED,
                        "came decoded",
                        valid().signedOver(Base64.getEncoder().encodeToString(bytes(PAYLOAD)))),
                arguments(Mistake.PAYLOAD_RECODED, "came as Latin-1", valid().received(latin1)),
                arguments(Mistake.PAYLOAD_RECODED, "came as UTF-8", valid().signedWith(KEY, latin1, AT)),
                arguments(Mistake.PAYLOAD_RECODED, "compressed", valid().received(gzip(bytes(PAYLOAD)))),
                arguments(
                        Mistake.PAYLOAD_RECODED,
                        "into a JSON string",
                        valid().signedOver("{\"a\":1}").received("\"{\\\"a\\\":1}\"")),
                arguments(
                        Mistake.PAYLOAD_RECODED,
                        "its field alone",
                        valid().received("payload=" + URLEncoder.encode(PAYLOAD, StandardCharsets.UTF_8))),
                arguments(
                        Mistake.PAYLOAD_RECODED,
                        "a form with the field payload",
                        valid().signedOver("payload=" + URLEncoder.encode(PAYLOAD, StandardCharsets.UTF_8))),
                arguments(Mistake.PAYLOAD_EMPTY, "an empty body", valid().signedOver("")));
    }

    static Stream<Arguments> signatures() {
        byte[] right = mac("HmacSHA256", bytes(KEY), PAYLOAD);
        String hex = HexFormat.of().formatHex(right);
        String base64 = Base64.getEncoder().encodeToString(right);
        return Stream.of(
                arguments(Mistake.OTHER_PREFIX, "sha256= is missing", valid().withSignature(hex)),
                arguments(Mistake.OTHER_PREFIX, "another prefix", valid().withSignature("v1," + hex)),
                arguments(
                        Mistake.OTHER_PREFIX,
                        "something stands around",
                        valid().withSignature("\"sha256=" + hex + "\"")),
                arguments(
                        Mistake.OTHER_PREFIX,
                        "stand alone",
                        jobsiteOn().withSignature(signature -> "sha256=" + signature)),
                arguments(Mistake.OTHER_ENCODING, "base64 instead of hex", valid().withSignature("sha256=" + base64)),
                arguments(
                        Mistake.OTHER_ENCODING,
                        "base64 without its padding",
                        valid().withSignature("sha256=" + base64.replace("=", ""))),
                arguments(
                        Mistake.OTHER_ENCODING,
                        "in base64 once more",
                        valid().withSignature("sha256=" + Base64.getEncoder().encodeToString(bytes(hex)))),
                arguments(
                        Mistake.OTHER_ENCODING,
                        "base64url",
                        valid().withSignature("sha256="
                                        + Base64.getUrlEncoder()
                                                .encodeToString(mac("HmacSHA256", bytes(KEY), "{\"n\":1}")))
                                .received("{\"n\":1}")),
                arguments(
                        Mistake.TRUNCATED_SIGNATURE,
                        "first 20 of",
                        valid().withSignature("sha256=" + hex.substring(0, 40))),
                arguments(
                        Mistake.TRUNCATED_SIGNATURE,
                        "first 31 of",
                        valid().withSignature("sha256=" + hex.substring(0, 63))),
                arguments(
                        Mistake.OTHER_HEADER,
                        "x-hub-signature",
                        valid().without("X-Zenoo-Signature").with("X-Hub-Signature", "sha256=" + hex)),
                arguments(
                        Mistake.OTHER_ALGORITHM,
                        "HMAC-SHA-1 instead",
                        valid().signedBy("HmacSHA1", bytes(KEY), PAYLOAD)),
                arguments(
                        Mistake.OTHER_ALGORITHM,
                        "HMAC-SHA-512 instead",
                        valid().signedBy("HmacSHA512", bytes(KEY), PAYLOAD)),
                arguments(
                        Mistake.OTHER_ALGORITHM,
                        "length of HMAC-SHA-1",
                        valid().signedBy("HmacSHA1", bytes("a key that nobody knows"), PAYLOAD)),
                arguments(Mistake.NOT_SIGNED, "no header holds", valid().without("X-Zenoo-Signature")),
                arguments(Mistake.HEADER_MALFORMED, "sha256= and 64 characters", valid().withSignature("nonsense")),
                arguments(Mistake.HEADER_REPEATED, "two values", valid().with("x-zenoo-signature", "sha256=00")));
    }

    private static Scenario jobsiteOn() {
        return Scenario.of(Provider.JOBSITEON);
    }

    static Stream<Arguments> keys() {
        byte[] hexKey = bytes(HexFormat.of().formatHex(bytes(KEY)));
        return Stream.of(
                arguments(Mistake.KEY_RETIRED, "stopped verifying 3 h before the attempt", valid().signedWith(RETIRED)),
                arguments(
                        Mistake.KEY_OF_OTHER_USE,
                        "zenoo/api-key (current) instead of zenoo/signing-key",
                        valid().signedWith(API_KEY)),
                arguments(Mistake.KEY_OF_OTHER_PROVIDER, "jobsiteon/api-key (current)", valid().signedWith(JOBSITEON)),
                arguments(
                        Mistake.KEY_FORM,
                        "line break at the end",
                        valid().signedBy("HmacSHA256", bytes(KEY + "\n"), PAYLOAD)),
                arguments(Mistake.KEY_FORM, "written in hex", valid().signedBy("HmacSHA256", hexKey, PAYLOAD)),
                arguments(
                        Mistake.KEY_FORM,
                        "read as base64",
                        valid().signedBy("HmacSHA256", Base64.getDecoder().decode(KEY), PAYLOAD)),
                arguments(
                        Mistake.KEY_FORM,
                        "with whsec_ in front",
                        valid().signedBy("HmacSHA256", bytes("whsec_" + KEY), PAYLOAD)));
    }

    static Stream<Arguments> times() {
        Scenario timed = Scenario.of(TIMED);
        Scenario standard = Scenario.of(STANDARD);
        return Stream.of(
                arguments(
                        Mistake.CLOCK,
                        "signed 12 min 3 s before it was received; 5 min",
                        timed.receivedAt(AT.plusSeconds(723))),
                arguments(
                        Mistake.CLOCK, "signed 1 h after it was received", standard.receivedAt(AT.minusSeconds(3600))),
                arguments(
                        Mistake.TIME_UNIT,
                        "milliseconds",
                        timed.withSignature("t=1795348800000,v1="
                                + HexFormat.of().formatHex(mac("HmacSHA256", bytes(KEY), "1795348800000." + PAYLOAD)))),
                arguments(
                        Mistake.OTHER_CONTENT,
                        "the body alone instead of the time, a dot",
                        timed.withSignature(
                                "t=1795348800,v1=" + HexFormat.of().formatHex(mac("HmacSHA256", bytes(KEY), PAYLOAD)))),
                arguments(
                        Mistake.OTHER_CONTENT,
                        "the time, a dot and the body instead of the body alone",
                        valid().signedBy("HmacSHA256", bytes(KEY), "1795348800." + PAYLOAD)
                                .with("X-Timestamp", "1795348800")),
                arguments(Mistake.HEADER_MISSING, "time is missing", standard.without("webhook-timestamp")),
                arguments(Mistake.HEADER_MISSING, "id is missing", standard.without("webhook-id")),
                arguments(Mistake.HEADER_MALFORMED, "id holds a dot", standard.with("webhook-id", "a.b")),
                arguments(
                        Mistake.KEY_FORM,
                        "its text as it stands",
                        standard.withSignature("v1,"
                                + Base64.getEncoder()
                                        .encodeToString(mac("HmacSHA256", bytes(KEY), "msg_1.1795348800." + PAYLOAD)))),
                arguments(
                        Mistake.OTHER_PREFIX,
                        "v1, is missing",
                        standard.withSignature(signature -> signature.substring(3))),
                arguments(
                        Mistake.OTHER_PREFIX,
                        "v0= is missing",
                        Scenario.of(TIME_HEADER).withSignature(signature -> signature.substring(3))));
    }

    static Stream<Arguments> routes() {
        Scenario jobsiteOns = jobsiteOn();
        return Stream.of(arguments(
                Mistake.WRONG_ROUTE,
                "as jobsiteon's deliveries are, and came to /webhooks/zenoo",
                jobsiteOns.at(Provider.ZENOO)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"payloads", "signatures", "keys", "times", "routes"})
    void isRecognised(Mistake mistake, String words, Scenario broken) {
        Explanation explanation = broken.explained();

        assertThat(explanation.verdict()).isInstanceOf(Verdict.Fails.class);
        List<Cause> causes = ((Verdict.Fails) explanation.verdict()).causes();
        assertThat(causes).as("%s", causes).anySatisfy(cause -> {
            assertThat(cause.mistake()).isEqualTo(mistake);
            assertThat(cause.meaning()).contains(words);
        });
        assertThat(explanation.steps())
                .filteredOn(step -> step.outcome() == Step.Outcome.FAILED)
                .hasSize(1)
                .allSatisfy(step -> assertThat(step.next()).isNotBlank());
        assertThat(explanation.verdict().words()).startsWith("It is refused: ");
        Secrets.assertNoneIn(broken, explanation);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }
}
