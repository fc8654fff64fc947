/**
 * Verifies an archive offline and names the first event that was altered.
 */
@NullMarked
package io.hilum.usage.audit.verify;

import org.jspecify.annotations.NullMarked;
