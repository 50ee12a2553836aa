/** Alarms against AWS's tables. */
@NullMarked
package dev.hookwarden.local.cloudwatch.alarm;

import org.jspecify.annotations.NullMarked;
