package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.CloudFormationYaml;
import dev.hookwarden.local.cloudwatch.template.Node;
import dev.hookwarden.provider.Provider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The form is that of docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html. */
class DashboardsTest {
    private static final Stack ROOT = Stack.servingAll();
    private static final Pattern SOURCE = Pattern.compile("SOURCE '([^']+)'");

    @Test
    void thereIsOneForEachProviderAndOneForWhatTheyShare() {
        List<String> expected = Stream.concat(
                        Stream.of("hookwarden-staging"),
                        Provider.ALL.stream().map(each -> "hookwarden-staging-" + each.id()))
                .toList();

        assertThat(dashboards(ROOT)
                        .map(dashboard -> dashboard.property("DashboardName").text()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theyShowMetricsThatThereAre() {
        assertThat(shownMetrics(ROOT)).isNotEmpty();
        assertThat(unknownMetrics(ROOT)).isEmpty();
    }

    @Test
    void breaksWhenAMetricIsRenamed() {
        Stack broken = Stack.rootWith("infra/delivery-alarms.yaml", template -> template.without("GatewayForbidden"));

        assertThat(unknownMetrics(broken))
                .containsExactly(new Metric("Hookwarden/staging", "GatewayForbidden", Set.of()));
    }

    @Test
    void theyShowEveryMetricThatWeMake() {
        Set<Metric> unseen = Filter.of(ROOT).stream().map(Filter::metric).collect(Collectors.toSet());
        unseen.removeAll(shownMetrics(ROOT));

        assertThat(unseen).containsExactly(new Metric("Hookwarden/staging", "rotation-ToldErrors", Set.of()));
    }

    @Test
    void theyShowEveryAlarmThatIsAlwaysThere() {
        Set<String> shown = widgets(ROOT, "alarm")
                .flatMap(widget -> widget.at("properties", "alarms").texts().stream())
                .map(arn -> arn.replaceFirst("^arn:aws:cloudwatch:us-east-1:123456789012:alarm:", ""))
                .collect(Collectors.toSet());

        assertThat(Alarm.all(ROOT).stream().map(Alarm::name).filter(name -> !name.endsWith("-new-version-errors")))
                .containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void theyAskLogGroupsThatThereAre() {
        Set<String> groups = ROOT.resources("AWS::Logs::LogGroup")
                .map(group -> group.property("LogGroupName").text())
                .collect(Collectors.toSet());

        assertThat(widgets(ROOT, "log"))
                .isNotEmpty()
                .allSatisfy(widget -> assertThat(
                                SOURCE.matcher(widget.at("properties", "query").text())
                                        .results()
                                        .map((MatchResult match) -> match.group(1)))
                        .isNotEmpty()
                        .isSubsetOf(groups));
    }

    @Test
    void everyWidgetHasATitleAndARegion() {
        assertThat(Stream.of("metric", "log").flatMap(type -> widgets(ROOT, type)))
                .allSatisfy(widget -> {
                    assertThat(widget.at("properties", "title").text()).isNotBlank();
                    assertThat(widget.at("properties", "region").text()).isEqualTo("us-east-1");
                });
    }

    private static Stream<Resource> dashboards(Stack root) {
        return root.resources("AWS::CloudWatch::Dashboard");
    }

    private static Stream<Node> widgets(Stack root, String type) {
        return dashboards(root)
                .map(dashboard -> dashboard.property("DashboardBody").text())
                .flatMap(body -> CloudFormationYaml.parse(body).at("widgets").items().stream())
                .filter(widget -> widget.at("type").text().equals(type));
    }

    private static Set<Metric> unknownMetrics(Stack root) {
        Set<Metric> ours = Filter.of(root).stream().map(Filter::metric).collect(Collectors.toSet());
        return shownMetrics(root).stream()
                .filter(metric -> !metric.isOfAws() && !ours.contains(metric))
                .collect(Collectors.toSet());
    }

    private static Set<Metric> shownMetrics(Stack root) {
        Set<Metric> shown = new HashSet<>();
        widgets(root, "metric").forEach(widget -> {
            List<String> before = List.of();
            for (Node line : widget.at("properties", "metrics").items()) {
                List<String> names = written(line, before);
                if (!names.isEmpty()) {
                    shown.add(metric(names));
                    before = names;
                }
            }
        });
        return shown;
    }

    /** The names of one line, in full: a dot repeats one of the line before, three repeat all up to those that follow. */
    private static List<String> written(Node line, List<String> before) {
        List<String> names = line.items().stream()
                .filter(item -> !(item.value() instanceof Map))
                .map(Node::text)
                .toList();
        List<String> full = new ArrayList<>(names);
        if (!names.isEmpty() && names.getFirst().equals("...")) {
            full.removeFirst();
            full.addAll(0, before.subList(0, before.size() - full.size()));
        }
        return IntStream.range(0, full.size())
                .mapToObj(place -> full.get(place).equals(".") ? before.get(place) : full.get(place))
                .toList();
    }

    /** A namespace, a name, and then dimensions in pairs. */
    private static Metric metric(List<String> names) {
        Set<String> dimensions = IntStream.range(2, names.size())
                .filter(place -> place % 2 == 0)
                .mapToObj(names::get)
                .collect(Collectors.toSet());
        return new Metric(names.get(0), names.get(1), dimensions);
    }
}
