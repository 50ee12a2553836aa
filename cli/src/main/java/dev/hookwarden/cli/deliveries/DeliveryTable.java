package dev.hookwarden.cli.deliveries;

import dev.hookwarden.cli.installation.Installation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The option that names the table of deliveries, which is looked for without it. */
public final class DeliveryTable {
    @Option(names = "--table", paramLabel = "NAME", description = "The table of deliveries, when it isn't found.")
    private @Nullable String name;

    /** The deliveries that the installation remembers. */
    public VerifiedDeliveries of(Installation installation) {
        return VerifiedDeliveries.in(installation.client(DynamoDbClient.builder()), installation.stage(), name);
    }
}
