package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.Node;
import dev.hookwarden.provider.Provider;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FirewallTest {
    private static final Template ROOT = Templates.root();
    private static final Template FIREWALL = Templates.nested("infra/firewall.yaml");

    @Test
    void letsEveryProvidersPathThroughAndNoOther() {
        Pattern paths = paths(Stack.servingAll(Map.of("Firewall", "true")));

        assertThat(Provider.ALL).allSatisfy(provider -> {
            assertThat("/webhooks/" + provider.id()).matches(paths);
            assertThat("/staging/webhooks/" + provider.id()).matches(paths);
        });
        assertThat(List.of(
                        "/staging/webhooks/zen%6Fo",
                        "/staging/webhooks/zenoo/",
                        "/staging/webhooks/jobsiteon/../zenoo",
                        "/staging/webhooks//zenoo",
                        "/staging/webhooks/ZENOO",
                        "/"))
                .noneMatch(path -> paths.matcher(path).matches());
    }

    @Test
    void letsNoPathThroughOfAProviderThatIsOff() {
        Pattern paths = paths(Stack.root(Map.of("Firewall", "true")));

        assertThat("/webhooks/zenoo").matches(paths);
        assertThat("/webhooks/github").doesNotMatch(paths);
    }

    private static Pattern paths(Stack stack) {
        return stack.resources("AWS::WAFv2::WebACL")
                .flatMap(firewall -> firewall.property("Rules").walk())
                .map(node -> node.at("RegexString"))
                .filter(Node::exists)
                .map(regex -> Pattern.compile(regex.text()))
                .findFirst()
                .orElseThrow();
    }

    /** The rules by path come after it: it alone is told in no other way of writing a path. */
    @Test
    void looksAtThePathFirstAndAsItWasSent() {
        assertThat(rule(FIREWALL, "webhook-paths-only").at("Priority").number()).isZero();
        assertThat(FIREWALL.body().walk().flatMap(node -> node.at("TextTransformations").items().stream()))
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.at("Type").text()).isEqualTo("NONE"));
    }

    @Test
    void everyProviderWithAddressesMayBeHeldToThem() {
        assertThat(unscoped(FIREWALL)).isEmpty();
    }

    @Test
    void breaksWhenAProvidersAddressesCountForEveryPath() {
        String text = "/webhooks/";
        Node rules = FIREWALL.resource("Firewall").property("Rules");
        Template broken = FIREWALL.with(
                rules.items().stream()
                        .map(rule -> rule.walk()
                                        .anyMatch(node -> node.at("Name").text().startsWith("zenoo-"))
                                ? new Node(null).with(text, "Name").value()
                                : rule.value())
                        .toList(),
                "Firewall",
                "Properties",
                "Rules");

        assertThat(unscoped(broken)).containsExactly("zenoo");
    }

    @Test
    void ourCanariesComeThroughWhereverAddressesAreKnown() {
        assertThat(Stream.of("ZenooSenders", "JobsiteonSenders")
                        .map(id -> FIREWALL.resource(id).property("Addresses", "Fn::If")))
                .allSatisfy(choice -> {
                    assertThat(choice.items().getFirst().text()).isEqualTo("KnowsOurselves");
                    assertThat(choice.items().get(1).walk().flatMap(Reference::in))
                            .contains(new Reference("OwnAddresses", ""));
                });
    }

    @Test
    void addressesWithoutEgressAreRefusedForTheyWouldTurnCanariesAway() {
        assertThat(askedWithAddresses(ROOT)).containsExactlyInAnyOrder("Firewall", "Egress");
    }

    @Test
    void breaksWhenAddressesMayTurnCanariesAway() {
        Template broken = new Template(ROOT.path(), ROOT.body().without("Rules", "AddressesNeedTheFirewall"));

        assertThat(askedWithAddresses(broken)).isEmpty();
    }

    @Test
    void noDeliveryIsRefusedForItsBody() {
        assertThat(blockingBodies(FIREWALL)).isEmpty();
    }

    @Test
    void breaksWhenLargeBodiesAreRefused() {
        assertThat(blockingBodies(withoutOverrides())).contains("SizeRestrictions_BODY");
    }

    @Test
    void theLogHoldsNoSignatureAndNoAuthorization() {
        assertThat(shown(FIREWALL)).isEmpty();
    }

    @Test
    void breaksWhenASignatureIsLogged() {
        Map<String, Object> oneHeader = Map.of("FieldType", "SINGLE_HEADER", "FieldKeys", List.of("x-zenoo-signature"));
        Template broken = FIREWALL.with(
                List.of(Map.of("Action", "SUBSTITUTION", "Field", oneHeader)),
                "Firewall",
                "Properties",
                "DataProtectionConfig",
                "DataProtections");

        assertThat(shown(FIREWALL.without("Firewall", "Properties", "DataProtectionConfig")))
                .containsExactly("SINGLE_HEADER", "QUERY_STRING");
        assertThat(shown(broken)).contains("SINGLE_HEADER");
    }

    @Test
    void noSampleOfAnAttemptIsKept() {
        assertThat(FIREWALL.body().walk().map(node -> node.at("SampledRequestsEnabled")))
                .filteredOn(Node::exists)
                .hasSize(7)
                .allSatisfy(sampled -> assertThat(sampled.value()).isEqualTo(false));
    }

    @Test
    void oneAddressIsLimited() {
        assertThat(rule(FIREWALL, "one-address-not-all")
                        .at("Statement", "RateBasedStatement", "AggregateKeyType")
                        .text())
                .isEqualTo("IP");
    }

    @Test
    void standsBeforeTheStageThatAnswers() {
        assertThat(FIREWALL.resource("FirewallOfTheApi")
                        .property("ResourceArn", "Fn::Sub")
                        .text())
                .endsWith("::/restapis/${ApiId}/stages/${ApiStageName}");
        assertThat(ROOT.resource("FirewallInFront")
                        .property("Parameters", "ApiStageName", "Ref")
                        .text())
                .isEqualTo("WebhookApi.Stage");
    }

    /** The providers without a rule that holds their own path, and it alone, to their own addresses. */
    static List<String> unscoped(Template firewall) {
        return Stream.of(Provider.ZENOO, Provider.JOBSITEON)
                .map(Provider::id)
                .filter(id -> {
                    Node rule = rule(firewall, id + "-from-its-addresses-only");
                    Set<String> paths = rule.walk()
                            .map(node -> node.at("SearchString").text())
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.toSet());
                    return !paths.equals(Set.of("/webhooks/" + id))
                            || rule.walk()
                                    .flatMap(Reference::in)
                                    .noneMatch(to ->
                                            to.target().toLowerCase(Locale.ROOT).equals(id + "senders"));
                })
                .toList();
    }

    /** The rules of the managed groups that would refuse a delivery for what is in it, or for how large it is. */
    static Set<String> blockingBodies(Template firewall) {
        Set<String> counted = firewall.body()
                .walk()
                .flatMap(node -> node.at("RuleActionOverrides").items().stream())
                .filter(rule -> rule.at("ActionToUse", "Count").exists())
                .map(rule -> rule.at("Name").text())
                .collect(Collectors.toSet());
        Set<String> blocking = new HashSet<>(BODY_RULES);
        blocking.removeAll(counted);
        return blocking;
    }

    /** Rules on bodies in the groups that we use (WAF developer guide, baseline rule groups). */
    private static final Set<String> BODY_RULES = Set.of(
            "CrossSiteScripting_BODY",
            "EC2MetaDataSSRF_BODY",
            "GenericLFI_BODY",
            "GenericRFI_BODY",
            "JavaDeserializationRCE_BODY",
            "Log4JRCE_BODY",
            "ReactJSRCE_BODY",
            "SizeRestrictions_BODY");

    /** The parts of an attempt of which values are logged. Protection without keys is for every header (WAF API reference, FieldToProtect). */
    static List<String> shown(Template firewall) {
        List<String> hidden =
                firewall.resource("Firewall").property("DataProtectionConfig", "DataProtections").items().stream()
                        .filter(protection -> protection.at("Action").text().equals("SUBSTITUTION"))
                        .map(protection -> protection.at("Field"))
                        .filter(field -> !field.at("FieldKeys").exists())
                        .map(field -> field.at("FieldType").text())
                        .toList();
        return Stream.of("SINGLE_HEADER", "QUERY_STRING")
                .filter(part -> !hidden.contains(part))
                .toList();
    }

    /** What must be switched on with a provider's addresses. */
    static List<String> askedWithAddresses(Template root) {
        return root.body().at("Rules", "AddressesNeedTheFirewall", "Assertions").items().stream()
                .map(assertion -> assertion.at("Assert", "Fn::Equals").items())
                .filter(equal -> equal.getLast().text().equals("true"))
                .map(equal -> equal.getFirst().at("Ref").text())
                .toList();
    }

    static Template withoutOverrides() {
        Node rules = FIREWALL.resource("Firewall").property("Rules");
        return FIREWALL.with(
                rules.items().stream()
                        .map(rule -> rule.without("Statement", "ManagedRuleGroupStatement", "RuleActionOverrides")
                                .value())
                        .toList(),
                "Firewall",
                "Properties",
                "Rules");
    }

    private static Node rule(Template firewall, String name) {
        return firewall.resource("Firewall").property("Rules").items().stream()
                .flatMap(Node::walk)
                .filter(node -> node.at("Name").text().equals(name))
                .findFirst()
                .orElse(new Node(null));
    }
}
