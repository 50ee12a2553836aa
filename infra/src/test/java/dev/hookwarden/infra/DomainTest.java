package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DomainTest {
    private static final Template ROOT = Templates.root();
    private static final Template DOMAIN = Templates.nested("infra/domain.yaml");
    private static final String API = "https://${WebhookApi}.execute-api.";

    @Test
    void aDomainClosesTheApisOwnAddress() {
        assertThat(leftOpen(ROOT)).isEmpty();
    }

    @Test
    void breaksWhenTheApisOwnAddressStaysOpen() {
        assertThat(leftOpen(ROOT.with(false, "WebhookApi", "Properties", "DisableExecuteApiEndpoint")))
                .containsExactly("WebhookApi");
    }

    @Test
    void whateverNamesOurAddressNamesTheDomainWhereThereIsOne() {
        assertThat(ignoringTheDomain(ROOT)).isEmpty();
    }

    @Test
    void breaksWhenCanariesGoToAClosedAddress() {
        Template broken = ROOT.with(
                API + "${AWS::Region}.amazonaws.com",
                "RotationFunction",
                "Properties",
                "Environment",
                "Variables",
                "WEBHOOK_BASE_URL",
                "Fn::Sub");

        assertThat(ignoringTheDomain(broken)).hasSize(1);
    }

    @Test
    void webhookAddressesHaveNoBasePath() {
        assertThat(DOMAIN.resource("Mapping").property("BasePath").exists()).isFalse();
    }

    @Test
    void theCertificateIsYoursOrMade() {
        assertThat(DOMAIN.resource("Domain").property("RegionalCertificateArn", "Fn::If").items().stream()
                        .flatMap(choice -> choice.fields().isEmpty()
                                ? Stream.of(choice.text())
                                : Reference.in(choice).map(Reference::target)))
                .containsExactly("MakesCertificate", "Certificate", "CertificateArn");
    }

    /** The APIs that go on answering at their own address beside the domain. */
    static List<String> leftOpen(Template root) {
        return root.resources("AWS::Serverless::Api").stream()
                .filter(api -> !api.property("DisableExecuteApiEndpoint", "Fn::If").items().stream()
                        .map(Node::text)
                        .toList()
                        .equals(List.of("HasDomain", "true", "false")))
                .map(Resource::id)
                .toList();
    }

    /** The texts with the API's own address that stand where no domain can take their place. */
    static List<String> ignoringTheDomain(Template root) {
        List<String> all = addresses(root.body().walk());
        List<String> eitherOr = addresses(root.body()
                .walk()
                .map(node -> node.at("Fn::If").items())
                .filter(choice -> choice.size() == 3
                        && choice.getFirst().text().equals("HasDomain")
                        && choice.get(1).at("Fn::Sub").text().startsWith("https://${DomainName}"))
                .map(List::getLast));
        return all.stream().filter(address -> !eitherOr.contains(address)).toList();
    }

    private static List<String> addresses(Stream<Node> nodes) {
        return nodes.map(node -> node.at("Fn::Sub").text())
                .filter(text -> text.startsWith(API))
                .toList();
    }
}
