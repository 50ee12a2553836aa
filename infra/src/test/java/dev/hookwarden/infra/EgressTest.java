package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EgressTest {
    private static final Template ROOT = Templates.root();
    private static final Template EGRESS = Templates.nested("infra/egress.yaml");

    @Test
    void whoeverCallsProvidersDoesSoFromOurAddresses() {
        assertThat(callingFromAnywhere(ROOT)).isEmpty();
    }

    @Test
    void breaksWhenRotationCallsFromAnywhere() {
        assertThat(callingFromAnywhere(ROOT.without("RotationFunction", "Properties", "VpcConfig")))
                .containsExactly("RotationFunction");
    }

    @Test
    void breaksWhenARoleMayNotConnect() {
        assertThat(callingFromAnywhere(
                        ROOT.with("IngestRole", "EgressNetwork", "Properties", "Parameters", "CallerRoleNames")))
                .containsExactly("ProcessorFunction", "RotationFunction", "ProbeFunction");
    }

    @Test
    void isOffUnlessItIsAskedFor() {
        assertThat(Stream.of("FirewallInFront", "EgressNetwork", "DomainInFront"))
                .allSatisfy(wall -> assertThat(new DefaultValues(ROOT)
                                .text(new Node(Map.of(
                                        "Fn::If",
                                        List.of(
                                                ROOT.resource(wall)
                                                        .body()
                                                        .at("Condition")
                                                        .text(),
                                                "on",
                                                "off")))))
                        .isEqualTo("off"));
    }

    @Test
    void nothingComesIn() {
        assertThat(openToTheWorld(EGRESS)).isEmpty();
    }

    @Test
    void breaksWhenTheWorldMayComeIn() {
        Map<String, Object> open = Map.of("IpProtocol", "tcp", "FromPort", 443, "CidrIp", "0.0.0.0/0");

        assertThat(openToTheWorld(EGRESS.with(List.of(open), "Callers", "Properties", "SecurityGroupIngress")))
                .containsExactly("Callers");
    }

    @Test
    void privateSubnetsGoOutThroughTheirOwnZonesAddress() {
        assertThat(Stream.of("A", "B")).allSatisfy(zone -> {
            assertThat(EGRESS.resource("PrivateRoute" + zone)
                            .property("NatGatewayId", "Ref")
                            .text())
                    .isEqualTo("Nat" + zone);
            assertThat(Reference.in(EGRESS.resource("Nat" + zone).property("AllocationId")))
                    .containsExactly(new Reference("Address" + zone, "AllocationId"));
            assertThat(EGRESS.resource("PrivateSubnet" + zone)
                            .property("MapPublicIpOnLaunch")
                            .value())
                    .isEqualTo(false);
        });
    }

    @Test
    void theCodeItselfMayNotTouchTheNetwork() {
        assertThat(EGRESS.resource("ConnectFunctions")
                        .property("PolicyDocument", "Statement")
                        .items())
                .anySatisfy(statement -> {
                    assertThat(statement.at("Effect").text()).isEqualTo("Deny");
                    assertThat(statement.at("Action").text()).isEqualTo("ec2:*");
                    assertThat(statement
                                    .at("Condition", "ArnLike", "lambda:SourceFunctionArn")
                                    .exists())
                            .isTrue();
                });
    }

    /** The functions that know a provider's address, and that Egress would not bring into the network. */
    static List<String> callingFromAnywhere(Template root) {
        return LambdaFunction.of(root).stream()
                .filter(function ->
                        function.environment().keySet().stream().anyMatch(name -> name.endsWith("_API_URL")))
                .filter(function ->
                        !Reference.in(function.property("VpcConfig")).toList().contains(new Reference("HasEgress", ""))
                                || root.resource("EgressNetwork")
                                        .property("Parameters", "CallerRoleNames")
                                        .walk()
                                        .flatMap(Reference::in)
                                        .noneMatch(role -> role.target()
                                                .equals(function.referred("Role")
                                                        .id())))
                .map(LambdaFunction::id)
                .toList();
    }

    static List<String> openToTheWorld(Template template) {
        return template.resources("AWS::EC2::SecurityGroup").stream()
                .filter(group -> group.property("SecurityGroupIngress").items().stream()
                        .anyMatch(rule -> rule.at("CidrIp").exists()))
                .map(Resource::id)
                .toList();
    }
}
