package dev.hookwarden.cli;

import dev.hookwarden.cli.installation.AddressConverter;
import dev.hookwarden.cli.installation.HttpAddress;
import dev.hookwarden.cli.installation.ProviderConverter;
import dev.hookwarden.cli.output.Format;
import dev.hookwarden.cli.output.JsonText;
import dev.hookwarden.cli.surroundings.Surroundings;
import dev.hookwarden.local.sending.Samples;
import dev.hookwarden.local.sending.WebhookClient;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.SigningKey;
import dev.hookwarden.signing.UnusableKeyException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs a payload as a provider does and posts it. */
@Command(
        name = "send",
        description = "Signs a payload as the provider does, posts it, and prints status and body.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  hookwarden send zenoo                       a fresh sample, to the local stack",
            "  hookwarden send zenoo --file payload.json   these bytes; again makes a duplicate",
            "  hookwarden send zenoo --tamper              changed after it was signed: refused",
            "  hookwarden send jobsiteon --url https://... --key-stdin < key.txt"
        })
final class SendCommand implements Callable<Integer> {
    private static final String RECEIVED_AT = "http://127.0.0.1:3000/webhooks/";

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "PROVIDER",
            converter = ProviderConverter.class,
            completionCandidates = ProviderConverter.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Provider provider;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(names = "--file", paramLabel = "F", description = "The payload. Without it, a fresh sample.")
    private @Nullable Path file;

    @Option(
            names = "--url",
            paramLabel = "U",
            converter = AddressConverter.class,
            description = "The webhook address. Without it, the local stack's at port 3000.")
    private @Nullable URI url;

    @Option(
            names = "--key-stdin",
            description = "Read the signing key from standard input. Without it, it is read from the local stack.")
    private boolean keyFromStandardInput;

    @Option(
            names = "--tamper",
            description = "Change the payload after signing it, by one bit or, if it is empty, a byte.")
    private boolean tamper;

    private SendCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The command, at work in these surroundings. */
    static CommandLine in(Surroundings surroundings) {
        return new CommandLine(new SendCommand(surroundings));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (url != null) {
            HttpAddress.defect("--url", url, RECEIVED_AT + provider.id()).ifPresent(defect -> {
                throw wrong(defect);
            });
        }
        byte[] payload = file == null ? Samples.ofCheckout().fresh(provider) : read(file);
        Map<String, String> headers = new HashMap<>(Samples.ofCheckout().headers(provider));
        headers.putAll(WebhookClient.sign(provider, key(provider), payload));
        URI target = url == null ? URI.create(RECEIVED_AT + provider.id()) : url;
        return post(target, headers, tamper ? changed(payload) : payload);
    }

    /** With one bit changed; with one byte more where there is none. */
    private static byte[] changed(byte[] payload) {
        byte[] changed = Arrays.copyOf(payload, Math.max(1, payload.length));
        changed[changed.length / 2] ^= 1;
        return changed;
    }

    private byte[] read(Path wanted) {
        try {
            return Files.readAllBytes(wanted);
        } catch (IOException unreadable) {
            throw wrong("--file can't be read: " + wanted + " ("
                    + unreadable.getClass().getSimpleName() + ")");
        }
    }

    private int post(URI target, Map<String, String> headers, byte[] payload) throws IOException, InterruptedException {
        try (WebhookClient client = new WebhookClient()) {
            HttpResponse<String> answer = client.post(target, headers, payload);
            spec.commandLine().getOut().println(format.isJson() ? JsonText.of(facts(answer)) : shown(answer));
            return answer.statusCode() == 200 ? 0 : 1;
        } catch (ConnectException refused) {
            throw new IOException(
                    "Nothing answers at " + target + ". Start the local stack with ./hookwarden local, or say --url",
                    refused);
        }
    }

    private static String shown(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body();
    }

    private static Map<String, Object> facts(HttpResponse<String> answer) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("status", answer.statusCode());
        facts.put("body", answer.body());
        return facts;
    }

    private SigningKey key(Provider provider) throws IOException {
        String text = keyFromStandardInput
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip()
                : LocalSecrets.currentKey(provider, surroundings.environment());
        try {
            return provider.scheme().signingKey(text);
        } catch (UnusableKeyException unusable) {
            if (keyFromStandardInput) {
                throw wrong("This can't sign: " + unusable.getMessage());
            }
            throw new IOException(
                    "The local stack has no key of " + provider.id()
                            + " to sign with, it was revoked. Submit a new one and rotate"
                            + " (./hookwarden keys), or give one with --key-stdin",
                    unusable);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
