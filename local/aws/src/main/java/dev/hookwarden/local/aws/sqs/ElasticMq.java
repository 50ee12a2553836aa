package dev.hookwarden.local.aws.sqs;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.hookwarden.local.aws.journal.Journal;
import java.net.URI;
import java.util.List;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;

/** A running ElasticMQ on a free port of 127.0.0.1. It logs through slf4j, warnings and worse. */
public final class ElasticMq implements AutoCloseable {
    private final ActorSystem actors;
    private final SQSRestServer server;
    private final int port;

    private ElasticMq(ActorSystem actors, SQSRestServer server) {
        this.actors = actors;
        this.server = server;
        this.port = server.waitUntilStarted().localAddress().getPort();
    }

    /**
     * Starts the server in memory, with these queues in this order (a dead-letter queue before the queues that use it).
     *
     * @param publicAddress what queue URLs begin with, so that they work through the endpoint in front
     */
    public static ElasticMq start(URI publicAddress, String region, String account, List<QueueSettings> queues) {
        return start(publicAddress, region, account, queues, Journal.none());
    }

    /** Starts the server with the messages that the journal kept; what is answered from now on is kept there first. */
    public static ElasticMq start(
            URI publicAddress, String region, String account, List<QueueSettings> queues, Journal journal) {
        var actors = ActorSystem.create("elasticmq", quiet());
        var messages = KeptMessages.in(journal, actors, queues);
        var server = builder()
                .withActorSystem(actors)
                .withQueueManagerActor(messages.queueManager())
                .withInterface("127.0.0.1")
                .withDynamicPort()
                .withServerAddress(new NodeAddress("http", publicAddress.getHost(), publicAddress.getPort(), ""))
                .withAWSRegion(region)
                .withAWSAccountId(account)
                .start();
        var elasticMq = new ElasticMq(actors, server);
        var creation = new QueueCreation(elasticMq.uri(), region, account);
        queues.forEach(creation::create);
        messages.giveBack();
        return elasticMq;
    }

    private static TheSQSRestServerBuilder builder() {
        return org.elasticmq.rest.sqs.SQSRestServerBuilder$.MODULE$;
    }

    private static Config quiet() {
        var settings = """
                pekko.loggers = ["org.apache.pekko.event.slf4j.Slf4jLogger"]
                pekko.logging-filter = "org.apache.pekko.event.slf4j.Slf4jLoggingFilter"
                pekko.loglevel = "WARNING"
                pekko.stdout-loglevel = "OFF"
                """;
        return ConfigFactory.parseString(settings).withFallback(ConfigFactory.load(ElasticMq.class.getClassLoader()));
    }

    /** Where ElasticMQ itself listens: for the endpoint in front, not for clients. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Stops the server. */
    @Override
    public void close() {
        server.stopAndWait();
        actors.terminate();
    }
}
