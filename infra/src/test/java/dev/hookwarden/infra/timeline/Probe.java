package dev.hookwarden.infra.timeline;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.providerapi.ApiCall;
import dev.hookwarden.providerapi.CallPorts;
import dev.hookwarden.providerapi.HttpProviderCalls;
import dev.hookwarden.providerapi.PlainHttp;
import dev.hookwarden.providerapi.RateLimiter.Permission.Granted;
import dev.hookwarden.secrets.KeyringSettings;
import dev.hookwarden.secrets.SecretsManagerApiKeys;
import java.time.Duration;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** What the probe does and says, with the calls that everybody makes. */
final class Probe {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final World world;
    private final EventLog log;
    private final HttpProviderCalls calls;

    Probe(World world) {
        this.world = world;
        this.log = world.log("probe");
        var apiKeys = new SecretsManagerApiKeys(
                world.aws.client(SecretsManagerClient.builder()),
                World.NAMES,
                KeyringSettings.DEFAULT,
                world.clock,
                () -> 0,
                log);
        var ports = new CallPorts((key, limit) -> new Granted(), log, world.clock, world.clock::advance, () -> 0.5);
        this.calls = new HttpProviderCalls(world.providers, PlainHttp.TO_THIS_MACHINE, apiKeys, ports);
    }

    /** Makes one call of the provider's cheapest read. */
    void call(Provider provider) {
        Provider reachable = world.providers.stream()
                .filter(each -> each.id().equals(provider.id()))
                .findFirst()
                .orElseThrow();
        calls.call(
                reachable, ApiCall.provingRead(reachable), world.clock.instant().plus(PATIENCE));
    }

    /** Says how long the provider's API usually takes. */
    void sayBaseline(Provider provider, long averageMs) {
        log.write(LogLine.of(LogEvent.PROVIDER_API_BASELINE)
                .with("provider", provider.id())
                .with("averageMs", averageMs)
                .with("sampleCount", 1_000));
    }

    /** Says how old a key is. */
    void sayAge(ProviderKey key, long ageDays) {
        long limitDays = key.rotateEvery().toDays();
        log.write(LogLine.of(LogEvent.KEY_STATE)
                .with("provider", key.providerId())
                .with("key", key.id())
                .with("ageDays", ageDays)
                .with("limitDays", limitDays)
                .with("overdue", ageDays > limitDays ? 1 : 0)
                .with("state", "healthy"));
    }
}
