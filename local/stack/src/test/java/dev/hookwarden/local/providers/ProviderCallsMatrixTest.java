package dev.hookwarden.local.providers;

import static dev.hookwarden.local.providers.ClientWorld.LIST_CASES;
import static dev.hookwarden.local.providers.ClientWorld.LIST_CONTACTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.http.Headers;
import dev.hookwarden.local.tls.ServerCertificate;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.provider.ApiKey;
import dev.hookwarden.provider.ApiKeys;
import dev.hookwarden.provider.Pins;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderApi;
import dev.hookwarden.providerapi.ApiCall;
import dev.hookwarden.providerapi.ApiOutcome;
import dev.hookwarden.providerapi.ApiOutcome.Failed;
import dev.hookwarden.providerapi.ApiOutcome.NotFound;
import dev.hookwarden.providerapi.ApiOutcome.RateLimited;
import dev.hookwarden.providerapi.ApiOutcome.Refused;
import dev.hookwarden.providerapi.ApiOutcome.Success;
import dev.hookwarden.providerapi.Discarded;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the client makes of everything that a provider can do to it. */
class ProviderCallsMatrixTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    /** Enough for a handshake on a busy machine, too little for a provider that hangs. */
    private static final Duration SHORT = Duration.ofSeconds(3);

    private ClientWorld world;
    private String key;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        world = new ClientWorld(folder);
        key = world.simulated(Provider.ZENOO).issueKey();
    }

    @AfterEach
    void stop() {
        assertThat(world.lines).extracting(line -> line.event()).containsOnly(LogEvent.PROVIDER_API_CALL);
        assertThat(world.log()).doesNotContain(key);
        world.close();
    }

    @Test
    void succeeds() throws Exception {
        assertThat(call("{\"count\":0}", TEN_MINUTES)).isInstanceOf(Success.class);

        assertLogged(Map.of(
                "provider", "zenoo", "operation", "list-cases", "status", 200L, "attempt", 1L, "outcome", "success"));
        assertThat(world.lines.getLast().fields()).containsKeys("requestId", "durationMs");
    }

    @ParameterizedTest
    @CsvSource({"401", "403"})
    void isRefusedAtOnce(int status) throws Exception {
        assertThat(call("{\"status\":" + status + ",\"count\":9}", TEN_MINUTES)).isEqualTo(new Refused<>(status));

        assertLogged(Map.of("status", (long) status, "attempt", 1L, "outcome", "refused"));
    }

    @Test
    void isRefusedWithARevokedKey() throws Exception {
        world.simulated(Provider.ZENOO).issueKey();

        assertThat(call("{}", TEN_MINUTES)).isEqualTo(new Refused<>(401));
        assertLogged(Map.of("status", 401L, "outcome", "refused"));
    }

    @Test
    void goesOnWithTheKeyThatTookARevokedOnesPlace() {
        String next = world.simulated(Provider.ZENOO).issueKey();
        Provider provider = world.at(Provider.ZENOO, ServerCertificate.VALID);

        assertThat(world.client(provider, rotated(key, next))
                        .call(provider, LIST_CASES, world.clock().instant().plus(TEN_MINUTES)))
                .isInstanceOf(Success.class);
        assertThat(world.lines).extracting(line -> line.fields().get("status")).containsExactly(401L, 200L);
    }

    @Test
    void isRefusedWhatItsKeyMayNotDo() {
        String restricted = world.simulated(Provider.JOBSITEON).issueKey(Set.of("jobs"));
        Provider jobsiteon = world.at(Provider.JOBSITEON, ServerCertificate.VALID);

        assertThat(world.call(jobsiteon, LIST_CONTACTS, restricted, TEN_MINUTES))
                .isEqualTo(new Refused<>(403));
        assertLogged(Map.of("provider", "jobsiteon", "status", 403L, "outcome", "refused"));
    }

    @Test
    void isRefusedWithTheKeyInAnotherHeader() throws Exception {
        var api = Provider.JOBSITEON.api();
        Provider misconfigured = world.zenoo("{}");
        var zenooApi = misconfigured.api();
        Provider withBearer = misconfigured.withApi(new ProviderApi(
                zenooApi.baseUrl(),
                api.authHeader(),
                api.authPrefix(),
                zenooApi.provingRead(),
                zenooApi.provingReadClass(),
                zenooApi.limits(),
                zenooApi.retryPlan(),
                zenooApi.pins()));

        assertThat(world.call(withBearer, LIST_CASES, key, TEN_MINUTES)).isEqualTo(new Refused<>(401));
    }

    @Test
    void findsNothing() {
        Provider provider = world.at(Provider.ZENOO, ServerCertificate.VALID);

        assertThat(world.call(provider, pull("tok_gone"), key, TEN_MINUTES)).isEqualTo(new NotFound<>());
        assertLogged(Map.of("operation", "pull-result", "status", 404L, "attempt", 1L, "outcome", "not_found"));
        assertThat(world.log()).doesNotContain("tok_gone");
    }

    @Test
    void seesThatAResultIsPending() {
        world.simulated(Provider.ZENOO).api().put("/api/gateway/sharable-payload/tok_1", ApiAnswer.planned(204));
        Provider provider = world.at(Provider.ZENOO, ServerCertificate.VALID);

        assertThat(world.call(provider, pull("tok_1"), key, TEN_MINUTES)).isEqualTo(new Success<>("pending"));
        assertLogged(Map.of("status", 204L, "outcome", "success"));
    }

    @Test
    void waitsForAsLongAsItIsAsked() throws Exception {
        assertThat(call("{\"status\":429,\"retryAfter\":7}", TEN_MINUTES)).isInstanceOf(Success.class);

        assertThat(world.waits).hasSize(1);
        assertThat(world.waits.getFirst()).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(7));
        assertThat(world.lines)
                .extracting(line -> line.fields().get("outcome"))
                .containsExactly("rate_limited", "success");
    }

    @Test
    void saysWhenToComeAgainIfThereIsNoTimeToWait() throws Exception {
        assertThat(call("{\"status\":429,\"retryAfter\":7}", Duration.ofSeconds(6)))
                .isInstanceOfSatisfying(
                        RateLimited.class,
                        limited -> assertThat(limited.retryAt())
                                .isAfter(world.clock().instant()));

        assertThat(world.waits).isEmpty();
        assertLogged(Map.of("status", 429L, "attempt", 1L, "outcome", "rate_limited"));
    }

    @Test
    void isStoppedByTheProvidersOwnLimit() {
        SimulatedApi api = world.simulated(Provider.ZENOO).api();
        ApiRequest read = new ApiRequest("GET", "/v1/cases", "limit=1", Headers.of(Map.of("X-API-KEY", key)));
        for (int call = 0; call < 100; call++) {
            api.answer(read, PlannedFaults.NONE);
        }
        Provider provider = world.at(Provider.ZENOO, ServerCertificate.VALID);

        assertThat(world.call(provider, LIST_CASES, key, SHORT)).isInstanceOf(RateLimited.class);
        assertThat(world.simulated(Provider.ZENOO)
                        .calls()
                        .path("largestInWindow")
                        .asInt())
                .isEqualTo(101);
    }

    @ParameterizedTest
    @CsvSource({"500, 5, 60", "502, 5, 60", "503, 30, 95"})
    void triesAgainAsDocumentedAndThenFails(int status, long firstWait, long allWaits) throws Exception {
        assertThat(call("{\"status\":" + status + ",\"count\":9}", TEN_MINUTES))
                .isEqualTo(new Failed<>("status_" + status));

        assertThat(world.waits).hasSize(3);
        assertThat(world.waits.getFirst()).isBetween(Duration.ofSeconds(firstWait - 1), Duration.ofSeconds(firstWait));
        assertThat(world.waits.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofSeconds(allWaits - 3), Duration.ofSeconds(allWaits));
        assertLogged(Map.of("status", (long) status, "attempt", 4L, "outcome", "failed", "reason", "status_" + status));
    }

    @Test
    void succeedsAtTheSecondAttempt() throws Exception {
        assertThat(call("{\"status\":502}", TEN_MINUTES)).isInstanceOf(Success.class);

        assertLogged(Map.of("status", 200L, "attempt", 2L, "outcome", "success"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"latencyMs\":20000}                      | timeout            | 0",
                "{\"body\":\"trickled\",\"paceMs\":20000}   | timeout            | 200",
                "{\"body\":\"truncated\",\"count\":9}       | truncated_body     | 200",
                "{\"body\":\"garbage\"}                     | malformed_body     | 200",
                "{\"body\":\"wrong-type\"}                  | wrong_content_type | 200",
                "{\"status\":302}                           | status_302         | 302",
                "{\"status\":400}                           | status_400         | 400",
                "{\"status\":204}                           | malformed_body     | 204"
            })
    void failsForAReason(String faults, String reason, long status) throws Exception {
        assertThat(call(faults, SHORT)).isEqualTo(new Failed<>(reason));

        assertLogged(Map.of("status", status, "attempt", 1L, "outcome", "failed", "reason", reason));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "VALID")
    void trustsNoBadCertificate(ServerCertificate certificate) {
        Provider provider = world.at(Provider.ZENOO, certificate);

        assertThat(world.call(provider, LIST_CASES, key, TEN_MINUTES)).isEqualTo(new Failed<>("certificate_refused"));
        assertLogged(Map.of("status", 0L, "attempt", 1L, "outcome", "failed", "reason", "certificate_refused"));
        assertThat(world.simulated(Provider.ZENOO).calls().path("calls").asInt())
                .as("calls that came, and the key with them")
                .isZero();
    }

    @Test
    void takesAPinnedKey() throws Exception {
        assertThat(callPinnedTo(true)).isInstanceOf(Success.class);
    }

    @Test
    void trustsNoGoodCertificateWhoseKeyIsNotPinned() throws Exception {
        assertThat(callPinnedTo(false)).isEqualTo(new Failed<>("pin_mismatch"));
        assertLogged(Map.of("status", 0L, "outcome", "failed", "reason", "pin_mismatch"));
    }

    @Test
    void repeatsAPostThatTheProviderTakesOnce() throws Exception {
        ApiCall<Discarded> create = create().onceUnder("6f1c52b0-6c1f-4a57-9d3c-0f3c8f3b1a11");

        assertThat(world.call(world.zenoo("{\"status\":502}"), create, key, TEN_MINUTES))
                .isInstanceOf(Success.class);
        assertLogged(Map.of("status", 201L, "attempt", 2L, "outcome", "success"));
    }

    @Test
    void repeatsNoPostThatTheProviderMightTakeTwice() throws Exception {
        assertThat(world.call(world.zenoo("{\"status\":502}"), create(), key, TEN_MINUTES))
                .isEqualTo(new Failed<>("status_502"));
        assertLogged(Map.of("status", 502L, "attempt", 1L, "outcome", "failed"));
    }

    private ApiOutcome<Discarded> call(String faults, Duration time) throws Exception {
        return world.call(world.zenoo(faults), LIST_CASES, key, time);
    }

    private ApiOutcome<Discarded> callPinnedTo(boolean whatIsShown) throws Exception {
        TlsFront front = world.simulated.overTls(Provider.ZENOO, ServerCertificate.VALID);
        X509Certificate other =
                world.simulated.authority().server(ServerCertificate.VALID).certificate();
        X509Certificate third =
                world.simulated.authority().server(ServerCertificate.VALID).certificate();
        Pins pins = Pins.of(List.of(pin(other), pin(whatIsShown ? front.certificate() : third)));
        Provider pinned =
                Provider.ZENOO.withApi(Provider.ZENOO.api().at(front.baseUrl()).pinnedTo(pins));
        return world.call(pinned, LIST_CASES, key, TEN_MINUTES);
    }

    private static String pin(X509Certificate certificate) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(certificate.getPublicKey().getEncoded());
        return Base64.getEncoder().encodeToString(hash);
    }

    private static ApiCall<Discarded> create() {
        return new ApiCall<>("create-case", "POST", "/v1/cases", "init", Discarded.DOCUMENT).sending("{}");
    }

    private static ApiCall<String> pull(String token) {
        return new ApiCall<>(
                "pull-result",
                "GET",
                "/api/gateway/sharable-payload/" + token,
                "pull",
                (status, body) -> Optional.of(status == 204 ? "pending" : "ready"));
    }

    private static ApiKeys rotated(String before, String now) {
        return new ApiKeys() {
            @Override
            public Optional<ApiKey> current(Provider provider) {
                return Optional.of(new ApiKey(before));
            }

            @Override
            public Optional<ApiKey> afterRefused(Provider provider, ApiKey refused) {
                return Optional.of(new ApiKey(now));
            }
        };
    }

    private void assertLogged(Map<String, ?> fields) {
        assertThat(world.lines.getLast().fields()).containsAllEntriesOf(fields);
    }
}
