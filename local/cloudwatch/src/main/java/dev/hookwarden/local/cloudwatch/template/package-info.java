/**
 * CloudFormation templates, read as deployed.
 *
 * <p>Start at {@link dev.hookwarden.local.cloudwatch.template.MonitoringTemplates}. Invariant: a property that is used is resolved
 * fully; a function that is not supported is refused where it is used, and only there.
 */
@NullMarked
package dev.hookwarden.local.cloudwatch.template;

import org.jspecify.annotations.NullMarked;
