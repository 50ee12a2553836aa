package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The policies on the secrets themselves, which refuse everyone but the roles that they name. */
class KeyWallsTest {
    private static final Template ROOT = Templates.root();
    private static final Template KEY = Templates.key();

    /** What reads a key, or puts another one in its place. */
    private static final Set<String> WALLED = Set.of(
            "secretsmanager:GetSecretValue",
            "secretsmanager:PutSecretValue",
            "secretsmanager:UpdateSecret",
            "secretsmanager:UpdateSecretVersionStage");

    /** What an administrator takes the wall down with, and what CloudFormation does in the name of whoever deploys. */
    private static final Set<String> LEFT_OPEN = Set.of(
            "secretsmanager:DeleteResourcePolicy",
            "secretsmanager:DescribeSecret",
            "secretsmanager:PutResourcePolicy",
            "secretsmanager:RotateSecret",
            "secretsmanager:TagResource");

    @Test
    void everySecretRefusesAllButNamedRoles() {
        assertThat(unwalled(KEY)).isEmpty();
    }

    @Test
    void breaksWhenASecretHasNoWall() {
        assertThat(unwalled(KEY.without("InboxWall"))).containsExactly("Inbox");
    }

    @Test
    void breaksWhenAWallLetsAKeyBeOverwritten() {
        Node statements = KEY.resource("KeyWall").property("ResourcePolicy", "Statement");
        List<Object> rest = Stream.of(
                        statements.items().getFirst(), statements.items().getLast())
                .map(Node::value)
                .map(Object.class::cast)
                .toList();

        assertThat(unwalled(KEY.with(rest, "KeyWall", "Properties", "ResourcePolicy", "Statement")))
                .containsExactly("Key");
    }

    @Test
    void noAdministratorIsLockedOut() {
        assertThat(KEY.resources("AWS::SecretsManager::ResourcePolicy"))
                .isNotEmpty()
                .allSatisfy(wall -> assertThat(denied(wall)).doesNotContainAnyElementsOf(LEFT_OPEN));
    }

    @Test
    void everySecretRefusesPlainTransport() {
        assertThat(takingPlainTransport(KEY)).isEmpty();
    }

    @Test
    void breaksWhenASecretTakesPlainTransport() {
        assertThat(takingPlainTransport(KEY.without("KeyWall"))).containsExactly("Key");
    }

    @Test
    void everyRoleThatReadsKeysIsNamedToEveryProvider() {
        assertThat(unnamed(ROOT)).isEmpty();
    }

    @Test
    void breaksWhenARoleThatReadsKeysIsNotNamed() {
        assertThat(unnamed(ROOT.with("arn", "Zenoo", "Properties", "Parameters", "KeyRoleArns")))
                .containsExactly(
                        "Zenoo does not name IngestRole",
                        "Zenoo does not name ProcessorRole",
                        "Zenoo does not name RotationRole",
                        "Zenoo does not name ProbeRole");
    }

    @Test
    void peoplesRolesAreNamedAsFarAsTheyGo() {
        assertThat(named(ROOT, "Zenoo", "KeyRoleArns"))
                .contains("Operators.Outputs.KeyOperatorRoleArn")
                .doesNotContain("Operators.Outputs.KeySubmitterRoleArn");
        assertThat(named(ROOT, "Zenoo", "InboxRoleArns"))
                .containsExactlyInAnyOrder(
                        "RotationRole.Arn",
                        "Operators.Outputs.KeyOperatorRoleArn",
                        "Operators.Outputs.KeySubmitterRoleArn");
    }

    /** The secrets that let somebody read or replace what is in them whom they don't name. */
    static List<String> unwalled(Template template) {
        return secrets(template)
                .filter(secret -> !walls(template, secret)
                        .flatMap(wall -> denied(wall).stream())
                        .collect(Collectors.toSet())
                        .containsAll(WALLED))
                .toList();
    }

    /** The roles that a provider's stanza lets read keys, and that its secrets would refuse. */
    static List<String> unnamed(Template root) {
        return root.resources("AWS::IAM::Role").stream()
                .map(role -> Role.of(role, Templates.all()))
                .filter(role -> role.actions().contains("secretsmanager:GetSecretValue"))
                .map(Role::id)
                .flatMap(role -> stanzas(root)
                        .filter(stanza -> named(root, stanza, role + "Name").contains(role + "."))
                        .filter(stanza -> !named(root, stanza, "KeyRoleArns").contains(role + ".Arn"))
                        .map(stanza -> stanza + " does not name " + role))
                .toList();
    }

    private static Stream<String> stanzas(Template root) {
        return root.resources("AWS::CloudFormation::Stack").stream()
                .filter(stack -> stack.property("TemplateURL").text().equals("infra/provider.yaml"))
                .map(Resource::id);
    }

    private static List<String> takingPlainTransport(Template template) {
        return secrets(template)
                .filter(secret -> walls(template, secret)
                        .flatMap(wall -> wall.property("ResourcePolicy", "Statement").items().stream())
                        .noneMatch(statement -> statement
                                .at("Condition", "Bool", "aws:SecureTransport")
                                .text()
                                .equals("false")))
                .toList();
    }

    private static Stream<String> secrets(Template template) {
        return template.resources("AWS::SecretsManager::Secret").stream().map(Resource::id);
    }

    private static Stream<Resource> walls(Template template, String secret) {
        return template.resources("AWS::SecretsManager::ResourcePolicy").stream()
                .filter(wall -> wall.property("SecretId", "Ref").text().equals(secret));
    }

    /** What a wall refuses to those it doesn't name, plain transport aside. */
    private static Set<String> denied(Resource wall) {
        return wall.property("ResourcePolicy", "Statement").items().stream()
                .filter(statement -> statement.at("Effect").text().equals("Deny")
                        && statement.at("Principal").text().equals("*")
                        && !statement.at("Condition", "Bool").exists())
                .flatMap(statement -> statement.at("Action").texts().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> named(Template root, String stanza, String parameter) {
        return root.resource(stanza)
                .property("Parameters", parameter)
                .walk()
                .flatMap(Reference::in)
                .map(reference -> reference.target() + "." + reference.attribute())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
