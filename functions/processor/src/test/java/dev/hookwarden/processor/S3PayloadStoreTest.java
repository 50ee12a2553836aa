package dev.hookwarden.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.Fault;
import dev.hookwarden.local.aws.FaultPlan;
import org.junit.jupiter.api.Test;

class S3PayloadStoreTest {
    private static final byte[] BYTES = {0, (byte) 0xFF, '\r', '\n'};

    @Test
    void readsWhatIsThere() {
        try (StandIns aws = new StandIns()) {
            aws.s3.plant(StandIns.BUCKET, "zenoo/attempt-1", BYTES);

            assertThat(store(aws, StandIns.BUCKET).read("zenoo/attempt-1")).isEqualTo(Payload.of(BYTES));
        }
    }

    @Test
    void saysWhatIsNotThere() {
        try (StandIns aws = new StandIns()) {
            assertUnavailable("NoSuchKey", () -> store(aws, StandIns.BUCKET).read("zenoo/attempt-1"));
            assertUnavailable("NoSuchBucket", () -> store(aws, "elsewhere").read("zenoo/attempt-1"));
            assertUnavailable("NoSuchBucket", () -> store(aws, "elsewhere").delete("zenoo/attempt-1"));
        }
    }

    @Test
    void deletesWhatIsThereAndWhatIsNot() {
        try (StandIns aws = new StandIns()) {
            aws.s3.plant(StandIns.BUCKET, "zenoo/attempt-1", BYTES);

            store(aws, StandIns.BUCKET).delete("zenoo/attempt-1");
            store(aws, StandIns.BUCKET).delete("zenoo/attempt-1");

            assertThat(aws.s3.keys(StandIns.BUCKET)).isEmpty();
        }
    }

    @Test
    void passesFaultsOn() {
        FaultPlan down = (api, action, ordinal) -> api == AwsApi.S3 ? new Fault.Throttle() : new Fault.None();
        try (StandIns aws = new StandIns(down)) {
            assertUnavailable("SlowDown", () -> store(aws, StandIns.BUCKET).read("zenoo/attempt-1"));
        }
    }

    @Test
    void saysWhenNobodyAnswers() {
        StandIns aws = new StandIns();
        PayloadStore store = store(aws, StandIns.BUCKET);
        aws.close();

        assertUnavailable("NoAnswer", () -> store.read("zenoo/attempt-1"));
    }

    private static void assertUnavailable(String errorCode, Runnable call) {
        assertThatExceptionOfType(PayloadUnavailableException.class)
                .isThrownBy(call::run)
                .satisfies(fault -> assertThat(fault.errorCode()).isEqualTo(errorCode));
    }

    private static PayloadStore store(StandIns aws, String bucket) {
        return new S3PayloadStore(aws.s3Client(), bucket);
    }
}
