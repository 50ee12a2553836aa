package dev.hookwarden.cli.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.SecretNames;
import dev.hookwarden.signing.SigningKey;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The keys that the providers sign with, and their rotations. */
final class SigningKeys {
    private static final SecretNames NAMES = new SecretNames("hookwarden/local");

    private final Map<Provider, SigningKey> current = new ConcurrentHashMap<>();
    private final HttpClient http;
    private final Random random;
    private int begun;

    SigningKeys(HttpClient http, Random random) {
        this.http = http;
        this.random = random;
    }

    SigningKey current(Provider provider) {
        return Objects.requireNonNull(current.get(provider), "no stack was ready yet");
    }

    /** Learns which keys are current; a stack that can't be asked leaves those that were. */
    void learnFrom(Running stack) {
        try (SecretsManagerClient secrets = secrets(stack)) {
            for (Provider provider : Provider.ALL) {
                String text = secrets.getSecretValue(get -> get.secretId(NAMES.secret(provider.signingKey())))
                        .secretString();
                current.put(provider, provider.scheme().signingKey(text));
            }
        } catch (SdkException killed) {
            // The next start is asked again.
        }
    }

    /** Submits a candidate and has it rotated in, unless a rotation is under way or the stack ends meanwhile. */
    void rotate(Running stack, Provider provider) throws InterruptedException {
        ProviderKey key = provider.signingKey();
        try (SecretsManagerClient secrets = secrets(stack)) {
            String candidate = provider.equals(Provider.JOBSITEON) ? issued(stack, provider) : generated();
            secrets.putSecretValue(put -> put.secretId(NAMES.inbox(key)).secretString(candidate));
            secrets.rotateSecret(rotate -> rotate.secretId(NAMES.secret(key)));
            begun++;
        } catch (SdkException | IOException killedOrUnderWay) {
            // As a person, who would try again another time.
        }
    }

    private String issued(Running stack, Provider provider) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(stack.api().resolve("/_providers/" + provider.id() + "/keys"))
                .POST(BodyPublishers.noBody())
                .build();
        return new ObjectMapper()
                .readTree(http.send(request, BodyHandlers.ofString()).body())
                .path("key")
                .asText();
    }

    private String generated() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** How many rotations the stack has begun. */
    int rotationsBegun() {
        return begun;
    }

    /** The secrets in which a pending version still waits to become current. */
    List<String> unfinished(Running stack) {
        try (SecretsManagerClient secrets = secrets(stack)) {
            return Provider.ALL.stream()
                    .map(provider -> NAMES.secret(provider.signingKey()))
                    .filter(
                            secret -> secrets
                                    .describeSecret(describe -> describe.secretId(secret))
                                    .versionIdsToStages()
                                    .values()
                                    .stream()
                                    .anyMatch(
                                            stages -> stages.contains("AWSPENDING") && !stages.contains("AWSCURRENT")))
                    .toList();
        }
    }

    private static SecretsManagerClient secrets(Running stack) {
        return new AwsSide(stack.aws()).client(SecretsManagerClient.builder());
    }
}
