package dev.hookwarden.logging;

import java.io.StringWriter;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.config.Configuration;

/** What the configured appender writes to standard output, kept by an appender with the same layout. */
final class StandardOutput implements AutoCloseable {
    private static final String NAME = "kept";

    private final StringWriter text = new StringWriter();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);

    StandardOutput() {
        Configuration configuration = context.getConfiguration();
        Appender configured = configuration.getAppender("StandardOutput");
        Appender kept = WriterAppender.newBuilder()
                .setName(NAME)
                .setLayout(configured.getLayout())
                .setTarget(text)
                .build();
        kept.start();
        configuration.getRootLogger().addAppender(kept, null, null);
        context.updateLoggers();
    }

    String text() {
        return text.toString();
    }

    @Override
    public void close() {
        context.getConfiguration().getRootLogger().removeAppender(NAME);
        context.updateLoggers();
    }
}
