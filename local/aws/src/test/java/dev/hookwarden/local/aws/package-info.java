/** Tests of the endpoint through the AWS SDK. */
@NullMarked
package dev.hookwarden.local.aws;

import org.jspecify.annotations.NullMarked;
