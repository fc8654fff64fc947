/**
 * Tests of what agents read of records.
 */
@NullMarked
package io.hilum.agents.record;

import org.jspecify.annotations.NullMarked;
