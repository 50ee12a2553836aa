package dev.hookwarden.benchmarks.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged zips under Lambda's runtime client, which has native code for Linux alone. A wrong answer fails the run itself. */
@EnabledOnOs(OS.LINUX)
class FirstAnswerIT {
    private static final Path ROOT = Path.of(System.getProperty("hookwarden.root"));

    private static final Map<String, Long> A_FIRST_DELIVERY =
            Map.of("SECRETS_MANAGER DescribeSecret", 1L, "SECRETS_MANAGER GetSecretValue", 1L, "SQS SendMessage", 1L);

    private final CallCounts calls = new CallCounts();
    private final AwsEndpoint aws = AwsEndpoint.open(0, Faults.none(calls));

    @TempDir
    private Path work;

    @SuppressWarnings("NullAway.Init")
    private Subjects subjects;

    @BeforeEach
    void setUp() {
        subjects = new Subjects(new Surroundings(ROOT, StandIns.at(aws).environment(), Optional.empty()), work);
    }

    @AfterEach
    void tearDown() {
        aws.close();
    }

    @Test
    void ingestTakesADelivery() throws IOException, InterruptedException {
        assertThat(ColdRun.of(subjects.receiver(subjects.ingest())).memory()).isPositive();
    }

    @Test
    void aStartOfIngestIsNoCallBesideItsFirstDeliverys() throws IOException, InterruptedException {
        ColdRun.of(subjects.receiver(subjects.ingest()));

        assertThat(calls.all()).isEqualTo(A_FIRST_DELIVERY);
    }

    @Test
    void aRestoreOfIngestIsNoCallBesideItsFirstDeliverys() throws IOException, InterruptedException {
        RestoredRun.of(subjects.receiver(subjects.ingest().underSnapStart()));

        assertThat(calls.all()).isEqualTo(A_FIRST_DELIVERY);
    }

    @Test
    void ingestTakesADeliveryAfterARestore() throws IOException, InterruptedException {
        assertThat(RestoredRun.of(subjects.receiver(subjects.ingest().underSnapStart()))
                        .total())
                .isPositive();
    }

    @Test
    void theYardstickTakesADelivery() throws IOException, InterruptedException {
        assertThat(ColdRun.of(subjects.receiver(subjects.usual())).memory()).isPositive();
    }

    @Test
    void theExperimentTakesADelivery() throws IOException, InterruptedException {
        assertThat(ColdRun.of(subjects.receiver(subjects.bare())).memory()).isPositive();
    }

    @Test
    void startsIngestAsTheTemplateSays() throws IOException {
        assertThat(Files.readString(ROOT.resolve("template.yaml")))
                .contains("JAVA_TOOL_OPTIONS: " + Surroundings.INGEST_OPTIONS);
    }
}
