package dev.hookwarden.benchmarks.coldstart;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lambda's runtime for Java as a command. The options are those that functions on the managed runtime for Java 17 have seen in their own
 * process list; of Java 25 AWS documents that it runs on C1 alone unless SnapStart or provisioned concurrency is used
 * (docs.aws.amazon.com/lambda/latest/dg/java-customization.html).
 */
final class RuntimeClient {
    private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final double HEAP = 0.85;

    /** Java's own choice on a machine that has what the function has, and not what this one has. */
    private static final double INITIAL_HEAP = 1.0 / 64;

    private static final List<String> JARS = List.of(
            "aws-lambda-java-core-",
            "aws-lambda-java-runtime-interface-client-",
            "aws-lambda-java-serialization-",
            "utils-lite-");

    private RuntimeClient() {}

    static List<String> command(JavaFunction function, List<String> more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:MaxHeapSize=" + Math.round(function.memory() * HEAP) + "m",
                "-XX:InitialHeapSize=" + Math.round(function.memory() * INITIAL_HEAP) + "m",
                "-XX:+UseSerialGC",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                "-Djava.net.preferIPv4Stack=true"));
        if (!function.snapStart()) {
            command.addAll(List.of("-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1"));
        }
        command.addAll(function.options());
        command.addAll(more);
        String jars = Stream.concat(JARS.stream().map(RuntimeClient::jar), function.classPath().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        command.addAll(List.of("-classpath", jars, MAIN, function.handler()));
        return command;
    }

    /** The jar on our own class path whose name begins so. */
    static Path jar(String prefix) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(prefix + " is not on the class path"));
    }
}
