package dev.hookwarden.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

class SnsNoticesTest {
    private final List<PublishRequest> published = new ArrayList<>();

    @Test
    void publishesSubjectAndTextOnTheTopic() {
        new SnsNotices(new RecordingSns(), "arn:topic").send(new KeyDueNotice("subject", "text"));

        assertThat(published)
                .containsExactly(PublishRequest.builder()
                        .topicArn("arn:topic")
                        .subject("subject")
                        .message("text")
                        .build());
    }

    /** A subject is printable ASCII, shorter than 100 characters (docs.aws.amazon.com, SNS API reference, Publish). */
    @Test
    void asksInSubjectsThatSnsTakes() {
        for (Provider provider : Provider.ALL) {
            for (ProviderKey key : provider.keys()) {
                assertThat(KeyDueNotice.of(key, "Ask.").subject())
                        .hasSizeLessThan(100)
                        .matches("[!-~][ -~]*");
            }
        }
    }

    private final class RecordingSns implements SnsClient {
        @Override
        public PublishResponse publish(PublishRequest request) {
            published.add(request);
            return PublishResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "sns";
        }

        @Override
        public void close() {}
    }
}
