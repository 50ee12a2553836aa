@NullMarked
package dev.hookwarden.local.aws.s3;

import org.jspecify.annotations.NullMarked;
