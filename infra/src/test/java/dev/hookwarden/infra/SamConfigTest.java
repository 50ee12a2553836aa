package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamConfigTest {
    private static final Pattern OVERRIDE = Pattern.compile("\"([A-Za-z]+)=([^\"]*)\",");

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void deploysEachStageUnderItsOwnName(String stage) throws IOException {
        assertThat(section(stage)).contains("stack_name = \"hookwarden-" + stage + "\"");
        assertThat(overrides(stage)).containsEntry("Stage", stage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void setsParametersThatExistToValuesThatTheyTake(String stage) throws IOException {
        Node parameters = Templates.root().body().at("Parameters");

        assertThat(overrides(stage)).allSatisfy((name, value) -> {
            Node parameter = parameters.at(name);
            assertThat(parameter.exists()).isTrue();
            assertThat(takes(parameter, value)).isTrue();
        });
    }

    private static boolean takes(Node parameter, String value) {
        if (parameter.at("AllowedValues").exists()) {
            return parameter.at("AllowedValues").texts().contains(value);
        }
        if (parameter.at("AllowedPattern").exists()) {
            return value.matches(parameter.at("AllowedPattern").text());
        }
        long number = Long.parseLong(value);
        return number >= Long.parseLong(parameter.at("MinValue").text())
                && number <= Long.parseLong(parameter.at("MaxValue").text());
    }

    private static Map<String, String> overrides(String stage) throws IOException {
        return OVERRIDE.matcher(
                        section(stage).split("parameter_overrides", 2)[1].split("]", 2)[0])
                .results()
                .collect(Collectors.toMap((MatchResult match) -> match.group(1), match -> match.group(2)));
    }

    private static String section(String stage) throws IOException {
        String file = Files.readString(Templates.CHECKOUT.resolve("samconfig.toml"));
        String from = file.substring(file.indexOf("[" + stage + ".deploy.parameters]") + 1);
        int next = from.indexOf("\n[");
        return next < 0 ? from : from.substring(0, next);
    }
}
