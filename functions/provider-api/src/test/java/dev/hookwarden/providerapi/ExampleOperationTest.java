package dev.hookwarden.providerapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.json.Json;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.RateLimit;
import dev.hookwarden.providerapi.ApiOutcome.Failed;
import dev.hookwarden.providerapi.ApiOutcome.NotFound;
import dev.hookwarden.providerapi.ApiOutcome.RateLimited;
import dev.hookwarden.providerapi.ApiOutcome.Refused;
import dev.hookwarden.providerapi.ApiOutcome.Success;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The operation that the README shows. */
class ExampleOperationTest {
    // README begin
    record Job(String status) {
        static Optional<Job> read(int httpStatus, byte[] body) {
            Map<String, String> fields = Json.topLevelText(new String(body, StandardCharsets.UTF_8), Set.of("status"));
            return Optional.ofNullable(fields.get("status")).map(Job::new);
        }
    }

    static ApiCall<Job> readJob(String id) {
        return new ApiCall<>("read-job", "GET", "/jobs/" + id, RateLimit.EVERY_CALL, Job::read)
                .keptFor(Duration.ofMinutes(1));
    }

    static String told(ApiOutcome<Job> outcome) {
        return switch (outcome) {
            case Success<Job>(Job job) -> "it is " + job.status();
            case NotFound<Job>() -> "there is no such job";
            case Refused<Job>(int status) -> "our key may not read it: " + status;
            case RateLimited<Job>(var retryAt) -> "ask again at " + retryAt;
            case Failed<Job>(String reason) -> "no answer: " + reason;
        };
    }
    // README end

    @Test
    void readsAJob() {
        try (CallWorld world = new CallWorld()) {
            world.template = Provider.JOBSITEON;
            world.site.then(200, "{\"id\":\"7\",\"status\":\"done\"}").then(200, "{\"id\":\"8\"}");

            assertThat(told(world.call(readJob("7")))).isEqualTo("it is done");
            assertThat(told(world.call(readJob("8")))).isEqualTo("no answer: malformed_body");
        }
    }

    @Test
    void theReadmeShowsThisVeryExample() throws IOException {
        Path root = Path.of(System.getProperty("hookwarden.root"));
        String here = Files.readString(root.resolve(
                "functions/provider-api/src/test/java/dev/hookwarden/providerapi/ExampleOperationTest.java"));
        String example = here.substring(here.indexOf("// README begin\n") + 16, here.indexOf("    // README end"));

        assertThat(Files.readString(root.resolve("README.md")))
                .contains(example.stripTrailing().stripIndent());
    }
}
