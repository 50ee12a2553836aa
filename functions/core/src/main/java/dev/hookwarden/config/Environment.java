package dev.hookwarden.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Environment variables, read into types. Whatever is missing, blank or malformed is refused with a {@link ConfigurationException}. */
public final class Environment {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private final Map<String, String> variables;

    public Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** The value without the white space around it; never empty. */
    public String text(String name) {
        String value = variables.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            throw new ConfigurationException("The environment variable " + name + " is not set: give it a value");
        }
        return value;
    }

    /** A length of time above zero, written as ISO 8601 says: {@code P15D}, {@code PT2.5S}. */
    public Duration duration(String name) {
        Duration duration = durationOrZero(name);
        if (duration.isZero()) {
            throw malformed(name, "a duration above zero in ISO 8601, such as P15D or PT2.5S");
        }
        return duration;
    }

    /** A length of time that may be zero, written as ISO 8601 says: {@code PT0S}; this one when the variable is not set or blank. */
    public Duration durationOr(Duration otherwise, String name) {
        return isBlank(name) ? otherwise : durationOrZero(name);
    }

    /** A whole number from {@code least} to {@code most}, in decimal digits. */
    public int wholeNumber(String name, int least, int most) {
        String text = text(name);
        if (DIGITS.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw malformed(name, "a whole number from " + least + " to " + most);
    }

    /** As {@link #wholeNumber} from 0, and 0 when the variable is not set or blank. */
    public int wholeNumberOrZero(String name, int most) {
        return isBlank(name) ? 0 : wholeNumber(name, 0, most);
    }

    /** One of the values that the enum writes with {@code written}, compared to the letter. */
    public <E extends Enum<E>> E oneOf(String name, Class<E> type, Function<E, String> written) {
        String text = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> written.apply(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> malformed(
                        name,
                        "one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(written)
                                        .collect(Collectors.joining(", "))));
    }

    /** An absolute address with a host. */
    public URI uri(String name) {
        String text = text(name);
        try {
            URI uri = new URI(text);
            if (uri.isAbsolute() && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // Refused below, without the cause: its message quotes the value.
        }
        throw malformed(name, "an absolute address, such as https://example.com");
    }

    /**
     * An address to put paths behind: {@code https}, without a slash at its end, a query or a user. Plain {@code http} is taken for this
     * machine alone, by a loopback address or {@code localhost}.
     */
    public URI webAddress(String name) {
        URI uri = uri(name);
        boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
        boolean safe = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isLoopback(uri));
        if (bare && safe && !uri.toString().endsWith("/")) {
            return uri;
        }
        throw malformed(name, "an https address without a slash at its end, such as https://api.example.com/v1");
    }

    /** Whether the address is this machine's, by a loopback address or {@code localhost}. */
    public static boolean isLoopback(URI uri) {
        return uri.getHost() != null && LOOPBACK.matcher(uri.getHost()).matches();
    }

    /** One value or more, separated by commas; white space around each is dropped. */
    public List<String> commaList(String name) {
        List<String> values =
                Arrays.stream(text(name).split(",", -1)).map(String::strip).toList();
        if (values.contains("")) {
            throw malformed(name, "values separated by single commas, none of them empty");
        }
        return values;
    }

    /** As {@link #commaList}, and nothing when the variable is not set or blank. */
    public List<String> commaListOrNothing(String name) {
        return isBlank(name) ? List.of() : commaList(name);
    }

    private Duration durationOrZero(String name) {
        String text = text(name);
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException malformed) {
            // Refused below, without the cause: its message quotes the value.
        }
        throw malformed(name, "a duration in ISO 8601, such as P15D, PT2.5S or PT0S");
    }

    private boolean isBlank(String name) {
        return variables.getOrDefault(name, "").isBlank();
    }

    /**
     * A value made of what was read, where making it refuses some of what can be read.
     *
     * @param name the variable to name when it does
     * @param made throws {@link IllegalArgumentException}, saying what it takes
     */
    public <T> T checked(String name, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException refused) {
            throw new ConfigurationException(
                    "The environment variable " + name + " is malformed: " + refused.getMessage());
        }
    }

    private static ConfigurationException malformed(String name, String expected) {
        return new ConfigurationException("The environment variable " + name + " is malformed: it must be " + expected);
    }
}
