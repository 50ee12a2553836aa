package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.signing.Verification.Refused;
import dev.hookwarden.signing.Verification.Verified;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What no answer shows: how signatures are compared, and how often. */
final class SignatureMatchTest {
    private static final byte[] PAYLOAD = Attempt.PAYLOAD.getBytes(StandardCharsets.UTF_8);

    /** Time can't be measured in a test. What is called can be read: of all comparisons only this one promises it (its Javadoc, since Java 6). */
    @Test
    void comparesInConstantTimeAlone() throws IOException {
        assertThat(callsOf("find"))
                .contains("java/security/MessageDigest.isEqual")
                .noneMatch(call -> call.endsWith(".equals") || call.endsWith(".compare") || call.endsWith(".mismatch"));
    }

    @Test
    void triesEveryKeyAgainstEverySignatureAlsoAfterAMatch() {
        SigningKey key = SigningKey.ofText(Attempt.KEY);
        byte[] genuine = MacAlgorithm.HMAC_SHA256.sign(key, PAYLOAD);
        Looked presented = new Looked(List.of(genuine, new byte[32], genuine));
        Keyring keyring = new Keyring(List.of(
                new StagedKey(key, KeyStage.CURRENT, "v2"),
                new StagedKey(SigningKey.ofText(Attempt.OTHER_KEY), KeyStage.PENDING, "v3"),
                new StagedKey(key, KeyStage.PREVIOUS, "v1")));

        assertThat(SignatureMatch.find(keyring, MacAlgorithm.HMAC_SHA256, presented, PAYLOAD))
                .isInstanceOf(Verified.class);
        assertThat(presented.looks).isEqualTo(3 * 3);
    }

    /** Compared no further than it goes, an empty one would be genuine. */
    @Test
    void refusesThePartOfASignature() {
        SigningKey key = SigningKey.ofText(Attempt.KEY);
        Keyring keyring = new Keyring(List.of(new StagedKey(key, KeyStage.CURRENT, "v1")));
        byte[] genuine = MacAlgorithm.HMAC_SHA256.sign(key, PAYLOAD);

        for (int length = 0; length < genuine.length; length++) {
            assertThat(SignatureMatch.find(
                            keyring, MacAlgorithm.HMAC_SHA256, List.of(Arrays.copyOf(genuine, length)), PAYLOAD))
                    .isInstanceOf(Refused.class);
        }
    }

    private static List<String> callsOf(String method) throws IOException {
        try (InputStream compiled = SignatureMatch.class.getResourceAsStream("SignatureMatch.class")) {
            return ClassFile.of().parse(Objects.requireNonNull(compiled).readAllBytes()).methods().stream()
                    .filter(found -> found.methodName().equalsString(method))
                    .flatMap(found -> found.code().orElseThrow().elementStream())
                    .filter(InvokeInstruction.class::isInstance)
                    .map(InvokeInstruction.class::cast)
                    .map(call ->
                            call.owner().asInternalName() + "." + call.name().stringValue())
                    .toList();
        }
    }

    /** Signatures that count how often one is looked at. */
    private static final class Looked extends AbstractList<byte[]> {
        private final List<byte[]> signatures;
        private int looks;

        Looked(List<byte[]> signatures) {
            this.signatures = signatures;
        }

        @Override
        public byte[] get(int index) {
            looks++;
            return signatures.get(index);
        }

        @Override
        public int size() {
            return signatures.size();
        }
    }
}
