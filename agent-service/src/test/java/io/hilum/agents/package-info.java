/**
 * Tests of the service as a whole.
 */
@NullMarked
package io.hilum.agents;

import org.jspecify.annotations.NullMarked;
