/**
 * S3 as far as whole objects of buckets that exist go: PutObject, GetObject, DeleteObject.
 *
 * <p>Start at {@link dev.hookwarden.local.aws.s3.StrictS3}. Invariant: an object is stored only if every hash that came with it is its own.
 */
@NullMarked
package dev.hookwarden.local.aws.s3;

import org.jspecify.annotations.NullMarked;
