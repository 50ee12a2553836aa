package dev.hookwarden.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Some messages of a queue, as Lambda gives them to a function with {@code ReportBatchItemFailures}: no answer, no list or an empty list means
 * that all are done; an exception or a message id that was not in the batch, that none is
 * (docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html).
 */
public record SqsBatch(List<SQSMessage> messages) {
    public SqsBatch {
        messages = List.copyOf(messages);
    }

    /** Invokes the function; the ids of the messages that must not be deleted. */
    public Set<String> failuresIn(RequestHandler<SQSEvent, SQSBatchResponse> function) {
        Set<String> all = messages.stream().map(SQSMessage::getMessageId).collect(Collectors.toUnmodifiableSet());
        try {
            Set<String> failed = identifiers(invoke(function));
            return all.containsAll(failed) ? failed : all;
        } catch (RuntimeException fault) {
            return all;
        }
    }

    private @Nullable SQSBatchResponse invoke(RequestHandler<SQSEvent, SQSBatchResponse> function) {
        SQSEvent event = new SQSEvent();
        event.setRecords(messages);
        return function.handleRequest(event, new LocalContext("processor"));
    }

    private static Set<String> identifiers(@Nullable SQSBatchResponse response) {
        if (response == null || response.getBatchItemFailures() == null) {
            return Set.of();
        }
        Set<String> identifiers = new HashSet<>();
        for (BatchItemFailure failure : response.getBatchItemFailures()) {
            identifiers.add(String.valueOf(failure.getItemIdentifier()));
        }
        return identifiers;
    }
}
