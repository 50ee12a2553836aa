package dev.hookwarden.local.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** The few kinds of DER that a certificate is made of (ITU-T X.690). */
final class Der {
    static final byte[] TRUE = tagged(0x01, new byte[] {(byte) 0xff});

    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return tagged(0x30, joined(parts));
    }

    static byte[] set(byte[]... parts) {
        return tagged(0x31, joined(parts));
    }

    static byte[] integer(BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    /** @param hex the identifier's encoded content */
    static byte[] objectIdentifier(String hex) {
        return tagged(0x06, HexFormat.of().parseHex(hex));
    }

    static byte[] text(String value) {
        return tagged(0x0c, value.getBytes(StandardCharsets.UTF_8));
    }

    /** For the years up to 2049, as RFC 5280 section 4.1.2.5 asks. */
    static byte[] time(Instant value) {
        return tagged(0x17, UTC_TIME.format(value).getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] bits(byte[] value) {
        return tagged(0x03, joined(new byte[1], value));
    }

    static byte[] octets(byte[] value) {
        return tagged(0x04, value);
    }

    static byte[] tagged(int tag, byte[] content) {
        byte[] length = BigInteger.valueOf(content.length).toByteArray();
        byte[] header = content.length < 0x80
                ? new byte[] {(byte) tag, (byte) content.length}
                : joined(new byte[] {(byte) tag, (byte) (0x80 | length.length)}, length);
        return joined(header, content);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
