package dev.hookwarden.local.cloudwatch.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.local.cloudwatch.MonitoringDefinitions;
import dev.hookwarden.local.cloudwatch.alarm.ComparisonOperator;
import dev.hookwarden.local.cloudwatch.alarm.MetricAlarm;
import dev.hookwarden.local.cloudwatch.alarm.MetricMath;
import dev.hookwarden.local.cloudwatch.alarm.MetricStatistic;
import dev.hookwarden.local.cloudwatch.alarm.TreatMissingData;
import dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException;
import dev.hookwarden.local.cloudwatch.filter.MetricFilter;
import dev.hookwarden.local.cloudwatch.metric.MetricId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small system of two nested stacks for two providers; each test of a refusal changes one thing in it. */
final class MonitoringTemplatesTest {
    private static final String ROOT = """
            Parameters:
              Stage: {Type: String, Default: staging}
              SilenceHours: {Type: Number, Default: 0}
            Conditions:
              NeverMet: !Equals [!Ref Stage, never]
            Resources:
              Zenoo:
                Type: AWS::CloudFormation::Stack
                Properties:
                  TemplateURL: infra/provider.yaml
                  Parameters: {Stage: !Ref Stage, Provider: zenoo, Log: !Ref Log, SilenceHours: !Ref SilenceHours, Key: !GetAtt Key.Arn}
              Jobsiteon:
                Type: AWS::CloudFormation::Stack
                Properties:
                  TemplateURL: infra/provider.yaml
                  Parameters: {Stage: !Ref Stage, Provider: jobsiteon, Log: !Ref Log, SilenceHours: 0, Key: !GetAtt Key.Arn}
              NotMade:
                Type: AWS::CloudFormation::Stack
                Condition: NeverMet
                Properties: {TemplateURL: infra/nowhere.yaml}
              Log:
                Type: AWS::Logs::LogGroup
                Properties: {LogGroupName: !Sub "/hookwarden/${Stage}/ingest"}
              Queue:
                Type: AWS::SQS::Queue
                Properties: {QueueName: !Join ["-", [hookwarden, !Ref Stage]]}
              Function:
                Type: AWS::Serverless::Function
              Oldest:
                Type: AWS::CloudWatch::Alarm
                Properties:
                  AlarmName: oldest
                  AlarmActions: [!Select [0, [a]]]
                  Namespace: AWS/SQS
                  MetricName: ApproximateAgeOfOldestMessage
                  Dimensions: [{Name: QueueName, Value: !GetAtt Queue.QueueName}]
                  Statistic: Maximum
                  Period: 300
                  EvaluationPeriods: 3
                  DatapointsToAlarm: 2
                  ComparisonOperator: GreaterThanOrEqualToThreshold
                  Threshold: 900.5
                  TreatMissingData: ignore
              Slow:
                Type: AWS::CloudWatch::Alarm
                Properties:
                  AlarmName: slow
                  Namespace: AWS/Lambda
                  MetricName: Duration
                  Dimensions:
                    - {Name: FunctionName, Value: !Ref Function}
                    - {Name: Resource, Value: !Sub "${Function}:live"}
                    - {Name: ExecutedVersion, Value: !GetAtt Function.Version.Version}
                  ExtendedStatistic: p99
                  Period: 60
                  EvaluationPeriods: 1
                  ComparisonOperator: GreaterThanThreshold
                  Threshold: 1
                  TreatMissingData: missing
              Page:
                Type: AWS::CloudWatch::CompositeAlarm
                Properties:
                  AlarmName: !Sub "${Stage}-${!page}"
                  AlarmRule: !Sub
                    - ALARM("${Oldest}") OR ALARM("${Slow.Arn}") OR ALARM("${Signatures}")
                    - {Signatures: !GetAtt Zenoo.Outputs.Signatures}
            """;
    private static final String PROVIDER = """
            Parameters:
              Stage: {Type: String}
              Provider: {Type: String}
              Log: {Type: String}
              SilenceHours: {Type: Number}
              Key: {Type: String}
            Conditions:
              WatchesSilence: !And [!Not [!Equals [!Ref SilenceHours, 0]], !Or [!Condition Always, !Equals [a, b]]]
              Always: !Equals [a, a]
            Resources:
              Refused:
                Type: AWS::Logs::MetricFilter
                Properties:
                  LogGroupName: !Ref Log
                  FilterPattern: !Sub '{ $.event = "signature_refused" && $.provider = "${Provider}" }'
                  MetricTransformations:
                    - {MetricNamespace: !Sub "Hookwarden/${Stage}", MetricName: !Sub "${Provider}.Refused", MetricValue: "1", DefaultValue: 0}
              Duration:
                Type: AWS::Logs::MetricFilter
                Properties:
                  FilterName: !Sub "${Provider}-duration"
                  LogGroupName: !Ref Log
                  FilterPattern: !Sub '{ $.provider = "${Provider}" && $.durationMs = * }'
                  MetricTransformations:
                    - {MetricNamespace: Hookwarden, MetricName: Duration, MetricValue: $.durationMs, Unit: Milliseconds}
              Signatures:
                Type: AWS::CloudWatch::Alarm
                Properties:
                  AlarmName: !Sub "${Stage}-${Provider}-signatures"
                  Metrics:
                    - Id: refused
                      ReturnData: false
                      MetricStat:
                        Metric: {Namespace: !Sub "Hookwarden/${Stage}", MetricName: !Sub "${Provider}.Refused"}
                        Period: 300
                        Stat: Sum
                    - !If [WatchesSilence, {Id: unused, Expression: refused + 1, ReturnData: false}, !Ref AWS::NoValue]
                    - {Id: rate, Expression: 100 * refused, Label: rate}
                  EvaluationPeriods: 1
                  ComparisonOperator: GreaterThanThreshold
                  Threshold: !If [WatchesSilence, 7, 0]
                  TreatMissingData: notBreaching
              Silence:
                Type: AWS::CloudWatch::Alarm
                Condition: WatchesSilence
                Properties:
                  AlarmName: !Sub "${Stage}-${Provider}-silence"
                  Namespace: Hookwarden
                  MetricName: Duration
                  Statistic: SampleCount
                  Period: 3600
                  EvaluationPeriods: !Ref SilenceHours
                  ComparisonOperator: LessThanThreshold
                  Threshold: 1
                  TreatMissingData: breaching
            Outputs:
              Signatures: {Value: !Ref Signatures}
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void makeInfra() throws IOException {
        Files.createDirectory(directory.resolve("infra"));
    }

    @Test
    void readsTheFiltersOfEachNestedStack() throws IOException {
        assertThat(read(ROOT, PROVIDER, Map.of()).filters())
                .extracting(MetricFilter::name)
                .containsExactly("Zenoo.Refused", "zenoo-duration", "Jobsiteon.Refused", "jobsiteon-duration");
    }

    @Test
    void resolvesWhatAFilterSays() throws IOException {
        MetricFilter filter =
                read(ROOT, PROVIDER, Map.of("Stage", "prod")).filters().getFirst();

        assertThat(filter.logGroup()).isEqualTo("/hookwarden/prod/ingest");
        assertThat(filter.metric()).isEqualTo(new MetricId("Hookwarden/prod", "zenoo.Refused"));
        assertThat(filter.pattern()).hasToString("{ $.event = \"signature_refused\" && $.provider = \"zenoo\" }");
    }

    @Test
    void readsTheAlarmsWhoseConditionHolds() throws IOException {
        assertThat(read(ROOT, PROVIDER, Map.of()).alarms())
                .extracting(MetricAlarm::name)
                .containsExactly("oldest", "slow", "staging-zenoo-signatures", "staging-jobsiteon-signatures");
        assertThat(read(ROOT, PROVIDER, Map.of("SilenceHours", "6")).alarms())
                .extracting(MetricAlarm::name)
                .contains("staging-zenoo-silence")
                .doesNotContain("staging-jobsiteon-silence");
    }

    @Test
    void readsAnAlarmOfOneMetric() throws IOException {
        MetricAlarm oldest = alarm(read(ROOT, PROVIDER, Map.of()), "oldest");

        assertThat(oldest.comparison()).isEqualTo(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD);
        assertThat(oldest.threshold()).isEqualTo(900.5);
        assertThat(oldest.datapointsToAlarm()).isEqualTo(2);
        assertThat(oldest.evaluationPeriods()).isEqualTo(3);
        assertThat(oldest.missing()).isEqualTo(TreatMissingData.IGNORE);
        assertThat(oldest.query().period()).isEqualTo(Duration.ofMinutes(5));
        assertThat(((MetricStatistic) oldest.query()).metric())
                .isEqualTo(new MetricId(
                        "AWS/SQS", "ApproximateAgeOfOldestMessage", Map.of("QueueName", "hookwarden-staging")));
        assertThat(((MetricStatistic) oldest.query()).statistic()).hasToString("Maximum");
    }

    @Test
    void namesWhatAwsWouldNameByItsLogicalId() throws IOException {
        MetricAlarm slow = alarm(read(ROOT, PROVIDER, Map.of()), "slow");

        assertThat(((MetricStatistic) slow.query()).metric().dimensions())
                .isEqualTo(Map.of("FunctionName", "Function", "Resource", "Function:live", "ExecutedVersion", "1"));
        assertThat(((MetricStatistic) slow.query()).statistic()).hasToString("p99");
        assertThat(slow.datapointsToAlarm()).isEqualTo(1);
    }

    @Test
    void readsAnAlarmOfMath() throws IOException {
        MonitoringDefinitions definitions = read(ROOT, PROVIDER, Map.of("SilenceHours", "6"));
        MetricAlarm zenoo = alarm(definitions, "staging-zenoo-signatures");
        MetricAlarm jobsiteon = alarm(definitions, "staging-jobsiteon-signatures");

        assertThat(((MetricMath) zenoo.query()).result()).isEqualTo("rate");
        assertThat(((MetricMath) zenoo.query()).expressions()).containsOnlyKeys("rate", "unused");
        assertThat(zenoo.threshold()).isEqualTo(7);
        assertThat(((MetricMath) jobsiteon.query()).metrics().values())
                .extracting(metric -> metric.metric().name())
                .containsExactly("jobsiteon.Refused");
        assertThat(((MetricMath) jobsiteon.query()).expressions()).containsOnlyKeys("rate");
        assertThat(jobsiteon.threshold()).isZero();
    }

    @Test
    void readsACompositeAlarmOfAlarmsElsewhere() throws IOException {
        var page = read(ROOT, PROVIDER, Map.of()).composites().getFirst();

        assertThat(page.name()).isEqualTo("staging-${page}");
        assertThat(page.rule().alarms()).containsExactlyInAnyOrder("oldest", "slow", "staging-zenoo-signatures");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '~', textBlock = """
            AlarmName: oldest~AlarmName: !Select [0, [oldest]]~Fn::Select
            AlarmName: oldest~AlarmName: !ImportValue oldest~Fn::ImportValue
            AlarmName: oldest~AlarmName: !Ref Queue~Queue
            AlarmName: oldest~AlarmName: !Ref Other~Other
            AlarmName: oldest~AlarmName: !GetAtt Queue.Arn~Queue.Arn
            AlarmName: oldest~AlarmName: !GetAtt Zenoo.Outputs.Other~output Other
            AlarmName: oldest~AlarmDescription: unnamed~AlarmName is missing
            AlarmName: oldest~AlarmName: !If [Other, a, b]~no condition Other
            TreatMissingData: ignore~OKActions: []~TreatMissingData is missing
            TreatMissingData: ignore~TreatMissingData: default~default
            Threshold: 900.5~Threshold: high~no number
            Threshold: 900.5~ThresholdMetricId: band~ThresholdMetricId
            Statistic: Maximum~Statistic: IQM~IQM
            Statistic: Maximum~Unit: Seconds~Unit
            ExtendedStatistic: p99~EvaluateLowSampleCountPercentile: ignore~EvaluateLowSampleCountPercentile
            Provider: zenoo~Other: zenoo~Other
            SilenceHours: 0, Key~Key~SilenceHours has no value
            [!Ref Stage, never]~[!Ref Stage, !Select [0, [a]]]~Fn::Select
            !Equals [!Ref Stage, never]~!Exists [!Ref Stage]~Fn::Exists
            AWS::Serverless::Function~AWS::Serverless::Application~Function may hide alarms
            """)
    void refusesByName(String original, String changed, String named) {
        assertThat(ROOT).contains(original);
        assertThatExceptionOfType(UnsupportedDefinitionException.class)
                .isThrownBy(() -> read(ROOT.replace(original, changed), PROVIDER, Map.of()))
                .withMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '~', textBlock = """
            Unit: Milliseconds~Dimensions: [{Key: a, Value: $.a}]~Dimensions
            DefaultValue: 0~DefaultValue: none~DefaultValue
            LogGroupName: !Ref Log~ApplyOnTransformedLogs: true~ApplyOnTransformedLogs
            FilterName: !Sub "${Provider}-duration"~FilterName: same~4 filters, 3 names
            Stat: Sum~Unit: Count~MetricStat is refused: Unit
            Label: rate~ReturnData: false~one part that returns data
            Id: rate, Expression: 100 * refused~Id: rate~needs a MetricStat or Expression
            Expression: 100 * refused~Expression: SUM(METRICS())~METRICS
            """)
    void refusesByNameInANestedStack(String original, String changed, String named) {
        assertThat(PROVIDER).contains(original);
        assertThatExceptionOfType(UnsupportedDefinitionException.class)
                .isThrownBy(() -> read(ROOT, PROVIDER.replace(original, changed), Map.of()))
                .withMessageContaining(named);
    }

    @Test
    void refusesAnUnknownParameter() {
        assertThatExceptionOfType(UnsupportedDefinitionException.class)
                .isThrownBy(() -> read(ROOT, PROVIDER, Map.of("Other", "x")))
                .withMessageContaining("Other");
    }

    private MonitoringDefinitions read(String root, String provider, Map<String, String> parameters)
            throws IOException {
        Files.writeString(directory.resolve("infra/provider.yaml"), provider);
        return MonitoringTemplates.read(Files.writeString(directory.resolve("template.yaml"), root), parameters);
    }

    private static MetricAlarm alarm(MonitoringDefinitions definitions, String name) {
        return definitions.alarms().stream()
                .filter(alarm -> alarm.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
