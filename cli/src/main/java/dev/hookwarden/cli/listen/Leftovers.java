package dev.hookwarden.cli.listen;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What listeners left behind that were killed: they have not said for an hour that they are alive. */
record Leftovers(EventBridgeClient events, SqsClient sqs, String stage) {
    /** Copies are kept as long, so nothing is in such a queue any more that anybody waits for. */
    static final Duration AGE = Duration.ofHours(1);

    /** Removes them, and says which. */
    List<String> remove(Instant now) {
        List<String> old = events
                .listRules(list -> list.eventBusName(ListenerNames.bus(stage)).namePrefix(ListenerNames.prefix(stage)))
                .rules()
                .stream()
                .filter(rule -> aliveAt(rule)
                        .filter(alive -> alive.plus(AGE).isBefore(now))
                        .isPresent())
                .map(Rule::name)
                .toList();
        old.forEach(name -> new Subscription(events, sqs, new ListenerNames(stage, name)).close());
        return old;
    }

    private Optional<Instant> aliveAt(Rule rule) {
        try {
            return events.listTagsForResource(list -> list.resourceARN(rule.arn())).tags().stream()
                    .filter(tag -> tag.key().equals(ListenerNames.ALIVE_TAG))
                    .flatMap(Leftovers::moment)
                    .findFirst();
        } catch (ResourceNotFoundException gone) {
            return Optional.empty();
        }
    }

    private static Stream<Instant> moment(Tag tag) {
        try {
            return Stream.of(Instant.parse(tag.value()));
        } catch (DateTimeException notOurs) {
            return Stream.empty();
        }
    }
}
