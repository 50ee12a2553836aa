/** SQS through the endpoint. */
@NullMarked
package dev.hookwarden.local.aws.sqs;

import org.jspecify.annotations.NullMarked;
