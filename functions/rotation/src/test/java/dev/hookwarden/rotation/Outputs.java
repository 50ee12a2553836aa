package dev.hookwarden.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.JsonEventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Everything that rotation says, to be looked through for what it must not say. */
final class Outputs implements EventLog {
    private final List<LogLine> lines = new ArrayList<>();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
    private final EventLog json = new JsonEventLog(out, InstantSource.system());

    @Override
    public void write(LogLine line) {
        lines.add(line);
        json.write(line);
    }

    void say(Object something) {
        out.println(something);
    }

    void thrown(Throwable fault) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace, true));
        out.println(trace);
    }

    List<LogLine> logged(LogEvent event) {
        return lines.stream().filter(line -> line.event() == event).toList();
    }

    void assertDontShow(Collection<String> secrets) {
        String said = text.toString(StandardCharsets.UTF_8);
        String lowerCase = said.toLowerCase(Locale.ROOT);
        for (String secret : secrets) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            assertThat(said)
                    .doesNotContain(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8), base64)
                    .doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            assertThat(lowerCase).doesNotContain(HexFormat.of().formatHex(bytes));
        }
    }
}
