package dev.hookwarden.local.aws.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsActions;
import dev.hookwarden.local.aws.AwsError;
import dev.hookwarden.local.aws.AwsInput;
import dev.hookwarden.local.aws.AwsService;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html">GetMetricData</a> of metrics without
 * dimensions, in one page: no expressions, no math. Times in its answers lack CBOR's tag for times, which the SDK doesn't ask for.
 */
public final class StrictCloudWatch implements AwsService {
    private final List<Sample> samples;
    private final AwsActions actions = new AwsActions()
            .with("GetMetricData", Set.of("MetricDataQueries", "StartTime", "EndTime"), this::getMetricData);

    public StrictCloudWatch(List<Sample> samples) {
        this.samples = List.copyOf(samples);
    }

    @Override
    public ObjectNode answer(String action, ObjectNode input) {
        return actions.answer(action, input);
    }

    private ObjectNode getMetricData(AwsInput input) {
        List<MetricQuery> queries = MetricQuery.allIn(input);
        Instant start = time(input, "StartTime");
        Instant end = time(input, "EndTime");
        if (!start.isBefore(end)) {
            throw Refused.because("StartTime must be before EndTime.");
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode results = answer.putArray("MetricDataResults");
        queries.forEach(query -> results.add(query.result(between(start, end))));
        answer.putArray("Messages");
        return answer;
    }

    /** "The value specified is inclusive" of StartTime, and "exclusive" of EndTime. */
    private Stream<Sample> between(Instant start, Instant end) {
        return samples.stream()
                .filter(sample -> !sample.at().isBefore(start) && sample.at().isBefore(end));
    }

    private static Instant time(AwsInput input, String member) {
        JsonNode seconds = input.json().path(member);
        if (!seconds.isNumber()) {
            throw AwsError.refused("MissingRequiredParameterException", "The parameter " + member + " is required.");
        }
        return Instant.ofEpochMilli(Math.round(seconds.doubleValue() * 1000));
    }
}
