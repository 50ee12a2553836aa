/** PutEvents' documented rules, through the SDK. */
@NullMarked
package dev.hookwarden.local.aws.eventbridge;

import org.jspecify.annotations.NullMarked;
