package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.Node;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final Template ROOT = Templates.root();
    private static final Template PROVIDER = Templates.provider();
    private static final Template KEY = Templates.key();
    private static final String KEY_NAME = "hookwarden/${Stage}/${Provider}/${KeyName}";

    @Test
    void everyKeyOfEveryProviderIsMade() {
        Stream<ProviderKey> constants = Provider.ALL.stream().flatMap(provider -> provider.keys().stream());

        assertThat(made(PROVIDER)).isEqualTo(constants.map(ProviderKey::id).collect(Collectors.toSet()));
    }

    @Test
    void breaksWhenAKeyIsNotMade() {
        assertThat(made(PROVIDER.without("ApiKey")))
                .contains("zenoo/signing-key")
                .doesNotContain("zenoo/api-key");
    }

    @Test
    void aKeyForBothUsesIsMadeOnce() {
        assertThat(PROVIDER.resource("ApiKey").body().at("Condition").text()).isEqualTo("HasSeparateApiKey");
    }

    @Test
    void everySecretIsBornEmpty() {
        assertThat(withValue(KEY)).isEmpty();
    }

    @Test
    void breaksWhenAKeyPassesThroughTheTemplate() {
        assertThat(withValue(KEY.with("k", "Key", "Properties", "SecretString")))
                .containsExactly("Key");
    }

    @Test
    void everyKeyHasItsInbox() {
        assertThat(KEY.resources("AWS::SecretsManager::Secret"))
                .extracting(secret -> secret.property("Name", "Fn::Sub").text())
                .containsExactlyInAnyOrder(KEY_NAME, KEY_NAME + "/inbox");
    }

    /** The keys that every stanza makes with this template, as {@code zenoo/api-key}. */
    private static Set<String> made(Template provider) {
        Set<String> made = new HashSet<>();
        for (Resource stanza : ROOT.resources("AWS::CloudFormation::Stack")) {
            Node given = stanza.property("Parameters");
            if (stanza.property("TemplateURL").text().equals(PROVIDER.path())) {
                provider.resources("AWS::CloudFormation::Stack").stream()
                        .filter(stack -> stack.property("TemplateURL").text().equals("key.yaml"))
                        .map(key -> given.at(key.property("Parameters", "KeyName", "Ref")
                                        .text())
                                .text())
                        .filter(name -> !name.isEmpty())
                        .forEach(name -> made.add(given.at("Provider").text() + "/" + name));
            }
        }
        return made;
    }

    static List<String> withValue(Template template) {
        return template.resources("AWS::SecretsManager::Secret").stream()
                .filter(secret -> secret.property("SecretString").exists()
                        || secret.property("GenerateSecretString").exists())
                .map(Resource::id)
                .toList();
    }
}
