package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.config.ConfigurationException;
import dev.hookwarden.ingest.IngestConfig;
import dev.hookwarden.local.cloudwatch.template.Node;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.secrets.KeyringSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds every function of the template against the Java that it runs: an {@code XHandler} that reads an {@code XConfig}. */
class FunctionContractTest {
    private static final Template ROOT = Templates.root();

    /** What the Java runtime reads, and no function of ours. */
    private static final Set<String> NOT_OURS = Set.of("JAVA_TOOL_OPTIONS");

    @Test
    void everyHandlerStartsAsLambdaStartsIt() {
        assertThat(LambdaFunction.of(ROOT)).isNotEmpty();
        assertThat(offending(ROOT, FunctionContractTest::startsWithoutArguments))
                .isEmpty();
    }

    @Test
    void breaksWhenAHandlerIsMisspelt() {
        Template broken = ROOT.with("dev.hookwarden.ingest.IngestHandlr", "IngestFunction", "Properties", "Handler");

        assertThat(offending(broken, FunctionContractTest::startsWithoutArguments))
                .containsExactly("IngestFunction");
    }

    @Test
    void breaksWhenAHandlerWantsArguments() {
        Template broken = ROOT.with(Provider.class.getName(), "ProcessorFunction", "Properties", "Handler");

        assertThat(offending(broken, FunctionContractTest::startsWithoutArguments))
                .containsExactly("ProcessorFunction");
    }

    @Test
    void everyZipIsOneThatItsModuleMakes() {
        assertThat(offending(ROOT, FunctionContractTest::isMadeByItsModule)).isEmpty();
    }

    @Test
    void breaksWhenAZipIsMadeByNoModule() {
        Template broken = ROOT.with("functions/intake/target/intake.zip", "IngestFunction", "Properties", "CodeUri");

        assertThat(offending(broken, FunctionContractTest::isMadeByItsModule)).containsExactly("IngestFunction");
    }

    @Test
    void breaksWhenAModuleMakesNoZip() {
        Template broken = ROOT.with("functions/core/target/core.zip", "ProcessorFunction", "Properties", "CodeUri");

        assertThat(offending(broken, FunctionContractTest::isMadeByItsModule)).containsExactly("ProcessorFunction");
    }

    @Test
    void everyFunctionStartsWithTheDefaultsOfTheTemplate() {
        assertThat(refusedEnvironments(ROOT)).isEmpty();
    }

    /** What a delivery costs is counted with these. */
    @Test
    void keyringsAreReadAsOftenAsTheCallsAreCountedWith() {
        LambdaFunction ingest = new LambdaFunction(ROOT, ROOT.resource("IngestFunction"));

        assertThat(IngestConfig.from(DefaultValues.environment(ingest)).keyring())
                .isEqualTo(KeyringSettings.DEFAULT);
    }

    @Test
    void breaksWhenAVariableIsForgotten() {
        Template broken = ROOT.without("ProcessorFunction", "Properties", "Environment", "Variables", "EVENT_BUS_NAME");

        assertThat(refusedEnvironments(broken))
                .containsExactly(
                        "ProcessorFunction: The environment variable EVENT_BUS_NAME is not set: give it a value");
    }

    @Test
    void breaksWhenADefaultIsMalformed() {
        Node body = ROOT.body().with("5 minutes", "Parameters", "KeyringMaxAge", "Default");

        assertThat(refusedEnvironments(new Template(ROOT.path(), body)))
                .singleElement()
                .asString()
                .contains("IngestFunction", "KEYRING_MAX_AGE");
    }

    @Test
    void everyVariableIsReadByItsFunction() {
        assertThat(unreadVariables(ROOT)).isEmpty();
    }

    @Test
    void breaksWhenAFunctionDoesNotReadAVariable() {
        Template broken = ROOT.with("P1D", "ProcessorFunction", "Properties", "Environment", "Variables", "PATIENCE");

        assertThat(unreadVariables(broken)).containsExactly("ProcessorFunction does not read PATIENCE");
    }

    private static List<String> offending(Template template, Predicate<LambdaFunction> rule) {
        return LambdaFunction.of(template).stream()
                .filter(rule.negate())
                .map(LambdaFunction::id)
                .toList();
    }

    private static boolean startsWithoutArguments(LambdaFunction function) {
        try {
            return named(function.handler()).getConstructor().getParameterCount() == 0;
        } catch (ReflectiveOperationException missing) {
            return false;
        }
    }

    private static boolean isMadeByItsModule(LambdaFunction function) {
        Path zip = Path.of(function.property("CodeUri").text());
        Path pom = Templates.CHECKOUT.resolve(zip.subpath(0, 2)).resolve("pom.xml");
        String name = zip.subpath(3, 4).toString().replaceFirst("\\.zip$", "");
        try {
            return Files.exists(pom) && Files.readString(pom).contains("<lambda.name>" + name + "</lambda.name>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> refusedEnvironments(Template template) {
        return LambdaFunction.of(template).stream()
                .flatMap(function -> refusal(function, DefaultValues.environment(function)).stream()
                        .map(message -> function.id() + ": " + message))
                .toList();
    }

    private static List<String> unreadVariables(Template template) {
        return LambdaFunction.of(template).stream()
                .flatMap(function -> unread(function).map(name -> function.id() + " does not read " + name))
                .toList();
    }

    /** What can be left out, and can hold anything, is not read. */
    private static Stream<String> unread(LambdaFunction function) {
        Map<String, String> environment = DefaultValues.environment(function);
        return environment.keySet().stream()
                .filter(name -> !NOT_OURS.contains(name))
                .filter(name -> !isNamed(name, refusal(function, without(name, environment)))
                        && !isNamed(name, refusal(function, with(name, environment))));
    }

    private static boolean isNamed(String name, Optional<String> refusal) {
        return refusal.filter(message -> message.contains(" " + name + " ")).isPresent();
    }

    private static Map<String, String> with(String name, Map<String, String> environment) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(name, "\u0000");
        return changed;
    }

    private static Map<String, String> without(String name, Map<String, String> environment) {
        Map<String, String> rest = new HashMap<>(environment);
        rest.remove(name);
        return rest;
    }

    /** What the function says about this environment when it does not start with it. */
    private static Optional<String> refusal(LambdaFunction function, Map<String, String> environment) {
        try {
            named(function.handler().replaceFirst("Handler$", "Config"))
                    .getMethod("from", Map.class)
                    .invoke(null, environment);
            return Optional.empty();
        } catch (InvocationTargetException refused) {
            assertThat(refused.getTargetException()).isInstanceOf(ConfigurationException.class);
            return Optional.ofNullable(refused.getTargetException().getMessage());
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("No configuration beside " + function.handler(), missing);
        }
    }

    private static Class<?> named(String name) throws ClassNotFoundException {
        return Class.forName(name, false, FunctionContractTest.class.getClassLoader());
    }
}
