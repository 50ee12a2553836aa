/** Tests of rotation, over the strict Secrets Manager. Entry: {@link dev.hookwarden.rotation.RotationWorld}. */
@NullMarked
package dev.hookwarden.rotation;

import org.jspecify.annotations.NullMarked;
