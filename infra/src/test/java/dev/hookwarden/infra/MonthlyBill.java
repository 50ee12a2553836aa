package dev.hookwarden.infra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a month of 30 days costs, line by line, in USD: list prices, nothing free.
 *
 * @param prices {@code docs/cost.md}, Prices
 * @param assumptions {@code docs/cost.md}, Assumptions
 * @param column which of the assumptions' columns counts, from 0
 * @param calls {@code docs/performance.md}, Calls per delivery: those of ten deliveries
 * @param deployed what is paid for whether anything comes or not
 */
record MonthlyBill(
        MarkdownTable prices, MarkdownTable assumptions, int column, MarkdownTable calls, Inventory deployed) {
    private static final double MILLION = 1e6;
    private static final double GIGABYTE = 1e9;
    private static final double SECONDS = 30 * 86_400.0;
    private static final double FIVE_MINUTES = SECONDS / 300;
    private static final double LONG_POLL = 20;

    Map<String, Double> lines() {
        Map<String, Double> lines = new LinkedHashMap<>();
        lines.put("API Gateway", deliveries() * price("API Gateway, million requests") / MILLION);
        lines.put("Lambda", lambda());
        lines.put("SQS", sqs());
        lines.put("DynamoDB", dynamoDb());
        lines.put("EventBridge", eventBridge());
        lines.put("Secrets Manager", secretsManager());
        lines.put("Logs", gigabytes("log bytes") * price("CloudWatch Logs, GB taken in"));
        lines.put("Traces", traces() * price("X-Ray, million traces recorded") / MILLION);
        lines.put("Alarms, metrics, dashboards", watching());
        lines.put("KMS", kms());
        return lines;
    }

    double deliveries() {
        return assumed("deliveries");
    }

    double total() {
        return lines().values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private double lambda() {
        double requests = (deliveries() + batches()) * price("Lambda, million requests") / MILLION;
        double ingest = deliveries() * milliseconds(assumed("ingest, warm ms"), assumed("ingest, cold ms"));
        double processing = assumed("processor, warm ms of a batch") + batch() * assumed("processor, ms of a delivery");
        double processor = batches() * milliseconds(processing, assumed("processor, cold ms"));
        return requests
                + (ingest * deployed.gigabytesOf("IngestFunction")
                                + processor * deployed.gigabytesOf("ProcessorFunction"))
                        / 1000
                        * price("Lambda arm64, GB-second");
    }

    private double milliseconds(double warm, double cold) {
        double share = assumed("share of cold starts");
        return warm + share * cold;
    }

    /** One receive and one delete for each batch, and what Lambda asks of an empty queue. */
    private double sqs() {
        double empty = assumed("pollers of the queue") * SECONDS / LONG_POLL;
        double requests = deliveries() * perDelivery("SQS SendMessage") + 2 * batches() + empty;
        return requests * price("SQS, million requests") / MILLION;
    }

    private double dynamoDb() {
        double writes = deliveries() * perDelivery("DYNAMO_DB PutItem");
        double kept = gigabytes("bytes of a record") * assumed("days that a record is kept") / 30;
        return writes * price("DynamoDB, million writes") / MILLION
                + kept * (price("DynamoDB, GB-month") + price("DynamoDB, GB-month of backups"));
    }

    private double eventBridge() {
        return deliveries() * price("EventBridge, million events") / MILLION
                + gigabytes("bytes of an event")
                        * (price("EventBridge archive, GB taken in") + price("EventBridge archive, GB-month"));
    }

    private double secretsManager() {
        double reads = FIVE_MINUTES * deployed.keys() * (assumed("running copies") + assumed("probe, calls for a key"));
        return deployed.secrets() * price("Secrets Manager, secret")
                + reads * price("Secrets Manager, 10,000 calls") / 10_000;
    }

    /** The first request of each second, and one in twenty of the others, evenly spread. */
    private double traces() {
        return deliveries() <= SECONDS ? deliveries() : SECONDS + 0.05 * (deliveries() - SECONDS);
    }

    private double watching() {
        return deployed.metrics() * price("CloudWatch, metric")
                + deployed.watchedMetrics() * price("CloudWatch, metric that an alarm watches")
                + deployed.compositeAlarms() * price("CloudWatch, composite alarm")
                + deployed.dashboards() * price("CloudWatch, dashboard");
    }

    /** The queue's data key lives for 5 minutes, at each of those who send and receive. */
    private double kms() {
        double requests = FIVE_MINUTES * 2 * (1 + assumed("running copies"));
        return price("KMS, key") + requests * price("KMS, 10,000 requests") / 10_000;
    }

    private double batch() {
        return assumed("deliveries in a batch");
    }

    private double batches() {
        return deliveries() / batch();
    }

    private double perDelivery(String call) {
        return calls.number(call, 0) / 10;
    }

    private double gigabytes(String bytesOfEach) {
        return deliveries() * assumed(bytesOfEach) / GIGABYTE;
    }

    private double assumed(String what) {
        return assumptions.number(what, column);
    }

    private double price(String what) {
        return prices.number(what, 0);
    }

    /** As the document writes it. */
    static List<String> written(List<Double> amounts) {
        return amounts.stream()
                .map(amount -> String.format(Locale.ROOT, "%,.2f", amount))
                .toList();
    }
}
