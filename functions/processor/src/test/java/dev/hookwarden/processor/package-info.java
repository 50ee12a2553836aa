/** Tests of the way from the queue to the sink. Entry: {@code ProcessorHandlerTest}. Invariant: no test talks to AWS; the stand-ins refuse what AWS refuses. */
@NullMarked
package dev.hookwarden.processor;

import org.jspecify.annotations.NullMarked;
