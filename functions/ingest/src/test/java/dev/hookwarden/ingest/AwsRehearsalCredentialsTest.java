package dev.hookwarden.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class AwsRehearsalCredentialsTest {
    @Test
    void areMadeUpAndLeaveNoSettingBehind() throws IOException {
        Properties before = (Properties) System.getProperties().clone();

        try (RehearsalEndpoint endpoint = RehearsalEndpoint.open("sample-key-rehearsal-27c1");
                AwsRehearsalCredentials nobody = AwsRehearsalCredentials.from(endpoint.uri())) {
            assertThat(nobody.provider().resolveCredentials().accessKeyId()).isEqualTo("rehearsal");
        }

        assertThat(System.getProperties()).isEqualTo(before);
    }
}
