package dev.hookwarden.rotation;

import java.util.Map;

/** The same ports with another part in one place. */
final class Replaced {
    private Replaced() {}

    static RotationPorts proof(RotationPorts ports, ProviderAnswer answer) {
        return with(
                ports,
                (provider, key) -> answer,
                ports.canaryPost(),
                ports.canaryRecords(),
                ports.installations(),
                ports.notices());
    }

    static RotationPorts canaryPost(RotationPorts ports, CanaryPost post) {
        return with(ports, ports.apiKeyProof(), post, ports.canaryRecords(), ports.installations(), ports.notices());
    }

    static RotationPorts canaryRecords(RotationPorts ports, CanaryRecords records) {
        return with(ports, ports.apiKeyProof(), ports.canaryPost(), records, ports.installations(), ports.notices());
    }

    static RotationPorts installation(RotationPorts ports, String providerId, KeyInstallation installation) {
        return with(
                ports,
                ports.apiKeyProof(),
                ports.canaryPost(),
                ports.canaryRecords(),
                Map.of(providerId, installation),
                ports.notices());
    }

    static RotationPorts notices(RotationPorts ports, Notices notices) {
        return with(
                ports, ports.apiKeyProof(), ports.canaryPost(), ports.canaryRecords(), ports.installations(), notices);
    }

    private static RotationPorts with(
            RotationPorts ports,
            ApiKeyProof proof,
            CanaryPost post,
            CanaryRecords records,
            Map<String, KeyInstallation> installations,
            Notices notices) {
        return new RotationPorts(
                ports.secretsManager(),
                proof,
                post,
                records,
                installations,
                ports.events(),
                notices,
                ports.clock(),
                ports.pause(),
                ports.random());
    }
}
