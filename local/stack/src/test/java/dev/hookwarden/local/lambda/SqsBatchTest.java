package dev.hookwarden.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqsBatchTest {
    private final SqsBatch batch = new SqsBatch(List.of(message("a"), message("b")));

    private static SQSMessage message(String id) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        return message;
    }

    private static SQSBatchResponse failing(String... ids) {
        return new SQSBatchResponse(
                List.of(ids).stream().map(BatchItemFailure::new).toList());
    }

    @Test
    void keepsTheMessagesThatAreNamed() {
        assertThat(batch.failuresIn((event, context) -> failing("b"))).containsExactly("b");
    }

    @Test
    void takesAnEmptyListForSuccess() {
        assertThat(batch.failuresIn((event, context) -> failing())).isEmpty();
    }

    @Test
    void takesNoAnswerForSuccess() {
        assertThat(batch.failuresIn((event, context) -> null)).isEmpty();
    }

    @Test
    void keepsAllWhenTheFunctionThrows() {
        assertThat(batch.failuresIn((event, context) -> {
                    throw new IllegalStateException("broken");
                }))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void keepsAllWhenAnUnknownMessageIsNamed() {
        assertThat(batch.failuresIn((event, context) -> failing("c"))).containsExactlyInAnyOrder("a", "b");
    }
}
