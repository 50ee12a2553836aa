package dev.hookwarden.benchmarks.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What every subject is started with.
 *
 * @param root of the checkout
 * @param standIns the variables that say where AWS is
 * @param trust in whom; nobody if the stand-ins speak without TLS
 */
record Surroundings(Path root, Map<String, String> standIns, Optional<Trust> trust) {
    /** What {@code template.yaml} sets for ingest. */
    static final String INGEST_OPTIONS = "--enable-native-access=ALL-UNNAMED";

    Surroundings {
        standIns = Map.copyOf(standIns);
    }

    /** A function, with its credentials where Lambda puts them. */
    Subject subject(JavaFunction function, String event, Predicate<RuntimeCall> isRight) throws IOException {
        Map<String, String> environment = environment(function.folder());
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memory()));
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", function.snapStart() ? "snap-start" : "on-demand");
        if (function.handler().contains(".ingest.")) {
            environment.put("JAVA_TOOL_OPTIONS", INGEST_OPTIONS);
        }
        if (function.snapStart()) {
            environment.keySet().removeAll(List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"));
        }
        List<String> trusting = trust.map(store -> List.of("-Djavax.net.ssl.trustStore=" + store.store()))
                .orElse(List.of());
        return new Subject(
                function.name(), function.folder(), function.command(trusting), environment, read(event), isRight);
    }

    /** Something that isn't Java. */
    Subject script(String name, Path folder, List<String> command, String event, Predicate<RuntimeCall> isRight)
            throws IOException {
        Map<String, String> environment = environment(folder);
        trust.ifPresent(bundle -> {
            environment.put("SSL_CERT_FILE", bundle.bundle().toString());
            environment.put("NODE_EXTRA_CA_CERTS", bundle.authority().toString());
        });
        return new Subject(name, folder, command, environment, read(event), isRight);
    }

    private Map<String, String> environment(Path folder) {
        Map<String, String> environment = new HashMap<>(standIns);
        environment.put("PATH", System.getenv("PATH"));
        environment.put("LAMBDA_TASK_ROOT", folder.toString());
        environment.put("LD_LIBRARY_PATH", folder + ":" + folder.resolve("lib"));
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        environment.put("AWS_SESSION_TOKEN", "local");
        environment.put("AWS_LAMBDA_FUNCTION_NAME", "cold");
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "cold");
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "cold");
        return environment;
    }

    private String read(String event) throws IOException {
        return Files.readString(root.resolve(event));
    }
}
