package dev.hookwarden.infra.timeline;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.JsonEventLog;
import dev.hookwarden.logging.PowertoolsEventLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.config.Configuration;

/** Log lines exactly as the functions write them when they are deployed, given away one by one. */
final class ProductionLog {
    private static final StringWriter POWERTOOLS = writtenByPowertools();
    private static final PowertoolsEventLog POWERTOOLS_LOG = new PowertoolsEventLog();

    private ProductionLog() {}

    /** As ingest writes. */
    static EventLog lean(InstantSource clock, Consumer<String> lines) {
        return line -> {
            var bytes = new ByteArrayOutputStream();
            new JsonEventLog(new PrintStream(bytes, true, StandardCharsets.UTF_8), clock).write(line);
            lines.accept(bytes.toString(StandardCharsets.UTF_8));
        };
    }

    /** As all others write, with the layout that is deployed. */
    static EventLog powertools(Consumer<String> lines) {
        return line -> {
            synchronized (POWERTOOLS) {
                POWERTOOLS_LOG.write(line);
                lines.accept(POWERTOOLS.toString());
                POWERTOOLS.getBuffer().setLength(0);
            }
        };
    }

    /** In place of standard output, which the build shows. */
    private static StringWriter writtenByPowertools() {
        StringWriter writer = new StringWriter();
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        Configuration configuration = context.getConfiguration();
        Appender configured = configuration.getAppender("StandardOutput");
        Appender kept = WriterAppender.newBuilder()
                .setName("kept")
                .setLayout(configured.getLayout())
                .setTarget(writer)
                .build();
        kept.start();
        configuration.getRootLogger().removeAppender(configured.getName());
        configuration.getRootLogger().addAppender(kept, null, null);
        context.updateLoggers();
        return writer;
    }
}
