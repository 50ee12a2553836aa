/**
 * From the queue to the sink, each delivery once. Entry: {@link dev.hookwarden.processor.ProcessorHandler}. Invariant: a message leaves the
 * queue only when its delivery reached the sink, or belongs to another attempt whose message is still there or reached the sink.
 */
@NullMarked
package dev.hookwarden.processor;

import org.jspecify.annotations.NullMarked;
