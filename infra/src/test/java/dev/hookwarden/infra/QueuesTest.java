package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class QueuesTest {
    private static final Template ROOT = Templates.root();

    @Test
    void everyQueueHasADeadLetterQueueThatKeepsLongerThanItself() {
        assertThat(queues(ROOT)).isNotEmpty();
        assertThat(offending(ROOT, queue -> hasDeadLetterQueue(ROOT, queue))).isEmpty();
    }

    @Test
    void breaksWhenAQueueHasNoDeadLetterQueue() {
        Template broken = ROOT.without("DeliveryQueue", "Properties", "RedrivePolicy");

        assertThat(offending(broken, queue -> hasDeadLetterQueue(broken, queue)))
                .contains("DeliveryQueue");
    }

    @Test
    void breaksWhenADeadLetterExpiresWithItsQueue() {
        Template broken = ROOT.with(345600, "DeadLetterQueue", "Properties", "MessageRetentionPeriod");

        assertThat(offending(broken, queue -> hasDeadLetterQueue(broken, queue)))
                .contains("DeliveryQueue");
    }

    @Test
    void theBusKeepsWhatItCannotDeliver() {
        assertThat(ROOT.resources("AWS::Events::EventBus"))
                .isNotEmpty()
                .allSatisfy(bus -> assertThat(Reference.in(bus.property("DeadLetterConfig", "Arn")))
                        .containsExactly(new Reference("EventDeadLetterQueue", "Arn")));
    }

    @Test
    void everyDeadLetterQueueTakesFromItsQueueOnly() {
        Resource deadLetters = ROOT.resource("DeadLetterQueue");
        String source = "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:";

        assertThat(deadLetters
                        .property("RedriveAllowPolicy", "redrivePermission")
                        .text())
                .isEqualTo("byQueue");
        assertThat(deadLetters.property("RedriveAllowPolicy", "sourceQueueArns").items())
                .extracting(arn -> arn.at("Fn::Sub").text())
                .containsExactly(source
                        + ROOT.resource("DeliveryQueue")
                                .property("QueueName", "Fn::Sub")
                                .text());
    }

    @Test
    void everyQueueRefusesPlainTransport() {
        assertThat(offending(ROOT, queue -> refusesPlainTransport(ROOT, queue))).isEmpty();
    }

    @Test
    void breaksWhenAQueueTakesPlainTransport() {
        Template broken = ROOT.without("DeadLetterQueuePolicy");

        assertThat(offending(broken, queue -> refusesPlainTransport(broken, queue)))
                .containsExactly("DeadLetterQueue");
    }

    @Test
    void aDeliveryIsHiddenForSixTimesItsConsumersTimeout() {
        assertThat(hiddenTooShortly(ROOT)).isEmpty();
    }

    @Test
    void breaksWhenADeliveryReappearsTooSoon() {
        assertThat(hiddenTooShortly(ROOT.with(31, "ProcessorFunction", "Properties", "Timeout")))
                .containsExactly("ProcessorFunction");
    }

    @Test
    void consumersReportTheirFailuresOneByOne() {
        assertThat(LambdaFunction.of(ROOT).stream().flatMap(function -> function.events("SQS").stream()))
                .isNotEmpty()
                .allSatisfy(source -> {
                    assertThat(source.property("FunctionResponseTypes").texts())
                            .containsExactly("ReportBatchItemFailures");
                    assertThat(source.property("BatchSize").number()).isEqualTo(10);
                });
    }

    @Test
    void aProcessedDeliveryIsRememberedLongerThanADeadLetterLives() {
        Node retention =
                ROOT.resource("ProcessorFunction").property("Environment", "Variables", "IDEMPOTENCY_RETENTION");

        assertThat(Duration.parse(retention.text())).isGreaterThan(retention(ROOT.resource("DeadLetterQueue")));
    }

    private static List<Resource> queues(Template template) {
        return template.resources("AWS::SQS::Queue");
    }

    private static List<String> offending(Template template, Predicate<Resource> rule) {
        return queues(template).stream().filter(rule.negate()).map(Resource::id).toList();
    }

    private static boolean hasDeadLetterQueue(Template template, Resource queue) {
        boolean takesDeadLetters = queues(template).stream()
                .anyMatch(other ->
                        deadLettersOf(template, other).filter(queue::equals).isPresent());
        return takesDeadLetters
                || takesEvents(template, queue)
                || deadLettersOf(template, queue)
                        .filter(deadLetters -> retention(deadLetters).compareTo(retention(queue)) > 0)
                        .isPresent();
    }

    /** Whether a bus leaves here what it could not deliver. */
    private static boolean takesEvents(Template template, Resource queue) {
        return template.resources("AWS::Events::EventBus").stream()
                .flatMap(bus -> Reference.in(bus.property("DeadLetterConfig", "Arn")))
                .anyMatch(to -> to.target().equals(queue.id()));
    }

    private static Optional<Resource> deadLettersOf(Template template, Resource queue) {
        return Reference.in(queue.property("RedrivePolicy", "deadLetterTargetArn"))
                .map(reference -> template.resource(reference.target()))
                .findFirst();
    }

    private static Duration retention(Resource queue) {
        return Duration.ofSeconds(queue.property("MessageRetentionPeriod").number());
    }

    static List<String> takingPlainTransport(Template template) {
        return offending(template, queue -> refusesPlainTransport(template, queue));
    }

    private static boolean refusesPlainTransport(Template template, Resource queue) {
        return template.resources("AWS::SQS::QueuePolicy").stream()
                .filter(policy -> policy.property("Queues")
                        .walk()
                        .flatMap(Reference::in)
                        .anyMatch(to -> to.target().equals(queue.id())))
                .flatMap(policy -> policy.property("PolicyDocument", "Statement").items().stream())
                .anyMatch(statement -> statement.at("Effect").text().equals("Deny")
                        && statement.at("Principal").text().equals("*")
                        && statement.at("Action").texts().contains("sqs:*")
                        && statement
                                .at("Condition", "Bool", "aws:SecureTransport")
                                .text()
                                .equals("false"));
    }

    static List<String> hiddenTooShortly(Template template) {
        return LambdaFunction.of(template).stream()
                .filter(function -> function.events("SQS").stream()
                        .map(source -> Reference.in(source.property("Queue"))
                                .findFirst()
                                .orElseThrow())
                        .map(queue -> template.resource(queue.target())
                                .property("VisibilityTimeout")
                                .number())
                        .anyMatch(visibility ->
                                visibility < 6 * function.property("Timeout").number()))
                .map(LambdaFunction::id)
                .toList();
    }
}
