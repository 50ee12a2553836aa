package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code docs/cost.md} against its own prices and assumptions, the calls that are counted, and what the templates deploy. */
class CostTest {
    private static final String COST = "docs/cost.md";
    private static final int COLUMNS = 4;

    private static final Inventory DEPLOYED = Inventory.by(Stack.root());

    private final MarkdownTable calls = MarkdownTable.below("## Calls per delivery", "docs/performance.md");
    private final List<MonthlyBill> bills =
            bills(MarkdownTable.below("## Prices", COST), MarkdownTable.below("## Assumptions", COST));

    CostTest() throws IOException {}

    private List<MonthlyBill> bills(MarkdownTable prices, MarkdownTable assumptions) {
        return IntStream.range(0, COLUMNS)
                .mapToObj(column -> new MonthlyBill(prices, assumptions, column, calls, DEPLOYED))
                .toList();
    }

    @Test
    void everyFigureOfTheBillFollowsFromCallsPricesAndAssumptions() throws IOException {
        Map<String, List<String>> bill = new LinkedHashMap<>();
        bills.getFirst()
                .lines()
                .keySet()
                .forEach(line -> bill.put(line, amounts(each -> each.lines().getOrDefault(line, 0.0))));
        bill.put("**A month**", amounts(MonthlyBill::total));
        bill.put("A million deliveries", amounts(each -> each.total() / each.deliveries() * 1e6));

        assertThat(MarkdownTable.below("## A month", COST).rows()).isEqualTo(bill);
    }

    @Test
    void aPriceListWithAPriceForEachDeliveryIsCountedAlike() throws IOException {
        MarkdownTable plans = MarkdownTable.below("## Hosted gateways", COST);
        double fixed = plans.number("Svix, Professional", 0);
        double included = plans.number("Svix, Professional", 1);
        double each = plans.number("Svix, Professional", 2);

        assertThat(plans.of("Svix, Professional").subList(3, 6))
                .isEqualTo(amounts(bill -> fixed + Math.max(0, bill.deliveries() - included) * each)
                        .subList(0, 3));
    }

    private List<String> amounts(ToDoubleFunction<MonthlyBill> amount) {
        return MonthlyBill.written(bills.stream().map(amount::applyAsDouble).toList());
    }
}
