package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.provider.Provider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The limits are those of docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html and of PutMetricFilter. */
class MetricFiltersTest {
    private static final Stack ROOT = Stack.servingAll();
    private static final int FILTERS_OF_A_LOG_GROUP = 100;
    private static final int LONGEST_PATTERN = 1024;
    private static final Pattern SHARED = Pattern.compile("[A-Z][A-Za-z0-9]+|rotation-ToldErrors");
    private static final Pattern OF_A_PROVIDER = Pattern.compile(
            Provider.ALL.stream().map(Provider::id).collect(Collectors.joining("|", "(", ")\\.[A-Z][A-Za-z0-9]+")));

    @Test
    void aLogGroupHasRoomForNineProviders() {
        assertThat(roomFor(ROOT)).isEqualTo(9);
        assertThat(Provider.ALL).hasSizeLessThanOrEqualTo(roomFor(ROOT));
    }

    @Test
    void everyMetricIsOfTheStageAndNamedForItsProvider() {
        assertThat(Filter.of(ROOT)).allSatisfy(filter -> {
            assertThat(filter.metric().namespace()).isEqualTo("Hookwarden/staging");
            assertThat(isNamedForWhatItCounts(filter)).isTrue();
            assertThat(filter.pattern()).hasSizeLessThanOrEqualTo(LONGEST_PATTERN);
        });
    }

    @Test
    void breaksWhenAMetricOfAllIsNamedForAProvider() {
        Stack broken = Stack.rootWith(
                "infra/delivery-alarms.yaml",
                template -> template.with(
                        List.of(Map.of("MetricName", "zenoo.IngestFailed")),
                        "IngestFailed",
                        "Properties",
                        "MetricTransformations"));

        assertThat(Filter.of(broken)).anyMatch(filter -> !isNamedForWhatItCounts(filter));
    }

    @Test
    void everyProviderHasTheSameMetricsOfItsDeliveriesAndKeysAndThoseThatAreCalledOfTheirApi() {
        assertThat(Provider.ALL).allSatisfy(provider -> {
            Set<String> metrics = metricsOf(Provider.ZENOO);
            if (!provider.isCalled()) {
                metrics.removeIf(name -> name.startsWith(".Api"));
            }
            assertThat(metricsOf(provider)).isNotEmpty().isEqualTo(metrics);
        });
    }

    @Test
    void countsHaveZerosAndMeasuresHaveNone() {
        assertThat(withWrongDefault(ROOT)).isEmpty();
    }

    @Test
    void breaksWhenAMeasureGetsZeros() {
        Stack broken = Stack.rootWith(
                "infra/api-call-metrics.yaml",
                template -> template.with(
                        List.of(Map.of("MetricName", "slow", "MetricValue", "$.durationMs", "DefaultValue", 0)),
                        "ApiCallDuration",
                        "Properties",
                        "MetricTransformations"));

        assertThat(withWrongDefault(broken)).containsOnly("slow");
    }

    @Test
    void everyFilterIsAnotherOne() {
        List<String> filters = Filter.of(ROOT).stream()
                .map(filter -> filter.logGroup() + " " + filter.metric().name())
                .toList();

        assertThat(filters).doesNotHaveDuplicates();
    }

    /** A metric of one provider counts its lines alone, and one of all of them asks for none. */
    private static boolean isNamedForWhatItCounts(Filter filter) {
        String name = filter.metric().name();
        return filter.selectors().contains("provider")
                ? OF_A_PROVIDER.matcher(name).matches()
                        && filter.pattern().contains("($.provider = \"" + name.substring(0, name.indexOf('.')) + "\")")
                : SHARED.matcher(name).matches();
    }

    private static Set<String> metricsOf(Provider provider) {
        return Filter.of(ROOT).stream()
                .map(filter -> filter.metric().name())
                .filter(name -> name.startsWith(provider.id() + "."))
                .map(name -> name.substring(provider.id().length()))
                .collect(Collectors.toSet());
    }

    private static List<String> withWrongDefault(Stack root) {
        return Filter.of(root).stream()
                .filter(filter -> filter.hasDefault() != filter.value().equals("1"))
                .map(filter -> filter.metric().name())
                .toList();
    }

    /** How many providers the fullest log group could take. */
    private static int roomFor(Stack root) {
        Map<String, List<Filter>> byGroup = Filter.of(root).stream().collect(Collectors.groupingBy(Filter::logGroup));
        return byGroup.values().stream()
                .filter(filters -> ofProviders(filters) > 0)
                .mapToInt(filters -> {
                    int shared = filters.size() - ofProviders(filters);
                    return (FILTERS_OF_A_LOG_GROUP - shared) / ofTheLargestProvider(filters);
                })
                .min()
                .orElseThrow();
    }

    private static int ofTheLargestProvider(List<Filter> filters) {
        return Provider.ALL.stream()
                .mapToInt(provider -> (int) filters.stream()
                        .filter(filter -> filter.metric().name().startsWith(provider.id() + "."))
                        .count())
                .max()
                .orElseThrow();
    }

    private static int ofProviders(List<Filter> filters) {
        return (int) filters.stream()
                .filter(filter -> filter.selectors().contains("provider"))
                .count();
    }
}
