package dev.hookwarden.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.config.ConfigurationException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;

/** What a deployed function is made of, with no more of its surroundings than the region. */
class DeployedPartsTest {
    private static final String REGION = "aws.region";

    private final String regionBefore = System.getProperty(REGION, "");

    @BeforeEach
    void surround() {
        System.setProperty(REGION, "us-east-1");
    }

    @AfterEach
    void restore() {
        if (regionBefore.isEmpty()) {
            System.clearProperty(REGION);
        } else {
            System.setProperty(REGION, regionBefore);
        }
    }

    @Test
    void noCallToAwsLastsLongerThanFiveSeconds() {
        AwsClients clients = AwsClients.create();

        assertThat(List.<AwsClient>of(
                        clients.secretsManager(), clients.dynamoDb(), clients.eventBridge(), AwsClients.sns()))
                .allSatisfy(client -> {
                    ClientOverrideConfiguration limits =
                            client.serviceClientConfiguration().overrideConfiguration();
                    assertThat(limits.apiCallTimeout()).contains(Duration.ofSeconds(5));
                    assertThat(limits.apiCallAttemptTimeout()).contains(Duration.ofSeconds(2));
                });
    }

    @Test
    void tellsPeopleOverTheTopic() {
        RotationPorts ports = RotationPorts.onAws(RotationConfig.from(RotationConfigTest.VALID), new Outputs());

        assertThat(ports.notices()).isInstanceOf(SnsNotices.class);
    }

    @Test
    void sendsNoKeyOverPlainHttpToThisMachineEither() {
        Map<String, String> variables = new HashMap<>(RotationConfigTest.VALID);
        variables.put("ZENOO_API_URL", "http://127.0.0.1:3000");
        RotationConfig config = RotationConfig.from(variables);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> RotationPorts.onAws(config, new Outputs()));
    }
}
