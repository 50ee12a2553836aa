package dev.hookwarden.benchmarks.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.benchmarks.coldstart.Table.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Table<Double> TABLE = new Table<>(List.of(
            new Column<>("time, ms", 0, true, Double::doubleValue),
            new Column<>("half, ms", 1, false, time -> time / 2)));

    @Test
    void comparesMediansToTheYardsticksAndSaysHowFarTheRunsLieApart() {
        Map<String, List<Double>> runs = new LinkedHashMap<>();
        runs.put("usual", List.of(200.0, 100.0, 900.0));
        runs.put("ours", List.of(50.0, 20.0, 12.0));

        assertThat(TABLE.lines(runs))
                .containsExactly(
                        "| | time, ms | ratio | half, ms |",
                        "|---|---|---|---|",
                        "| usual | 200 (150-550) | 1.000 | 100.0 |",
                        "| ours | 20 (16-35) | 0.100 | 10.0 |");
    }
}
