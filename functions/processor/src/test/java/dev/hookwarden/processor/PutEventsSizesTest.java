package dev.hookwarden.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

class PutEventsSizesTest {
    @Test
    void nothingNeedsNoRequest() {
        assertThat(PutEventsSizes.intoRequests(List.of())).isEmpty();
    }

    @Test
    void tenEntriesAreOneRequest() {
        assertThat(sizes(Collections.nCopies(10, entry(100)))).containsExactly(10);
    }

    @Test
    void theEleventhEntryIsInTheNextRequest() {
        assertThat(sizes(Collections.nCopies(21, entry(100)))).containsExactly(10, 10, 1);
    }

    @Test
    void fillsARequestToTheLastByte() {
        PutEventsRequestEntry half = entry(PutEventsSizes.MAX_SIZE / 2);

        assertThat(sizes(List.of(half, half))).containsExactly(2);
        assertThat(sizes(List.of(half, entry(PutEventsSizes.MAX_SIZE / 2 + 1)))).containsExactly(1, 1);
    }

    @Test
    void keepsTheOrder() {
        List<PutEventsRequestEntry> entries = List.of(entry(100), entry(1_000_000), entry(900_000), entry(200));

        assertThat(PutEventsSizes.intoRequests(entries).stream().flatMap(List::stream))
                .containsExactlyElementsOf(entries);
    }

    @Test
    void anEntryThatIsTooLargeGetsItsOwnRequest() {
        assertThat(sizes(List.of(entry(100), entry(PutEventsSizes.MAX_SIZE + 1), entry(100))))
                .containsExactly(1, 1, 1);
    }

    @Test
    void countsBytesAndNotCharacters() {
        PutEventsRequestEntry entry = PutEventsRequestEntry.builder()
                .source("s")
                .detailType("t")
                .detail("\u00E9")
                .time(Instant.EPOCH)
                .build();

        assertThat(PutEventsSizes.sizeOf(entry)).isEqualTo(14 + 1 + 1 + 2);
    }

    private static List<Integer> sizes(List<PutEventsRequestEntry> entries) {
        return PutEventsSizes.intoRequests(entries).stream().map(List::size).toList();
    }

    /** An entry of so many bytes, all told. */
    private static PutEventsRequestEntry entry(int size) {
        String source = "hookwarden.zenoo";
        String detailType = "case.completed";
        int beside = Stream.of(source, detailType).mapToInt(String::length).sum() + 14;
        return PutEventsRequestEntry.builder()
                .source(source)
                .detailType(detailType)
                .detail("x".repeat(size - beside))
                .time(Instant.EPOCH)
                .build();
    }
}
