package dev.hookwarden.benchmarks.bare;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hookwarden.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** SendMessage, and nothing else. */
final class BareSqs implements SqsClient {
    private static final SendMessageResponse SENT =
            SendMessageResponse.builder().build();

    private final JsonCalls calls;

    BareSqs(JsonCalls calls) {
        this.calls = calls;
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        calls.call("sqs", "1.0", "AmazonSQS.SendMessage", input(request));
        return SENT;
    }

    private static byte[] input(SendMessageRequest request) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.FACTORY.createGenerator(input)) {
            json.writeStartObject();
            json.writeStringField("QueueUrl", request.queueUrl());
            json.writeStringField("MessageBody", request.messageBody());
            json.writeObjectFieldStart("MessageAttributes");
            for (Map.Entry<String, MessageAttributeValue> attribute :
                    request.messageAttributes().entrySet()) {
                json.writeObjectFieldStart(attribute.getKey());
                json.writeStringField("DataType", attribute.getValue().dataType());
                json.writeStringField("StringValue", attribute.getValue().stringValue());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return input.toByteArray();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        calls.http().close();
    }
}
