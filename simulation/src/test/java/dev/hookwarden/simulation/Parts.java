package dev.hookwarden.simulation;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.hookwarden.ingest.IngestConfig;
import dev.hookwarden.local.aws.AwsService;
import java.util.function.UnaryOperator;

/**
 * What may be put in place of a part, to see that the judge notices.
 *
 * @param secretsForIngest Secrets Manager as ingest sees it
 */
record Parts(
        UnaryOperator<RequestStreamHandler> ingest,
        UnaryOperator<IngestConfig> ingestConfig,
        UnaryOperator<AwsService> secretsForIngest,
        UnaryOperator<RequestHandler<SQSEvent, SQSBatchResponse>> processor,
        UnaryOperator<AwsService> table,
        UnaryOperator<AwsService> bus,
        UnaryOperator<AwsService> secretsForRotation) {

    /** The product as it is. */
    static Parts real() {
        return new Parts(
                part -> part, part -> part, part -> part, part -> part, part -> part, part -> part, part -> part);
    }

    Parts withIngest(UnaryOperator<RequestStreamHandler> other) {
        return new Parts(other, ingestConfig, secretsForIngest, processor, table, bus, secretsForRotation);
    }

    Parts withIngestConfig(UnaryOperator<IngestConfig> other) {
        return new Parts(ingest, other, secretsForIngest, processor, table, bus, secretsForRotation);
    }

    Parts withSecretsForIngest(UnaryOperator<AwsService> other) {
        return new Parts(ingest, ingestConfig, other, processor, table, bus, secretsForRotation);
    }

    Parts withProcessor(UnaryOperator<RequestHandler<SQSEvent, SQSBatchResponse>> other) {
        return new Parts(ingest, ingestConfig, secretsForIngest, other, table, bus, secretsForRotation);
    }

    Parts withTable(UnaryOperator<AwsService> other) {
        return new Parts(ingest, ingestConfig, secretsForIngest, processor, other, bus, secretsForRotation);
    }

    Parts withBus(UnaryOperator<AwsService> other) {
        return new Parts(ingest, ingestConfig, secretsForIngest, processor, table, other, secretsForRotation);
    }

    Parts withSecretsForRotation(UnaryOperator<AwsService> other) {
        return new Parts(ingest, ingestConfig, secretsForIngest, processor, table, bus, other);
    }
}
