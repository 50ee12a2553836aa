package dev.hookwarden.local.aws.secretsmanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsActions;
import dev.hookwarden.local.aws.AwsInput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** TagResource and UntagResource. */
record Tags(Vault vault) {
    private static final int MAX = 50;
    private static final int MAX_KEY = 128;
    private static final int MAX_VALUE = 256;

    void addTo(AwsActions actions) {
        actions.with("TagResource", Set.of("SecretId", "Tags"), this::tag)
                .with("UntagResource", Set.of("SecretId", "TagKeys"), this::untag);
    }

    /** The tags in a request, checked. */
    static Map<String, String> in(AwsInput input) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (AwsInput tag : input.objects("Tags")) {
            tag.allowOnly(Set.of("Key", "Value"));
            String key = tag.requiredText("Key");
            String value = tag.text("Value", "");
            if (key.isEmpty() || key.length() > MAX_KEY || value.length() > MAX_VALUE || key.startsWith("aws:")) {
                throw Refusals.parameter("The tag " + key + " is not allowed.");
            }
            tags.put(key, value);
        }
        return checked(tags);
    }

    private static Map<String, String> checked(Map<String, String> tags) {
        if (tags.size() > MAX) {
            throw Refusals.parameter("A secret can have at most " + MAX + " tags.");
        }
        return tags;
    }

    private ObjectNode tag(AwsInput input) {
        vault.change(input.requiredText("SecretId"), secret -> {
            Map<String, String> tags = new LinkedHashMap<>(secret.details().tags());
            tags.putAll(in(input));
            return secret.with(secret.details().with(checked(tags)));
        });
        return Answers.empty();
    }

    private ObjectNode untag(AwsInput input) {
        vault.change(input.requiredText("SecretId"), secret -> {
            Map<String, String> tags = new LinkedHashMap<>(secret.details().tags());
            input.texts("TagKeys").forEach(tags::remove);
            return secret.with(secret.details().with(tags));
        });
        return Answers.empty();
    }
}
