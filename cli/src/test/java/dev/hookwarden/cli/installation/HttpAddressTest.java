package dev.hookwarden.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAddressTest {
    private static final String EXAMPLE = "http://127.0.0.1:3000/webhooks/zenoo";

    private static Map<String, String> environment(String address) {
        return Map.of("AWS_ENDPOINT_URL", address);
    }

    @ParameterizedTest
    @ValueSource(strings = {EXAMPLE, "https://example.com", "http://[::1]:65535/"})
    void takesAddressesOfHttp(String address) throws IOException {
        assertThat(HttpAddress.defect("--url", URI.create(address), EXAMPLE)).isEmpty();
        assertThat(HttpAddress.ofEnvironment(environment(address))).contains(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://user:password@127.0.0.1/",
                "127.0.0.1",
                "http:///webhooks",
                "http://user:password@/webhooks",
                "http://user:password@127.0.0.1:65536/"
            })
    void refusesWhatNothingCanBeSentTo(String address) {
        assertThat(HttpAddress.defect("--url", URI.create(address), EXAMPLE))
                .contains("--url takes an address that begins with http:// or https://, as " + EXAMPLE);
    }

    @Test
    void refusesAPasswordWithoutQuotingIt() {
        assertThat(HttpAddress.defect("--url", URI.create("http://user:password@127.0.0.1/"), EXAMPLE))
                .contains("--url takes no password in the address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://user:canary@127.0.0.1/",
                "http://user:canary@127.0.0.1:65536/",
                "http://user:canary@127.0.0.1/",
                "http://user:canary password@127.0.0.1/"
            })
    void refusesTheSameOfTheEnvironmentAndQuotesNothing(String address) {
        assertThatThrownBy(() -> HttpAddress.ofEnvironment(environment(address)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("AWS_ENDPOINT_URL ")
                .hasMessageNotContaining("8080")
                .satisfies(refused -> assertThat(refused).message().doesNotContain("user", "canary"))
                .hasNoCause();
    }

    @Test
    void takesTheLocalStacksOwnWithoutTheVariable() throws IOException {
        assertThat(HttpAddress.ofEnvironment(Map.of())).isEmpty();
        assertThat(HttpAddress.ofLocalStack(Map.of())).isEqualTo(URI.create("http://127.0.0.1:4566"));
        assertThat(HttpAddress.ofLocalStack(environment(EXAMPLE))).isEqualTo(URI.create(EXAMPLE));
    }
}
