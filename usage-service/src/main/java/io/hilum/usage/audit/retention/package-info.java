/**
 * For how long evidence is kept, and what keeps it longer.
 */
@NullMarked
package io.hilum.usage.audit.retention;

import org.jspecify.annotations.NullMarked;
