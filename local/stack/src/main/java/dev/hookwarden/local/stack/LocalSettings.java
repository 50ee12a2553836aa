package dev.hookwarden.local.stack;

import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.log.EventLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a local stack is started.
 *
 * @param apiPort where webhooks are received; 0 for any free port
 * @param awsPort where the AWS stand-ins answer; 0 for any free port
 * @param dataFolder where keys, queues, tables, payloads, events and deliveries outlive the process; empty to keep all in memory
 * @param visibility how long a message that failed stays hidden before it comes again
 * @param log where the functions' log lines go, beside the stack's own ledger
 * @param faults what goes wrong with calls to AWS
 */
public record LocalSettings(
        int apiPort, int awsPort, Optional<Path> dataFolder, Duration visibility, EventLog log, FaultPlan faults) {}
