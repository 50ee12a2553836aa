package dev.hookwarden.processor;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.hookwarden.delivery.Envelope;
import dev.hookwarden.logging.PowertoolsEventLog;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * The Lambda function behind the queue. Answers with the messages that SQS shall give again; the event source must report batch item
 * failures (docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html).
 */
public final class ProcessorHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final Processor processor;

    /**
     * Wires the function as it runs on Lambda.
     *
     * @throws dev.hookwarden.config.ConfigurationException if an environment variable is missing or malformed
     */
    public ProcessorHandler() {
        this(onAws(ProcessorConfig.from(System.getenv())));
    }

    public ProcessorHandler(Processor processor) {
        this.processor = processor;
    }

    private static Processor onAws(ProcessorConfig config) {
        return new Processor(
                new DynamoDbSeenDeliveries(AwsClients.dynamoDb(), config.idempotencyTable()),
                config.idempotencyRetention(),
                new EventBridgeDeliverySink(AwsClients.eventBridge(), config.eventBusName()),
                new PowertoolsEventLog(),
                InstantSource.system());
    }

    /** Processes a batch; {@code context} is null outside Lambda. */
    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, @Nullable Context context) {
        return PowertoolsLogging.withLogging(context, () -> {
            var messages =
                    event.getRecords().stream().map(ProcessorHandler::read).toList();
            var again = processor.process(messages).stream().map(BatchItemFailure::new);
            return new SQSBatchResponse(again.toList());
        });
    }

    private static QueuedMessage read(SQSMessage message) {
        Map<String, String> texts = message.getMessageAttributes().entrySet().stream()
                .filter(attribute -> attribute.getValue().getDataType().equals("String"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, attribute -> attribute.getValue().getStringValue()));
        return new QueuedMessage(
                message.getMessageId(),
                new Envelope(message.getBody(), texts),
                Integer.parseInt(message.getAttributes().get("ApproximateReceiveCount")));
    }
}
