package dev.hookwarden.local.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ChromeDriver's process, on a port that it chose and said. */
record ChromeDriver(Process process, URI url) implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("started successfully on port ([0-9]+)");

    static ChromeDriver start(Path program) throws IOException {
        Process process = new ProcessBuilder(program.toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        BufferedReader said = process.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return new ChromeDriver(process, URI.create("http://127.0.0.1:" + ready.group(1)));
            }
        }
        throw new IOException("ChromeDriver ended without a word of its port");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
