package dev.hookwarden.providerapi.limit;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.provider.RateLimit;
import dev.hookwarden.providerapi.RateLimiter;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Counts in a DynamoDB table that all copies share: never more than the limit in any span of its window, as
 * docs/adr/0016-leases-in-one-record.md shows. A limit is of a key,
 * not of its version: a new key shares what the old one has used. For many threads. When nobody asks, nothing is done.
 */
public final class DynamoDbRateLimiter implements RateLimiter {
    private final LeaseTable table;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final EventLog log;
    private final Map<Counted, LeasedLimit> limits = new ConcurrentHashMap<>();

    /**
     * Makes the limiter of one copy; nothing is called yet.
     *
     * @param table its name; partition key {@code id}, a text, and time to live in {@code expiresAt}
     * @param random spreads the copies that wait for the same moment; must differ between copies that come from one snapshot
     */
    public DynamoDbRateLimiter(
            DynamoDbClient dynamoDb, String table, InstantSource clock, RandomGenerator random, EventLog log) {
        this(new DynamoDbLeaseTable(dynamoDb, table), clock, random, log);
    }

    DynamoDbRateLimiter(LeaseTable table, InstantSource clock, RandomGenerator random, EventLog log) {
        this.table = table;
        this.clock = clock;
        this.random = random;
        this.log = log;
    }

    @Override
    public Permission ask(ProviderKey key, RateLimit limit) {
        Counted counted = new Counted(key.id() + "#" + limit.endpointClass(), limit);
        LeasedLimit leased =
                limits.computeIfAbsent(counted, of -> new LeasedLimit(of.id(), of.limit(), table, clock, random));
        try {
            return leased.ask();
        } catch (LeasesUnavailableException unavailable) {
            log.write(LogLine.of(LogEvent.RATE_LIMIT_UNAVAILABLE)
                    .with("limit", counted.id())
                    .with("reason", String.valueOf(unavailable.getMessage())));
            return new Permission.Unknown();
        }
    }

    private record Counted(String id, RateLimit limit) {}
}
