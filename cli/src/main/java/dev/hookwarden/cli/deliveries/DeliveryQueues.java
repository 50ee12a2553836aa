package dev.hookwarden.cli.deliveries;

import dev.hookwarden.cli.installation.Installation;
import dev.hookwarden.cli.installation.RefusedException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** The queue of an installation's deliveries, and the one that its dead letters go to. */
record DeliveryQueues(SqsClient sqs, String stage) {
    static DeliveryQueues of(Installation installation) {
        return new DeliveryQueues(installation.client(SqsClient.builder()), installation.stage());
    }

    DeliveryQueue deliveries() {
        return named("hookwarden-" + stage + "-deliveries");
    }

    DeliveryQueue deadLetters() {
        return named("hookwarden-" + stage + "-deliveries-dead");
    }

    private DeliveryQueue named(String name) {
        try {
            return new DeliveryQueue(
                    sqs, sqs.getQueueUrl(get -> get.queueName(name)).queueUrl());
        } catch (QueueDoesNotExistException missing) {
            throw new RefusedException(
                    "There is no queue " + name + ". Is it the right --stack and --region, and is the stack deployed?");
        }
    }
}
