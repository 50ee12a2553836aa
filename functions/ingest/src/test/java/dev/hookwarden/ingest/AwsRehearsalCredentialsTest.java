package dev.hookwarden.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AwsRehearsalCredentialsTest {
    private static final String ADDRESS = "aws.containerCredentialsFullUri";

    @AfterEach
    void clear() {
        System.clearProperty(ADDRESS);
    }

    @Test
    void areMadeUpAndLeaveNoSettingBehind() throws IOException {
        assertThat(accessKeyId()).isEqualTo("rehearsal");

        assertThat(System.getProperty(ADDRESS)).isNull();
    }

    @Test
    void leaveASettingAsItWas() throws IOException {
        System.setProperty(ADDRESS, "http://169.254.170.23/v1/credentials");

        assertThat(accessKeyId()).isEqualTo("rehearsal");

        assertThat(System.getProperty(ADDRESS)).isEqualTo("http://169.254.170.23/v1/credentials");
    }

    private static String accessKeyId() throws IOException {
        try (RehearsalEndpoint endpoint = RehearsalEndpoint.open("sample-key-rehearsal-27c1");
                AwsRehearsalCredentials nobody = AwsRehearsalCredentials.from(endpoint.uri())) {
            return nobody.provider().resolveCredentials().accessKeyId();
        }
    }
}
