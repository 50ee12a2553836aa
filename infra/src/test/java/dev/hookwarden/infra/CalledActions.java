package dev.hookwarden.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The AWS actions that code of ours calls, read from its class files: every method of an SDK client that it can reach. */
final class CalledActions {
    private static final Pattern OURS = Pattern.compile("\\[*L?(dev/hookwarden/[^;]+);?");
    private static final Pattern CLIENT = Pattern.compile("software/amazon/awssdk/services/([a-z0-9]+)/\\w+Client");
    private static final Set<String> NO_CALLS = Set.of("builder", "close");

    /** What IAM calls the services that the SDK's packages are named for. */
    private static final Map<String, String> SERVICES = Map.of(
            "dynamodb", "dynamodb",
            "eventbridge", "events",
            "secretsmanager", "secretsmanager",
            "sns", "sns",
            "sqs", "sqs");

    private final Set<String> actions = new TreeSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> toRead = new ArrayDeque<>();

    private CalledActions() {}

    /** The actions that can be reached from this class, as {@code sqs:SendMessage}. */
    static Set<String> from(String className) {
        CalledActions called = new CalledActions();
        called.meet(className.replace('.', '/'));
        while (!called.toRead.isEmpty()) {
            called.read(called.toRead.remove());
        }
        return called.actions;
    }

    private void meet(String internalName) {
        Matcher ours = OURS.matcher(internalName);
        if (ours.matches() && seen.add(ours.group(1))) {
            toRead.add(ours.group(1));
        }
    }

    private void read(String internalName) {
        try (InputStream file = CalledActions.class.getResourceAsStream("/" + internalName + ".class")) {
            byte[] bytes = Objects.requireNonNull(file, internalName).readAllBytes();
            ClassFile.of().parse(bytes).constantPool().forEach(this::note);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(PoolEntry entry) {
        if (entry instanceof ClassEntry type) {
            meet(type.asInternalName());
        } else if (entry instanceof MemberRefEntry member) {
            Matcher client = CLIENT.matcher(member.owner().asInternalName());
            String method = member.name().stringValue();
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
