package dev.hookwarden.cli.keys;

import dev.hookwarden.local.keys.KnownKeys;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.secrets.KeyStates;
import dev.hookwarden.secrets.SecretNames;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The keys and deliveries of one installation, local or on AWS. */
final class Installation implements AutoCloseable {
    /** The stage of the local stack. */
    static final String LOCAL = "local";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AwsChoice choice;
    private final SecretNames names;
    private final SecretsManagerClient secrets;
    private final DynamoDbClient dynamoDb;
    private final KeyStates states;

    private Installation(AwsChoice choice, SecretsManagerClient secrets, DynamoDbClient dynamoDb) {
        this.choice = choice;
        this.names = new SecretNames("hookwarden/" + choice.stage());
        this.secrets = secrets;
        this.dynamoDb = dynamoDb;
        this.states = new KeyStates(secrets, names);
    }

    static Installation open(AwsChoice choice) {
        return new Installation(
                choice, client(SecretsManagerClient.builder(), choice), client(DynamoDbClient.builder(), choice));
    }

    private static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(
            B builder, AwsChoice choice) {
        builder.httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(configuration -> configuration.apiCallTimeout(PATIENCE));
        if (choice.isLocal()) {
            builder.region(Region.US_EAST_1)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                    .endpointOverride(URI.create(choice.localEndpoint()));
        } else {
            choose(builder, choice.profile(), choice.endpoint());
        }
        if (choice.region() != null) {
            builder.region(Region.of(choice.region()));
        }
        return builder.build();
    }

    private static <B extends AwsClientBuilder<B, C>, C> void choose(
            B builder, @Nullable String profile, @Nullable String endpoint) {
        if (profile != null) {
            builder.credentialsProvider(ProfileCredentialsProvider.create(profile))
                    .overrideConfiguration(configuration -> configuration
                            .apiCallTimeout(PATIENCE)
                            .defaultProfileFile(ProfileFile.defaultProfileFile())
                            .defaultProfileName(profile));
        }
        if (endpoint != null) {
            builder.endpointOverride(URI.create(endpoint));
        }
    }

    /** Where the key stands; {@link RefusedException} when the installation has no such secret. */
    KeyState state(ProviderKey key) {
        return states.read(key)
                .orElseThrow(() -> new RefusedException("There is no secret " + names.secret(key)
                        + ", or it is to be deleted. Is it the right --stack and --region, and is the"
                        + " stack deployed?"));
    }

    /** Where this key stands, or every key that the installation has. */
    List<KeyState> states(Optional<ProviderKey> key) {
        if (key.isPresent()) {
            return List.of(state(key.get()));
        }
        List<KeyState> found = KeyConverter.all().stream()
                .flatMap(each -> states.read(each).stream())
                .toList();
        if (found.isEmpty()) {
            throw new RefusedException("There are no keys under " + names.prefix()
                    + "/. Is it the right --stack and --region, and is the stack deployed?");
        }
        return found;
    }

    KeySecret secret(ProviderKey key) {
        return new KeySecret(secrets, names.secret(key), names.inbox(key));
    }

    /** Every key of it with all its versions. Reads their values. */
    KnownKeys knownKeys() {
        return KnownKeys.read(secrets, names, states(Optional.empty()));
    }

    /**
     * The deliveries that it remembers.
     *
     * @param table the table's name, or null to look for it
     */
    VerifiedDeliveries deliveries(@Nullable String table) {
        return VerifiedDeliveries.in(dynamoDb, choice.stage(), table);
    }

    boolean isLocal() {
        return choice.isLocal();
    }

    /** The key with the options that name this installation, to stand in a command. */
    String argument(ProviderKey key) {
        return key.id() + choice.options();
    }

    @Override
    public void close() {
        secrets.close();
        dynamoDb.close();
    }
}
