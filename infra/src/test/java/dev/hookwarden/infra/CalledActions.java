package dev.hookwarden.infra;

import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The AWS actions that code of ours calls, read from its class files: every method of an SDK client that it can reach. */
final class CalledActions {
    private static final Pattern CLIENT = Pattern.compile("software/amazon/awssdk/services/([a-z0-9]+)/\\w+Client");
    private static final Set<String> NO_CALLS = Set.of("builder", "close");

    /** What IAM calls the services that the SDK's packages are named for. */
    private static final Map<String, String> SERVICES = Map.of(
            "cloudwatch", "cloudwatch",
            "dynamodb", "dynamodb",
            "eventbridge", "events",
            "s3", "s3",
            "secretsmanager", "secretsmanager",
            "sns", "sns",
            "sqs", "sqs");

    /** Classes of ours that call without a client of the SDK, and what. */
    private static final Map<String, String> WITHOUT_CLIENT =
            Map.of("dev/hookwarden/ingest/S3PayloadStore", "s3:PutObject");

    private final Set<String> actions = new TreeSet<>();

    private CalledActions() {}

    /** The actions that can be reached from this class, as {@code sqs:SendMessage}. */
    static Set<String> from(String className) {
        CalledActions called = new CalledActions();
        ReachableClasses.from(className).forEach(called::note);
        return called.actions;
    }

    private void note(ClassModel model) {
        Optional.ofNullable(WITHOUT_CLIENT.get(model.thisClass().asInternalName()))
                .ifPresent(actions::add);
        model.constantPool().forEach(this::note);
    }

    private void note(PoolEntry entry) {
        if (entry instanceof MemberRefEntry member) {
            Matcher client = CLIENT.matcher(member.owner().asInternalName());
            String method = member.name().stringValue().replaceFirst("Paginator$", "");
            if (client.matches() && !NO_CALLS.contains(method)) {
                actions.add(
                        service(client.group(1)) + ":" + Character.toUpperCase(method.charAt(0)) + method.substring(1));
            }
        }
    }

    private static String service(String sdkPackage) {
        return Objects.requireNonNull(SERVICES.get(sdkPackage), () -> "IAM's name of " + sdkPackage);
    }
}
