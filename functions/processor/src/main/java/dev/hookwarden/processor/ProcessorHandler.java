package dev.hookwarden.processor;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.hookwarden.delivery.Envelope;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.logging.PowertoolsEventLog;
import dev.hookwarden.processor.enrichment.Enricher;
import dev.hookwarden.providerapi.PlainHttp;
import dev.hookwarden.providerapi.ProviderCalls;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
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
     * Wires the function from its environment, as Lambda starts it.
     *
     * @throws dev.hookwarden.config.ConfigurationException if an environment variable is missing or malformed
     */
    public ProcessorHandler() {
        this(
                ProcessorConfig.from(System.getenv()),
                AwsClients.create(),
                InstantSource.system(),
                new PowertoolsEventLog());
    }

    /** Wires the function from these parts, as the local stack and the tests start it. */
    public ProcessorHandler(ProcessorConfig config, AwsClients aws, InstantSource clock, EventLog log) {
        this(
                config,
                aws,
                () -> AwsBackedCalls.of(
                        config.enrichment(), AwsClients.secretsManager(), aws.dynamoDb(), PlainHttp.REFUSED, log),
                clock,
                log);
    }

    /**
     * The same with other calls to providers.
     *
     * @param calls asked only if something is to be fetched
     */
    public ProcessorHandler(
            ProcessorConfig config, AwsClients aws, Supplier<ProviderCalls> calls, InstantSource clock, EventLog log) {
        this.processor = new Processor(
                new DynamoDbSeenDeliveries(aws.dynamoDb(), config.idempotencyTable()),
                config.idempotencyRetention(),
                new S3PayloadStore(aws.s3(), config.payloadBucket()),
                sink(config, aws, calls, clock),
                log,
                clock);
    }

    private static DeliverySink sink(
            ProcessorConfig config, AwsClients aws, Supplier<ProviderCalls> calls, InstantSource clock) {
        EventBridgeDeliverySink bus =
                new EventBridgeDeliverySink(aws.eventBridge(), config.eventBusName(), config.payloadBucket(), clock);
        return config.enrichment().isOn()
                ? new EnrichingSink(new Enricher(config.enrichment().plans(), calls.get()), bus::sendEnriched, clock)
                : bus;
    }

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
