package dev.hookwarden.simulation.provider;

import dev.hookwarden.delivery.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Payloads of every kind that a provider may send: JSON with and without an id, other text, bytes that are no text, and one in two
 * thousand up to 2 MiB. */
public final class Payloads {
    /** Stands in every payload, so that one which shows somewhere is found. */
    public static final String MARK = "canary-payload-c4b1f0a9e6d27358";

    private static final int LARGEST = 2 * 1024 * 1024;

    private Payloads() {}

    /** A case-management webhook of Zenoo. */
    public static Payload ofCase(int number, Random random) {
        return text(
                "{\"event_id\":\"evt_" + number + "\",\"event_type\":\"case.created\"," + data(number, random) + "}");
    }

    /** A journey webhook of Zenoo, which carries no id. */
    public static Payload ofJourney(int number, Random random) {
        return text("{\"journey_id\":\"jrn_" + number % 7 + "\",\"event_type\":\"check.failed\"," + data(number, random)
                + "}");
    }

    /** A delivery of JobsiteOn, whose payload is documented nowhere. */
    public static Payload ofJobsiteOn(int number, Random random) {
        String json = "{\"event_type\":\"job.updated\"," + data(number, random) + "}";
        return switch (random.nextInt(40)) {
            case 0 -> text("job=" + number + "&note=" + MARK + "\u0000\uFFFE");
            case 1 -> text(json + "\n\ttrailing " + number);
            case 2 -> binary(json);
            default -> text(json);
        };
    }

    private static String data(int number, Random random) {
        String padding = random.nextInt(2000) == 0 ? "x".repeat(random.nextInt(LARGEST)) : "";
        return "\"data\":{\"number\":" + number + ", \"name\":\"Zoë 🙂 " + MARK + "\",\"amount\":10.10,\"padding\":\""
                + padding + "\"}";
    }

    private static Payload text(String text) {
        return Payload.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Payload binary(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        bytes[0] = (byte) 0xFF;
        return Payload.of(bytes);
    }
}
