/** CloudWatch's documented rules, through the SDK. */
@NullMarked
package dev.hookwarden.local.aws.cloudwatch;

import org.jspecify.annotations.NullMarked;
