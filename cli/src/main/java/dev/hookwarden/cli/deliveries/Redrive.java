package dev.hookwarden.cli.deliveries;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.UnsupportedOperationException;

/** Has SQS move dead letters back to the queue that they came from; SQS runs one such move at a time. */
record Redrive(DeliveryQueue deadLetters) {
    private static final Set<String> GOING_ON = Set.of("RUNNING", "CANCELLING");

    /** Starts the move, unless one goes on already; says whether it did. */
    boolean start() {
        String from = deadLetters.arn();
        try {
            deadLetters.sqs().startMessageMoveTask(start -> start.sourceArn(from));
            return true;
        } catch (UnsupportedOperationException oneGoesOn) {
            if (latest().filter(Move::goesOn).isEmpty()) {
                throw oneGoesOn;
            }
            return false;
        }
    }

    /** The move that was started last. */
    Optional<Move> latest() {
        String from = deadLetters.arn();
        return deadLetters
                .sqs()
                .listMessageMoveTasks(list -> list.sourceArn(from).maxResults(10))
                .results()
                .stream()
                .max(Comparator.comparingLong(Redrive::started))
                .map(Move::of);
    }

    private static long started(ListMessageMoveTasksResultEntry task) {
        return Optional.ofNullable(task.startedTimestamp()).orElse(0L);
    }

    /**
     * How far a move is.
     *
     * @param failure why it ended before its time, or empty
     */
    record Move(String status, long moved, long toMove, String failure) {
        private static Move of(ListMessageMoveTasksResultEntry task) {
            long moved =
                    Optional.ofNullable(task.approximateNumberOfMessagesMoved()).orElse(0L);
            return new Move(
                    String.valueOf(task.status()),
                    moved,
                    // Both are approximate, and what was moved has been there to move.
                    Math.max(
                            moved,
                            Optional.ofNullable(task.approximateNumberOfMessagesToMove())
                                    .orElse(0L)),
                    Optional.ofNullable(task.failureReason()).orElse(""));
        }

        boolean goesOn() {
            return GOING_ON.contains(status);
        }

        boolean isComplete() {
            return status.equals("COMPLETED");
        }
    }
}
