package dev.hookwarden.local.aws.secretsmanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsError;
import dev.hookwarden.local.aws.AwsInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list: MaxResults and NextToken. The token is the place where the next page begins. */
final class Page {
    private static final int MAX = 100;

    private Page() {}

    /** The elements of the page that is asked for; the answer gets a NextToken when there are more. */
    static <T> List<T> of(List<T> all, AwsInput input, ObjectNode answer) {
        int size = input.whole("MaxResults", MAX);
        if (size < 1 || size > MAX) {
            throw Refusals.parameter("MaxResults must be within 1-" + MAX + ".");
        }
        int begin = begin(input.text("NextToken"), all.size());
        int end = Math.min(all.size(), begin + size);
        if (end < all.size()) {
            answer.put("NextToken", Integer.toString(end));
        }
        return all.subList(begin, end);
    }

    private static int begin(@Nullable String token, int size) {
        if (token == null) {
            return 0;
        }
        try {
            return Math.clamp(Integer.parseInt(token), 0, size);
        } catch (NumberFormatException e) {
            throw AwsError.refused("InvalidNextTokenException", "The NextToken value is invalid.");
        }
    }
}
