package dev.hookwarden.local.aws.secretsmanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsActions;
import dev.hookwarden.local.aws.AwsError;
import dev.hookwarden.local.aws.AwsInput;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** ListSecrets: filters by prefix, by creation or by name, in pages. */
record Listing(Vault vault) {
    private static final Set<String> MEMBERS =
            Set.of("IncludePlannedDeletion", "MaxResults", "NextToken", "Filters", "SortOrder", "SortBy");

    void addTo(AwsActions actions) {
        actions.with("ListSecrets", MEMBERS, this::list);
    }

    private ObjectNode list(AwsInput input) {
        boolean deletedToo = input.flag("IncludePlannedDeletion", false);
        List<Predicate<Secret>> filters =
                input.objects("Filters").stream().map(Listing::filter).toList();
        List<Secret> found = vault.store().all().stream()
                .filter(secret -> deletedToo || !secret.isDeleted())
                .filter(secret -> filters.stream().allMatch(filter -> filter.test(secret)))
                .sorted(order(input))
                .toList();
        ObjectNode answer = Answers.empty();
        ArrayNode entries = answer.putArray("SecretList");
        Page.of(found, input, answer)
                .forEach(secret -> entries.add(Descriptions.description(secret, "SecretVersionsToStages")));
        return answer;
    }

    private static Predicate<Secret> filter(AwsInput filter) {
        filter.allowOnly(Set.of("Key", "Values"));
        List<String> prefixes = filter.texts("Values");
        if (prefixes.stream().anyMatch(prefix -> prefix.startsWith("!"))) {
            throw AwsError.unsupported("a filter value that begins with !");
        }
        String key = filter.requiredText("Key");
        return switch (key) {
            case "name" -> secret -> anyHas(List.of(secret.identity().name()), prefixes);
            case "tag-key" -> secret -> anyHas(secret.details().tags().keySet(), prefixes);
            case "tag-value" -> secret -> anyHas(secret.details().tags().values(), prefixes);
            default -> throw AwsError.unsupported("the filter " + key);
        };
    }

    private static boolean anyHas(Collection<String> values, List<String> prefixes) {
        return values.stream().anyMatch(value -> prefixes.stream().anyMatch(value::startsWith));
    }

    private static Comparator<Secret> order(AwsInput input) {
        String by = input.text("SortBy", "created-date");
        Comparator<Secret> order = switch (by) {
            case "created-date" ->
                Comparator.comparing(secret -> secret.identity().createdAt());
            case "name" -> Comparator.comparing(secret -> secret.identity().name());
            default -> throw AwsError.unsupported("sorting by " + by);
        };
        return input.text("SortOrder", "asc").equals("desc") ? order.reversed() : order;
    }
}
