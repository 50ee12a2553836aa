/** Templates read as deployed. */
@NullMarked
package dev.hookwarden.local.cloudwatch.template;

import org.jspecify.annotations.NullMarked;
