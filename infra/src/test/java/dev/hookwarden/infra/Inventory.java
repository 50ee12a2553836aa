package dev.hookwarden.infra;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much a stack has of what is paid by the month, and how large its functions are.
 *
 * @param memory in MB, by the function's logical id
 * @param keys how many secrets are rotated
 * @param metrics how many the metric filters make
 * @param watchedMetrics how many the alarms watch, one that two watch counted twice
 */
record Inventory(
        Map<String, Integer> memory,
        long secrets,
        long keys,
        long metrics,
        long watchedMetrics,
        long compositeAlarms,
        long dashboards) {

    static Inventory by(Stack root) {
        return new Inventory(
                root.resources("AWS::Serverless::Function")
                        .collect(Collectors.toMap(
                                Resource::id,
                                function -> function.property("MemorySize").number())),
                root.resources("AWS::SecretsManager::Secret").count(),
                root.resources("AWS::SecretsManager::RotationSchedule").count(),
                Filter.of(root).stream().map(Filter::metric).distinct().count(),
                Alarm.ofMetrics(root).stream()
                        .mapToInt(alarm -> alarm.metrics().size())
                        .sum(),
                Alarm.composite(root).size(),
                root.resources("AWS::CloudWatch::Dashboard").count());
    }

    double gigabytesOf(String function) {
        return memory.getOrDefault(function, 0) / 1024.0;
    }
}
