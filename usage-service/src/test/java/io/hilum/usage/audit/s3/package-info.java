/**
 * Tests.
 */
@NullMarked
package io.hilum.usage.audit.s3;

import org.jspecify.annotations.NullMarked;
