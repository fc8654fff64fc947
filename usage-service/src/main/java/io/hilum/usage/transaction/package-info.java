/**
 * All of it or nothing.
 */
@NullMarked
package io.hilum.usage.transaction;

import org.jspecify.annotations.NullMarked;
