package dev.hookwarden.signing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** Small changes such as a network, a proxy or an attacker makes. */
public final class Mutation {
    private static final String CHARACTERS = "0123456789abcdefABCDEFv=,. \t\r\n\u0000+/-_;:\"\\é٣０\ud83d\uffff";

    private Mutation() {}

    public static String of(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        String before = text.substring(0, at);
        String after = text.substring(at);
        return switch (random.nextInt(9)) {
            case 0 -> before;
            case 1 -> after;
            case 2 -> before + character(random) + after;
            case 3 -> after.isEmpty() ? before : before + character(random) + after.substring(1);
            case 4 -> after.isEmpty() ? before : before + after.substring(1);
            case 5 -> text + character(random) + text;
            case 6 -> text.toUpperCase(Locale.ROOT);
            case 7 -> before + before + after;
            default -> after + before;
        };
    }

    public static byte[] of(byte[] bytes, Random random) {
        byte[] changed = Arrays.copyOf(bytes, Math.max(0, bytes.length - 1 + random.nextInt(3)));
        if (changed.length > 0 && random.nextBoolean()) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    private static char character(Random random) {
        return CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
    }
}
