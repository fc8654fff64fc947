/**
 * Tests.
 */
@NullMarked
package io.hilum.usage.audit.store;

import org.jspecify.annotations.NullMarked;
