package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who is told of an alarm. The limits are those of docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html. */
class PagingTest {
    private static final Stack ROOT = Stack.servingAll(Map.of("ZenooSilenceHours", "72"));
    private static final String TOPIC = "NoticeTopic";

    /** Alarms of no composite, and nobody is told: CodeDeploy acts on them by itself. */
    private static final Pattern STANDALONE = Pattern.compile("hookwarden-staging-[a-z]+-new-version-errors");

    private static final int MOST_CHILDREN = 100;
    private static final int LONGEST_RULE = 10_240;
    private static final int LONGEST_PARAMETER = 4096;
    private static final int PROVIDERS_WITH_ROOM = 9;

    @Test
    void everyAlarmPagesByOneCompositeOrStandsAlone() {
        assertThat(unheard(ROOT)).isEmpty();
    }

    @Test
    void breaksWhenNoCompositeKnowsAnAlarm() {
        Stack broken = Stack.rootWith(
                "infra/provider-alarms.yaml",
                template -> template.with(
                        Map.of("Fn::Sub", "ALARM(\"${Outbound401}\")"), "Keys", "Properties", "AlarmRule"));

        assertThat(unheard(broken)).contains("hookwarden-staging-zenoo-key-due");
    }

    @Test
    void breaksWhenAFunctionsAlarmsAreForgotten() {
        Stack broken = Stack.rootWith(
                "template.yaml",
                template -> template.with(
                        List.of(" OR ", List.of("ALARM(\"hookwarden-staging-inbound-5xx\")")),
                        "Monitoring",
                        "Properties",
                        "Parameters",
                        "OurTrouble",
                        "Fn::Join"));

        assertThat(unheard(broken)).contains("hookwarden-staging-processor-errors");
    }

    @Test
    void compositesKnowOnlyAlarmsThatThereAre() {
        List<String> alarms = Alarm.ofMetrics(ROOT).stream().map(Alarm::name).toList();

        assertThat(Alarm.composite(ROOT))
                .isNotEmpty()
                .allSatisfy(composite ->
                        assertThat(composite.children()).isNotEmpty().isSubsetOf(alarms));
    }

    @Test
    void compositesTellPeopleOfTheBeginningAndTheEndAndNothingElseDoes() {
        assertThat(Alarm.composite(ROOT)).allSatisfy(composite -> {
            assertThat(composite.resource().property("AlarmActions").texts())
                    .singleElement()
                    .isEqualTo(TOPIC);
            assertThat(composite.resource().property("OKActions").texts())
                    .singleElement()
                    .isEqualTo(TOPIC);
        });
        assertThat(Alarm.ofMetrics(ROOT))
                .allSatisfy(alarm -> assertThat(
                                alarm.resource().property("AlarmActions").exists())
                        .isFalse());
    }

    @Test
    void aRuleIsNothingButAlarmsOfWhichOneIsEnough() {
        assertThat(Alarm.composite(ROOT))
                .allSatisfy(composite -> assertThat(
                                composite.resource().property("AlarmRule").text())
                        .matches("ALARM\\(\"[\\w-]+\"\\)( OR ALARM\\(\"[\\w-]+\"\\))*"));
    }

    @Test
    void theRulesFitWithAsManyProvidersAsThereIsRoomForAndTheLongestNames() {
        Stack longest = Stack.root(Map.of("Stage", "s".repeat(20)));
        String rule = Alarm.composite(longest).stream()
                .filter(composite -> composite.name().endsWith("-we-are-in-trouble"))
                .map(composite -> composite.resource().property("AlarmRule").text())
                .findFirst()
                .orElseThrow();
        String another = " OR ALARM(\"hookwarden-" + "s".repeat(20) + "-" + "p".repeat(32) + "-acknowledgement\")";
        String full = rule + another.repeat(PROVIDERS_WITH_ROOM);

        assertThat(full).hasSizeLessThan(LONGEST_PARAMETER).hasSizeLessThan(LONGEST_RULE);
        assertThat(full.split(" OR ", -1)).hasSizeLessThanOrEqualTo(MOST_CHILDREN);
    }

    @Test
    void aWebhookHearsWhatTheTopicSays() {
        Stack withWebhook = Stack.root(Map.of("NoticeWebhook", "https://pager.example/hook"));

        assertThat(ROOT.resources("AWS::SNS::Subscription")).isEmpty();
        assertThat(withWebhook.resources("AWS::SNS::Subscription"))
                .singleElement()
                .satisfies(subscription -> {
                    assertThat(subscription.property("Protocol").text()).isEqualTo("https");
                    assertThat(subscription.property("Endpoint").text()).isEqualTo("https://pager.example/hook");
                });
    }

    @Test
    void aWebhooksAddressIsNeverShownAndAlwaysHttps() {
        Node parameter = ROOT.template().body().at("Parameters", "NoticeWebhook");
        Pattern taken = Pattern.compile(parameter.at("AllowedPattern").text());

        assertThat(parameter.at("NoEcho").value()).isEqualTo(true);
        assertThat(Stream.of("", "https://pager.example/hook?key=1"))
                .allMatch(address -> taken.matcher(address).matches());
        assertThat(Stream.of("http://pager.example/hook", "https://", "https://user@pager.example/", "pager.example"))
                .noneMatch(address -> taken.matcher(address).matches());
    }

    private static List<String> unheard(Stack root) {
        List<String> children = Alarm.composite(root).stream()
                .flatMap(composite -> composite.children().stream())
                .toList();
        return Alarm.ofMetrics(root).stream()
                .map(Alarm::name)
                .filter(name -> children.stream().filter(name::equals).count()
                        != (STANDALONE.matcher(name).matches() ? 0 : 1))
                .toList();
    }
}
