package dev.hookwarden.providerapi.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every table of leases must do. */
interface LeaseTableContract {
    Leases FIRST = new Leases(new TreeMap<>(Map.of(1_763_806_530L, 5)));
    Leases SECOND = new Leases(new TreeMap<>(Map.of(1_763_806_530L, 5, 1_763_806_532L, 12)));

    LeaseTable table();

    /** Makes the table forget what it keeps of a limit, as time to live does. */
    void forget(String limit);

    @Test
    default void keepsTheFirstLeases() {
        assertThat(table().replace("zenoo/api-key#sync", Leases.NONE, FIRST)).isEmpty();
        assertThat(table().replace("zenoo/api-key#sync", FIRST, SECOND)).isEmpty();
    }

    @Test
    default void leavesWhatAnotherPutFirst() {
        table().replace("zenoo/api-key#sync", Leases.NONE, FIRST);

        assertThat(table().replace("zenoo/api-key#sync", Leases.NONE, SECOND)).contains(FIRST);
        assertThat(table().replace("zenoo/api-key#sync", SECOND, SECOND)).contains(FIRST);
        assertThat(table().replace("zenoo/api-key#sync", FIRST, SECOND)).isEmpty();
    }

    @Test
    default void saysThatNothingIsThereAnyMore() {
        table().replace("zenoo/api-key#sync", Leases.NONE, FIRST);
        forget("zenoo/api-key#sync");

        assertThat(table().replace("zenoo/api-key#sync", FIRST, SECOND)).contains(Leases.NONE);
        assertThat(table().replace("zenoo/api-key#sync", Leases.NONE, SECOND)).isEmpty();
    }

    @Test
    default void keepsLimitsApart() {
        table().replace("zenoo/api-key#sync", Leases.NONE, FIRST);

        assertThat(table().replace("zenoo/api-key#pull", Leases.NONE, FIRST)).isEmpty();
    }
}
