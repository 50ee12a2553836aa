package dev.hookwarden.local.cloudwatch;

import dev.hookwarden.local.cloudwatch.alarm.CompositeAlarm;
import dev.hookwarden.local.cloudwatch.alarm.MetricAlarm;
import dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException;
import dev.hookwarden.local.cloudwatch.filter.MetricFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that is monitored.
 *
 * @param composites each after those that its rule names
 */
public record MonitoringDefinitions(
        List<MetricFilter> filters, List<MetricAlarm> alarms, List<CompositeAlarm> composites) {
    private static final int MAX_FILTERS = 100;
    private static final int MAX_REGEX_FILTERS = 5;

    /**
     * Checks what no definition can see alone, and puts the composite alarms in order.
     *
     * @throws UnsupportedDefinitionException when a name is there twice, a composite alarm names one that isn't there or itself, or a log
     *     group has more filters than it may
     */
    public MonitoringDefinitions {
        filters = List.copyOf(filters);
        alarms = List.copyOf(alarms);
        checkNames(alarms, composites);
        composites = inOrder(alarms, composites);
        filtersByLogGroup(filters).forEach(MonitoringDefinitions::checkFilters);
    }

    /** The filters of each log group, by its name. */
    public Map<String, List<MetricFilter>> filtersByLogGroup() {
        return filtersByLogGroup(filters);
    }

    private static Map<String, List<MetricFilter>> filtersByLogGroup(List<MetricFilter> filters) {
        return filters.stream().collect(Collectors.groupingBy(MetricFilter::logGroup));
    }

    private static void checkFilters(String logGroup, List<MetricFilter> filters) {
        long names = filters.stream().map(MetricFilter::name).distinct().count();
        long regexes =
                filters.stream().filter(filter -> filter.pattern().hasRegex()).count();
        if (names < filters.size() || filters.size() > MAX_FILTERS || regexes > MAX_REGEX_FILTERS) {
            throw new UnsupportedDefinitionException("Log group " + logGroup + " is refused: " + filters.size()
                    + " filters, " + names + " names, " + regexes + " with regular expressions");
        }
    }

    private static void checkNames(List<MetricAlarm> alarms, List<CompositeAlarm> composites) {
        Set<String> names = new HashSet<>();
        Stream.concat(
                        alarms.stream().map(MetricAlarm::name),
                        composites.stream().map(CompositeAlarm::name))
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UnsupportedDefinitionException("Two alarms are named " + name);
                });
    }

    private static List<CompositeAlarm> inOrder(List<MetricAlarm> alarms, List<CompositeAlarm> composites) {
        Set<String> known = alarms.stream().map(MetricAlarm::name).collect(Collectors.toSet());
        List<CompositeAlarm> left = new ArrayList<>(composites);
        List<CompositeAlarm> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            CompositeAlarm next = left.stream()
                    .filter(composite -> known.containsAll(composite.rule().alarms()))
                    .findFirst()
                    .orElseThrow(() -> new UnsupportedDefinitionException(
                            "Composite alarms name what is not there, or each other in a circle: "
                                    + left.stream().map(CompositeAlarm::name).toList()));
            left.remove(next);
            known.add(next.name());
            ordered.add(next);
        }
        return List.copyOf(ordered);
    }
}
